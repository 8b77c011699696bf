"""The formats that other programs read, each read back by such a program or a reader of the standard library."""

from __future__ import annotations

import csv
import html
import io
import json
import os
import re
import stat
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import engine
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from samples import DANISH, POLICY, SECRET, deal, flag, post, report, written
from sarif_pydantic import Sarif

from policycheck.cli import main
from policycheck.errors import InputError
from policycheck.model import NOTE, Draft, Kept, Likeness, Report
from policycheck.repository.fingerprint import fingerprints

HOSTILE = 'We <b>buy</b> now,\n"all" & |of| *it*: =1+1 %0A ::error::x'


def hostile() -> Report:
    draft = post(HOSTILE, 'posts/a b,c:d.md')
    return report(draft, flag(SECRET, draft, '<b>buy</b>'))


def kept() -> Report:
    draft = post('We buy now.', 'kept.txt')
    return report(draft, kept=(Kept(flag(SECRET, draft, 'buy'), 'our own announcement', 'waiver'),))


ALL = [deal(), hostile(), kept(), report(post('Hi')), report(post('Hej', 'd.txt'), **DANISH)]
ALL.append(InputError('not UTF-8', 'x.txt', 3))


def test_sarif_is_read_back() -> None:
    told, _ = written('sarif', ALL)
    log = Sarif.model_validate_json(told)
    (run,) = log.runs
    results = run.results or []
    assert [(one.rule_id, one.level.value) for one in results] == [('secrets/deal', 'error')] * 3
    places = [
        (one.locations[0].physical_location.artifact_location.uri, one.locations[0].physical_location.region)
        for one in results
    ]
    assert [(uri, region.start_line, region.start_column, region.end_column) for uri, region in places] == [
        ('a.txt', 2, 9, 23),
        ('posts/a%20b,c%3Ad.md', 1, 4, 14),
        ('kept.txt', 1, 4, 7),
    ]
    plain = json.loads(told)['runs'][0]
    assert [one.get('suppressions') for one in plain['results']][2] == [
        {'kind': 'external', 'status': 'accepted', 'justification': 'our own announcement'}
    ]
    assert plain['invocations'][0]['toolExecutionNotifications'][0]['message'] == {'text': 'not UTF-8'}
    (first,) = plain['results'][0]['fixes'][0]['artifactChanges'][0]['replacements']
    assert first['insertedContent'] == {'text': 'have news'}


def test_junit_is_read_back() -> None:
    told, _ = written('junit', ALL)
    (suite,) = JUnitXml.fromstring(told.encode())
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (6, 2, 1, 1)
    kinds = [type(case.result[0]) if case.result else None for case in suite]
    assert kinds == [Failure, Failure, None, None, Skipped, Error]
    assert '<b>buy</b>' in next(iter(list(suite)[1].result)).text


def test_checkstyle_is_read_back() -> None:
    told, _ = written('checkstyle', ALL)
    root = ElementTree.fromstring(told)
    found = [
        (file.get('name'), [(error.get('line'), error.get('severity')) for error in file]) for file in root
    ]
    assert found == [
        ('a.txt', [('2', 'error')]),
        ('posts/a b,c:d.md', [('1', 'error')]),
        ('kept.txt', []),
        ('post.txt', []),
        ('d.txt', []),
        ('x.txt', [('3', 'error')]),
    ]


def test_github_takes_one_command_a_line() -> None:
    told, _ = written('github', ALL)
    lines = told.splitlines()
    command = re.compile(r'::(error|warning|notice) ([^:]*)::(.*)')
    matches = [command.fullmatch(line) for line in lines]
    assert [match and match[1] for match in matches] == ['error', 'error', 'error']
    assert lines[1].startswith('::error file=posts/a b%2Cc%3Ad.md,line=1,endLine=1,col=4,endColumn=14,title=')
    assert lines[2] == '::error file=x.txt,line=3,title=policycheck::not UTF-8'


def test_gitlab_reads_an_array_of_findings() -> None:
    told, _ = written('gitlab', ALL)
    rows = json.loads(told)
    # the fields that GitLab asks for: docs.gitlab.com/ci/testing/code_quality
    assert [(row['check_name'], row['severity'], row['location']) for row in rows] == [
        ('secrets/deal', 'blocker', {'path': 'a.txt', 'lines': {'begin': 2, 'end': 2}}),
        ('secrets/deal', 'blocker', {'path': 'posts/a b,c:d.md', 'lines': {'begin': 1, 'end': 1}}),
    ]
    assert len({row['fingerprint'] for row in rows}) == 2


def test_csv_is_read_back_and_holds_no_formula() -> None:
    draft = post('=SUM(A1) buy', '=a.txt')
    told, _ = written('csv', [report(draft, flag(SECRET, draft, '=SUM(A1)')), kept()])
    head, first, second = csv.reader(io.StringIO(told))
    assert dict(zip(head, first, strict=True))['quote'] == "'=SUM(A1)"
    assert dict(zip(head, second, strict=True))['kept'] == 'our own announcement'


ODD = ('a:b/c d.md', '50%20.md', 'blåbær #1?.md', 'it\'s "q"; <&>, [x].md', 'two\nlines.md', '::error::x.md')


@pytest.mark.parametrize('path', ODD)
def test_a_file_is_found_again_by_its_name(path: str) -> None:
    draft = post('We buy now.', path)
    wrong = InputError('not UTF-8', path, 3)
    told = {
        name: written(name, [report(draft, flag(SECRET, draft, 'buy')), wrong])[0]
        for name in ('sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'csv')
    }
    run = json.loads(told['sarif'])['runs'][0]
    places = [run['results'][0], run['invocations'][0]['toolExecutionNotifications'][0]]
    uris = {one['locations'][0]['physicalLocation']['artifactLocation']['uri'] for one in places}
    (found,) = map(urlsplit, uris)
    assert (found.scheme, found.netloc, unquote(found.path), found.query, found.fragment) == (
        '',
        '',
        path,
        '',
        '',
    )
    # as the runner of GitHub reads a property of a command
    properties = [line.split(' ', 1)[1].split('::', 1)[0] for line in told['github'].splitlines()]
    names = [re.search('file=([^,:]*)', one)[1] for one in properties]
    escapes = (('%0D', '\r'), ('%0A', '\n'), ('%3A', ':'), ('%2C', ','), ('%25', '%'))
    for escape, sign in escapes:
        names = [name.replace(escape, sign) for name in names]
    assert names == [path] * 2
    assert [row['location']['path'] for row in json.loads(told['gitlab'])] == [path]
    assert [case.get('classname') for case in ElementTree.fromstring(told['junit']).iter('testcase')] == [
        path
    ] * 2
    assert [file.get('name') for file in ElementTree.fromstring(told['checkstyle'])] == [path]
    assert [row['path'] for row in csv.DictReader(io.StringIO(told['csv'], newline=''))] == [path]


def test_a_summary_shows_words_as_they_stand() -> None:
    told, _ = written('markdown', ALL)
    assert '| STOP | posts/a b,c:d.md:1<br>"\\<b\\>buy\\</b\\>" |' in told
    assert told.startswith('## policycheck\n\n6 in all: 2 flagged, 2 clean, 1 not screened, 1 unreadable.\n')


class Page(HTMLParser):
    """The tags of a page, and the text under <mark>."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == 'mark':
            self.marked.append(data)
            self.tags.append('')


def test_a_page_marks_words_and_runs_nothing() -> None:
    told, _ = written('html', ALL)
    page = Page()
    page.feed(told)
    assert page.marked == ['buy Havvind AS', '<b>buy</b>']
    assert not {'script', 'iframe', 'img', 'link', 'object', 'b'} & set(page.tags)
    assert told.count('<article>') == 4


def test_a_page_leads_from_words_to_what_is_said_of_them() -> None:
    draft = post('  Do buy now, said they.\n')
    grave, mild = flag(SECRET, draft, 'buy'), flag(SECRET, draft, 'buy now', level=NOTE)
    told, _ = written('html', [report(draft, grave, mild)])
    assert re.findall('dir="auto">(.*)</div>', told) == [
        'Do <mark class="note stop">buy</mark><sup class="stop"><a href="#f0-1">1</a></sup>'
        '<mark class="note"> now</mark><sup class="note"><a href="#f0-2">2</a></sup>, said they.'
    ]
    assert re.findall('<li (.*?)>', told) == [
        'class="stop" id="f0-1" value="1"',
        'class="note" id="f0-2" value="2"',
    ]


def test_a_fingerprint_knows_a_finding_that_moved() -> None:
    def known(text: str) -> list[str]:
        draft = Draft('a', 'a', text, text)
        starts = [found.start() for found in re.finditer('buy', text)]
        flags = [flag(SECRET, draft, 'buy')._replace(text_span=(at, at + 3)) for at in starts]
        return [fingerprint for _, fingerprint in fingerprints(draft, flags)]

    (before,) = known('We buy now.')
    assert known('New first line.\n\nWe  BUY now.'.replace('BUY', 'buy')) == [before]
    assert known('We buy later.') != [before]
    assert len(set(known('We buy now.\nWe buy now.'))) == 2


def test_several_formats_at_once(
    tmp_path: Path, shipped_cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv('XDG_CACHE_HOME', str(shipped_cache.parent))
    draft = tmp_path / 'post.txt'
    draft.write_text('Our office is a joke and everybody knows it.')
    sarif, page = tmp_path / 'r.sarif', tmp_path / 'r.html'
    words = [
        'check',
        str(draft),
        '--policy',
        str(engine.SAMPLE),
        '--output',
        f'sarif={sarif}',
        '--output',
        f'html={page}',
    ]
    assert main(words) in (0, 1)
    assert Sarif.model_validate_json(sarif.read_text('utf-8')).runs
    assert page.read_text('utf-8').startswith('<!doctype html>')
    assert main(['check', str(draft), '--output', 'sarf=x']) == 2
    assert "there is no format 'sarf'; did you mean sarif?" in capsys.readouterr().err


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft and a rule that finds nothing."""
    engine.pack(tmp_path / 'rules', {'a/mild': engine.find('en', '"awful winter"')}, shipped=engine.QUOTED)
    (tmp_path / 'policycheck.yaml').write_text('packs: [./rules]\nlanguages: [en]\n')
    (tmp_path / 'post.md').write_text('A fine winter.\n')
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path / 'cache'))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ('outputs', 'told'),
    [
        (('json=post.md',), 'post.md: --output: this file is checked as a draft; write the report elsewhere'),
        (('json=r', 'sarif=./r'), '{home}/r: --output: two reports cannot go into one file'),
        (('json=-',), '--output writes files; on standard output it is --format json'),
        (('json=rules',), 'rules: --output wants a file, and this is a folder'),
    ],
)
def test_a_report_takes_the_place_of_nothing(
    home: Path, capsys: pytest.CaptureFixture[str], outputs: tuple[str, ...], told: str
) -> None:
    assert main(['check', '.', *(word for one in outputs for word in ('--output', one))]) == 2
    assert capsys.readouterr().err == told.format(home=home) + '\n'
    assert (home / 'post.md').read_text() == 'A fine winter.\n'
    assert not (home / 'r').exists()


def test_a_report_has_the_permissions_of_its_place(home: Path) -> None:
    (home / 'old.json').write_text('')
    (home / 'old.json').chmod(0o640)
    os.mkfifo(home / 'pipe')
    reader = os.open(home / 'pipe', os.O_RDONLY | os.O_NONBLOCK)
    names = ('old.json', 'new.json', 'pipe')
    assert main(['check', 'post.md', *(word for name in names for word in ('--output', f'json={name}'))]) == 0
    mask = os.umask(0o22)
    os.umask(mask)
    assert [(home / name).stat().st_mode & 0o777 for name in names[:2]] == [0o640, 0o666 & ~mask]
    assert stat.S_ISFIFO((home / 'pipe').stat().st_mode)
    assert len(json.loads(os.read(reader, 1_000_000))['reports']) == 1
    os.close(reader)


@pytest.mark.parametrize(
    ('finder', 'language', 'said'),
    [
        ('like', 'en', 'Reads like: “Sale & <b>more</b>”'),
        ('like', 'sv', 'Liknar: ”Sale & <b>more</b>”'),
        ('find', 'en', 'Meaning agrees; reads like: “Sale & <b>more</b>”'),
        ('find', 'fi', 'Merkitys tukee tätä; muistuttaa esimerkkiä: ”Sale & <b>more</b>”'),
    ],
)
def test_the_example_that_a_flag_reads_like_is_named(finder: str, language: str, said: str) -> None:
    draft = post('We buy now.')
    like = Likeness('hard_sell', 'Sale &\n<b>more</b>', 'en', 0.9)
    found = report(draft, flag(SECRET, draft, 'buy', finder=finder, like=like))
    options = POLICY._replace(screen_language=language)
    (result,) = json.loads(written('sarif', [found], options)[0])['runs'][0]['results']
    assert result['message']['text'].endswith(f' {said}')
    assert f'<span class="quiet">{html.escape(said)}</span>' in written('html', [found], options)[0]
