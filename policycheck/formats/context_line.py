"""The line that says where, by whom and in which language a draft is published, and where each is from."""

from __future__ import annotations

from policycheck.formats.messages import say, word
from policycheck.model import Report, Setting


def context_line(report: Report, language: str) -> str:
    """The context that a draft was checked in, in a reader's language: one line without an end."""
    context = report.context
    codes = ', '.join(context.jurisdictions.value)
    reply = say('reply.yes' if context.reply.value else 'reply.no', language)
    law = say('law', language, codes=codes) if codes else say('law.none', language)
    return ', '.join(
        (
            _from(word('account', context.account.value, language), context.account, language),
            _from(word('channel', context.channel.value, language), context.channel, language),
            _from(reply, context.reply, language),
            f'{_spoken(report, language)} ({word("origin", report.lang_origin, language)})',
            _from(law, context.jurisdictions, language),
        )
    )


def _from(value: str, setting: Setting, language: str) -> str:
    return f'{value} ({word("origin", setting.origin, language)})'


def _spoken(report: Report, language: str) -> str:
    nynorsk = report.lang_note == 'nynorsk'
    name = say('language.nynorsk', language) if nynorsk else word('language', report.lang, language)
    if report.lang_sure:
        return name
    if report.also:
        return say('language.unsure', language, language=name, also=word('language', report.also, language))
    return say('language.guess', language, language=name)
