"""Drafts in files: one opened, and written back whole with what was kept; at once or not at all."""

from __future__ import annotations

import os
import stat
from hashlib import blake2b

from policycheck.errors import InputError
from policycheck.formats.complaints import translated
from policycheck.model import Draft
from policycheck.readers import drafts, front_matter
from policycheck.replace import put
from policycheck.tui.keeps import Kept
from policycheck.tui.line_ends import one_kind, restored
from policycheck.tui.look import shown
from policycheck.tui.post import Desk, Post
from policycheck.tui.waivers import read_keeps, with_keeps

_MARKDOWN = ('.md', '.markdown', '.mdx')
_OURS = (*_MARKDOWN, '.txt', '.text', '')


def open_post(path: str) -> Post:
    """The post in a file, its front matter apart. Raises InputError for what cannot be opened as one post."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in _OURS:
        raise InputError('the app opens one post: a text or Markdown file', path)
    if not os.path.lexists(path):
        return Post(path=path, markup=_markup(path))
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise InputError('this is no ordinary file', path)
    try:
        with open(path, 'rb') as file:
            content = file.read(drafts.MAX_BYTES + 1)
    except OSError as err:
        raise InputError(f'cannot be read: {err.strerror or err}', path) from err
    draft = next(iter(drafts.read(path, content)))
    if isinstance(draft, InputError):
        raise draft
    start = body_start(draft, path)
    head, raw = draft.source[:start], draft.source[start:]
    keeps, text = read_keeps(head, path), one_kind(raw)
    post = Post(text, path, head, draft.markup, draft.settings, keeps=keeps, written=text, raw=raw)
    post.digest = _digest(content)
    return post


def body_start(draft: Draft, path: str) -> int:
    """Where the text begins in the file: after a byte order mark and front matter."""
    marked = int(draft.source.startswith('\ufeff'))
    found = front_matter.read(draft.source, marked, path) if draft.markup == 'markdown' else None
    return found.end if found else marked


def save_told(desk: Desk) -> str:
    """Saves the post in its file; what is to be told of it."""
    return _saved(desk)[0]


def _saved(desk: Desk) -> tuple[str, bool]:
    """The same, and whether it was saved."""
    post, look = desk.post, desk.look
    assert post.path is not None
    name = shown(os.path.basename(post.path))
    try:
        written = save(post, post.keeps)
    except OSError as err:
        return look.say(
            'save.failed', path=name, problem=translated(str(err.strerror or err), look.language)
        ), False
    except InputError as err:
        return look.say('save.failed', path=name, problem=translated(err.message, look.language)), False
    if written is None:
        return look.say('save.changed', path=name), False
    return look.say('save.done_reasons' if written else 'save.done', path=name, count=written), True


def save(post: Post, keeps: list[Kept]) -> int | None:
    """Writes a post to its file: head, reasons, text. How many reasons it holds; None where another has changed it.

    Raises OSError; nothing is written then.
    """
    assert post.path is not None
    if _changed(post):
        return None
    stating = [one for one in keeps if one.reason] if post.markup == 'markdown' else []
    head = with_keeps(post.head, stating, post.text) if post.markup == 'markdown' else post.head
    raw = post.text if one_kind(post.raw) == post.raw else restored(post.text, post.raw)
    content = (head + raw).encode('utf-8')
    write(post.path, content)
    post.head, post.raw, post.digest, post.written = head, raw, _digest(content), post.text
    return len(stating)


def save_as(desk: Desk, path: str, *, replace: bool = False) -> tuple[str | None, bool]:
    """Saves the post in another file: what is to be told, and whether it was saved; None where one is there already."""
    post = desk.post
    path = os.path.expanduser(path)
    own = post.path is not None and os.path.realpath(path) == os.path.realpath(post.path)
    if os.path.lexists(path) and not own and not replace:
        return None, False
    before = post.path, post.digest, post.markup
    if not own:
        post.path, post.digest, post.markup = path, '', _markup(path)
        if os.path.lexists(path):
            try:
                with open(path, 'rb') as file:
                    post.digest = _digest(file.read())
            except OSError:
                # saving will fail too, and tell
                pass
    told, saved = _saved(desk)
    if not saved:
        post.path, post.digest, post.markup = before
    return told, saved


def write(path: str, content: bytes) -> None:
    """Puts content in place of a file at once or not at all, permissions and links kept; raises OSError."""
    target = os.path.realpath(path)
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    else:
        if not os.access(target, os.W_OK):
            raise PermissionError(13, 'it may only be read', path)
    put(target, content, mode)


def _changed(post: Post) -> bool:
    """Whether a file is no longer as it was read or written."""
    assert post.path is not None
    try:
        with open(post.path, 'rb') as file:
            return _digest(file.read()) != post.digest
    except FileNotFoundError:
        return False


def _markup(path: str) -> str:
    return 'markdown' if os.path.splitext(path)[1].lower() in _MARKDOWN else 'none'


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
