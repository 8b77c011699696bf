"""What rules check, rules new and rules test --coverage say, in the four languages of the readers."""

from __future__ import annotations

from policycheck.commands.wording_coverage import COVERAGE
from policycheck.model import Texts

MESSAGES: dict[str, Texts] = {
    'fault': dict.fromkeys(('en', 'nb', 'sv', 'fi'), '{message}'),
    'tokens': {
        'en': 'spaCy does not take this pattern: {message}',
        'nb': 'spaCy godtar ikke dette mønsteret: {message}',
        'sv': 'spaCy godtar inte det här mönstret: {message}',
        'fi': 'spaCy ei hyväksy tätä kaavaa: {message}',
    },
    'unlearned': {
        'en': 'by meaning this finds nothing, since nothing has been learned of {category} yet: {how}',
        'nb': 'etter mening finner dette ingenting, for ingenting er lært om {category} ennå: {how}',
        'sv': 'efter innebörden hittar detta inget, för inget har lärts in om {category} än: {how}',
        'fi': 'merkityksen mukaan tämä ei löydä mitään, sillä luokasta {category} ei ole vielä opittu: {how}',
    },
    'twice': {
        'en': '“{phrase}” stands in line {other_line} already; take one of them out',
        'nb': '«{phrase}» står allerede i linje {other_line}; ta ut den ene',
        'sv': '”{phrase}” står redan på rad {other_line}; ta bort den ena',
        'fi': '”{phrase}” on jo rivillä {other_line}; poista toinen',
    },
    'swallowed': {
        'en': '“{phrase}” is found by “{other}” (line {other_line}) anyway; take it out',
        'nb': '«{phrase}» blir uansett funnet av «{other}» (linje {other_line}); ta den ut',
        'sv': '”{phrase}” hittas ändå av ”{other}” (rad {other_line}); ta bort den',
        'fi': '”{other}” (rivi {other_line}) löytää sanan ”{phrase}” muutenkin; poista se',
    },
    'shadowed': {
        'en': '“{phrase}”: “{other}” (line {other_line}) flags wherever this does; take it out, or narrow '
        'the other',
        'nb': '«{phrase}»: «{other}» (linje {other_line}) slår til overalt der denne gjør det; ta den ut, '
        'eller gjør den andre smalere',
        'sv': '”{phrase}”: ”{other}” (rad {other_line}) slår till överallt där den här gör det; ta bort den, '
        'eller gör den andra smalare',
        'fi': '”{phrase}”: ”{other}” (rivi {other_line}) huomauttaa kaikkialla missä tämäkin; poista tämä '
        'tai rajaa toista',
    },
    'dead': {
        'en': '“{phrase}” can never be found, not even in “{post}”; look for what people write, or take it '
        'out',
        'nb': '«{phrase}» kan aldri bli funnet, ikke engang i «{post}»; se etter det folk skriver, eller ta '
        'den ut',
        'sv': '”{phrase}” kan aldrig hittas, inte ens i ”{post}”; leta efter det folk skriver, eller ta bort '
        'den',
        'fi': '”{phrase}” ei voi koskaan löytyä, ei edes tekstistä ”{post}”; hae sitä mitä kirjoitetaan, tai '
        'poista se',
    },
    'empty': {
        'en': '“{phrase}” can never be found: {names} has no words in {language}; add some, or take the '
        'phrase out',
        'nb': '«{phrase}» kan aldri bli funnet: {names} har ingen ord på {language}; legg til noen, eller ta '
        'frasen ut',
        'sv': '”{phrase}” kan aldrig hittas: {names} har inga ord på {language}; lägg till några, eller ta '
        'bort frasen',
        'fi': '”{phrase}” ei voi koskaan löytyä: listassa {names} ei ole sanoja ({language}); lisää niitä '
        'tai poista fraasi',
    },
    'broad': {
        'en': '“{phrase}” flags {count} of {total} ordinary posts in {language}, such as “{post}”; ask for '
        'more words',
        'nb': '«{phrase}» slår til på {count} av {total} vanlige innlegg på {language}, som «{post}»; be om '
        'flere ord',
        'sv': '”{phrase}” slår till på {count} av {total} vanliga inlägg på {language}, som ”{post}”; be om '
        'fler ord',
        'fi': '”{phrase}” huomauttaa {count}/{total} tavallisesta julkaisusta ({language}), kuten ”{post}”; '
        'vaadi enemmän sanoja',
    },
    'broad_rule': {
        'en': '{rule} flags {count} of {total} ordinary posts in {language}, such as “{post}”; make it '
        'narrower',
        'nb': '{rule} slår til på {count} av {total} vanlige innlegg på {language}, som «{post}»; gjør den '
        'smalere',
        'sv': '{rule} slår till på {count} av {total} vanliga inlägg på {language}, som ”{post}”; gör den '
        'smalare',
        'fi': '{rule} huomauttaa {count}/{total} tavallisesta julkaisusta ({language}), kuten ”{post}”; '
        'rajaa sitä',
    },
    'stale': {
        'en': 'the sources were last read {months} months ago; read them again, then change {day} to that '
        'day',
        'nb': 'kildene ble sist lest for {months} måneder siden; les dem igjen, og bytt så ut {day} med den '
        'dagen',
        'sv': 'källorna lästes senast för {months} månader sedan; läs dem igen och byt sedan {day} mot den '
        'dagen',
        'fi': 'lähteet on luettu viimeksi {months} kuukautta sitten; lue ne uudelleen ja vaihda sitten {day} '
        'siihen päivään',
    },
    'lacks': {
        'en': 'this condition lacks {languages} and never holds there; write it',
        'nb': 'denne betingelsen mangler {languages} og holder aldri der; skriv den',
        'sv': 'det här villkoret saknar {languages} och gäller aldrig där; skriv det',
        'fi': 'tästä ehdosta puuttuu {languages}, eikä se silloin koskaan päde; kirjoita se',
    },
    'unfilled': {
        'en': '{key}: write a post of your own here',
        'nb': '{key}: skriv et eget innlegg her',
        'sv': '{key}: skriv ett eget inlägg här',
        'fi': '{key}: kirjoita tähän oma julkaisu',
    },
    'rule_name': {
        'en': '“{name}” cannot be written in policycheck.yaml; rename the file: small letters a-z, digits and -, '
        'such as {better}',
        'nb': '«{name}» kan ikke skrives i policycheck.yaml; gi filen et annet navn: små bokstaver a–z, tall og '
        '-, som {better}',
        'sv': '”{name}” kan inte skrivas i policycheck.yaml; döp om filen: små bokstäver a–z, siffror och -, '
        'som {better}',
        'fi': '”{name}” ei kelpaa tiedostoon policycheck.yaml; nimeä tiedosto uudelleen: pieniä kirjaimia a–z, '
        'numeroita ja -, kuten {better}',
    },
    'list_name': {
        'en': 'no phrase can name {{{name}}}; rename the file: small letters a-z, digits and _, such as {{{better}}}',
        'nb': 'ingen frase kan bruke {{{name}}}; gi filen et annet navn: små bokstaver a–z, tall og _, som '
        '{{{better}}}',
        'sv': 'ingen fras kan använda {{{name}}}; döp om filen: små bokstäver a–z, siffror och _, som '
        '{{{better}}}',
        'fi': 'mikään fraasi ei voi käyttää nimeä {{{name}}}; nimeä tiedosto uudelleen: pieniä kirjaimia a–z, '
        'numeroita ja _, kuten {{{better}}}',
    },
    'unfixed': {
        'en': '“{phrase}” under fix is never put right: no phrase of this rule finds it; spell it as under find, '
        'or look for it there',
        'nb': '«{phrase}» under fix blir aldri rettet: ingen frase i regelen finner det; skriv det som under '
        'find, eller se etter det der',
        'sv': '”{phrase}” under fix rättas aldrig: ingen fras i regeln hittar det; skriv det som under find, '
        'eller leta efter det där',
        'fi': 'kohdan fix ”{phrase}” ei korjaannu koskaan: mikään säännön fraasi ei löydä sitä; kirjoita se '
        'kuten kohdassa find tai hae sitä siellä',
    },
    'asks': {
        'en': '“{topic}” is no topic of contacts in policycheck.yaml; did you mean {topics}?',
        'nb': '«{topic}» står ikke under contacts i policycheck.yaml; mente du {topics}?',
        'sv': '”{topic}” står inte under contacts i policycheck.yaml; menade du {topics}?',
        'fi': '”{topic}” ei ole kohdassa contacts tiedostossa policycheck.yaml; tarkoititko {topics}?',
    },
    'asks_nobody': {
        'en': '“{topic}” is no topic of contacts in policycheck.yaml; add it there, or ask one of {topics}',
        'nb': '«{topic}» står ikke under contacts i policycheck.yaml; legg det til der, eller spør en av '
        '{topics}',
        'sv': '”{topic}” står inte under contacts i policycheck.yaml; lägg till det där, eller fråga någon '
        'av {topics}',
        'fi': '”{topic}” ei ole kohdassa contacts tiedostossa policycheck.yaml; lisää se sinne tai kysy '
        'joltakin näistä: {topics}',
    },
    'long': {
        'en': '{key} has {count} sentences; write {most} at most: what may come of it',
        'nb': '{key} har {count} setninger; skriv høyst {most}: hva det kan føre til',
        'sv': '{key} har {count} meningar; skriv högst {most}: vad det kan leda till',
        'fi': '{key}: {count} virkettä; kirjoita enintään {most}: mitä siitä voi seurata',
    },
    'strong_word': {
        'en': '“{words}” in {key}: an opinion is not an offence; write “may spread”, “consider” or “could be '
        'read as”',
        'nb': '«{words}» i {key}: en mening er ingen overtredelse; skriv «kan spre seg», «vurder» eller «kan '
        'leses som»',
        'sv': '”{words}” i {key}: en åsikt är ingen överträdelse; skriv ”kan spridas”, ”överväg” eller ”kan '
        'läsas som”',
        'fi': '”{words}” kohdassa {key}: mielipide ei ole rikkomus; kirjoita ”voi levitä”, ”harkitse” tai '
        '”voidaan lukea”',
    },
    'unlawful': {
        'en': 'refused: this rule bans talk of {shape}. On a personal account it says {level} to “{post}”, '
        'and to '
        '{count} of {total} things that people have a right to say. Instead: {safer}',
        'nb': 'avvist: denne regelen forbyr omtale av {shape}. På en privat konto sier den {level} til '
        '«{post}», og til '
        '{count} av {total} ting folk har rett til å si. I stedet: {safer}',
        'sv': 'avvisad: den här regeln förbjuder tal om {shape}. På ett privat konto säger den {level} till '
        '”{post}”, och '
        'till {count} av {total} saker som folk har rätt att säga. I stället: {safer}',
        'fi': 'hylätty: tämä sääntö kieltää puhumasta {shape}. Omalla tilillä se antaa tason {level} '
        'tekstille ”{post}” ja huomauttaa '
        '{count}/{total} asiasta, jotka ihmisillä on oikeus sanoa. Sen sijaan: {safer}',
    },
    'unlawful_word': {
        'en': 'refused: on a personal account this rule says {level} to “{post}”, where nothing is said yet but '
        'a word for {shape}; people have a right to talk of it. Instead: {safer}',
        'nb': 'avvist: på en privat konto sier denne regelen {level} til «{post}», der det bare står et ord for '
        '{shape}; det har folk rett til å snakke om. I stedet: {safer}',
        'sv': 'avvisad: på ett privat konto säger den här regeln {level} till ”{post}”, där det bara står ett ord '
        'för {shape}; det har folk rätt att tala om. I stället: {safer}',
        'fi': 'hylätty: omalla tilillä tämä sääntö sanoo {level} tekstille ”{post}”, jossa vasta mainitaan yksi '
        'sana; ihmisillä on oikeus puhua {shape}. Sen sijaan: {safer}',
    },
    'protected': {
        'en': 'on a personal account this rule says {level} to “{post}”, which people have a right to say '
        '({shape}); '
        'narrow it, or write opinion: true or applies: {{accounts: official}}. {safer}',
        'nb': 'på en privat konto sier denne regelen {level} til «{post}», som folk har rett til å si '
        '({shape}); '
        'gjør den smalere, eller skriv opinion: true eller applies: {{accounts: official}}. {safer}',
        'sv': 'på ett privat konto säger den här regeln {level} till ”{post}”, som folk har rätt att säga '
        '({shape}); '
        'gör den smalare, eller skriv opinion: true eller applies: {{accounts: official}}. {safer}',
        'fi': 'omalla tilillä tämä sääntö antaa tason {level} tekstille ”{post}”, jonka ihmisillä on oikeus sanoa '
        '({shape}); '
        'rajaa sitä tai kirjoita opinion: true tai applies: {{accounts: official}}. {safer}',
    },
    'unlawful_shielded': {
        'en': 'refused: “{phrase}” looks for what people have a right to say about their work. On a personal account '
        'the rule says {level} to “{post}”. Instead: {safer}',
        'nb': 'avvist: «{phrase}» leter etter det folk har rett til å si om jobben sin. På en privat konto sier '
        'regelen {level} til «{post}». I stedet: {safer}',
        'sv': 'avvisad: ”{phrase}” letar efter sådant som folk har rätt att säga om sitt jobb. På ett privat konto '
        'säger regeln {level} till ”{post}”. I stället: {safer}',
        'fi': 'hylätty: ”{phrase}” etsii sitä, mitä ihmisillä on oikeus sanoa työstään. Omalla tilillä sääntö sanoo '
        '{level} tekstille ”{post}”. Sen sijaan: {safer}',
    },
    'unlawful_text': {
        'en': 'refused: “{words}” in {key} reads as a ban ({shape}). Instead: {safer}',
        'nb': 'avvist: «{words}» i {key} leses som et forbud ({shape}). I stedet: {safer}',
        'sv': 'avvisad: ”{words}” i {key} läses som ett förbud ({shape}). I stället: {safer}',
        'fi': 'hylätty: ”{words}” kohdassa {key} kuulostaa kiellolta ({shape}). Sen sijaan: {safer}',
    },
    'law': {
        'en': '{reason}. {source} (read {checked}; information, not legal advice)',
        'nb': '{reason}. {source} (lest {checked}; informasjon, ikke juridisk råd)',
        'sv': '{reason}. {source} (läst {checked}; information, inte juridisk rådgivning)',
        'fi': '{reason}. {source} (luettu {checked}; tietoa, ei oikeudellista neuvontaa)',
    },
    'untried': {
        'en': 'Nothing was tried on posts yet: mend the word lists first, then look again.',
        'nb': 'Ingenting er prøvd på innlegg ennå: rett ordlistene først, og se så igjen.',
        'sv': 'Inget har prövats på inlägg än: rätta ordlistorna först och titta sedan igen.',
        'fi': 'Mitään ei vielä kokeiltu julkaisuihin: korjaa ensin sanalistat ja katso sitten uudelleen.',
    },
    'counts': {
        'en': 'Rules: {rules}. Word lists: {lists}. To mend: {count}.',
        'nb': 'Regler: {rules}. Ordlister: {lists}. Å rette: {count}.',
        'sv': 'Regler: {rules}. Ordlistor: {lists}. Att rätta: {count}.',
        'fi': 'Sääntöjä: {rules}. Sanalistoja: {lists}. Korjattavaa: {count}.',
    },
    'written': {
        'en': 'Written: {path}',
        'nb': 'Skrevet: {path}',
        'sv': 'Skrivet: {path}',
        'fi': 'Kirjoitettu: {path}',
    },
    'next': {
        'en': 'Put posts of your own under examples, then: policycheck rules test {path}, policycheck rules '
        'check {path}',
        'nb': 'Skriv egne innlegg under examples, og så: policycheck rules test {path}, policycheck rules '
        'check {path}',
        'sv': 'Skriv egna inlägg under examples, och sedan: policycheck rules test {path}, policycheck rules '
        'check {path}',
        'fi': 'Kirjoita omia julkaisuja kohtaan examples, ja sitten: policycheck rules test {path}, '
        'policycheck rules check {path}',
    },
    'packs': {
        'en': 'It counts once policycheck.yaml names the folder: packs: [default, {folder}]',
        'nb': 'Den gjelder når policycheck.yaml nevner mappen: packs: [default, {folder}]',
        'sv': 'Den gäller när policycheck.yaml nämner mappen: packs: [default, {folder}]',
        'fi': 'Se on voimassa, kun policycheck.yaml mainitsee kansion: packs: [default, {folder}]',
    },
    **COVERAGE,
}
"""By key, then by language; what stands in braces is put in."""


def say(key: str, language: str, /, **values: object) -> str:
    """The message of that key with its values put in."""
    return MESSAGES[key][language].format(**values)
