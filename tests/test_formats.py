# ruff: noqa: E501  what is printed stands on one line, as it is printed
from __future__ import annotations

import io
import re
import string
import subprocess
import sys
from pathlib import Path

import engine
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from samples import (
    DANISH,
    MIXED,
    POLICY,
    SECRET,
    deal,
    flag,
    paid_too_little,
    post,
    report,
    written,
)

from policycheck.errors import InputError
from policycheck.formats import FORMATS, writer
from policycheck.formats.messages import MESSAGES, unscreened
from policycheck.formats.options import Counts, Cut, Options
from policycheck.model import ADVICE, LANGUAGES, NOTE, WARN, Fix, Kept, Likeness, Setting, Span
from policycheck.nlp.parse import MARKS
from policycheck.readers import drafts

DEAL_TEXT = """\
a.txt:2:9  STOP  A deal nobody knows of yet (en)  [secrets/deal]
    We will buy Havvind AS on Monday.
            ^^^^^^^^^^^^^^
    Together with: “Hello” (+2), “all”
    Why: It can move the share price. (en)
    Instead: Wait for the press release. (en)
    Change: “buy Havvind AS” → “have news”
    Change: leave out “ on Monday”
    Change: add “Ad: ”
    It has happened: Eksempelbanken (2019): A fine. https://example.org/p7
    Ask: Kari, kari@example.org, outside office hours: +47 000
    Level: it falls in a silent period; the account it comes from; their own

"""
CONTEXT_TEXT = (
    'official account (front matter), linkedin (policy), not a reply (default), '
    'English (detected), law of NO (from the language)\n'
)


def test_text_of_a_flagged_draft():
    assert written('text', [deal()]) == (
        f'{DEAL_TEXT}a.txt: {CONTEXT_TEXT}1 STOP. Let a second person look before you publish.\n',
        Counts(flagged=1, failing=1),
    )


def test_text_in_norwegian_with_colours():
    plain = deal()
    told, _ = written(
        'text',
        [plain._replace(flags=(plain.flags[0]._replace(related=(), fixes=plain.flags[0].fixes[:1]),))],
        POLICY._replace(screen_language='nb', colour=True),
    )
    assert told == (
        'a.txt:2:9  \x1b[1;31mSTOPP\x1b[0m  A deal nobody knows of yet (nb)  [secrets/deal]\n'
        '    We will buy Havvind AS on Monday.\n'
        '            \x1b[1;31m^^^^^^^^^^^^^^\x1b[0m\n'
        '    Hvorfor: It can move the share price. (nb)\n'
        '    I stedet: Wait for the press release. (nb)\n'
        '    Endre: «buy Havvind AS» → «have news»\n'
        '    Dette har skjedd: Eksempelbanken (2019): En bot. https://example.org/p7\n'
        '    Spør: Kari, kari@example.org, utenom arbeidstid: +47 000\n'
        '    Nivå: det faller i en stille periode; kontoen det kommer fra; their own\n'
        '\n'
        'a.txt: offisiell konto (øverst i filen), linkedin (reglene), ikke et svar (standard), '
        'engelsk (gjenkjent), regler for NO (ut fra språket)\n'
        '\x1b[1;31m1 STOPP. La en til lese før du publiserer.\x1b[0m\n'
    )


def test_rights_stand_first():
    law = {'source': 'https://example.org/law', 'checked': '2026-11-21'}
    notices = {
        'en-NO': {
            'jurisdiction': 'NO',
            'lang': 'en',
            'text': 'You have freedom of speech.',
            'law': 'A law',
            **law,
        },
        'nb-NO': {'jurisdiction': 'NO', 'lang': 'nb', 'text': 'Other'},
        'en-general': {'jurisdiction': 'general', 'lang': 'en', 'text': 'Other'},
    }
    told, counts = written('text', [paid_too_little()], POLICY._replace(notices=notices))
    assert told == (
        'post.txt:1:1  § RIGHTS  Pay and working conditions (en)  [rights/pay]\n'
        '    My pay has stood still. Our pay is low. We buy Havvind AS.\n'
        '    ^^^^^^\n'
        '    Your rights: You have freedom of speech.\n'
        '    Source: A law, https://example.org/law (read 2026-11-21)\n'
        '    Good to know: You may talk about your pay. (en)\n'
        '    Keep it if you like. (en)\n'
        '    also at post.txt:1:25\n'
        '    Where to report: whistleblowing, tell@example.org; safety representative\n'
        '\n'
        'post.txt:1:44  STOP  A deal nobody knows of yet (en)  [secrets/deal]\n'
        '    My pay has stood still. Our pay is low. We buy Havvind AS.\n'
        '                                               ^^^^^^^^^^^^^^\n'
        '    Why: It can move the share price. (en)\n'
        '    Level: only this part is the problem, the rest is yours to say\n'
        '\n'
        'post.txt: personal account (default), linkedin (policy), not a reply (default), '
        'English (detected), law of NO (from the language)\n'
        '1 STOP. Have a reason ready if you publish it as it is.\n'
    )
    assert counts == Counts(flagged=1, failing=1)


def test_a_notice_of_rights_names_what_the_post_reads_like():
    plain = paid_too_little()
    felt = plain.rights[0]._replace(finder='like', like=Likeness('pay', 'The rota says\nfour.', 'en', 0.8))
    told, _ = written('text', [plain._replace(flags=(), rights=(felt,))], POLICY)
    assert told.splitlines()[3:6] == [
        '    Reads like: “The rota says four.”',
        '    Good to know: You may talk about your pay. (en)',
        '    Keep it if you like. (en)',
    ]


def test_rights_are_no_fault():
    plain = paid_too_little()
    told, counts = written(
        'text', [plain._replace(flags=())], POLICY._replace(reporting=(), encoding='ascii')
    )
    assert told.splitlines()[0] == 'post.txt:1:1  RIGHTS  Pay and working conditions (en)  [rights/pay]'
    assert told.splitlines()[6:] == [
        '    Where to report: your organisation has named no channel',
        '',
        'post.txt: personal account (default), linkedin (policy), not a reply (default), '
        'English (detected), law of NO (from the language)',
        'Nothing found. That is no guarantee: read it aloud once.',
    ]
    assert counts == Counts(clean=1)


def notice(jurisdiction: str, lang: str, **keys: object) -> dict[str, object]:
    """An entry of rights.yaml whose text says where it stands."""
    text = ' '.join(('rights in', jurisdiction, lang, str(keys.get('sector', '')))).strip()
    return {'jurisdiction': jurisdiction, 'lang': lang, 'text': text, **keys}


RIGHTS_TABLE = {
    str(number): entry
    for number, entry in enumerate(
        [
            notice('NO', 'nb'),
            notice('NO', 'nn'),
            notice(
                'NO', 'en', channel={'name': 'Inspectorate', 'at': 'i.example', 'source': 'https://i.example'}
            ),
            notice('SE', 'sv', sector='public'),
            notice('SE', 'sv', sector='private'),
            notice('SE', 'en', sector='private'),
            notice('FI', 'fi', channel={'name': 'Unsourced', 'at': 'u.example'}),
            notice('FI', 'sv'),
            notice('general', 'en'),
        ]
    )
}


@pytest.mark.parametrize(
    ('codes', 'public', 'nynorsk', 'language', 'told'),
    [
        pytest.param(('NO',), False, None, 'nb', ['rights in NO nb'], id='bokmål'),
        pytest.param(('NO',), False, 'nynorsk', 'nb', ['rights in NO nn'], id='a draft in nynorsk'),
        pytest.param(('NO',), False, 'nynorsk', 'sv', ['rights in NO en'], id='a reader from elsewhere'),
        pytest.param(('SE',), True, None, 'sv', ['rights in SE sv public'], id='a Swedish agency'),
        pytest.param(('SE',), False, None, 'sv', ['rights in SE sv private'], id='a Swedish company'),
        pytest.param(
            ('SE',), True, None, 'en', ['rights in SE sv public'], id='the right law before the language'
        ),
        pytest.param(('FI',), False, None, 'sv', ['rights in FI sv'], id='Swedish in Finland'),
        pytest.param(
            ('NO', 'FI'),
            False,
            None,
            'fi',
            ['NO: rights in NO en', 'FI: rights in FI fi'],
            id='two countries',
        ),
        pytest.param((), False, None, 'fi', ['rights in general en'], id='no country'),
        pytest.param(
            ('EU', 'US'), False, None, 'en', ['rights in general en'], id='countries without a notice'
        ),
    ],
)
def test_the_notice_is_that_of_the_country_the_employer_and_the_reader(
    codes, public, nynorsk, language, told
):
    plain = paid_too_little()
    context = plain.context._replace(
        jurisdictions=Setting(codes, 'policy'), public_body=Setting(public, 'policy')
    )
    shown, _ = written(
        'text',
        [plain._replace(context=context, lang_note=nynorsk)],
        POLICY._replace(notices=RIGHTS_TABLE, screen_language=language),
    )
    label = MESSAGES['part.law'][language]
    assert [
        line.partition(': ')[2] for line in shown.splitlines() if line.startswith(f'    {label}: ')
    ] == told


@pytest.mark.parametrize(
    ('code', 'where'),
    [
        ('NO', 'your organisation has named no channel; Inspectorate, i.example'),
        ('FI', 'your organisation has named no channel'),
    ],
    ids=['with a source', 'without'],
)
def test_the_public_channel_is_named_where_a_source_gives_it(code, where):
    plain = paid_too_little()
    context = plain.context._replace(jurisdictions=Setting((code,), 'policy'))
    told, _ = written(
        'text', [plain._replace(context=context)], POLICY._replace(notices=RIGHTS_TABLE, reporting=())
    )
    assert f'    Where to report: {where}\n' in told


@pytest.mark.parametrize(
    ('source', 'told'),
    [
        ('https://law.example', 'https://law.example (read 2026-11-21)'),
        ('', 'none was read; this is general knowledge'),
    ],
)
def test_a_notice_says_what_it_rests_on(source, told):
    plain = paid_too_little()
    context = plain.context._replace(jurisdictions=Setting(('NO',), 'policy'))
    table = {'one': notice('NO', 'en', source=source, law='', checked='2026-11-21')}
    shown, _ = written('text', [plain._replace(context=context)], POLICY._replace(notices=table))
    assert f'    Source: {told}\n' in shown


def test_each_country_has_a_source_and_a_public_place_to_report_to():
    table = yaml.safe_load((engine.SHIPPED / 'rights.yaml').read_text('utf-8'))
    assert [
        key
        for key, own in table.items()
        if own['jurisdiction'] != 'general' and not (own.get('source') and own['channel']['source'])
    ] == []


@pytest.mark.parametrize(
    ('reports', 'options', 'end', 'counts'),
    [
        ([report(post('Hi'))], {},
         f'post.txt: {CONTEXT_TEXT}Nothing found. That is no guarantee: read it aloud once.\n',
         Counts(clean=1)),
        ([report(post('Hi'), kept=(Kept(flag(SECRET, post('Hi'), 'Hi'), 'we know of it', 'baseline'),))], {},
         f'post.txt: {CONTEXT_TEXT}Nothing new found. Kept by a waiver or known from before: 1; '
         'policycheck explain shows them.\n',
         Counts(clean=1)),
        ([report(post('Hej'), **DANISH)], {},
         f'post.txt: {CONTEXT_TEXT.replace("English", "Danish")}'
         'Not screened: it seems to be Danish; English, Norwegian, Swedish and Finnish are read.\n',
         Counts(not_screened=1)),
        ([report(post('Hej'), **{**DANISH, 'lang_origin': 'draft'})], {},
         f'post.txt: {CONTEXT_TEXT.replace("English (detected", "Danish (the draft")}'
         'Not screened: the draft says it is in Danish (da); English, Norwegian, Swedish and Finnish are read.\n',
         Counts(not_screened=1)),
        ([report(post(''), screened=False, unscreened='empty')], {},
         f'post.txt: {CONTEXT_TEXT}Not screened: there is no text in it.\n', Counts(not_screened=1)),
        ([report(post('Hei'), lang='nb', also='sv', lang_sure=False)], {},
         f'post.txt: {CONTEXT_TEXT.replace("English", "Norwegian or Swedish, not sure")}'
         'Nothing found. That is no guarantee: read it aloud once.\n', Counts(clean=1)),
        ([report(post('Eg'), lang='nb', lang_note='nynorsk', lang_origin='policy')], {},
         f'post.txt: {CONTEXT_TEXT.replace("English (detected", "Norwegian (nynorsk) (policy")}'
         'Nothing found. That is no guarantee: read it aloud once.\n', Counts(clean=1)),
        # what is not shown still counts
        ([report(MIXED, flag(SECRET, MIXED, 'buy', level=ADVICE), flag(SECRET, MIXED, 'AS', level=NOTE))],
         {'level': WARN},
         f'post.txt: {CONTEXT_TEXT}1 TIP, 1 NOTE. Take it or leave it. Not shown: 2 below REASON.\n',
         Counts(flagged=1)),
        ([report(MIXED, flag(SECRET, MIXED, 'buy', level=ADVICE))], {'level': WARN, 'fail_on': ADVICE},
         f'post.txt: {CONTEXT_TEXT}1 TIP. Take it or leave it. Not shown: 1 below REASON.\n',
         Counts(flagged=1, failing=1)),
        # many drafts: the clean ones say nothing, the others their line, and one line ends it all
        ([report(post('Hi')), deal(), InputError('gone', 'x.txt'), report(post('Hej'), **DANISH)], {},
         f'{DEAL_TEXT}a.txt: {CONTEXT_TEXT}\n'
         'post.txt: Not screened: it seems to be Danish; English, Norwegian, Swedish and Finnish are read.\n'
         '4 in all: 1 flagged, 1 clean, 1 not screened, 1 unreadable.\n',
         Counts(1, 1, 1, 1, 1)),
        ([deal(), report(post('Hi'))], {},
         f'{DEAL_TEXT}a.txt: {CONTEXT_TEXT}\n2 in all: 1 flagged, 1 clean, 0 not screened, 0 unreadable.\n',
         Counts(1, 1, 0, 0, 1)),
        ([report(MIXED, flag(SECRET, MIXED, 'buy', level=ADVICE))] * 2, {'level': WARN},
         '2 in all: 2 flagged, 0 clean, 0 not screened, 0 unreadable.\nNot shown: 2 below REASON.\n',
         Counts(flagged=2)),
        ([report(post('Hej'), **DANISH), report(post('Hi'))], {'screen_language': 'fi'},
         'post.txt: Ei tarkistettu: kieli näyttää olevan tanska; '
         'policycheck lukee suomea, ruotsia, norjaa ja englantia.\n'
         'Yhteensä 2: huomautettavaa 0, ei löydöksiä 1, ei tarkistettu 1, ei voitu lukea 0.\n',
         Counts(0, 1, 1)),
        ([InputError('gone', 'x.txt')], {'screen_language': 'nb'},
         '1 i alt: 0 med merknader, 0 uten funn, 0 ikke sjekket, 1 uleselige.\n', Counts(unreadable=1)),
        ([], {'screen_language': 'sv'},
         'Totalt 0: 0 med anmärkning, 0 utan fynd, 0 som inte granskats, 0 som inte gick att läsa.\n', Counts()),
    ],
    ids=['clean', 'what is left is known', 'another language', 'a language that the draft says', 'empty', 'two languages', 'nynorsk',
         'hidden', 'hidden but failing',
         'many', 'first of many flagged', 'many hidden', 'first of many not screened', 'one unreadable', 'none'],
)  # fmt: skip
def test_text_ends(reports, options, end, counts):
    assert written('text', reports, POLICY._replace(**options)) == (end, counts)


CUT = 'Interrupted: the report is not whole, the rest of the files were not looked at.'
MORE_WHEN_CUT = {
    'text': ('en', [CUT]),
    'text in Norwegian': ('nb', ['Avbrutt: rapporten er ikke fullstendig, resten av filene ble ikke sett på.']),
    'text in Swedish': ('sv', ['Avbrutet: rapporten är inte fullständig, resten av filerna har inte granskats.']),
    'text in Finnish': ('fi', ['Keskeytetty: raportti on vajaa, loppuja tiedostoja ei tarkistettu.']),
    'markdown': ('en', [f'**{CUT}**', '']),
    'html': ('en', [f'<p><strong>{CUT}</strong></p>']),
    'jsonl': ('en', ['{"complete":false}']),
    'csv': ('en', [f',,,,,,,,"{CUT}",']),
    'github': ('en', [f'::error title=policycheck::{CUT}']),
    'checkstyle': (
        'en',
        ['<file name=".">', f'<error line="1" severity="error" message="{CUT}"/>', '</file>'],
    ),
}  # fmt: skip


@pytest.mark.parametrize(('case', 'language', 'more'), [(one, *MORE_WHEN_CUT[one]) for one in MORE_WHEN_CUT])
def test_a_report_says_that_it_is_not_whole(case, language, more):
    options = POLICY._replace(screen_language=language)
    reports = [deal(), report(post('Hi'))]
    whole, counts = written(case.split()[0], reports, options)
    told, counted = written(case.split()[0], [*reports, Cut.INTERRUPTED], options)
    at = next(place for place, sign in enumerate([*told, '']) if sign != [*whole, ''][place])
    start = told.rindex('\n', 0, at) + 1
    assert told == whole[:start] + ''.join(f'{line}\n' for line in more) + whole[start:]
    assert counted == counts == Counts(flagged=1, clean=1, failing=1)


CHANGED_WHEN_CUT = {
    'json': ('"complete":true', '"complete":false'),
    'junit': (
        'tests="1" failures="0" errors="0" skipped="0">\n<testcase classname="post.txt" name="post"></testcase>\n',
        'tests="2" failures="0" errors="1" skipped="0">\n<testcase classname="post.txt" name="post"></testcase>\n'
        f'<testcase classname="policycheck" name="interrupted"><error message="{CUT}"/></testcase>\n',
    ),
    'sarif': (
        '"executionSuccessful": true,\n     "toolExecutionNotifications": []\n',
        '"executionSuccessful": false,\n     "toolExecutionNotifications": [\n      {\n       "level": "error",\n'
        f'       "message": {{\n        "text": "{CUT}"\n       }}\n      }}\n     ]\n',
    ),
    'gitlab': (
        '[]\n',
        f'[\n {{\n  "description": "{CUT}",\n  "check_name": "policycheck/interrupted",\n'
        f'  "fingerprint": "{"0" * 32}",\n  "severity": "major",\n  "location": {{\n   "path": ".",\n'
        '   "lines": {\n    "begin": 1,\n    "end": 1\n   }\n  }\n }\n]\n',
    ),
    # a single draft of several is told as one of several
    'text': (
        f'{CONTEXT_TEXT}Nothing found. That is no guarantee: read it aloud once.\n',
        f'1 in all: 0 flagged, 1 clean, 0 not screened, 0 unreadable.\n{CUT}\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ('name', 'before', 'after'), [(one, *CHANGED_WHEN_CUT[one]) for one in CHANGED_WHEN_CUT]
)
def test_a_report_of_one_draft_says_that_it_is_not_whole(name, before, after):
    whole, counts = written(name, [report(post('Hi'))])
    told, counted = written(name, [report(post('Hi')), Cut.INTERRUPTED])
    assert before in whole
    assert told.replace('post.txt: ', '') == whole.replace('post.txt: ', '').replace(before, after)
    assert counted == counts == Counts(clean=1)


def test_a_row_is_shown_as_its_own_text_and_placed_in_the_file():
    data = '{"id": "a", "text": "x"}\n{"id": "b", "text": "S\\u00e5!\\nWe \\"buy\\" now", "lang": "en"}'
    _, draft = drafts.read('posts.jsonl', data.encode())
    found = flag(SECRET._replace(ask=None, precedents=()), draft, '"buy"')
    told, _ = written('text', [report(draft, found._replace(fixes=(Fix(found.span, 'see', False),)))])
    assert told == (
        'posts.jsonl:2:35  STOP  A deal nobody knows of yet (en)  [secrets/deal]\n'
        '    We "buy" now\n'
        '       ^^^^^\n'
        '    Why: It can move the share price. (en)\n'
        '    Instead: Wait for the press release. (en)\n'
        '    Change: “"buy"” → “see”\n'
        '\n'
        f'posts.jsonl, post b: {CONTEXT_TEXT}'
        '1 STOP. Let a second person look before you publish.\n'
    )


def test_reports_are_written_as_they_come():
    out = io.StringIO()

    def coming():
        yield deal()
        assert DEAL_TEXT in out.getvalue()
        yield report(post('Hi'))

    writer('text')(coming(), out, POLICY)
    for name in ('jsonl', 'json'):
        out = io.StringIO()

        def two(out=out):
            yield deal()
            assert '"id":"a.txt"' in out.getvalue()
            yield report(post('Hi'))

        writer(name)(two(), out, POLICY)


WILD = st.text(
    st.one_of(st.sampled_from('a \t\n\r\x1b\x9b\u202e\u200d\ufe0f👩🏽日e\u0301\udc80'), st.characters())
)


@given(WILD)
def test_no_writer_sends_what_a_terminal_obeys(text):
    draft = post(f'{text}buy', f'{text}.txt')
    words = dict.fromkeys(LANGUAGES, text)
    rule = SECRET._replace(id=text, title=words, why=words, advice=words, ask=text, precedents=(text,))
    found = flag(rule, draft, 'buy', reasons=(text,), fixes=(Fix(Span(0, 0), text, False),))
    reports = [report(draft, found, rights=(found,)), report(draft, **DANISH)]
    for name in FORMATS:
        for encoding in ('utf-8', 'ascii'):
            told, _ = written(name, reports, Options(encoding=encoding))
            assert not re.search('[\x00-\x09\x0b-\x1f\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]', told)
            assert encoding == 'utf-8' or told.isascii()


def values(text):
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_every_message_is_written_in_every_language():
    fields = {
        key: {
            lang: {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for lang, text in texts.items()
        }
        for key, texts in MESSAGES.items()
    }
    for key, by_language in fields.items():
        assert tuple(by_language) == LANGUAGES, key
        assert all(MESSAGES[key].values()), key
        # the same values go into each
        assert len(set(map(frozenset, by_language.values()))) == 1, key


@pytest.mark.parametrize(
    ('topic', 'language', 'line'),
    [
        ('communications', 'en', 'Ask: communications (the policy names nobody)'),
        ('communications', 'nb', 'Spør: kommunikasjon (ingen er oppgitt i reglene)'),
        ('privacy', 'sv', 'Fråga: dataskyddsansvarig (ingen anges i reglerna)'),
        ('communications', 'fi', 'Kysy: viestintä (ohjeissa ei nimetä ketään)'),
        ('the duty desk', 'fi', 'Kysy: the duty desk (ohjeissa ei nimetä ketään)'),
    ],
)
def test_a_topic_nobody_stands_for_is_told_in_the_readers_language(topic, language, line):
    draft = post('We buy it.')
    found = flag(SECRET._replace(ask=topic), draft, 'buy')
    told, _ = written('text', [report(draft, found)], Options(screen_language=language))
    assert f'    {line}' in told.splitlines()


def test_every_topic_of_the_shipped_rules_has_words():
    rules = (Path(__file__).parents[1] / 'rules').glob('*/*.yaml')
    topics = {topic for rule in rules for topic in re.findall('(?m)^ask: (.+)$', rule.read_text('utf-8'))}
    assert 'communications' in topics
    assert {topic for topic in topics if f'topic.{topic}' not in MESSAGES} == set()


def test_what_changes_a_level_has_words():
    for reason in (*MARKS, 'shield', 'account', 'only_this_part', 'has', 'silent_period', 'sensitive_topic'):
        assert f'reason.{reason}' in MESSAGES


def test_level_words_differ_within_a_language():
    for lang in LANGUAGES:
        words = [MESSAGES[f'level.{level}'][lang] for level in ('stop', 'warn', 'advice', 'note', 'rights')]
        assert len(set(words)) == 5


def test_formats_need_little_of_the_standard_library():
    program = (
        'import sys; from policycheck.formats import document, jsonl, text; '
        'print(sorted({"yaml", "dataclasses", "pathlib", "inspect", "argparse"} & set(sys.modules)))'
    )
    done = subprocess.run([sys.executable, '-S', '-c', program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == '[]'


@pytest.mark.parametrize(
    ('lang', 'origin', 'told'),
    [
        pytest.param('de', 'detected', {
            'en': 'Not screened: it seems to be German; English, Norwegian, Swedish and Finnish are read.',
            'nb': 'Ikke sjekket: ser ut til å være tysk; verktøyet leser norsk, svensk, finsk og engelsk.',
            'sv': 'Inte granskat: det verkar vara tyska; svenska, norska, finska och engelska kan läsas.',
            'fi': 'Ei tarkistettu: kieli näyttää olevan saksa; policycheck lukee suomea, ruotsia, norjaa ja englantia.',
        }, id='detected'),
        pytest.param('de', 'draft', {
            'en': 'Not screened: the draft says it is in German (de); English, Norwegian, Swedish and Finnish are read.',
            'nb': 'Ikke sjekket: utkastet sier at det er på tysk (de); verktøyet leser norsk, svensk, finsk og engelsk.',
            'sv': 'Inte granskat: utkastet säger att det är på tyska (de); svenska, norska, finska och engelska kan läsas.',
            'fi': 'Ei tarkistettu: luonnoksen mukaan sen kieli on saksa (de); policycheck lukee suomea, ruotsia, norjaa ja englantia.',
        }, id='said by the draft'),
        pytest.param('ja', 'draft', {
            'en': 'Not screened: the draft says it is in “ja”; English, Norwegian, Swedish and Finnish are read.',
            'nb': 'Ikke sjekket: utkastet sier at det er på «ja»; verktøyet leser norsk, svensk, finsk og engelsk.',
            'sv': 'Inte granskat: utkastet säger att det är på ”ja”; svenska, norska, finska och engelska kan läsas.',
            'fi': 'Ei tarkistettu: luonnoksen mukaan sen kieli on ”ja”; policycheck lukee suomea, ruotsia, norjaa ja englantia.',
        }, id='a code without a name here'),
        pytest.param('und', 'detected', {
            'en': 'Not screened: it does not seem to be in English, Norwegian, Swedish or Finnish; no other language is read.',
            'nb': 'Ikke sjekket: teksten ser ikke ut til å være på norsk, svensk, finsk eller engelsk; verktøyet leser ingen andre språk.',
            'sv': 'Inte granskat: texten verkar inte vara på svenska, norska, finska eller engelska; andra språk kan inte läsas.',
            'fi': 'Ei tarkistettu: teksti ei näytä olevan suomea, ruotsia, norjaa eikä englantia; muita kieliä policycheck ei lue.',
        }, id='no language that is known'),
    ],
)  # fmt: skip
def test_why_a_draft_was_not_screened(lang: str, origin: str, told: dict[str, str]) -> None:
    assert {code: unscreened('language', lang, origin, code) for code in LANGUAGES} == told
