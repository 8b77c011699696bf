"""The record of finished texts, for those who want one: digests, rules, reasons and a time; never the text."""

from __future__ import annotations

import json
import os
from datetime import datetime

from policycheck import __version__
from policycheck.model import LEVELS, Report
from policycheck.tui import recovery
from policycheck.tui.keeps import digest
from policycheck.tui.post import Desk


def path() -> str:
    """Where the record is kept: a file of JSON lines that only its user can read."""
    return os.path.join(recovery.folder(), 'record.jsonl')


def add(desk: Desk, report: Report) -> str | None:
    """Adds a finished text; what is to be told where it could not be added."""
    post = desk.post
    row = {
        'time': datetime.now().astimezone().isoformat(timespec='seconds'),
        'text': digest(post.text),
        'version': __version__,
        'channel': report.context.channel.value,
        'account': report.context.account.value,
        'flags': [
            {'rule': flag.rule.id, 'level': LEVELS[flag.level], 'words': digest(flag.quote)}
            for flag in report.flags
        ],
        'kept': [
            {'rule': one.rule, 'words': digest(one.words), 'reason': one.reason, 'by': one.by}
            for one in post.keeps
            if one.words in post.text
        ],
    }
    try:
        os.makedirs(os.path.dirname(path()), mode=0o700, exist_ok=True)
        handle = os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, 'a', encoding='utf-8') as file:
            file.write(json.dumps(row, ensure_ascii=False) + '\n')
    except OSError as err:
        return desk.look.say('record.failed', problem=err.strerror or str(err))
    return None
