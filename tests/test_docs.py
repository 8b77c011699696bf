"""The documentation, run: its phrases, its YAML, and whether it tells of everything that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import engine
import pytest
import yaml

from policycheck.authoring.examples import outcomes
from policycheck.cli import COMMANDS, main
from policycheck.commands.rules import ACTIONS
from policycheck.compiled import Ruleset
from policycheck.schema import policy, rulefile
from policycheck.strict_yaml.yamlfile import parse as parse_yaml
from policycheck.words.phrases import PhraseError
from policycheck.words.phrases import parse as parse_phrase

DOCS = sorted((*(engine.ROOT / 'docs').glob('*.md'), *engine.ROOT.glob('*.md')))
PHRASES = engine.ROOT / 'docs/phrase-language.md'

Place = tuple[str, int]


def blocks(path: Path, *kinds: str) -> Iterator[tuple[str, int, str]]:
    """Words after the fence, line and content of the code blocks of these kinds."""
    text = path.read_text('utf-8')
    for match in re.finditer(r'^```(\S+)([^\n]*)\n(.*?)^```$', text, re.MULTILINE | re.DOTALL):
        if match[1] in kinds:
            yield match[2].strip(), text.count('\n', 0, match.start(3)) + 1, match[3]


def of_kind(*kinds: str) -> list[object]:
    """A parameter for each code block of these kinds in all documents."""
    return [
        pytest.param(content, id=f'{path.name}:{line}')
        for path in DOCS
        for _, line, content in blocks(path, *kinds)
    ]


def examples() -> Iterator[tuple[str, str, str, str]]:
    """Id of a rule, language, phrase and post of the phrase blocks."""
    for lang, line, content in blocks(PHRASES, 'phrases'):
        name = phrase = ''
        for offset, text in enumerate(content.splitlines()):
            if not text.startswith(' '):
                name, phrase = f'docs/line-{line + offset}', text
            else:
                yield name, lang, phrase, text.strip()


@pytest.fixture(scope='module')
def documented(tmp_path_factory: pytest.TempPathFactory, forms: Path) -> Ruleset:
    """A rule for each phrase of the page, beside its word lists."""
    words = {}
    for _, _, content in blocks(PHRASES, 'yaml'):
        if match := re.match(r'# rules/words/(\w+)\.yaml\n', content):
            own = yaml.load(content, yaml.BaseLoader)
            words[match[1]] = {key: text for key, text in own.items() if key != 'about'}
    rules = {name: engine.find(lang, phrase) for name, lang, phrase, _ in examples()}
    lists = (*engine.QUOTED, 'raising')
    return engine.ruleset(tmp_path_factory.mktemp('docs'), rules, words, shipped=lists, forms=forms)


@pytest.mark.parametrize(
    ('name', 'lang', 'phrase', 'post'), [pytest.param(*row, id=f'{row[2]}: {row[3]}') for row in examples()]
)
def test_phrase_finds_what_the_page_says(
    documented: Ruleset, name: str, lang: str, phrase: str, post: str
) -> None:
    assert engine.shown(documented, name, post[2:], lang) == post[2:]
    assert ('[[' in post) == post.startswith('+ ')


@pytest.mark.parametrize('written', of_kind('phrase-mistakes'))
def test_mistakes_are_told_as_the_page_says(written: str) -> None:
    rows = written.splitlines()
    for phrase, said in zip(rows[::2], rows[1::2], strict=True):
        with pytest.raises(PhraseError) as caught:
            parse_phrase(phrase)
        assert (phrase, f'{caught.value.column}: {caught.value.message}') == (phrase, said.strip())


def phrases_in(value: Any, keys: tuple[str, ...] = ()) -> Iterator[str]:
    """The phrases of a piece of a rule file: the lines of its blocks, without their points."""
    if isinstance(value, str) and {'find', 'when', 'has', 'points'} & set(keys) and 'label' not in keys:
        for line in value.splitlines():
            if not line.startswith('# ') and keys[-1] in ('en', 'nb', 'sv', 'fi'):
                yield re.sub(r'^-?\d+ ', '', line) if 'points' in keys else line
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from phrases_in(inner, (*keys, key))
    for inner in value if isinstance(value, list) else ():
        yield from phrases_in(inner, keys)


@pytest.mark.parametrize('written', of_kind('yaml'))
def test_yaml_can_be_read(written: str) -> None:
    value = parse_yaml(written.encode(), 'docs').value
    for phrase in phrases_in(value):
        parse_phrase(phrase)
    if written.startswith('# policycheck.yaml'):
        assert policy.validate(policy.Policy, parse_yaml(written.encode(), 'docs'), 'docs')
    elif written.startswith('# rules/words/'):
        assert rulefile.load_words('docs', written.encode())
    elif written.startswith('# rules/'):
        assert rulefile.load('docs', written.encode())


def test_rule_on_the_page_does_what_its_examples_say(tmp_path: Path, forms: Path) -> None:
    text = next(content for _, _, content in blocks(engine.ROOT / 'docs/rules.md', 'yaml'))
    rules = {'tone/cheap': text}
    own = (engine.SHIPPED / 'sample-organisation.yaml').read_text('utf-8')
    ruleset = engine.ruleset(tmp_path, rules, policy=own, shipped=(*engine.QUOTED, 'raising'), forms=forms)
    examples_of = parse_yaml(text.encode(), 'docs').value['examples']
    assert [one for one in outcomes('tone/cheap', examples_of, ruleset) if not one.holds] == []


def keys_of(schema: dict[str, Any]) -> set[str]:
    """Every key that a JSON Schema knows, at any depth."""
    parts = (schema, *schema.get('$defs', {}).values())
    return {key for part in parts for key in part.get('properties', {})}


@pytest.mark.parametrize(
    ('page', 'schema'),
    [
        pytest.param('rules.md', rulefile.schema(), id='rule file'),
        pytest.param('rules.md', rulefile.WordFile.model_json_schema(), id='word list'),
        pytest.param('policy.md', policy.schema(), id='policycheck.yaml'),
    ],
)
def test_every_key_is_explained(page: str, schema: dict[str, Any]) -> None:
    text = (engine.ROOT / 'docs' / page).read_text('utf-8')
    assert sorted(key for key in keys_of(schema) if not re.search(rf'`{key}`|\b{key}:', text)) == []


COMMAND_LINES = [(name,) for name in COMMANDS if name != 'rules'] + [('rules', name) for name in ACTIONS]


@pytest.mark.parametrize('words', [pytest.param(words, id=' '.join(words)) for words in COMMAND_LINES])
def test_every_command_and_option_is_explained(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*words, '--help'])
    text = ''.join(path.read_text('utf-8') for path in DOCS)
    options = set(re.findall(r'(?<![\w-])--[a-z][a-z-]*', capsys.readouterr().out)) - {'--help'}
    assert f'policycheck {" ".join(words)}' in text
    assert sorted(option for option in options if option not in text) == []


def test_every_module_has_its_place_in_the_layout() -> None:
    text = (engine.ROOT / 'docs/how-it-works.md').read_text('utf-8')
    package = engine.ROOT / 'policycheck'
    modules = {path.stem for path in package.glob('*.py') if path.stem[0] != '_'}
    folders = {f'{path.name}/' for path in package.iterdir() if (path / '__init__.py').exists()}
    assert sorted(name for name in modules | folders if f'`{name}`' not in text) == []


def test_documents_lead_somewhere() -> None:
    missing = [
        f'{path.name}: {target}'
        for path in DOCS
        for target in re.findall(r'\]\(([^)#\s]+)', path.read_text('utf-8'))
        if '://' not in target and not (path.parent / target).exists()
    ]
    assert missing == []


def test_ci_runs_the_second_command_of_the_readme() -> None:
    lines = [content.strip() for _, _, content in blocks(engine.ROOT / 'README.md', 'sh')]
    assert lines[1] == (engine.ROOT / '.ci/run').read_text('utf-8').splitlines()[-1]
    assert [line.split(' && ')[0] for line in lines[:2]] == ['python3 -m venv .venv'] * 2
