# ruff: noqa: E501  what is printed stands on one line, as it is printed
"""``init``: whatever is answered, the file that is written loads and holds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policycheck.authoring import starter
from policycheck.authoring.starter_words import COMMENTS, KINDS, QUESTIONS, TALK
from policycheck.errors import InputError
from policycheck.model import JURISDICTIONS, LANGUAGES
from policycheck.schema import policy
from policycheck.strict_yaml.yamlfile import parse, validate


def loaded(text: str) -> policy.Policy:
    return validate(policy.Policy, parse(text.encode(), 'p.yaml'), 'p.yaml')


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_defaults_load(language: str) -> None:
    answers = starter.defaults(language)
    read = loaded(starter.render(answers, language))
    assert read.languages == answers.languages
    assert read.jurisdictions == JURISDICTIONS[language]
    assert read.organisation == policy.STARTER.organisation
    assert (read.fail_on, read.packs, read.contacts, read.reporting) == ('warn', ('default',), {}, ())


@pytest.mark.parametrize('language', LANGUAGES)
def test_the_commented_lines_load_as_well(language: str) -> None:
    text = starter.render(starter.defaults(language), language)
    woken = [
        line.replace('# ', '', 1) if ': ' in line or line == '# rules:' else line for line in text.split('\n')
    ]
    keys = ('secrets', 'sector', 'silent_periods', 'sensitive_topics', 'rules', '  style', 'files')
    lines = [
        new
        if new.lstrip().startswith(tuple(key.strip() for key in keys)) and old.lstrip().startswith('#')
        else old
        for old, new in zip(text.split('\n'), woken, strict=True)
    ]
    read = loaded('\n'.join(lines))
    assert read.rules['style/hashtags'].level == 'off'
    assert read.files.include == ('content/**/*.md',)
    assert 'Aurora' in read.organisation.secrets[0].words
    assert len(read.silent_periods) == len(read.sensitive_topics) == 1


@pytest.mark.parametrize('table', [QUESTIONS, TALK, COMMENTS, KINDS])
def test_every_text_is_there_in_every_language(table: dict[str, dict[str, str]]) -> None:
    assert tuple(table) == LANGUAGES
    assert all(texts.keys() == table['en'].keys() and all(texts.values()) for texts in table.values())


HOSTILE = st.text(
    st.one_of(st.sampled_from('"\'\\:#,[]{}&*!|>%@`-? \n\r\t\0\u2028\ufeff👋é'), st.characters()), max_size=30
)


@given(
    name=HOSTILE,
    names=st.lists(HOSTILE, max_size=4),
    who=HOSTILE,
    reporting=st.lists(st.tuples(HOSTILE, HOSTILE), max_size=3),
    language=st.sampled_from(LANGUAGES),
)
def test_hostile_answers_come_back(
    name: str, names: list[str], who: str, reporting: list[tuple[str, str]], language: str
) -> None:
    answers = starter.Answers(
        name=name, handles=tuple(names), competitors=tuple(names), who=who, reporting=tuple(reporting),
        channels=(('x', who, name),), hours=who,
    )  # fmt: skip
    read = loaded(starter.render(answers, language))
    kept = [starter._clean(text) for text in names]
    assert (read.organisation.name or '') == starter._clean(name)
    assert read.organisation.handles == tuple(filter(None, kept))
    own = {starter._clean(name).casefold(), ''}
    assert read.organisation.competitors == tuple(text for text in kept if text.casefold() not in own)
    assert (read.channels['x'].purpose or '', read.channels['x'].goal or '') == (
        starter._clean(who),
        starter._clean(name),
    )
    assert ('default' in read.contacts) == bool(starter._clean(who))
    assert [(place.name, place.at or '') for place in read.reporting] == [
        (starter._clean(place), starter._clean(at)) for place, at in reporting if starter._clean(place)
    ]


@pytest.mark.parametrize(
    'word', ['no', 'Yes', 'null', 'true', '1.10', '- a', 'a: b', 'a #b', "it's", '"x"', '@a', 'æ & ø']
)
def test_a_name_comes_back(word: str) -> None:
    assert loaded(starter.render(starter.Answers(name=word), 'en')).organisation.name == word


def answering(*lines: str) -> tuple[starter.Answers, str]:
    given: Iterator[str] = iter(lines)
    said: list[str] = []
    answers = starter.ask(lambda: next(given, ''), said.append, 'nb')
    return answers, ''.join(said)


def test_enter_takes_the_defaults() -> None:
    answers, said = answering(*['\n'] * 40)
    assert answers == starter.defaults('nb')
    assert 'Hva slags virksomhet er det? (bedrift, børsnotert, offentlig,' in said
    assert '[bedrift] ' in said


def test_answers_are_taken() -> None:
    answers, said = answering(
        'bank\n', 'Børsnotert\n', 'no, se\n', 'nb\n', 'Nordlys AS\n', 'Nordlys, Lyset,Lyset\n', '@nordlys\n', '\n',
        'Havkraft\n', 'linkedin, X\n', 'ansette\n', '\n', '\n', 'salg: ja\n', 'Pressevakten\n', '555 01 23\n',
        'man-fre 9-15\n', '\n', 'verneombud: 555, Varslingskanalen\n',
    )  # fmt: skip
    assert '«bank» er ikke blant: bedrift, børsnotert' in said
    assert 'Hva bruker dere linkedin til?' in said
    assert answers == starter.Answers(
        kind='listed', countries=('NO', 'SE'), languages=('nb',), name='Nordlys AS', aliases=('Nordlys', 'Lyset'),
        handles=('@nordlys',), competitors=('Havkraft',), channels=(('linkedin', 'ansette', ''), ('x', '', 'salg: ja')),
        who='Pressevakten', at='555 01 23', hours='man-fre 9-15',
        reporting=(('verneombud', '555'), ('Varslingskanalen', '')),
    )  # fmt: skip
    read = loaded(starter.render(answers, 'nb'))
    assert read.organisation.listed is True
    assert read.channels['x'].goal == 'salg: ja'
    assert read.contacts['default'].who == 'Pressevakten'


def test_an_input_that_ends_says_what_to_do() -> None:
    with pytest.raises(InputError) as caught:
        answering('bedrift\n')
    assert str(caught.value) == (
        'the input ended before the questions; answer each on a line of its own, '
        'or take the defaults with policycheck init --yes'
    )


def test_write_makes_a_whole_file_and_overwrites_none(tmp_path: Path) -> None:
    path = str(tmp_path / 'policycheck.yaml')
    starter.write(path, 'æ\n')
    assert Path(path).read_bytes() == 'æ\n'.encode()
    with pytest.raises(InputError) as caught:
        starter.write(path, 'b')
    assert str(caught.value) == f'{path}: the file exists already; edit it, or move it away first'
    assert Path(path).read_bytes() == 'æ\n'.encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ['policycheck.yaml']


def test_write_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match='the file cannot be written: No such file or directory'):
        starter.write(str(tmp_path / 'none' / 'p.yaml'), 'a')


@pytest.mark.parametrize(
    ('language', 'answers', 'said'),
    [
        ('en', ['listed'], "'listed' is not one of: company, listed company, public body, school, care, NGO, agency. Did you mean 'listed company'?"),
        ('en', ['agncy'], "'agncy' is not one of: company, listed company, public body, school, care, NGO, agency. Did you mean 'agency'?"),
        ('en', ['bank'], "'bank' is not one of: company, listed company, public body, school, care, NGO, agency"),
        ('nb', ['listed'], '«listed» er ikke blant: bedrift, børsnotert, offentlig, skole, omsorg, organisasjon, byrå. Mente du «børsnotert»?'),
        ('en', ['', 'Norge'], "'Norge' is not one of: NO, SE, FI, US, GB, EU. Did you mean 'NO'?"),
        ('fi', ['', '', 'suomi'], '”suomi” ei ole mikään näistä: en, nb, sv, fi. Tarkoititko ”fi”?'),
        ('fi', ['', 'suomi'], '”suomi” ei ole mikään näistä: NO, SE, FI, US, GB, EU. Tarkoititko ”FI”?'),
        ('sv', ['', '', 'svenska'], '”svenska” finns inte bland: en, nb, sv, fi. Menade du ”sv”?'),
        ('fi', ['', '', '', '', '', '', '', '', 'linkdin'],
         '”linkdin” ei ole mikään näistä: x, bluesky, mastodon, threads, linkedin, facebook, instagram, tiktok, youtube, other. Tarkoititko ”linkedin”?'),
    ],
)  # fmt: skip
def test_a_word_that_is_no_choice_is_told_with_what_is(language: str, answers: list[str], said: str) -> None:
    given = iter([*(f'{answer}\n' for answer in answers), *['\n'] * 40])
    lines: list[str] = []
    assert starter.ask(lambda: next(given), lines.append, language) == starter.defaults(language)
    assert [line for line in lines if line.startswith(said[:2])] == [said + '\n']


@pytest.mark.parametrize('language', LANGUAGES)
def test_a_default_is_written_as_its_choice(language: str) -> None:
    lines: list[str] = []
    starter.ask(lambda: '\n', lines.append, language)
    choices = {question.text: question.choices for question in starter.questions(language)}
    for line in lines[1:]:
        text, _, standing = line.rstrip('] ').rpartition(' [')
        listed = choices.get(text) or {}
        if listed and standing:
            assert set(standing.split(', ')) <= {*listed}
            assert all(said in text for said in listed)
