"""What git knows of a folder: where its repository begins, who writes here, what a file was before."""

from __future__ import annotations

import os
import subprocess
from functools import cache

from policycheck.errors import InputError


def git(folder: str, *words: str, given: bytes | None = None) -> bytes | None:
    """What git prints when it is run in a folder; None where it fails. Raises InputError where there is no git."""
    try:
        # nothing of a repository's own settings runs a program here: no pager, no external diff, no hook
        done = subprocess.run(
            ['git', '--no-pager', '-c', 'core.fsmonitor=false', *words],
            cwd=folder or '.',
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as err:
        raise InputError('git is not installed, or not where programs are looked for') from err
    return done.stdout if done.returncode == 0 else None


def contents(folder: str, names: list[str]) -> list[bytes | None]:
    """What git has under each of these names, such as ``HEAD:a.md`` or ``:a.md`` of the index; None for nothing.

    Raises InputError where there is no git.
    """
    # a name to a line: one with a line end is asked for by itself
    listed = [name for name in names if '\n' not in name]
    asked = os.fsencode('\n'.join((*listed, '')))
    rest = (git(folder, 'cat-file', '--batch', given=asked) if listed else None) or b''
    found: dict[str, bytes | None] = {}
    at = 0
    for name in listed if rest else ():
        end = rest.index(b'\n', at)
        kind, _, size = rest[at:end].rpartition(b' ')
        at = end + 1
        if size.isdigit():
            found[name] = rest[at : at + int(size)] if kind.endswith(b' blob') else None
            at += int(size) + 1
    return [found.get(name) if '\n' not in name else git(folder, 'show', name) for name in names]


def root(folder: str) -> str | None:
    """The top folder of the repository that a folder is in; None where it is in none."""
    found = git(folder, 'rev-parse', '--show-toplevel')
    return os.fsdecode(found.rstrip(b'\r\n')) if found else None


@cache
def signer(folder: str) -> str:
    """The name that git would sign with in a folder, else that of the user's account; '' where neither is known."""
    known = os.environ.get('GIT_AUTHOR_NAME', '')
    try:
        known = known or (git(folder, 'config', '--get', 'user.name') or b'').decode('utf-8', 'replace')
    except (InputError, OSError):
        # without git nobody is known
        pass
    return ' '.join(known.split()) or _account()


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # an account without a name
        return ''


@cache
def author(folder: str) -> frozenset[str]:
    """The name and the address that git would sign with in a folder, in small letters; empty where it knows none."""
    known = {os.environ.get('GIT_AUTHOR_NAME', ''), os.environ.get('GIT_AUTHOR_EMAIL', '')}
    for name in ('user.name', 'user.email'):
        try:
            known.add((git(folder, 'config', '--get', name) or b'').decode('utf-8', 'replace'))
        except (InputError, OSError):
            # without git nobody is known
            pass
    return frozenset(plain for one in known if (plain := ' '.join(one.casefold().split())))
