"""From the bytes of a YAML file to text that is safe to parse, or the reason why not."""

from __future__ import annotations

import re

from policycheck.errors import InputError

LIMIT = 1_000_000
"""Bytes of the largest file that is read; the largest of our own is a tenth of it."""

# U+2028 and U+2029 end a line for YAML but not for most editors, so line numbers would not agree.
UNPRINTABLE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_LINE_END = re.compile(r'\r\n|\r|\n')
_ENCODINGS = (
    (b'\xff\xfe\0\0', 'UTF-32'),
    (b'\0\0\xfe\xff', 'UTF-32'),
    (b'\xff\xfe', 'UTF-16'),
    (b'\xfe\xff', 'UTF-16'),
)


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends, as YAML and editors count them."""
    return _LINE_END.split(text)


def read(path: str, *, limit: int = LIMIT) -> bytes:
    """The bytes of a file. Raises InputError if it cannot be read or is larger than ``limit`` bytes."""
    try:
        with open(path, 'rb') as file:
            content = file.read(limit + 1)
    except IsADirectoryError:
        raise InputError('this is a folder; name a file', path) from None
    except FileNotFoundError:
        raise InputError('there is no such file', path) from None
    except (OSError, ValueError) as err:
        reason = err.strerror if isinstance(err, OSError) and err.strerror else str(err)
        raise InputError(f'the file cannot be read: {reason}', path) from err
    if len(content) > limit:
        raise InputError(_too_large(limit), path)
    return content


def _too_large(limit: int) -> str:
    return f'the file is larger than {limit:,} bytes; split it'


def decode(data: bytes, path: str, *, limit: int = LIMIT) -> str:
    """The text of a UTF-8 file without its byte order mark.

    Raises InputError, with the line, for more than ``limit`` bytes, other encodings, control
    characters and YAML directives.
    """
    if len(data) > limit:
        raise InputError(_too_large(limit), path)
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            raise InputError(f'this file is written in {encoding}; save it as UTF-8', path, 1)
    if len(data) > 3 and (data[1:4:2] == b'\0\0' or data[:4:2] == b'\0\0'):
        raise InputError('this file is written in UTF-16; save it as UTF-8', path, 1)
    data = data.removeprefix(b'\xef\xbb\xbf')
    try:
        text = data.decode()
    except UnicodeDecodeError as err:
        line = _line_of(data[: err.start].decode(), err.start)
        raise InputError('this line is not UTF-8 text; save the file as UTF-8', path, line) from err
    found = UNPRINTABLE.search(text)
    if found:
        sign = ord(found.group())
        name = 'a NUL character' if sign == 0 else f'an invisible control character (U+{sign:04X})'
        raise InputError(f'{name} stands in this line; remove it', path, _line_of(text, found.start()))
    directive = re.search(r'^%', text, re.MULTILINE)
    if directive:
        line = _line_of(text, directive.start())
        raise InputError('a line cannot begin with % here; put the text in quotes', path, line)
    return text


def _line_of(text: str, offset: int) -> int:
    return len(split_lines(text[:offset]))
