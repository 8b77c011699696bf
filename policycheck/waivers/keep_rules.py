"""The built-in rules about waivers, with what people are told of each in their languages."""

from __future__ import annotations

from policycheck.model import WARN, Rule, Texts


def _rule(name: str, title: Texts, short: Texts, why: Texts, advice: Texts) -> Rule:
    return Rule(
        id=f'waiver/{name}',
        category='waiver',
        title=title,
        short=short,
        why=why,
        advice=advice,
        level=WARN,
        rights=False,
        opinion=False,
        ask=None,
        precedents=(),
        sources=(),
        checked='',
        locked=False,
        despite_rights=None,
    )


_RULES = (
    _rule(
        'unknown',
        {
            'en': 'A waiver for a rule that is not in use',
            'nb': 'Unntak fra en regel som ikke er i bruk',
            'sv': 'Undantag från en regel som inte används',
            'fi': 'Poikkeus säännöstä, jota ei käytetä',
        },
        {'en': 'Waiver: no such rule', 'nb': 'Unntak: ukjent regel', 'sv': 'Undantag: okänd regel',
         'fi': 'Poikkeus: ei sääntöä'},
        {
            'en': 'No rule of that name is on, so the entry keeps nothing.',
            'nb': 'Ingen regel med det navnet er slått på, så unntaket har ingen virkning.',
            'sv': 'Ingen regel med det namnet är påslagen, så undantaget gör ingen nytta.',
            'fi': 'Tämän nimistä sääntöä ei ole käytössä, joten poikkeus ei vaikuta mihinkään.',
        },
        {
            'en': 'Correct the name, or delete the entry: policycheck rules list shows all names.',
            'nb': 'Rett navnet, eller slett unntaket: policycheck rules list viser alle navn.',
            'sv': 'Rätta namnet eller ta bort undantaget: policycheck rules list visar alla namn.',
            'fi': 'Korjaa nimi tai poista poikkeus: policycheck rules list näyttää kaikki nimet.',
        },
    ),
    _rule(
        'unused',
        {
            'en': 'A waiver that nothing needs any more',
            'nb': 'Unntak som ikke trengs lenger',
            'sv': 'Undantag som inte längre behövs',
            'fi': 'Poikkeus, jota ei enää tarvita',
        },
        {'en': 'Waiver: unused', 'nb': 'Unntak: ubrukt', 'sv': 'Undantag: oanvänt', 'fi': 'Poikkeus: turha'},
        {
            'en': 'The rule finds nothing in these words, or the words are no longer in the post.',
            'nb': 'Regelen finner ingenting i disse ordene, eller ordene står ikke lenger i innlegget.',
            'sv': 'Regeln hittar inget i de här orden, eller så står orden inte längre i inlägget.',
            'fi': 'Sääntö ei löydä näistä sanoista mitään, tai sanoja ei enää ole julkaisussa.',
        },
        {
            'en': 'Delete the entry, or copy the words anew from the post if they were rewritten.',
            'nb': 'Slett unntaket, eller kopier ordene på nytt fra innlegget hvis de er skrevet om.',
            'sv': 'Ta bort undantaget, eller kopiera orden på nytt från inlägget om de skrivits om.',
            'fi': 'Poista poikkeus, tai kopioi sanat uudelleen julkaisusta, jos niitä on muutettu.',
        },
    ),
    _rule(
        'expired',
        {
            'en': 'A waiver whose last day has passed',
            'nb': 'Unntak som har gått ut',
            'sv': 'Undantag som har gått ut',
            'fi': 'Poikkeus, joka on vanhentunut',
        },
        {'en': 'Waiver: expired', 'nb': 'Unntak: utløpt', 'sv': 'Undantag: utgånget',
         'fi': 'Poikkeus: vanhentunut'},
        {
            'en': 'It was given until a day that is over, so the words count again.',
            'nb': 'Det gjaldt til en dag som er forbi, så ordene teller igjen.',
            'sv': 'Det gällde till ett datum som har passerat, så orden räknas igen.',
            'fi': 'Poikkeuksen viimeinen päivä on ohi, joten sanoista huomautetaan taas.',
        },
        {
            'en': 'Delete the entry, or give it a new day with whoever stands for it.',
            'nb': 'Slett unntaket, eller sett en ny dato sammen med den som står inne for det.',
            'sv': 'Ta bort undantaget, eller sätt ett nytt datum med den som står för det.',
            'fi': 'Poista poikkeus, tai sovi uusi päivä sen kanssa, joka siitä vastaa.',
        },
    ),
    _rule(
        'reason',
        {
            'en': 'A waiver without a reason',
            'nb': 'Unntak uten begrunnelse',
            'sv': 'Undantag utan motivering',
            'fi': 'Poikkeus ilman perustelua',
        },
        {'en': 'Waiver: no reason', 'nb': 'Unntak: ikke begrunnet', 'sv': 'Undantag: ej motiverat',
         'fi': 'Poikkeus: ei perustelua'},
        {
            'en': 'Nobody will know next year why these words were kept, so the entry does not count.',
            'nb': 'Om et år vet ingen hvorfor ordene fikk stå, så unntaket teller ikke.',
            'sv': 'Om ett år vet ingen varför orden fick stå kvar, så undantaget räknas inte.',
            'fi': 'Vuoden päästä kukaan ei muista, miksi sanat jätettiin, joten poikkeusta ei lasketa.',
        },
        {
            'en': 'Write a reason that a colleague understands, of eight characters at least.',
            'nb': 'Skriv en begrunnelse som en kollega forstår, på minst åtte tegn.',
            'sv': 'Skriv en motivering som en kollega förstår, på minst åtta tecken.',
            'fi': 'Kirjoita perustelu, jonka työkaveri ymmärtää, vähintään kahdeksan merkkiä.',
        },
    ),
    _rule(
        'by',
        {
            'en': 'A waiver that a second person must sign',
            'nb': 'Unntak som en til må stå inne for',
            'sv': 'Undantag som någon mer måste stå för',
            'fi': 'Poikkeus, johon tarvitaan toinen nimi',
        },
        {'en': 'Waiver: no second name', 'nb': 'Unntak: mangler navn', 'sv': 'Undantag: namn saknas',
         'fi': 'Poikkeus: nimi puuttuu'},
        {
            'en': 'Words that could do real harm are kept only when somebody puts a name to it; on an official '
            'account somebody other than the writer.',
            'nb': 'Ord som kan gjøre skade, får bare stå når noen setter navnet sitt på det; på en offisiell '
            'konto en annen enn den som skriver.',
            'sv': 'Ord som kan skada får bara stå kvar när någon sätter sitt namn på det; på ett officiellt '
            'konto en annan än den som skriver.',
            'fi': 'Sanat, joista voi koitua haittaa, jätetään vain, kun joku vastaa niistä nimellään; '
            'virallisella tilillä joku muu kuin kirjoittaja.',
        },
        {
            'en': 'Let that person read the post, then add by: and the name.',
            'nb': 'La vedkommende lese innlegget, og legg til by: og navnet.',
            'sv': 'Låt personen läsa inlägget och lägg till by: och namnet.',
            'fi': 'Anna hänen lukea julkaisu, ja lisää sitten by: ja nimi.',
        },
    ),
)  # fmt: skip

KEEP_RULES: dict[str, Rule] = {rule.id: rule for rule in _RULES}
"""By id; no file of rules can have them, since their words stand beside a post and not in it."""
