"""Marks on words: denied, quoted, reported, asked, supposed, over, somebody else's; and their near misses."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest

from policycheck.authoring.examples import bare
from policycheck.compiled import Ruleset
from policycheck.kinds.view import tokens_at
from policycheck.nlp import marks, pipeline
from policycheck.nlp.parse import MARKS
from policycheck.text import normalise
from policycheck.words.reading import read

# mark, language: posts in which the words in [[ ]] stand under the mark, then posts in which they do not
TABLE: dict[tuple[str, str], tuple[list[str], list[str]]] = {
    ('negated', 'en'): (
        [
            'My boss is not [[clueless]].',
            "They don't [[bully]] anybody.",
            'Nobody here is [[lazy]].',
            "I don't think that my boss is [[clueless]].",
            'He never was [[rude]] to us.',
            'We work without any [[stress]].',
        ],
        [
            'My boss is [[clueless]], not mean.',
            'Not only is he [[rude]], he is late.',
            'It is not easy, but my boss is [[clueless]].',
            'No doubt my boss is [[clueless]].',
            'He did not come. My boss is [[clueless]].',
        ],
    ),
    ('negated', 'nb'): (
        [
            'Sjefen er ikke [[udugelig]].',
            'Jeg synes ikke at ledelsen er [[udugelig]].',
            'Ingen her er [[late]].',
            'Eg synest ikkje sjefen er [[udugeleg]].',
            'De har aldri vært [[frekke]].',
            '[[Udugelig]] er hun ikke, bare sliten.',
            '[[Lat og frekk]] var han ikkje.',
        ],
        [
            '[[Udugelige]] sjefer er det ikke mangel på.',
            '[[Udugelig]] er sjefen, og det er ikke nytt.',
            'Ikke. [[Udugelig]], sa han.',
            'Sjefen er [[udugelig]], ikke slem.',
            'Ikke bare er han [[frekk]], han er sen.',
            'Det er ikke lett, men sjefen er [[udugelig]].',
            'Ingen tvil om at sjefen er [[udugelig]].',
            'Han kom ikke. Sjefen er [[udugelig]].',
        ],
    ),
    ('negated', 'sv'): (
        [
            'Chefen är inte [[oduglig]].',
            'Jag tycker inte att ledningen är [[oduglig]].',
            'Ingen här är [[lat]].',
            'De har aldrig varit [[otrevliga]].',
            'Hon var knappast [[snål]].',
            '[[Snål]] är hon inte!',
        ],
        [
            'Chefen är [[oduglig]], inte elak.',
            'Inte bara är han [[otrevlig]], han är sen.',
            'Det är inte lätt, men chefen är [[oduglig]].',
            'Utan tvekan är chefen [[oduglig]].',
            'Han kom inte. Chefen är [[oduglig]].',
        ],
    ),
    ('negated', 'fi'): (
        [
            'Pomo ei ole [[surkea]].',
            'En luule, että johto on [[surkea]].',
            'He eivät ole [[laiskoja]].',
            'Emme ole koskaan olleet [[töykeitä]].',
            'Pomo tuskin on [[surkea]].',
            '[[Surkea]] hän ei ole.',
        ],
        [
            'Pomo on [[surkea]], ei ilkeä.',
            'Ei vain [[surkea]] vaan myös laiska.',
            'Ei ole helppoa, mutta pomo on [[surkea]].',
            'Ei epäilystäkään: pomo on [[surkea]].',
            'Hän ei tullut. Pomo on [[surkea]].',
            '[[Surkea]] ei kelpaa, ei se ole totta.',
        ],
    ),
    ('quoted', 'en'): (
        [
            'She said “my boss is a [[bully]]” yesterday.',
            '"My [[boss]] is a bully" is what I heard.',
            'Headline: «Staff call boss a [[bully]]».',
            '„The boss is a [[bully]]“, it read.',
            'She said ‘my boss is a [[bully]]’ yesterday.',
            "'My boss is a [[bully]]' is what I heard.",
            '‘Don’t trust the players’ own boss, a [[bully]]’, she said.',
            'He said, ‘The boss is “a [[bully]]” here.’',
        ],
        [
            'My boss, the “leader”, is a [[bully]].',
            'Our “[[leadership]]” met today.',
            'She said "yes we can" and my boss is a [[bully]].',
            'The 5" pipe and my boss is a [[bully]].',
            'I don’t like the ’90s, the players’ own boss is a [[bully]], and the workers’ too.',
            "'Tis the season, and the lads' boss is a [[bully]] to the girls' team.",
            "Rock 'n' roll, get 'em: my boss is a [[bully]] and it's so.",
            'Our ‘great leader’ met, and my boss is a [[bully]], the bosses’ boss.',
        ],
    ),
    ('quoted', 'nb'): (
        [
            'Hun sa «sjefen min er en [[bølle]]» i går.',
            '"Sjefen min er en [[bølle]]" sto det.',
            '”Sjefen er en [[bølle]]”, sa hun.',
            'Overskriften: «Ansatte kaller sjefen en [[bølle]]».',
        ],
        [
            'Vår «[[ledelse]]» møttes i dag.',
            'Sjefen, «lederen», er en [[bølle]].',
            'Hun sa «ja det går» og sjefen er en [[bølle]].',
            'Sjefen er en [[bølle]].',
        ],
    ),
    ('quoted', 'sv'): (
        [
            'Hon sa ”min chef är en [[mobbare]]” igår.',
            '»Min chef är en [[mobbare]]« stod det.',
            '"Chefen är en [[mobbare]]", sa hon.',
            'Hon sa ’min chef är en [[mobbare]]’ igår.',
            'Rubriken: ”Anställda kallar chefen [[mobbare]]”.',
        ],
        [
            'Vår ”[[ledning]]” träffades idag.',
            'Chefen, ”ledaren”, är en [[mobbare]].',
            'Hon sa ”ja det går” och chefen är en [[mobbare]].',
            'Chefen är en [[mobbare]].',
        ],
    ),
    ('quoted', 'fi'): (
        [
            'Hän sanoi ”pomoni on [[kiusaaja]] aina” eilen.',
            '"Pomoni on ihan [[kiusaaja]]" luki lehdessä.',
            '»Pomo on oikea [[kiusaaja]]», hän sanoi.',
            'Otsikko: ”Työntekijät kutsuvat pomoa [[kiusaajaksi]]”.',
        ],
        [
            'Meidän ”[[johto]]” kokoontui tänään.',
            'Pomo, ”johtaja”, on [[kiusaaja]].',
            'Hän sanoi ”kyllä se käy” ja pomo on [[kiusaaja]].',
            'Pomo on [[kiusaaja]].',
        ],
    ),
    ('reported', 'en'): (
        [
            'They say my boss is a [[bully]].',
            'According to the paper the boss is a [[bully]].',
            'The boss is allegedly a [[bully]].',
            'Rumour has it that the boss is a [[bully]].',
        ],
        [
            'My boss is a [[bully]].',
            'They say a lot. My boss is a [[bully]].',
            'I say my boss is a [[bully]].',
            'We know that my boss is a [[bully]].',
        ],
    ),
    ('reported', 'nb'): (
        [
            'De sier at sjefen er en [[bølle]].',
            'Ifølge avisa er sjefen en [[bølle]].',
            'Sjefen er visstnok en [[bølle]].',
            'Ryktet sier at sjefen er en [[bølle]].',
        ],
        [
            'Sjefen er en [[bølle]].',
            'De sier så mye. Sjefen er en [[bølle]].',
            'Jeg mener sjefen er en [[bølle]].',
            'Vi vet at sjefen er en [[bølle]].',
        ],
    ),
    ('reported', 'sv'): (
        [
            'De säger att chefen är en [[mobbare]].',
            'Enligt tidningen är chefen en [[mobbare]].',
            'Chefen är tydligen en [[mobbare]].',
            'Det går rykten om att chefen är en [[mobbare]].',
        ],
        [
            'Chefen är en [[mobbare]].',
            'De säger så mycket. Chefen är en [[mobbare]].',
            'Jag tycker att chefen är en [[mobbare]].',
            'Vi vet att chefen är en [[mobbare]].',
        ],
    ),
    ('reported', 'fi'): (
        [
            'Sanotaan, että pomo on [[kiusaaja]].',
            'Lehden mukaan pomo on [[kiusaaja]].',
            'Pomo on kuulemma [[kiusaaja]].',
            'Huhutaan, että pomo on [[kiusaaja]].',
        ],
        [
            'Pomo on [[kiusaaja]].',
            'Sanotaan paljon. Pomo on [[kiusaaja]].',
            'Minusta pomo on [[kiusaaja]].',
            'Tiedämme, että pomo on [[kiusaaja]].',
        ],
    ),
    ('question', 'en'): (
        [
            'Is my boss a [[bully]]?',
            'My boss, a [[bully]]?!',
            'Hello. Who calls the boss a [[bully]]?',
            'Is he a [[bully]]??? 🙄',
        ],
        [
            'My boss is a [[bully]].',
            'Why? My boss is a [[bully]].',
            'My boss is a [[bully]]! Why?',
            'My boss is a [[bully]]: see https://acme.example/?why',
        ],
    ),
    ('question', 'nb'): (
        [
            'Er sjefen en [[bølle]]?',
            'Sjefen, en [[bølle]]?!',
            'Hei. Hvem er en [[bølle]]?',
            'Er han en [[bølle]]?? 🙄',
        ],
        [
            'Sjefen er en [[bølle]].',
            'Hvorfor? Sjefen er en [[bølle]].',
            'Sjefen er en [[bølle]]! Hvorfor?',
            'Sjefen er en [[bølle]]\nHva nå?',
        ],
    ),
    ('question', 'sv'): (
        [
            'Är chefen en [[mobbare]]?',
            'Chefen, en [[mobbare]]?!',
            'Hej. Vem är [[mobbare]]?',
            'Är han [[mobbare]]?? 🙄',
        ],
        [
            'Chefen är en [[mobbare]].',
            'Varför? Chefen är en [[mobbare]].',
            'Chefen är en [[mobbare]]! Varför?',
            'Chefen är en [[mobbare]]\nVad nu?',
        ],
    ),
    ('question', 'fi'): (
        [
            'Onko pomo [[kiusaaja]]?',
            'Pomo, [[kiusaaja]]?!',
            'Moi. Kuka on [[kiusaaja]]?',
            'Onko hän [[kiusaaja]]?? 🙄',
        ],
        [
            'Pomo on [[kiusaaja]].',
            'Miksi? Pomo on [[kiusaaja]].',
            'Pomo on [[kiusaaja]]! Miksi?',
            'Pomo on [[kiusaaja]]\nMitä nyt?',
        ],
    ),
    ('conditional', 'en'): (
        [
            'If my boss is a [[bully]], I leave.',
            'What if the boss is a [[bully]]?',
            'I leave unless they stop the [[bully]].',
            'That would be [[bullying]].',
        ],
        [
            'If I may say so, my boss is a [[bully]].',
            'My boss is a [[bully]] if you ask me.',
            'If only. My boss is a [[bully]].',
            'My boss is a [[bully]].',
        ],
    ),
    ('conditional', 'nb'): (
        [
            'Hvis sjefen er en [[bølle]], slutter jeg.',
            'Hva om sjefen er en [[bølle]]?',
            'Dersom de er [[bøller]], går vi.',
            'Kanskje sjefen er en [[bølle]].',
            'Om sjefen er en [[bølle]], slutter jeg.',
        ],
        [
            'Hvis jeg får si det, er sjefen en [[bølle]].',
            'Sjefen er en [[bølle]] hvis du spør meg.',
            'Hvis bare. Sjefen er en [[bølle]].',
            'Om to år er sjefen en [[bølle]].',
            'Om kort tid er sjefen en [[bølle]].',
            'Om sjefen kan jeg si at han er en [[bølle]].',
            'Vi lurte på om sjefen kom, men han er en [[bølle]].',
        ],
    ),
    ('conditional', 'sv'): (
        [
            'Om vi är [[mobbare]] så slutar vi.',
            'Tänk om chefen är en [[mobbare]].',
            'Ifall de är [[mobbare]] går vi.',
            'Kanske är chefen en [[mobbare]].',
            'Om min chef är en [[mobbare]] slutar jag.',
            'Men om chefen är en [[mobbare]], slutar jag.',
            'Om chefen kan vara en [[mobbare]] slutar jag.',
            'Om chefen har rätt är jag en [[mobbare]].',
        ],
        [
            'Om chefen kan jag säga att han är en [[mobbare]].',
            'Om vår nya chef vill vi bara säga att hon är en [[mobbare]].',
            'Om jag får säga det, är chefen en [[mobbare]].',
            'Chefen är en [[mobbare]] om du frågar mig.',
            'Boken om chefen är bra, men han är en [[mobbare]].',
            'Om en vecka är min chef en [[mobbare]].',
            'Om sommaren är chefen en [[mobbare]].',
            'Boken om min chef kallar honom [[mobbare]].',
            'Chefen är en [[mobbare]].',
        ],
    ),
    ('conditional', 'fi'): (
        [
            'Jos pomo on [[kiusaaja]], lähden.',
            'Entä jos pomo on [[kiusaaja]]?',
            'Mikäli he ovat [[kiusaajia]], lähdemme.',
            'Ehkä pomo on [[kiusaaja]].',
        ],
        [
            'Jos saan sanoa, pomo on [[kiusaaja]].',
            'Pomo on [[kiusaaja]], jos minulta kysytään.',
            'Jos vain. Pomo on [[kiusaaja]].',
            'Pomo on [[kiusaaja]].',
        ],
    ),
    ('past', 'en'): (
        [
            'My old boss was a [[bully]].',
            'Back then the boss was a [[bully]].',
            'My previous employer was a [[bully]].',
            'Years ago I had a [[bully]] for a boss.',
            'My ex-boss was a [[bully]].',
        ],
        [
            'My boss is a [[bully]].',
            'My old boss was great, but the new one is a [[bully]].',
            'Back then it was fine. Now the boss is a [[bully]].',
            'My boss is an old [[bully]].',
        ],
    ),
    ('past', 'nb'): (
        [
            'Den gamle sjefen var en [[bølle]].',
            'Den gangen var sjefen en [[bølle]].',
            'Min forrige sjef var en [[bølle]].',
            'For mange år siden var sjefen en [[bølle]].',
            'I den gamle jobben min var sjefen en [[bølle]].',
            'Min gamle sjef var en [[bølle]].',
            'Eks-sjefen var en [[bølle]].',
        ],
        [
            'Sjefen er en [[bølle]].',
            'Forrige sjef var fin, men den nye er en [[bølle]].',
            'Den gangen gikk det bra. Nå er sjefen en [[bølle]].',
            'Sjefen er en gammel [[bølle]].',
            'Vi har f.eks. en [[bølle]] her.',
        ],
    ),
    ('past', 'sv'): (
        [
            'Förra chefen var en [[mobbare]].',
            'På den tiden var chefen en [[mobbare]].',
            'Min tidigare chef var en [[mobbare]].',
            'För många år sedan var chefen en [[mobbare]].',
            'Min gamla chef var en [[mobbare]].',
            'På mitt ex-jobb fanns en [[mobbare]].',
            'Min förra arbetsgivare var en [[mobbare]].',
        ],
        [
            'Chefen är en [[mobbare]].',
            'Förra chefen var bra, men den nya är en [[mobbare]].',
            'På den tiden gick det bra. Nu är chefen en [[mobbare]].',
            'Chefen är en gammal [[mobbare]].',
        ],
    ),
    ('past', 'fi'): (
        [
            'Entinen pomo oli [[kiusaaja]].',
            'Siihen aikaan pomo oli [[kiusaaja]].',
            'Edellinen pomo oli [[kiusaaja]].',
            'Vuosia sitten pomo oli [[kiusaaja]].',
            'Ex-pomoni oli [[kiusaaja]].',
            'Expomon tiimissä oli [[kiusaaja]].',
        ],
        [
            'Pomo on [[kiusaaja]].',
            'Edellinen pomo oli hyvä, mutta uusi on [[kiusaaja]].',
            'Siihen aikaan oli hyvä. Nyt pomo on [[kiusaaja]].',
            'Pomo on vanha [[kiusaaja]].',
            'Pomo on entistä pahempi [[kiusaaja]].',
        ],
    ),
    ('others', 'en'): (
        [
            "My friend's boss is a [[bully]].",
            'Her boss is a [[bully]].',
            "My husband's manager is a [[bully]].",
            'Your employer is a [[bully]].',
        ],
        [
            'My boss is a [[bully]].',
            'My friend says that my boss is a [[bully]].',
            "My friend's boss is nice, but mine is a [[bully]].",
            'Her boss is nice. Mine is a [[bully]].',
        ],
    ),
    ('others', 'nb'): (
        [
            'Kompisens sjef er en [[bølle]].',
            'Sjefen hennes er en [[bølle]].',
            'Sjefen til samboeren min er snill, men samboerens kollega er en [[bølle]].',
            'Arbeidsgiveren din er en [[bølle]].',
        ],
        [
            'Sjefen min er en [[bølle]].',
            'Kompisen min sier at sjefen er en [[bølle]].',
            'Sjefen hennes er snill, men min er en [[bølle]].',
            'Sjefen hennes er snill. Min er en [[bølle]].',
        ],
    ),
    ('others', 'sv'): (
        [
            'Kompisens chef är en [[mobbare]].',
            'Hennes chef är en [[mobbare]].',
            'Sambons chef är en [[mobbare]].',
            'Din arbetsgivare är en [[mobbare]].',
        ],
        [
            'Min chef är en [[mobbare]].',
            'Kompisen säger att chefen är en [[mobbare]].',
            'Hennes chef är snäll, men min är en [[mobbare]].',
            'Hennes chef är snäll. Min är en [[mobbare]].',
        ],
    ),
    ('others', 'fi'): (
        [
            'Kaverin pomo on [[kiusaaja]].',
            'Hänen pomonsa on [[kiusaaja]].',
            'Puolison työnantaja on [[kiusaaja]].',
            'Sun pomo on [[kiusaaja]].',
        ],
        [
            'Pomoni on [[kiusaaja]].',
            'Kaveri sanoo, että pomoni on [[kiusaaja]].',
            'Hänen pomonsa on hyvä, mutta omani on [[kiusaaja]].',
            'Hänen pomonsa on hyvä. Omani on [[kiusaaja]].',
        ],
    ),
}

ROWS = [
    pytest.param(mark, lang, text, under, id=f'{mark if under else f"not {mark}"} {lang} {text}'[:80])
    for (mark, lang), (yes, no) in TABLE.items()
    for under, texts in ((True, yes), (False, no))
    for text in texts
]


@pytest.fixture(scope='module')
def rules(tmp_path_factory: pytest.TempPathFactory, forms: Path) -> Ruleset:
    return engine.ruleset(tmp_path_factory.mktemp('pack'), {}, {}, '', engine.MARKS, forms)


def marks_on(rules: Ruleset, text: str, lang: str) -> frozenset[str]:
    """The marks of the words in [[ ]]."""
    plain, ((start, end),) = bare(text)
    normal = normalise(plain)
    parse = pipeline.parse(
        read(normal.text, rules.lexicon(lang), rules.abbreviations(lang)), rules.grammar(lang)
    )
    return marks.of_parts(parse, tokens_at(parse, start, end))


@pytest.mark.parametrize(('mark', 'lang', 'text', 'under'), ROWS)
def test_words_stand_under_a_mark(rules: Ruleset, mark: str, lang: str, text: str, under: bool) -> None:
    assert (mark in marks_on(rules, text, lang)) is under


def test_every_mark_has_rows_in_every_language() -> None:
    assert set(TABLE) == {(mark, lang) for mark in MARKS for lang in ('en', 'nb', 'sv', 'fi')}
    assert all(len(yes) >= 4 and len(no) >= 4 for yes, no in TABLE.values())


@pytest.mark.parametrize(
    ('lang', 'text', 'expected'),
    [
        ('en', "They say my old boss wasn't a [[bully]].", {'reported', 'past', 'negated'}),
        ('en', 'Would her boss be a [[bully]]?', {'conditional', 'others', 'question'}),
        ('nb', 'Sier de at sjefen ikke er en [[bølle]]?', {'negated', 'question'}),
        ('en', 'My boss is a [[bully]].', set()),
        # the words that make a mark are no mark on themselves
        ('en', 'My boss is [[not a bully]].', set()),
        ('nb', 'De [[aner ikke hva de driver med]].', set()),
    ],
)
def test_marks_add_up(rules: Ruleset, lang: str, text: str, expected: set[str]) -> None:
    assert marks_on(rules, text, lang) == expected
