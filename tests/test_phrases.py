"""The phrase language: what each line means, what it finds and where, and what is said of a mistake."""

from __future__ import annotations

import shutil
from pathlib import Path

import engine
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.artefact import Artefact
from policycheck.compiled import Ruleset
from policycheck.errors import InputError
from policycheck.words.entries import parse_entry
from policycheck.words.phrase_tree import (
    Choice,
    Class,
    ClauseStart,
    Gap,
    Not,
    PhraseError,
    Relation,
    Sequence,
    Tree,
    Word,
)
from policycheck.words.phrases import parse


def told(tree: Tree) -> str:
    """A tree as one line: words by their kind, everything in its own brackets."""
    if isinstance(tree, Relation):
        return f'({told(tree.left)} {tree.sign} {told(tree.right)})'
    if isinstance(tree, Not):
        return f'not({told(tree.operand)})'
    return f'<{_elements(tree.elements)}>'


def _elements(elements: tuple[object, ...]) -> str:
    return ' '.join(_element(one) for one in elements)


def _element(element: object) -> str:
    if isinstance(element, Word):
        kind = {'inflected': '{}', 'exact': '"{}"', 'case': '={}', 'first': '{}*', 'last': '*{}'}[
            element.forms
        ]
        return kind.format(element.text)
    if isinstance(element, Class):
        return '{' + element.name + '}'
    if isinstance(element, Gap):
        return f'..{element.words}'
    if isinstance(element, ClauseStart):
        return '^'
    assert isinstance(element, Choice)
    return '(' + '|'.join(_elements(option) for option in element.options) + ')'


@pytest.mark.parametrize(
    ('phrase', 'tree'),
    [
        ('buy now', '<buy now>'),
        ('Buy NOW', '<buy now>'),
        ('"buy now"', '<"buy" "now">'),
        ('=Høyre', '<=Høyre>'),
        ('(hate|loathe) my job', '<(hate|loathe) my job>'),
        ('[really] hate', '<(really|) hate>'),
        ('(a big|small) (one|two)', '<(a big|small) (one|two)>'),
        ('treat us ... dirt', '<treat us ..4 dirt>'),
        ('treat us ...8 dirt', '<treat us ..8 dirt>'),
        ('^ buy', '<^ buy>'),
        ('a ~ b', '(<a> ~ <b>)'),
        ('a ~> b', '(<a> ~> <b>)'),
        ('a ~~ b', '(<a> ~~ <b>)'),
        ('a ~~~ b', '(<a> ~~~ <b>)'),
        ('a & b', '(<a> & <b>)'),
        ('a~b', '(<a> ~ <b>)'),
        # what binds tighter comes first, equals from the left
        ('a & b ~~~ c ~~ d ~ e', '(<a> & (<b> ~~~ (<c> ~~ (<d> ~ <e>))))'),
        ('a ~ b ~~ c ~~~ d & e', '((((<a> ~ <b>) ~~ <c>) ~~~ <d>) & <e>)'),
        ('a ~ b ~> c', '((<a> ~ <b>) ~> <c>)'),
        ('(a & b) ~ c', '((<a> & <b>) ~ <c>)'),
        ('a ~ (b & c)', '(<a> ~ (<b> & <c>))'),
        ('a b ~ c d', '(<a b> ~ <c d>)'),
        # not belongs to the operand after it
        ('not {praise}', 'not(<{praise}>)'),
        ('{employer} ~ not {praise}', '(<{employer}> ~ not(<{praise}>))'),
        ('not a ~ b', '(not(<a>) ~ <b>)'),
        ('not (a ~ b)', 'not((<a> ~ <b>))'),
        ('not not a', 'not(not(<a>))'),
        ('"not" a', '<"not" a>'),
        ('why not', '<why not>'),
        ('not', '<not>'),
        # parts of words
        ('super*', '<super*>'),
        ('*tarjous', '<*tarjous>'),
        # one written word of several tokens
        ("don't care", '<"do" "n\'t" care>'),
        ('so-called boss', '<"so" called boss>'),
        ('"so-called"', '<"so" "called">'),
        # classes, signs, emoji, numbers
        ('{ money } off', '<{money} off>'),
        (r'5 \* stars', '<5 * stars>'),
        (r'\{x\}', '<"{" "x" }>'),
        (r'\~ \| \( \) \[ \] \^ \& \"', '<~ | ( ) [ ] ^ & ">'),
        ('100 %', '<100 %>'),
        ('🙄', '<🙄>'),
        ('don’t', '<"do" "n\'t">'),
        ('f***', '<f***>'),
    ],
)
def test_a_phrase_means(phrase: str, tree: str) -> None:
    assert told(parse(phrase)) == tree


@pytest.mark.parametrize(
    ('entry', 'elements'),
    [
        ('boss', 'boss'),
        ('H&M', 'h & m'),
        ('"line manager"', '"line" "manager"'),
        ('not good', 'not good'),
        ('[old] boss', '(old|) boss'),
        ('{number} hours', '{number} hours'),
        ('=May', '=May'),
        ('ski*', 'ski*'),
        ('🙄', '🙄'),
    ],
)
def test_an_entry_of_a_list_means(entry: str, elements: str) -> None:
    assert _elements(parse_entry(entry)) == elements


@pytest.mark.parametrize(
    ('phrase', 'column', 'words'),
    [
        ('', 1, 'the phrase is empty'),
        ('   ', 1, 'the phrase is empty'),
        ('buy {now', 5, "'{' is never closed"),
        ('buy "now', 5, 'the quotation mark is never closed'),
        ('buy (now', 5, "'(' is never closed; add )"),
        ('buy [now', 5, "'[' is never closed; add ]"),
        ('(buy] now', 1, "'(' is never closed"),
        (
            '(our ~ cheap | x)',
            14,
            "'|' cannot stand beside a relation; put the alternatives into brackets of their own",
        ),
        (
            '(our & "x" | cheap) ~ y',
            12,
            "'|' cannot stand beside a relation; put the alternatives into brackets of their own",
        ),
        ('buy “now', 5, 'the quotation mark is never closed; add ", or write \\“ for the sign'),
        ('our …', 5, '... stands between words; nothing comes after it'),
        ('buy now)', 8, "')' closes nothing"),
        ('buy ]', 5, "']' closes nothing"),
        ('buy | sell', 5, "'|' is out of place"),
        ('buy } now', 5, "cannot read '}' here"),
        ('~ buy', 1, "something is missing before '~'"),
        ('buy ~', 5, "something is missing after '~'"),
        ('buy ~ ~~ now', 7, "something is missing before '~~'"),
        ('buy & ', 5, "something is missing after '&'"),
        ('... buy', 1, 'nothing comes before it'),
        ('a ~ buy ...', 9, 'nothing comes after it'),
        ('a ...0 b', 3, 'a gap spans 1 to 30 words'),
        ('a ...31 b', 3, 'a gap spans 1 to 30 words'),
        ('{} b', 1, 'is no name of a class'),
        ('a {Employer}', 3, 'is no name of a class'),
        ('a (b ... | c)', 6, 'nothing comes after it'),
        ('^', 1, 'a word is missing here'),
        ('a ()', 4, 'a word is missing here'),
        ('a x*', 3, 'a part of one word, two letters or more'),
        ('a super-*', 3, 'a part of one word'),
        ('""', 1, 'there is no word here'),
        ('(' * 21 + 'a' + ')' * 21, 21, 'nested too deep'),
        ('(' * 21 + 'a ~ b' + ')' * 21, 21, 'nested too deep'),
    ],
)
def test_a_mistake_is_shown_with_its_column(phrase: str, column: int, words: str) -> None:
    with pytest.raises(PhraseError) as caught:
        parse(phrase)
    assert caught.value.column == column
    assert words in caught.value.message


@pytest.mark.parametrize(
    'entry', ['a ~ b', 'a ... b', '^ a', '(a ...2 b)', 'a [b ... (c|d)]', '(a|(b ...1 c))']
)
def test_an_entry_of_a_list_is_words(entry: str) -> None:
    with pytest.raises(PhraseError, match='an entry of a word list has no'):
        parse_entry(entry)


# ---- what phrases find: quoted words only, so that no dictionary is needed

LISTS = {
    'boss': {'en': '"boss"\n"line manager"\n"manager"', 'nb': '"sjefen"', 'sv': '"chefen"', 'fi': '"pomo"'},
    'bad': {'en': '"awful"\n"clueless"\n🙄', 'nb': '"elendig"', 'sv': '"usel"', 'fi': '"surkea"'},
    'good': {'en': '"good"\n"great place"', 'nb': '"flink"', 'sv': '"bra"', 'fi': '"hyvä"'},
    'swear': {'en': '"fudge"', 'masked': 'true'},
    'slope': {'nb': 'ski*\n-skift*\n-"skilt"\n-skip', 'fi': '*hissi\n-"kerhohissi"'},
    'left': {'en': '{number} "left"\n"sold out"'},
    'ours': {'en': '"our" {boss}\n{product}'},
    'spring': {'en': '=March\n"april"', 'nb': '=Mars'},
    'outer': {'en': '{boss}\n"owner"'},
    'rude': {'en': '"stupid people"\n"idiot"'},
    'cheap': {'en': '{money} "off"'},
    'hot': {'en': '{cheap} "today"\n{emoji}'},
}  # fmt: skip

ORGANISATION = """
organisation:
  name: Acmella
  aliases: [Acme Energy]
  handles: ["@acme"]
  products: [Solpakke, Acme Heater]
  executives: [Anna Berg]
  competitors: [Globex]
  secrets: [{words: Project Falcon}, {words: Old News, until: 2020-01-01}]
sensitive_topics: [landslide]
"""

ROWS = [
    # words in this order, any case, a hyphen may stand between them
    ('en', '"buy" "now"', '[[Buy NOW]] or [[buy-now]], now buy, buy it now.'),
    ('en', '"best"', 'The [[best]] and the better, bester.'),
    ('en', '"so-called"', 'A [[so-called]] and a [[so called]] boss.'),
    ('en', '"don\'t"', 'I [[don\'t]] and you [[don’t]], he doesn\'t.'),
    ('en', '"nooo"', '[[Nooo]], no, nonono.'),
    # stretched letters
    ('en', '"so"', 'It is [[soooo]] good, [[so]] [[so]]-called.'),
    # this very case
    ('nb', '=Høyre', 'Stem [[Høyre]], ta til høyre, HØYRE.'),
    ('en', '{spring}', 'In [[March]] and [[april]] and [[April]] we march on.'),
    ('nb', '{spring}', 'I [[Mars]], ikke mars, men [[#Mars]].'),
    # alternatives, optional words
    ('en', '("hate"|"loathe") "my" "job"', 'I [[hate my job]] and [[loathe my job]], not my job.'),
    ('en', '"my" ["stupid"] "job"', 'It is [[my job]], [[my stupid job]], my old job.'),
    ('en', '("a" "b"|"c") "d"', '[[a b d]], [[c d]], a d.'),
    # gaps: four words, or as many as are written; signs are not counted; never across a sentence
    ('en', '"treat" ... "dirt"', 'They [[treat us all like dirt]].'),
    ('en', '"treat" ... "dirt"', 'They [[treat, as "one" sees, us dirt]].'),
    ('en', '"treat" ... "dirt"', 'They treat us one two three four dirt.'),
    ('en', '"treat" ...8 "dirt"', 'They [[treat 1 2 3 4 5 6 7 8 dirt]].'),
    ('en', '"treat" ...8 "dirt"', 'They treat 1 2 3 4 5 6 7 8 9 dirt.'),
    ('en', '"treat" ... "dirt"', 'They treat us. Like dirt.'),
    ('en', '"treat" ... "dirt"', 'They [[treat dirt]] and dirt.'),
    # the second 'b' is the one that has a 'c' near it
    ('en', '"a" ...8 "b" ...1 "c"', 'So [[a b x x b c]].'),
    # the start of a clause
    ('en', '^ "buy"', '[[Buy]] it. Please buy it, [[buy]] now. 👉 [[Buy]]!'),
    ('en', '^ "buy"', 'I would buy it but [[buy]] less. You must-buy this.'),
    ('en', '^ "buy"', 'They came and they buy it.'),
    # relations inside a clause, a sentence, neighbouring sentences, the post
    ('en', '{boss} ~ {bad}', 'My [[boss is awful]].'),
    ('en', '{boss} ~ {bad}', 'How [[awful my boss]] is.'),
    ('en', '{boss} ~ {bad}', 'My boss is here, but the food is awful.'),
    ('en', '{boss} ~ {bad}', 'My boss left. The food is awful.'),
    ('en', '{boss} ~ {bad}', 'My boss; the food is awful.'),
    ('en', '{boss} ~ {bad}', 'My [[boss 🙄]] today.'),
    ('en', '{boss} ~> {bad}', 'My [[boss is awful]].'),
    ('en', '{boss} ~> {bad}', 'How awful my boss is.'),
    ('en', '{boss} ~~ {bad}', 'My [[boss is here, but the food is awful]].'),
    ('en', '{boss} ~~ {bad}', 'My boss left. The food is awful.'),
    ('en', '{boss} ~~~ {bad}', 'My boss left. The food is [[awful]].'),
    ('en', '{boss} ~~~ {bad}', 'The food is [[awful]]. My boss left.'),
    ('en', '{boss} ~~~ {bad}', 'My boss left. We ate. The food is awful.'),
    ('en', '{boss} & {bad}', 'My boss left. We ate. The food is [[awful]].'),
    ('en', '{boss} & {bad}', 'The food is awful.'),
    # one word is not two
    ('en', '{good} ~ {good}', 'All is good.'),
    ('en', '{good} ~ {good}', 'All is [[good, so good]].'),
    # precedence and parentheses
    ('en', '"one" ~ "two" ~~ "red"', '[[One two but red]].'),
    ('en', '"one" ~ ("two" & "red")', 'Then two. Now [[one red]].'),
    ('en', '("one" & "two") ~ "red"', 'Then one. Now [[two red]].'),
    ('en', '"one" & "two" ~ "red"', 'One. Nothing. [[Two red]]. Two but red.'),
    # under a negation
    ('en', 'not {good}', 'This is [[not good]], that is good.'),
    ('en', 'not {good}', 'It is [[n\'t a great place]].'),
    ('en', 'not {good}', 'This is not only good.'),
    ('en', 'not {good}', 'It is not bad but good.'),
    ('en', '{boss} ~ not {good}', 'My [[boss is never good]].'),
    ('en', '{boss} ~ not {good}', 'My boss is good.'),
    ('nb', '{boss} ~ not {good}', 'Jeg synes [[ikke sjefen er flink]].'),
    ('sv', '{boss} ~ not {good}', '[[Chefen är inte bra]].'),
    ('fi', '{boss} ~ not {good}', '[[Pomo ei ole hyvä]].'),
    # parts of words, with exceptions
    ('en', 'super*', '[[Supersale]], [[super]], sup.'),
    ('nb', '{slope}', '[[Skitur]] og [[skiløper]], skift, skiftarbeid, skilt, [[skilter]], skip.'),
    ('fi', '{slope}', '[[Tuolihissi]], kerhohissi, kerhohissikin, [[hissi]].'),
    # classes of several words, in phrases and in other lists
    ('en', '"my" {boss}', '[[My line manager]], [[my boss]], [[my line-manager]], my line.'),
    ('en', '{boss} "left"', 'The [[line manager left]], the [[manager left]].'),
    ('en', '{outer}', 'Our [[line manager]], the [[owner]], the line.'),
    ('en', '{ours}', 'It is [[our line manager]], [[our boss]], a [[Solpakke]], our sea.'),
    ('en', '{rude} "people"', 'Some stupid people here.'),
    ('en', '{rude} "people"', 'Some [[stupid people people]] here.'),
    # an entry does not cross a sentence
    ('en', '{boss}', 'That is the line\n[[Manager]] X'),
    # lists with classes that are found beforehand
    ('en', '{left}', 'Only [[3 left]], [[twenty five left]], [[sold out]], left.'),
    ('en', '{hot}', 'It is [[$5 off today]], $5 off now.'),
    ('en', '{hot} ~ "yes"', '[[Yes 🎉]]'),
    # masked words
    ('en', '{swear}', 'Oh [[fudge]], f****, [[f**ge]], [[fud**]], [[f#dge]], f***, f*d*e, f***t.'),
    # names of the policy
    ('en', '{organisation}', '[[Acmella]], [[Acme Energy]], [[@acme]], Acme.'),
    ('fi', '{organisation}', '[[Acmellalla]] on hyvä, [[Acmellan]] ja [[Acmellassa]] ja [[Acmellakin]].'),
    ('nb', '{organisation}', '[[Acmellas]] folk, [[Acme Energys]] folk.'),
    ('en', '{product} ~ "new"', 'The [[new Acme Heater]].'),
    ('en', '{competitor}', '[[Globex]] again.'),
    ('en', '{executive}', 'Our [[Anna Berg]], Anna Lund.'),
    ('fi', '{executive}', 'Tapasin [[Anna Bergin]].'),
    ('en', '{secret}', 'On [[Project Falcon]] and Old News.'),
    ('en', '{sensitive_topic}', 'After the [[landslide]].'),
    # classes found beforehand
    ('en', '{money}', 'It is [[$500]], [[500 euros]], [[2 million dollars]], 500 people.'),
    ('nb', '{money}', 'Det er [[12 500 kr]], [[kr 500]], 500 folk.'),
    ('nb', '{money}', 'Nå [[500,-]], før [[1.299,-]] og [[1 299,-]], [[Kr 500,-]] i timen.'),
    ('nb', '{money}', 'Vi tar [[kr. 500]] for jobben. Den koster [[20 kr]]. 500 kom.'),
    ('nb', '{money}', 'Staten gir [[5 mrd. kroner]] og [[12 mill. kroner]].'),
    ('sv', '{money}', 'Kaffe för [[20:-]], tårta [[1 299:-]], budget [[5 miljarder kronor]] och [[10 tkr]].'),
    ('fi', '{money}', 'Hinta [[500,-]] tai [[5 mrd. euroa]].'),
    ('nb', '{money}', 'Ring 22 33 44 55, se side 500-, 600, vi var 500, - sa han.'),
    ('en', '{money}', 'A smile 3:-) and 500,-600 or 555-1234, version 3.11, 3/4 of us.'),
    ('fi', '{money}', 'Maksaa [[500 €]].'),
    ('en', '{percent}', 'Save [[20%]] or [[20 percent]], 20 left.'),
    ('en', '{number}', 'We are [[12]] or [[twenty five]].'),
    ('en', '{date}', 'On [[12 March]], [[Monday]], [[2026-11-21]], [[24.12]]., in march.'),
    ('nb', '{date}', 'Den [[3. mai]], [[3/5]], på [[mandag]].'),
    ('nb', '{date}', 'Vi åpner [[21/11/2026]], [[21.11.2026]], [[21/11-2026]] eller [[21. november 2026]].'),
    ('en', '{date}', 'On [[November 21st]], [[November 21, 2026]], [[21st of November]], [[11/21/2026]].'),
    ('en', '{date}', '3/4 of us, 1/2 price, version 3.11, 555-1234, 2026-11, 2-1, but by [[3/4]].'),
    ('sv', '{date}', 'Vi ses den [[3:e maj]], [[1:a juni 2026]], [[3 maj]], version 2.10.'),
    ('fi', '{date}', 'Tule [[21. marraskuuta 2026]], [[marraskuun 21. päivä]] tai [[21.11.2026]].'),
    ('en', '{time}', '[[At 10:30]], [[5 pm]], 500.'),
    ('nb', '{time}', 'Møt oss [[kl. 10]] eller [[klokka 10.30]].'),
    ('en', '{age}', 'She is [[12 years old]], a [[12-year-old]], 12 years.'),
    ('nb', '{age}', 'En [[15-åring]] og en [[15 år gammel]] gutt.'),
    ('en', '{age}', 'John, [[aged 42]], [[turned 42]] today, [[age 7]].'),
    ('en', '{age}', 'It is aged 12 months, 50 turned up, she turned 42 pages.'),
    ('nb', '{age}', 'Den [[42-årige]] mannen [[fylte 43]] i går, [[42-åringens]] hus.'),
    ('sv', '{age}', 'Den [[42-åriga]] kvinnan, en [[42-årig]] man, [[42-åringar]].'),
    ('fi', '{age}', 'Hän on [[42 vuotta vanha]], [[42-vuotias]], [[42-vuotiaan]], [[42-vuotiaaseen]].'),
    ('en', '{name}', 'I met [[Kari Hansen]] and [[Dr. Who]], Acmella, the sea.'),
    ('en', '{url}', 'See [[https://acme.example]] now.'),
    ('en', '{mention}', 'Ask [[@anna]].'),
    ('en', '{hashtag}', 'So [[#tired]].'),
    ('en', '{emoji}', 'So tired [[🙄]].'),
    ('en', '{caps}', 'This is [[NOT OK]] and I say so.'),
    ('en', '{exclaim}', 'No[[!!!]] No[[?!]] No.'),
    # the sign itself
    ('en', r'"5" \* "hotel"', 'A [[5* hotel]].'),
    ('en', r'\{ "x" \}', 'The [[{x}]].'),
    # the text is normalised, the place is that of the text as it stands
    ('en', '"don\'t" "buy"', 'So [[don’t\u00a0b\u00aduy]] 𝐛𝐮𝐲'),
    ('en', '"buy" "now"', '[[𝐁𝐔𝐘 𝐧𝐨𝐰]]'),
    ('nb', '"blåbær"', 'Kjøp [[bla\u030abær]]!'),
]  # fmt: skip


@pytest.fixture(scope='module')
def quoted(tmp_path_factory: pytest.TempPathFactory) -> Ruleset:
    rules = {f'p/r{i}': engine.find(lang, phrase) for i, (lang, phrase, _) in enumerate(ROWS)}
    return engine.ruleset(
        tmp_path_factory.mktemp('pack'), rules, LISTS, ORGANISATION, [*engine.QUOTED, 'and_words']
    )


def named(rows: list[tuple[str, str, str]]) -> list[object]:
    return [pytest.param(i, *row, id=f'{row[0]} {row[1]} in {row[2]}'[:90]) for i, row in enumerate(rows)]


@pytest.mark.parametrize(('number', 'lang', 'phrase', 'text'), named(ROWS))
def test_a_phrase_finds(quoted: Ruleset, number: int, lang: str, phrase: str, text: str) -> None:
    assert engine.shown(quoted, f'p/r{number}', text, lang) == text


def test_the_left_side_of_a_wide_relation_is_related(quoted: Ruleset) -> None:
    number = next(i for i, row in enumerate(ROWS) if row[1] == '{boss} & {bad}')
    text = 'My boss left. We ate. The food is awful.'
    (flag,) = engine.flags(quoted, f'p/r{number}', text)
    assert [(one.quote, one.points) for one in flag.related] == [('boss', None)]


# ---- inflection, by the dictionaries

INFLECTED = [
    ('en', 'hate my job', 'I [[hate my job]], she [[hated my jobs]], hating jobs.'),
    ('en', 'best', 'The [[best]], good, better.'),
    ('en', 'bad', 'It is [[bad]], worse, the worst.'),
    ('en', 'hated', 'I [[hated]] and hate it.'),
    ('en', '"hate"', 'I [[hate]], he hates.'),
    ('nb', 'sjef', '[[Sjefen]] og [[sjefene]], en [[sjef]].'),
    ('nb', 'hate jobb', 'Jeg [[hater jobben]].'),
    ('nb', 'ikke', 'Eg veit [[ikkje]], jeg vet [[ikke]].'),
    ('nb', 'lønn', 'Mi [[løn]] og min [[lønn]] og [[lønnen]].'),
    ('sv', 'chef', '[[Chefen]] och [[cheferna]], en [[chef]].'),
    ('sv', 'hata', 'Jag [[hatar]] och [[hatade]].'),
    ('fi', 'pomo', '[[Pomoni]], [[pomokin]], [[pomolle]], [[pomoltammekin]], [[pomot]].'),
    ('fi', 'työpaikka', '[[Työpaikassani]] ja [[työpaikallamme]] ja [[työpaikkaansa]].'),
    (
        'fi',
        '*tarjous',
        '[[Huipputarjous]], [[joulutarjoukset]].',
    ),
    ('nb', '*tilbud', '[[Juletilbudet]] og [[tilbud]].'),
    ('fi', 'vihata', 'Minä [[vihaan]] tätä.'),
    ('fi', 'kehua', 'Ne on [[kehunu]] ja [[kehui]].'),
]


# with what rules/forms.yaml adds to the dictionaries
ADDED = [
    ('fi', 'koodi', 'Ei [[koodia]], [[koodissa]] ja [[koodilla]], [[koodeja]].'),
    ('fi', 'ovikoodi', '[[Ovikoodia]] ja [[ovikoodilla]] ja [[ovikoodiamme]].'),
    ('fi', 'mummi', '[[Mummia]] ja [[mummilla]], [[mummin]].'),
    ('fi', 'oikeusministeri', '[[Oikeusministeriä]], [[oikeusministerille]], ministeri.'),
    ('fi', 'uhka', '[[Uhkaa]] ja [[uhan]] ja [[uhkia]].'),
]


@pytest.fixture(scope='module')
def bending(tmp_path_factory: pytest.TempPathFactory, forms: Path) -> Ruleset:
    rules = {f'p/r{i}': engine.find(lang, phrase) for i, (lang, phrase, _) in enumerate(INFLECTED)}
    last = len(INFLECTED) - 1
    rules[f'p/r{last}'] = engine.find('fi', 'kehua', 'forms: {fi: {kehua: [kehunu]}}')
    folder = engine.pack(tmp_path_factory.mktemp('pack'), rules, {}, engine.MARKS)
    (folder / 'nynorsk.yaml').write_text('nb: |\n  ikkje ikke\n  løn lønn\n', 'utf-8')
    return engine.ruleset(folder, {}, {}, forms=forms)


@pytest.mark.parametrize(('number', 'lang', 'phrase', 'text'), named(INFLECTED))
def test_a_dictionary_form_finds_its_forms(
    bending: Ruleset, number: int, lang: str, phrase: str, text: str
) -> None:
    assert engine.shown(bending, f'p/r{number}', text, lang) == text


@pytest.fixture(scope='module')
def added(tmp_path_factory: pytest.TempPathFactory, forms: Path) -> Ruleset:
    folder = tmp_path_factory.mktemp('pack')
    engine.pack(folder, {f'p/r{i}': engine.find(lang, phrase) for i, (lang, phrase, _) in enumerate(ADDED)})
    shutil.copy(engine.SHIPPED / 'forms.yaml', folder)
    return Ruleset(Artefact(engine.artefact(folder, forms=forms)))


@pytest.mark.parametrize(('number', 'lang', 'phrase', 'text'), named(ADDED))
def test_forms_that_the_dictionary_lacks_are_found(
    added: Ruleset, number: int, lang: str, phrase: str, text: str
) -> None:
    assert engine.shown(added, f'p/r{number}', text, lang) == text


# ---- mistakes with their place in the file


@pytest.mark.parametrize(
    ('lines', 'line', 'words'),
    [
        ('find:\n  en: |\n    fine\n    buy {now', 9, "column 9: '{' is never closed"),
        ('find:\n  en: |\n    fine\n      buy {nowhere} x', 9, "column 11: there is no class or word list 'nowhere'"),
        ('find:\n  en: |\n    {boos} ~ fine', 8, "column 5: there is no class or word list 'boos'; did you mean boss?"),
        ('find:\n  en: |\n    # a comment\n\n    a ~', 10, "column 7: something is missing after '~'"),
        ('points:\n  needs: 2\n  within: post\n  en: |\n    2 a\n    1 b ~ (c', 11, "column 11: '(' is never closed"),
        ('find:\n  en: |\n    ' + ' '.join(['(a|b|c|d|e)'] * 4), 8, 'more than 64 alternatives'),
        ('require:\n  label: ad\n  when:\n    en: |\n      {x', 10, "column 7: '{' is never closed"),
        ('require: {label: add, when: {en: buy}}', 6, "there is no label 'add'; did you mean ad?"),
        ('find: {en: a}\nadjust:\n  - level: off\n    has:\n      en: |\n        b ~~', 11, 'column 11: something'),
        ('limit: {measure: hashtag, at_most: 3}', 6, "there is no measure 'hashtag'; did you mean hashtags?"),
        ('find:\n  en: |\n    a\nprecedents: [P1]', None, None),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_with_its_place(
    tmp_path: Path, lines: str, line: int | None, words: str | None
) -> None:
    text = engine.rule(lines, ['en'])
    folder = engine.pack(tmp_path / 'pack', {'t/x': text}, {'boss': {'en': '"boss"'}})
    if line is None:
        assert engine.artefact(folder)
        return
    # the lines of the rule begin after its head
    head = text[: text.index(lines[:5])].count('\n')
    with pytest.raises(InputError) as caught:
        engine.artefact(folder)
    assert str(caught.value).startswith(f'{folder}/t/x.yaml:{line - 6 + 1 + head}: ')
    assert words is not None
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ('entry', 'words'),
    [
        ('a ~ b', 'column 3: an entry of a word list has no'),
        ('a {', "column 5: '{' is never closed"),
        ('{nowhere}', "there is no class or word list 'nowhere'"),
        ('-two words', 'an exception is one word'),
    ],
)
def test_a_mistake_in_a_list_is_shown_with_its_place(tmp_path: Path, entry: str, words: str) -> None:
    folder = engine.pack(
        tmp_path / 'pack', {'t/x': engine.find('en', '{own}')}, {'own': {'en': f'"a"\n{entry}'}}
    )
    with pytest.raises(InputError) as caught:
        engine.artefact(folder)
    assert str(caught.value).startswith(f'{folder}/words/own.yaml:4: ')
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ('lists', 'message'),
    [
        pytest.param(
            {'own': {'en': '"a"\n-b\n{polit}'}, 'polite': {'en': '"please"'}},
            "own.yaml:5: column 3: there is no class or word list 'polit'; did you mean polite?",
            id='a typo',
        ),
        pytest.param(
            {
                'own': {'en': '"a" {deep}'},
                'deep': {'en': '"a"\n"b" ({polite}|{nowhere})'},
                'polite': {'en': 'p'},
            },
            "deep.yaml:4: column 17: there is no class or word list 'nowhere'",
            id='in a list that a list includes',
        ),
        pytest.param(
            {'own': {'en': '{deep}'}, 'deep': {'nb': 'b'}},
            'own.yaml:3: column 3: the word list deep has no en; write en: in it, or take {deep} out here',
            id='in another language only',
        ),
        pytest.param(
            {'own': {'nb': 'b'}},
            't/x.yaml:10: column 5: the word list own has no en; write en: in it, or take {own} out here',
            id='in another language only, in a phrase',
        ),
        pytest.param(
            {'own': {'en': '"a"\n{own}'}},
            'own.yaml:4: column 3: the word list own includes itself; take one of these entries out',
            id='a list in itself',
        ),
        pytest.param(
            {'own': {'en': '"a"\n{deep} "b"'}, 'deep': {'en': '{deeper}'}, 'deeper': {'en': '"c" {own}'}},
            'deeper.yaml:3: column 7: the word list own includes itself through deep and deeper; '
            'take one of these entries out',
            id='lists in a circle',
        ),
        pytest.param(
            {'own': {'en': '"a"\n' + ' '.join(['(boss|chief)'] * 7)}},
            'own.yaml:4: more than 64 alternatives in one entry; write some of them on a line of their own',
            id='too many in one entry',
        ),
    ],
)
def test_what_a_list_includes_in_vain_is_told_where_it_stands(
    tmp_path: Path, lists: dict[str, dict[str, str]], message: str
) -> None:
    text = engine.rule('find:\n  en: |\n    {own}', ['en'])
    folder = engine.pack(tmp_path / 'pack', {'t/x': text}, lists)
    with pytest.raises(InputError) as caught:
        engine.artefact(folder)
    told = str(caught.value).removeprefix(f'{folder}/').removeprefix('words/')
    if 'nowhere' in message:
        told = told[: len(message)]
    assert told == message


LETTERS = st.lists(
    st.sampled_from(['power', 'Cut', 'å', 'Ær', 'not', 'strøm', 'É', 'ß', 'ÿ']), min_size=1, max_size=4
)


@given(LETTERS, st.sampled_from(['{}', '"{}"', '={}']))
def test_a_plain_entry_is_read_as_any_other(words: list[str], written: str) -> None:
    line = written.format(' '.join(words))
    tree = parse(line, entry=True)
    assert isinstance(tree, Sequence)
    assert parse_entry(line) == tree.elements


@pytest.mark.parametrize(('lang', 'text', 'found'), [
    ('en', 'Lumina are cheap, and lumina is a word.', ['Lumina']),
    ('en', 'Lumina Power and Power alone', ['Lumina Power']),
    ('nb', 'Luminas priser', ['Luminas']),
    ('fi', 'Polarvatin ja Luminan hinnat, Polarvattia', ['Polarvatin', 'Luminan', 'Polarvattia']),
])  # fmt: skip
def test_competitors_go_by_their_first_name_and_bend(
    tmp_path: Path, lang: str, text: str, found: list[str]
) -> None:
    rules = engine.ruleset(
        tmp_path,
        {'a/rival': engine.find(lang, '{competitor}')},
        policy='organisation: {name: Nordlys, competitors: [Lumina Power, Polarvatt]}\n',
        shipped=engine.QUOTED,
    )
    assert [flag.quote for flag in engine.flags(rules, 'a/rival', text, lang)] == found


def test_a_name_is_known_as_a_hashtag(tmp_path: Path) -> None:
    rules = engine.ruleset(
        tmp_path,
        {'a/ware': engine.find('en', '{product}')},
        policy='organisation: {name: Nordlys, products: [Nordlys Heat]}\n',
        shipped=engine.QUOTED,
    )
    assert [flag.quote for flag in engine.flags(rules, 'a/ware', 'So warm #nordlysheat')] == ['#nordlysheat']


@pytest.mark.parametrize(
    ('typed', 'plain'),
    [
        ('our … cheap', 'our ... cheap'),
        ('our …8 cheap', 'our ...8 cheap'),
        ('“buy now” ~ x', '"buy now" ~ x'),
        ('„buy now“', '"buy now"'),
        ('”buy now”', '"buy now"'),
        ('“buy now"', '"buy now"'),
        ('(our ~ (cheap|dear))', 'our ~ (cheap|dear)'),
    ],
)
def test_signs_as_a_word_processor_writes_them(typed: str, plain: str) -> None:
    assert told(parse(typed)) == told(parse(plain))
