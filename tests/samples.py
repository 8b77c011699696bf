"""Rules, flags and reports to write, put together by hand."""

from __future__ import annotations

import io

from policycheck.formats import writer
from policycheck.formats.options import Counts, Options, Written
from policycheck.model import OFF, STOP, Context, Draft, Fix, Flag, Related, Report, Rule, Setting, Span

HERE = Context(
    account=Setting('official', 'front matter'),
    channel=Setting('linkedin', 'policy'),
    reply=Setting(False, 'default'),
    paid=Setting(False, 'default'),
    jurisdictions=Setting(('NO',), 'language'),
    sector=Setting('energy', 'policy'),
    listed=Setting(True, 'policy'),
    public_body=Setting(False, 'default'),
    date=Setting('2026-11-21', 'today'),
    silent_period=Setting(False, 'policy'),
    sales_channel=Setting(None, 'policy'),
)


def texts(text: str) -> dict[str, str]:
    """The same text in four languages, each marked by its code."""
    return {lang: f'{text} ({lang})' for lang in ('en', 'nb', 'sv', 'fi')}


SECRET = Rule(
    id='secrets/deal',
    category='confidential_info',
    title=texts('A deal nobody knows of yet'),
    short=texts('A deal'),
    why=texts('It can move the share price.'),
    advice=texts('Wait for the press release.'),
    level=STOP,
    rights=False,
    opinion=False,
    ask='communications',
    precedents=('P7',),
    sources=(('Market rules', 'https://example.org/rules'),),
    checked='2026-11-21',
    locked=False,
    despite_rights=None,
)

RIGHT = SECRET._replace(
    id='rights/pay',
    category='protected_speech',
    title=texts('Pay and working conditions'),
    why=texts('You may talk about your pay.'),
    advice=texts('Keep it if you like.'),
    level=OFF,
    rights=True,
    ask=None,
    precedents=(),
)


def flag(rule: Rule, draft: Draft, words: str, **fields: object) -> Flag:
    """A flag on the first place of words in a draft."""
    start = draft.text.index(words)
    text_span = Span(start, start + len(words))
    span = draft.places.span(*text_span) if draft.places else text_span
    plain = Flag(rule, rule.level, 'find', span, draft.source[slice(*span)], text_span, (), (), ())
    return plain._replace(**fields)


def post(text: str, path: str = 'post.txt') -> Draft:
    """A draft in a plain file."""
    return Draft(path, path, text, text)


def report(draft: Draft, *flags: Flag, **fields: object) -> Report:
    """A report in English with these flags."""
    plain = Report(draft, HERE, 'en', None, 'detected', True, None, True, None, flags, ())
    return plain._replace(**fields)


POLICY = Options(
    precedents={
        'P7': {
            'organisation': 'Eksempelbanken',
            'year': 2019,
            'lesson': {'en': 'A fine.', 'nb': 'En bot.'},
            'url': 'https://example.org/p7',
        }
    },
    contacts={'default': {'who': 'Kari', 'at': 'kari@example.org', 'out_of_hours': '+47 000'}},
    reporting=(
        {'name': 'whistleblowing', 'at': 'tell@example.org'},
        {'name': 'safety representative', 'at': ''},
    ),
)

DANISH = {'lang': 'da', 'screened': False, 'unscreened': 'language'}
MIXED = post('We buy Havvind AS.')


def written(name: str, reports: list[Written], options: Options = POLICY) -> tuple[str, Counts]:
    """What a format writes, and what it counts."""
    out = io.StringIO()
    counts = writer(name)(iter(reports), out, options)
    return out.getvalue(), counts


def deal() -> Report:
    """A report with one flag that has all a flag can have."""
    draft = post('Hello all.\nWe will buy Havvind AS on Monday.\n', 'a.txt')
    found = flag(
        SECRET,
        draft,
        'buy Havvind AS',
        related=(Related(Span(0, 5), 'Hello', 2), Related(Span(6, 9), 'all')),
        fixes=(
            Fix(Span(19, 33), 'have news', False),
            Fix(Span(33, 43), '', True),
            Fix(Span(0, 0), 'Ad: ', True),
        ),
        reasons=('silent_period', 'account', 'their own'),
    )
    return report(draft, found)


def paid_too_little() -> Report:
    """A report with two places of a notice of rights and a stop beside them."""
    draft = post('My pay has stood still. Our pay is low. We buy Havvind AS.')
    secret = flag(
        SECRET._replace(ask=None, precedents=(), advice={}),
        draft,
        'buy Havvind AS',
        reasons=('only_this_part',),
    )
    pay = (flag(RIGHT, draft, 'My pay'), flag(RIGHT, draft, 'Our pay'))
    return report(draft, secret, rights=pay, context=HERE._replace(account=Setting('personal', 'default')))
