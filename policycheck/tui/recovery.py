"""The copy of a draft that outlives a crash: written while the app runs, gone when it ends in order."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from policycheck.artefact import write_file
from policycheck.tui.keeps import Kept
from policycheck.tui.post import Post


def folder() -> str:
    """The user's folder for what a program remembers of its state."""
    from platformdirs import user_state_path

    return str(user_state_path('policycheck', appauthor=False))


class Recovery:
    """The copy of one running app. ``on`` False: nothing is ever written."""

    def __init__(self, on: bool, where: str | None = None) -> None:
        self._on = on
        self._folder = where or folder()
        self._path = os.path.join(self._folder, f'draft-{os.getpid()}.json')
        self._last: str | None = None

    def write(self, post: Post) -> None:
        """Writes the copy, only its user can read it; where nothing is unsaved there is none. Raises OSError."""
        if not self._on:
            return
        content = json.dumps(_plain(post)) if post.unsaved else ''
        if content == self._last:
            return
        if content:
            write_file(self._path, content.encode('utf-8'))
        else:
            self.remove()
        self._last = content

    def remove(self) -> None:
        """Takes the copy away."""
        try:
            os.unlink(self._path)
        except OSError:
            # there is none
            pass

    def found(self) -> Post | None:
        """The newest draft that an app left behind when it crashed; its copy is taken over."""
        if not self._on:
            return None
        left = []
        try:
            entries = list(os.scandir(self._folder))
        except OSError:
            return None
        for entry in entries:
            number = entry.name.removeprefix('draft-').removesuffix('.json')
            if number.isdigit() and entry.name == f'draft-{number}.json' and not _running(int(number)):
                left.append(entry)
        for entry in sorted(left, key=lambda one: -one.stat().st_mtime):
            try:
                with open(entry.path, encoding='utf-8') as file:
                    post = _post(json.load(file))
                os.unlink(entry.path)
            except (OSError, ValueError, TypeError, KeyError):
                continue
            return post
        return None


def _running(number: int) -> bool:
    if number == os.getpid():
        return False
    if sys.platform == 'win32':
        # os.kill would end it there; a copy that is left is then taken for one of a crash
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _plain(post: Post) -> dict[str, Any]:
    return {
        'text': post.text, 'path': post.path, 'head': post.head, 'markup': post.markup, 'given': post.given,
        'keeps': [list(one) for one in post.keeps], 'cursor': list(post.cursor), 'digest': post.digest, 'raw': post.raw,
        'settings': {name: list(setting) for name, setting in post.settings.items()},
    }  # fmt: skip


def _post(plain: dict[str, Any]) -> Post:
    from policycheck.model import Setting

    return Post(
        text=str(plain['text']),
        path=plain['path'],
        head=str(plain['head']),
        markup=str(plain['markup']),
        settings={name: Setting(*pair) for name, pair in plain['settings'].items()},
        given=dict(plain['given']),
        keeps=[Kept(*one) for one in plain['keeps']],
        cursor=(int(plain['cursor'][0]), int(plain['cursor'][1])),
        digest=str(plain['digest']),
        raw=str(plain.get('raw', '')),
    )
