"""Files written anew: in whole or not at all, and only over what was read."""

from __future__ import annotations

import os
import stat
import tempfile

from policycheck.errors import InputError


def replace(path: str, before: bytes, content: bytes) -> None:
    """Puts ``content`` in the place of a file that holds ``before``; its permissions stay.

    Raises InputError, and leaves the file as it is, where it has gone, has been changed since it
    was read, is read-only or cannot be written. An interrupt leaves the old or the new file.
    """
    place = os.path.realpath(path)
    try:
        status = os.stat(place)
        with open(place, 'rb') as file:
            if file.read() != before:
                raise InputError('the file has changed since it was read; run the command again', path)
        if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(place, os.W_OK):
            raise InputError('the file is read-only; nothing was changed', path)
        _write(place, content, stat.S_IMODE(status.st_mode))
    except OSError as err:
        raise InputError(f'cannot be written: {err.strerror or err}; nothing was changed', path) from err


def _write(place: str, content: bytes, mode: int) -> None:
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(place), prefix='.policycheck-')
    try:
        with os.fdopen(handle, 'wb') as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, place)
    except BaseException:
        os.unlink(temporary)
        raise
