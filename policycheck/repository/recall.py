"""Verdicts of earlier runs: what is known of a file from a hash of its bytes; no text of a post is kept.

Loads nothing but what Python has loaded anyway: a run in which nothing has changed ends here.
"""

from __future__ import annotations

import os
import sys
import time

from policycheck import __version__, machine

# the module behind hashlib, which takes OpenSSL along and is slow to load
try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

FORMAT = '5'
"""Part of every key; raised when the same file gets another verdict."""

FOLDER = 'verdicts'
ENDING = '.log'
_LARGEST = 8_000_000
"""Bytes of a log; a larger one is begun anew."""
_MOST_BYTES = 10_000_000
LEVELS = ('note', 'advice', 'warn', 'stop')
_KEPT = 24
"""Logs kept, the last used first: one is of one policy, one set of options and one day."""
_WATCHED = b'\nwatched '
_WITH_VALUE = ('--lang', '--channel', '--account', '--policy', '--screen-language', '--level', '--fail-on')
_CHANGES = ('--lang', '--channel', '--account', '--reply', '--map', '--split', '--no-meaning')
"""Options that a verdict depends on."""


class Book:
    """The verdicts under one policy, one set of options and one day.

    A log that is only ever added to, in one write: runs beside each other lose nothing, and a line
    that is not whole is not believed.
    """

    def __init__(self, policy: str | None, options: dict[str, object]) -> None:
        own = os.path.abspath(policy) if policy else ''
        said = [f'{name}={options.get(name)}' for name in _CHANGES]
        of = (
            FORMAT,
            __version__,
            machine.rules_folder(),
            own,
            *said,
            machine.model(),
            time.strftime('%Y-%m-%d'),
        )
        folder = machine.cache_folder()
        self._path = os.path.join(folder, FOLDER, _hash('\0'.join(of)) + ENDING) if folder else None
        self._known = b''
        self._new: list[bytes] = []
        self._sign = ''
        try:
            if self._path:
                with open(self._path, 'rb') as file:
                    self._known = file.read(_LARGEST + 1)
        except OSError:
            # nothing is known yet
            pass

    def watched(self) -> list[str]:
        """The files and folders that the rules of the last run came from; empty where there was none."""
        at = self._known.rfind(_WATCHED)
        if at < 0:
            return []
        line = self._known[at + len(_WATCHED) :].split(b'\n', 1)[0]
        check, _, paths = line.partition(b' ')
        return os.fsdecode(paths).split('\0') if check == _check(paths) else []

    def sign(self, watched: list[str], signatures: list[str]) -> None:
        """Says under which rules verdicts are looked up and added from here on: files, and the signature of each."""
        if watched != self.watched():
            paths = os.fsencode('\0'.join(watched))
            if b'\n' not in paths:
                self._new.append(_WATCHED + _check(paths) + b' ' + paths)
        self._sign = _hash('\n'.join((*signatures, _code())))

    def key(self, path: str, content: bytes) -> str:
        """What a file is known by: its bytes, how it is read, the waivers beside it, and the rules."""
        place = machine.keeps(path)
        waivers = f'{os.path.basename(path)}\0{_hash("", _bytes(place) or b"")}' if place else ''
        return _hash(f'{self._sign}\0{os.path.splitext(path)[1].lower()}\0{waivers}\0', content)

    def note_waivers(self, place: str, author: str, names: list[str]) -> None:
        """Notes that nothing is wrong with a file of waivers.

        ``names`` are the files that it names, ``author`` a hash of who git signs as, '' where that does
        not matter.
        """
        keys = [part for name in names for part in (name, self._beside(place, name))]
        if not any('\n' in part for part in keys):
            self.add(self.about('waivers', _hash(place, _bytes(place) or b'')), '\0'.join((author, *keys)))

    def waivers_signed(self, place: str) -> str | None:
        """The ``author`` with whom nothing was wrong with a file of waivers, nor with those it names; else None."""
        said = self.find(self.about('waivers', _hash(place, _bytes(place) or b'')))
        if said is None:
            return None
        author, *keys = said.split('\0')
        same = all(self._beside(place, name) == key for name, key in zip(keys[::2], keys[1::2], strict=True))
        return author if same else None

    def _beside(self, place: str, name: str) -> str:
        path = os.path.join(os.path.dirname(place), name)
        content = _bytes(path)
        return '' if content is None else self.key(path, content)

    def about(self, kind: str, *said: object) -> str:
        """What a sentence of the report is known by."""
        return _hash('\0'.join((self._sign, kind, *map(str, said))))

    def find(self, key: str) -> str | None:
        """What was added under a key; None where nothing was."""
        head = b'\n' + key.encode() + b' '
        at = self._known.find(head)
        if at < 0:
            return None
        line = self._known[at + len(head) :].split(b'\n', 1)[0]
        check, _, said = line.partition(b' ')
        return said.decode() if check == _check(said) else None

    def add(self, key: str, said: str) -> None:
        """Notes something under a key; it has to be on one line."""
        plain = said.encode()
        self._new.append(b'\n' + key.encode() + b' ' + _check(plain) + b' ' + plain)

    def given(self) -> list[bytes]:
        """What was noted, for the book of another process to take; this one forgets it."""
        new, self._new = self._new, []
        return new

    def take(self, noted: list[bytes]) -> None:
        """Notes what the book of another process has noted."""
        self._new += (one for one in noted if not one.startswith(_WATCHED) or one not in self._new)

    def write(self) -> None:
        """Puts what was noted into the log; a log that cannot be written costs time and nothing else."""
        if not self._new or not self._path:
            return
        try:
            if len(self._known) > _LARGEST:
                os.unlink(self._path)
            if not self._known:
                os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
                _tidy(os.path.dirname(self._path))
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(handle, b''.join(self._new) + b'\n')
            finally:
                os.close(handle)
        except OSError:
            pass
        self._new = []


def answer(words: list[str]) -> int | None:
    """The exit code of ``check`` with these arguments, its lines printed; None where it has to be run.

    Only for files that are named, that were found clean and have not changed since.
    """
    given, paths = _read(words)
    if not paths:
        return None
    policy = given.get('--policy') or machine.find(paths[0])
    book = Book(str(policy) if policy else None, given)
    watched = book.watched()
    if not watched:
        return None
    from policycheck.compiling.signature import signature

    book.sign(watched, [signature([path]) for path in watched])
    facts = told_in(given.get('--screen-language'))
    total = 0
    said = None
    for place in {machine.keeps(path) for path in paths} - {None}:
        # what hangs on a name takes git to answer
        if place is None or book.waivers_signed(place) != '':
            return None
    for name, known in (('--level', LEVELS), ('--fail-on', LEVELS)):
        if name in given and given[name] not in known:
            return None
    for path in paths:
        content = content_of(path)
        key = book.key(path, content) if content is not None else ''
        count = book.find(book.about('clean', key)) if key else None
        if count is None:
            return None
        total += int(count)
        said = book.find(book.about('alone', *facts, key)) if len(paths) == 1 else None
    if total == 1 and said is not None:
        lines = f'{paths[0]}: ' + said.replace('\0', '\n')
    else:
        closing = book.find(book.about('closing', *facts, total)) if total > 1 else None
        if closing is None:
            return None
        lines = closing
    # what is missing for meaning is said where a person reads, as often as the drafts are asked about
    meaning = book.find(book.about('meaning', *facts)) if sys.stderr.isatty() else ''
    if meaning is None:
        return None
    sys.stdout.write(f'{lines}\n')
    if meaning:
        sys.stdout.flush()
        sys.stderr.write(f'policycheck: {meaning}\n')
    return 0


def told_in(option: object) -> tuple[object, ...]:
    """What decides in which words and signs a report is told."""
    names = ('LC_ALL', 'LC_MESSAGES', 'LANG')
    encoding = (sys.stdout.encoding or '').lower()
    return (option, *(os.environ.get(name, '')[:2] for name in names), encoding)


def content_of(path: str) -> bytes | None:
    """The bytes of a plain file of posts; None for all else."""
    content = _bytes(path) if os.path.basename(path) != machine.KEEP_NAME else None
    return content if content is not None and len(content) <= _MOST_BYTES else None


def _bytes(path: str) -> bytes | None:
    try:
        if not os.path.isfile(path):
            return None
        with open(path, 'rb') as file:
            return file.read(_MOST_BYTES + 1)
    except OSError:
        return None


def _read(words: list[str]) -> tuple[dict[str, object], list[str]]:
    """Options and paths; no paths where another reader of the command line has to look."""
    given: dict[str, object] = {}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word in _WITH_VALUE:
            given[word] = next(rest, '-')
            if str(given[word]).startswith('-'):
                return {}, []
        elif word in ('--reply', '--no-meaning'):
            given[word] = True
        elif word.startswith('-') or not word.isprintable() or not word.isascii():
            # other signs may have to be shown in another way
            return {}, []
        else:
            paths.append(word)
    return given, paths if len({os.path.abspath(path) for path in paths}) == len(paths) else []


def _hash(text: str, content: bytes = b'') -> str:
    digest = blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=16)
    digest.update(content)
    return digest.hexdigest()


def _check(said: bytes) -> bytes:
    return blake2b(said, digest_size=4).hexdigest().encode()


def _code() -> str:
    """What changes when somebody works on policycheck itself; nothing where it is installed."""
    if machine.rules_folder() == machine.SHIPPED:
        return ''
    found = []
    folders = [machine.HERE]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith('.py'):
                    found.append(f'{entry.path} {entry.stat().st_mtime_ns}')
                elif '.' not in entry.name and entry.name != '__pycache__':
                    folders.append(entry.path)
    return '\n'.join(sorted(found))


def _tidy(folder: str) -> None:
    logs = sorted(
        (entry.stat().st_mtime, entry.path) for entry in os.scandir(folder) if entry.name.endswith(ENDING)
    )
    for _, path in logs[: -_KEPT + 1]:
        os.unlink(path)
