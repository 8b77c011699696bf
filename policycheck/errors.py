"""The only error a user can cause, and the one line it is told in."""

from __future__ import annotations


class InputError(Exception):
    """Something the user gave is wrong: a file, a key, an option.

    ``str(error)`` is one line, ``path:line: message``, without the parts that are not known.
    The message says what is wrong and what to do.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        place = ''.join(f'{part}:' for part in (path, line) if part is not None)
        super().__init__(f'{place} {message}' if place else message)

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str | None, int | None]]:
        return type(self), (self.message, self.path, self.line)
