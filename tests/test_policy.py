# ruff: noqa: E501  messages stand on one line, as they are shown
"""policycheck.yaml: what is read from it, and the sentence for every slip."""

from __future__ import annotations

import datetime
import json
import os
import sys
from pathlib import Path

import jsonschema
import pytest

from policycheck import machine
from policycheck.errors import InputError
from policycheck.model import CHANNELS
from policycheck.schema import policy
from policycheck.strict_yaml.yamlfile import parse, read

WHOLE = """\
organisation: {name: Nordlys AS, aliases: [Nordlys], handles: ["@nordlys"], products: [Solkart], executives: [Kari Nes],
               competitors: [Havkraft], secrets: [{words: Project Birch, until: 2027-03-01}, Tern], sector: energy,
               listed: yes, public_body: false}
languages: [nb, en]
jurisdictions: [NO]
defaults: {account: official, channel: linkedin, reply: false}
channels: {linkedin: {purpose: recruiting, hours: "Mon-Fri 9-15"}}
contacts: {communications: {who: the press office, at: 555 01 23}, default: {who: your manager}}
reporting: [whistleblowing channel, {name: safety representative, at: 555 01 24}]
silent_periods: [{from: 2027-01-15, to: 2027-02-11}]
sensitive_topics: [{words: landslide, until: 2026-12-01}]
packs: [default, ./policy/rules]
rules: {style/hashtags: {level: off, reason: our brand guide says so, by: Kari Nes}}
fail_on: stop
files: {include: ["content/**/*.md"], exclude: [drafts/]}
screen_language: nb
recovery: off
"""


@pytest.fixture
def write(tmp_path: Path) -> str:
    return str(tmp_path / 'policycheck.yaml')


def refused(path: str, source: str) -> str:
    with open(path, 'w', encoding='utf-8') as file:
        file.write(source)
    with pytest.raises(InputError) as caught:
        policy.load(path)
    return str(caught.value).replace(path, 'p.yaml')


def test_a_whole_policy_is_read(write: str) -> None:
    Path(write).write_text(WHOLE, encoding='utf-8')
    loaded = policy.load(write)
    assert loaded.organisation.listed is True
    assert [(secret.words, secret.until) for secret in loaded.organisation.secrets] == [
        ('Project Birch', datetime.date(2027, 3, 1)),
        ('Tern', None),
    ]
    assert loaded.languages == ('nb', 'en')
    assert loaded.jurisdictions == ('NO',)
    assert [place.name for place in loaded.reporting] == ['whistleblowing channel', 'safety representative']
    assert loaded.silent_periods[0].holds(datetime.date(2027, 2, 11))
    assert not loaded.silent_periods[0].holds(datetime.date(2027, 2, 12))
    assert (loaded.rules['style/hashtags'].level, loaded.rules['style/hashtags'].by) == ('off', 'Kari Nes')
    assert loaded.recovery is False


def test_the_plain_form_is_json_with_every_key(write: str) -> None:
    Path(write).write_text(WHOLE, encoding='utf-8')
    plain = json.loads(json.dumps(policy.plain(policy.load(write))))
    assert plain['silent_periods'] == [{'from': '2027-01-15', 'to': '2027-02-11'}]
    assert plain['organisation']['secrets'][0] == {'words': 'Project Birch', 'until': '2027-03-01'}
    assert plain.keys() == policy.plain(policy.STARTER).keys()


def test_a_policy_that_says_nothing_is_the_starter(write: str) -> None:
    Path(write).write_text('organisation:\nrules:\nlanguages:\n', encoding='utf-8')
    assert policy.load(write) == policy.STARTER


@pytest.mark.parametrize(
    ('source', 'expected'),
    [
        ('organization: {name: X}', "p.yaml:1: unknown key 'organization'; did you mean organisation?"),
        ('organisation:\n  nmae: X', "p.yaml:2: unknown key 'nmae'; did you mean name?"),
        ('organisation:\n  name: [X]', "p.yaml:2: 'organisation.name': expected a text, not a list; lines stand after | without '- '; a text that begins with [ needs quotes"),
        ('organisation: Nordlys', "p.yaml:1: 'organisation': expected keys such as 'name: value', not a text"),
        ('organisation:\n  aliases: Nordlys', "p.yaml:2: 'organisation.aliases': expected a list such as [one, two], not a text"),
        ('organisation:\n  aliases: [Nordlys, ""]', "p.yaml:2: 'organisation.aliases' is empty; write a text or leave the key out"),
        ('organisation:\n  aliases:\n  - Nordlys\n  -\n', "p.yaml:4: 'organisation.aliases' is empty; write a text or leave the key out"),
        ('organisation:\n  listed: maybe', "p.yaml:2: 'organisation.listed': expected true or false, not 'maybe'"),
        ('organisation:\n  secrets:\n  - {words: X, until: soon}', "p.yaml:3: 'until': expected a date such as 2027-03-01, not 'soon'"),
        ('organisation:\n  secrets:\n  - {until: 2027-03-01}', "p.yaml:3: missing key 'words'; add words: Project Aurora"),
        ('organisation:\n  name: A\n  competitors: [B, a]', "p.yaml:3: 'a' is both a name of your own and a competitor; remove one"),
        ('languages: [no]', "p.yaml:1: unknown value of 'languages': 'no'; did you mean nb?"),
        ('languages: [nb, en, nb]', "p.yaml:1: 'languages' names nb twice; remove one"),
        ('languages: [de]', "p.yaml:1: unknown value of 'languages': 'de'; one of en, nb, sv, fi"),
        ('jurisdictions: [UK]', "p.yaml:1: unknown value of 'jurisdictions': 'UK'; did you mean GB?"),
        ('jurisdictions: [no]', "p.yaml:1: unknown value of 'jurisdictions': 'no'; did you mean NO?"),
        ('defaults: {account: private}', "p.yaml:1: unknown value of 'defaults.account': 'private'; did you mean personal?"),
        ('defaults: {channel: linkdin}', "p.yaml:1: unknown value of 'defaults.channel': 'linkdin'; did you mean linkedin?"),
        ('channels:\n  twitter: {}', "p.yaml:2: unknown key 'twitter'; did you mean x?"),
        ('channels:\n  snapchat: {}', "p.yaml:2: unknown key 'snapchat'; one of x, bluesky, mastodon, threads, linkedin, facebook, instagram, tiktok, youtube, other"),
        ('contacts:\n  legal: {at: 5}', "p.yaml:2: missing key 'who'; add who: the press office"),
        ('silent_periods:\n- {from: 2027-02-11, to: 2027-01-15}', 'p.yaml:2: the period ends (2027-01-15) before it begins (2027-02-11)'),
        ('silent_periods:\n- {from: 2027-02-11}', "p.yaml:2: missing key 'to'; add to: 2027-02-11"),
        ('silent_periods:\n- {from: 1700000000, to: 2027-01-01}', "p.yaml:2: 'from': expected a date such as 2027-03-01, not '1700000000'"),
        ('rules:\n  hashtags: {level: off, reason: our guide}', "p.yaml:2: 'hashtags' is not the id of a rule; write topic/name, such as style/hashtags"),
        ('rules:\n  style/hashtags: {level: of, reason: our guide}', "p.yaml:2: unknown value of 'rules.style/hashtags.level': 'of'; did you mean off?"),
        ('rules:\n  style/hashtags: {level: off}', "p.yaml:2: missing key 'reason'; add reason: our brand guide says so"),
        ('rules:\n  style/hashtags: off', "p.yaml:2: 'rules.style/hashtags': a change needs a reason; write {level: off, reason: ...}"),
        ('rules:\n  a/b: {level: off, reason: because}', "p.yaml:2: 'because' is no reason; write one that a colleague understands"),
        ('rules:\n  a/b: {level: off, reason: aaaaaaaaaa}', "p.yaml:2: 'aaaaaaaaaa' is no reason; write one that a colleague understands"),
        ('fail_on: off', "p.yaml:1: unknown value of 'fail_on': 'off'; one of note, advice, warn, stop"),
        ('fail_on: warning', "p.yaml:1: unknown value of 'fail_on': 'warning'; did you mean warn?"),
        ('files: {include: [/etc/*]}', "p.yaml:1: '/etc/*' leads out of the folder of policycheck.yaml; write it relative to that folder"),
        ('files: {exclude: [../x]}', "p.yaml:1: '../x' leads out of the folder of policycheck.yaml; write it relative to that folder"),
        ('files: {include: ["a[b"]}', "p.yaml:1: 'a[b': [ and ] do not match"),
        ("files: {include: ['a\\b']}", "p.yaml:1: 'a\\b': write / between folders"),
        ('fail_on: warn\nfail_on: stop', "p.yaml:2: duplicate key 'fail_on'; it stands in line 1 already"),
        # the first in the file, and what is missing last
        ('rules:\n  a/b: {level: off}\nfiles: {includ: []}', "p.yaml:3: unknown key 'includ'; did you mean include?"),
        ('fail_on: x\nrecovery: y', "p.yaml:1: unknown value of 'fail_on': 'x'; one of note, advice, warn, stop"),
    ],
)  # fmt: skip
def test_every_slip_is_told_in_one_line(write: str, source: str, expected: str) -> None:
    assert refused(write, source) == expected


def test_a_policy_that_is_not_there() -> None:
    with pytest.raises(InputError) as caught:
        policy.load('nowhere/policycheck.yaml')
    assert str(caught.value) == 'nowhere/policycheck.yaml: there is no such file'


def test_the_schema_is_valid_and_describes_every_key() -> None:
    schema = policy.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, shape in {'policy': schema, **schema['$defs']}.items():
        for key, value in shape.get('properties', {}).items():
            described = value if 'description' in value else schema['$defs'][value['$ref'].rsplit('/', 1)[-1]]
            assert described['description'], f'{name}.{key}'


def test_the_policy_is_found_upwards(tmp_path: Path) -> None:
    below = tmp_path / 'content' / 'posts'
    below.mkdir(parents=True)
    (tmp_path / 'policycheck.yaml').write_text('')
    (tmp_path / 'content' / 'policycheck.yaml').mkdir()
    post = below / 'post.md'
    post.write_text('')
    assert machine.find(str(post)) == str(tmp_path / 'policycheck.yaml')
    assert machine.find(str(below)) == str(tmp_path / 'policycheck.yaml')
    (below / 'policycheck.yml').write_text('')
    assert machine.find(str(post)) == str(below / 'policycheck.yml')


@pytest.mark.skipif(sys.platform == 'win32', reason='the folders of Windows stand elsewhere')
@pytest.mark.parametrize(
    ('chosen', 'expected'),
    [
        pytest.param('/c', '/c/policycheck', id='the folder the user chose'),
        pytest.param('c', None, id='a relative choice is none'),
        pytest.param('', None, id='no choice'),
    ],
)
def test_cache_folder(monkeypatch: pytest.MonkeyPatch, chosen: str, expected: str | None) -> None:
    monkeypatch.setenv('HOME', '/h')
    monkeypatch.setenv('XDG_CACHE_HOME', chosen)
    own = '/h/Library/Caches/policycheck' if sys.platform == 'darwin' else '/h/.cache/policycheck'
    assert machine.cache_folder() == (expected or own)


def test_the_channels_are_those_of_the_rules() -> None:
    path = os.path.join(machine.rules_folder(), 'channels.yaml')
    assert tuple(parse(read(path), path).value) == CHANNELS
