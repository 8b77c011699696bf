"""Example posts: how their files are read, what is refused, and that near duplicates are found."""

from __future__ import annotations

from pathlib import Path

import engine
import pytest
import sense

from policycheck.errors import InputError
from policycheck.schema.exemplars import Exemplar, digest, load, near_duplicates


def written(folder: Path, text: str, name: str = 'loud') -> str:
    path = folder / f'{name}.yaml'
    path.write_text(text, 'utf-8')
    return str(path)


def test_posts_keep_their_line_ends_and_signs(tmp_path: Path) -> None:
    posts = load(written(tmp_path, sense.LOUD))
    assert [one for one in posts if one.writer == 'clerk' and '\n' in one.text] == [
        Exemplar(
            'loud',
            'en',
            'flags',
            'clerk',
            'price down, shop, buy\n\nand tell everybody',
            str(tmp_path / 'loud.yaml'),
            24,
        )
    ]
    assert 'order: the sale is on # today' in {one.text for one in posts}


@pytest.mark.parametrize(
    ('text', 'name', 'said'),
    [
        ('en: {flags: {a: [x]}}', 'loud', "loud.yaml:1: missing key 'about'"),
        ('about: x', 'loud', 'there are no posts; add en:, nb:, sv: or fi:'),
        ('about: x\nen:\n  flag: {a: [x]}', 'loud', "loud.yaml:3: unknown key 'flag'; did you mean flags?"),
        ('about: x\nen:\n  flags:\n    a:\n      - {b: c}', 'loud', 'loud.yaml:5: a post is a text'),
        ('about: x\nen:\n  flags:\n    a:\n      -', 'loud', 'loud.yaml:5: a post is a text'),
        (
            'about: x\nen:\n  flags:\n    a:\n      - Buy now\n      - 3',
            'loud',
            "loud.yaml:6: a post is a text with words, and '3' has none; write the post",
        ),
        (
            'about: x\nen:\n  passes:\n    a:\n      - "3.50"',
            'loud',
            "loud.yaml:5: a post is a text with words, and '3.50' has none; write the post",
        ),
        (
            'about: x\nen:\n  flags:\n    A B: [x]',
            'loud',
            "loud.yaml:4: 'A B': a group of writers has a name of",
        ),
        (
            'about: x\nusual: work\nen:\n  flags:\n    a:\n      - x',
            'loud',
            "loud.yaml:2: unknown value of 'usual': 'work'; one of personal, official, reply",
        ),
        (
            'about: x\nen:\n  flags:\n    a:\n      - x',
            'ordinary',
            'ordinary.yaml:5: ordinary posts show no fault',
        ),
    ],
    ids=[
        'no about',
        'no posts',
        'a slip',
        'not a text',
        'nothing',
        'a number',
        'a number in quotes',
        'a writer with a space',
        'usual nowhere',
        'ordinary faults',
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, name: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        load(written(tmp_path, text, name))
    assert said in str(caught.value)


def test_the_digest_knows_texts_and_not_their_order() -> None:
    one = Exemplar('a', 'en', 'flags', 'w', 'x', 'p', 1)
    two = one._replace(text='y', line=2)
    assert digest([one, two]) == digest([two, one._replace(path='q')])
    assert digest([one]) != digest([one._replace(kind='passes')]) != digest([one._replace(writer='v')])


@pytest.mark.parametrize(
    ('first', 'second', 'langs', 'found'),
    [
        ('We sell good bread here today.', 'We sell good bread here  today!', ('en', 'en'), 1),
        ('We sell good bread here today.', 'The union met at the depot again.', ('en', 'en'), 0),
        ('Vi har møte i dag klokka ni.', 'Vi har møte i dag klokka ni.', ('nb', 'sv'), 0),
    ],
    ids=['nearly the same', 'another post', 'another language'],
)
def test_near_duplicates(first: str, second: str, langs: tuple[str, str], found: int) -> None:
    posts = [
        Exemplar('a', lang, 'flags', 'w', text, 'p', line)
        for line, (lang, text) in enumerate(zip(langs, (first, second)), 1)
    ]
    assert len(list(near_duplicates(posts))) == found


def test_all_shipped_exemplars_can_be_read() -> None:
    for path in sorted((engine.SHIPPED / 'exemplars').glob('*.yaml')):
        posts = load(str(path))
        assert {one.lang for one in posts} == {'en', 'nb', 'sv', 'fi'}, path
