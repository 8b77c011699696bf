"""What git says has changed: the files, and in each of them the posts that are new or were rewritten."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from policycheck.errors import InputError
from policycheck.git import contents, git, root
from policycheck.machine import holds_waivers, keeps, within
from policycheck.model import Draft
from policycheck.readers import drafts
from policycheck.records import NamedTuple

_AT_ONCE = 256
"""Files whose contents git is asked for together: to start it takes longer than to read a post."""


class _Wanted(NamedTuple):
    """A file that has changed, its name in the repository and the one it had before, if it is not new."""

    path: str
    name: str
    old: str | None


class Changed(NamedTuple):
    """A file as it is to be read, and as it was."""

    path: str
    content: bytes
    old: bytes | None
    """What it was before; None for a new one."""

    def posts(self, layout: drafts.Layout = drafts.PLAIN) -> Iterator[Draft | InputError]:
        """The posts that were not there before, in order, wherever in the file they were."""
        # waivers beside the file are as they are today on both sides; a change in them is their own
        before = drafts.read(self.path, self.old, layout) if self.old is not None else ()
        left = Counter(_known(draft) for draft in before if not isinstance(draft, InputError))
        for draft in drafts.read(self.path, self.content, layout):
            if not isinstance(draft, InputError) and left[_known(draft)] > 0:
                left[_known(draft)] -= 1
                continue
            yield draft


def staged(
    paths: Iterable[str | InputError], belongs: Callable[[str], bool]
) -> Iterator[Changed | str | InputError]:
    """Of these files those with something staged, as they are in the index, against the last commit.

    Files that are staged and no longer in their folder come last, where they ``belong`` to what was asked
    for. A file of waivers comes as its path. Raises InputError outside a repository.
    """
    top = _top('--staged')
    head = git(top, 'rev-parse', '--verify', '--quiet', 'HEAD')
    # the empty tree: before the first commit everything is new
    empty = git(top, 'hash-object', '-t', 'tree', '--stdin', given=b'') or b''
    base = (head or empty).decode().strip()
    rows = git(
        top, 'diff', '--cached', '--name-status', '-z', '-M', '--no-ext-diff', '--diff-filter=ACMRT', base
    )
    found = _rows(rows or b'')
    gone = [
        path
        for name in sorted(found)
        for path in [os.path.relpath(os.path.join(top, name))]
        if not os.path.lexists(path) and belongs(path)
    ]
    there = (one for one in paths if not (isinstance(one, InputError) and _missing(one, gone)))
    yield from _of([*there, *gone], top, base, found, index=True)


def _missing(error: InputError, gone: list[str]) -> bool:
    """Whether an error is about a file, or a folder of files, that the index still has."""
    if error.path is None or os.path.lexists(error.path):
        return False
    return any(within(one, error.path) for one in gone)


def since(reference: str, paths: Iterable[str | InputError]) -> Iterator[Changed | str | InputError]:
    """Of these files those that differ from where this branch left ``reference``, new ones included.

    Raises InputError outside a repository and for a reference that git does not know.
    """
    top = _top('--diff')
    commit = git(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', f'{reference}^{{commit}}')
    if not commit:
        raise InputError(
            f"--diff: git knows no commit '{reference}' here; in a shallow clone, fetch it first"
        )
    name = commit.decode().strip()
    base = (git(top, 'merge-base', name, 'HEAD') or commit).decode().strip()
    rows = git(top, 'diff', '--name-status', '-z', '-M', '--no-ext-diff', '--diff-filter=ACMRT', base) or b''
    new = git(top, 'ls-files', '--others', '--exclude-standard', '-z') or b''
    found = _rows(rows)
    found.update((os.fsdecode(path), None) for path in new.split(b'\0') if path)
    yield from _of(paths, top, base, found, index=False)


def _of(
    paths: Iterable[str | InputError], top: str, base: str, found: dict[str, str | None], *, index: bool
) -> Iterator[Changed | str | InputError]:
    rest = _wanted(paths, top, found)
    while some := list(islice(rest, _AT_ONCE)):
        asked = [one for one in some if isinstance(one, _Wanted)]
        before = iter(contents(top, [f'{base}:{one.old}' for one in asked if one.old]))
        now = iter(contents(top, [f':{one.name}' for one in asked]) if index else ())
        for one in some:
            if not isinstance(one, _Wanted):
                yield one
                continue
            content = next(now) if index else _bytes(one.path)
            old = next(before) if one.old else None
            if content is None or isinstance(content, InputError):
                yield content or InputError('git cannot show what is staged of it', one.path)
            else:
                yield Changed(one.path, content, old)


def _wanted(
    paths: Iterable[str | InputError], top: str, found: dict[str, str | None]
) -> Iterator[_Wanted | str | InputError]:
    """What of these files has changed, or has waivers beside it that have; files of waivers as their paths."""
    real = os.path.realpath(top)
    for path in paths:
        if isinstance(path, InputError):
            yield path
            continue
        name = os.path.relpath(os.path.realpath(path), real).replace(os.sep, '/')
        if name.startswith('../'):
            yield InputError(
                'this is not in the repository of the folder you are in; go there to ask git', path
            )
            continue
        waivers = keeps(path)
        touched = waivers and os.path.relpath(os.path.realpath(waivers), real)
        if name in found or (touched or '').replace(os.sep, '/') in found:
            yield path if holds_waivers(path) else _Wanted(path, name, found.get(name, name))


def _known(draft: Draft) -> object:
    """What makes a post the same post: all but its place, and its number where that is its name."""
    said = tuple((name, setting.value) for name, setting in sorted(draft.settings.items()))
    kept = tuple((one.rule, one.words, one.reason, one.until, one.by) for one in draft.waivers)
    return draft.text if draft.markup == 'none' else draft.text.strip(), said, kept


def _rows(listed: bytes) -> dict[str, str | None]:
    """The name of each changed file and the one it had before, from the list of git diff -z."""
    fields = iter(os.fsdecode(listed).split('\0'))
    found: dict[str, str | None] = {}
    for status in fields:
        if not status:
            break
        old = next(fields)
        if status[0] in 'RC':
            found[next(fields)] = old
        else:
            found[old] = None if status[0] == 'A' else old
    return found


def _bytes(path: str) -> bytes | InputError:
    try:
        with open(path, 'rb') as file:
            return file.read(drafts.MAX_BYTES + 1)
    except OSError as err:
        return InputError(f'cannot be read: {err.strerror or err}', path)


def _top(option: str) -> str:
    top = root(os.getcwd())
    if top is None:
        raise InputError(
            f'{option} asks git what has changed, and this folder is in no git repository; '
            'leave the option out, or run git init'
        )
    return top
