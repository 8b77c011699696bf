"""The compiled file: named sections in one container that is mapped into memory, not read."""

from __future__ import annotations

import marshal
import mmap
import os
import sys
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

PYTHON = str(sys.implementation.cache_tag)
"""Whose marshal writes and reads an artefact: faster than json, and no import of its own."""
ENGINE = '34'
"""Raised when the same rules and policy compile to something else, or the file is written in another way."""
MAGIC = f'policycheck artefact {ENGINE} {PYTHON}\n'.encode()
_NUMBER = 4
"""Bytes of a number, the lowest first.

The head is the length of the table of sections and its checksum: Adler-32, since CRC-32 takes four times as long.
"""
_HEAD = 2 * _NUMBER


class DamagedError(Exception):
    """The file is no artefact of this version, or not whole; build it anew."""


class Artefact:
    """An artefact that is open; each section is checked against its checksum when it is first used.

    Every method raises DamagedError for a section that is missing or not what was written.
    """

    def __init__(self, content: bytes | mmap.mmap) -> None:
        self._content = content
        self._sections: dict[str, list[int]] = {}
        start = len(MAGIC) + _HEAD
        if content[: len(MAGIC)] != MAGIC or len(content) < start:
            raise DamagedError('no artefact of this version')
        size, checksum = map(
            _number, (content[len(MAGIC) : start - _NUMBER], content[start - _NUMBER : start])
        )
        table = content[start : start + size]
        if len(table) != size or zlib.adler32(table) != checksum:
            raise DamagedError('the table of sections is not whole')
        # nothing is read by marshal before its checksum held
        self._sections = marshal.loads(table)
        self._start = start + size + -(start + size) % 8

    @property
    def names(self) -> list[str]:
        """The names of the sections, in the order in which they were written."""
        return list(self._sections)

    def bytes(self, name: str) -> memoryview:
        """A section as it lies in memory."""
        if name not in self._sections:
            raise DamagedError(f'no section {name}')
        offset, size, checksum = self._sections[name]
        view = memoryview(self._content)[self._start + offset : self._start + offset + size]
        if len(view) != size or zlib.adler32(view) != checksum:
            raise DamagedError(f'section {name} is not whole')
        return view

    def numbers(self, name: str) -> memoryview:
        """A section of unsigned 32-bit numbers."""
        return self.bytes(name).cast('I')

    def plain(self, name: str) -> Any:
        """A section of what JSON knows: see ``as_plain``."""
        return marshal.loads(self.bytes(name))


def as_plain(plain: object) -> bytes:
    """The bytes of a section of what JSON knows; what it has no word for, such as tuples, is as in JSON then."""
    # needed where rules are compiled, a slow import elsewhere
    import json

    # of this version the same bytes for the same values, whoever else holds them
    return marshal.dumps(json.loads(json.dumps(plain)), 2)


def _number(written: bytes) -> int:
    return int.from_bytes(written, 'little')


def open_file(path: str) -> Artefact:
    """The artefact in a file; raises OSError where it cannot be opened, DamagedError where it is none."""
    with open(path, 'rb') as file:
        try:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as err:
            raise DamagedError('empty') from err
    return Artefact(content)


def pack(sections: Mapping[str, bytes]) -> bytes:
    """The bytes of an artefact with these sections."""
    table: dict[str, list[int]] = {}
    body: list[bytes] = []
    offset = 0
    for name, content in sections.items():
        table[name] = [offset, len(content), zlib.adler32(content)]
        padding = -len(content) % 8
        body.append(content + bytes(padding))
        offset += len(content) + padding
    head = marshal.dumps(table, 2)
    sizes = (number.to_bytes(_NUMBER, 'little') for number in (len(head), zlib.adler32(head)))
    start = len(MAGIC) + _HEAD + len(head)
    return b''.join([MAGIC, *sizes, head, bytes(-start % 8), *body])


def write_file(path: str, content: bytes) -> None:
    """Puts content in place of a file at once or not at all, its folder made where need be; raises OSError."""
    # a slow import for the many runs that write nothing
    from policycheck.replace import put

    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    put(path, content)
