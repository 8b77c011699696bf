"""Compiled rules for a run: from the cache where nothing has changed, else compiled and kept."""

from __future__ import annotations

import os
import sys
import zlib

from policycheck import __version__, machine
from policycheck.artefact import ENGINE, PYTHON, Artefact, DamagedError, as_plain, open_file, pack, write_file
from policycheck.at_rest import AtRest
from policycheck.compiled import Ruleset
from policycheck.compiling.signature import signature
from policycheck.context import today
from policycheck.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from policycheck.compiling.sources import RuleSource

_KEPT = 12
"""Artefacts kept in the cache, the last used first."""

_REFERENCE = 'reference'
"""The one section of the file that names an artefact."""

_READING = 'policycheck: reading the rules; this takes some seconds and is done once ...'
_WRITE = 'write default for the rules that are shipped, or the path of a folder'


def load(
    policy: str | None,
    extra: Iterable[str] = (),
    *,
    packs: Iterable[str] | None = None,
    cache: str | None = None,
    quiet: bool = False,
    fresh: bool = False,
    only: Iterable[RuleSource] = (),
    told: str | None = None,
) -> Ruleset:
    """The rules of a policy file (None: the built-in starter policy) and of single rule files beside them.

    ``packs``, 'default' or paths of folders, stand in the place of those that the policy names; what
    it changes of rules is left out then, since it speaks of its own packs.
    ``cache`` is the folder where compiled rules are kept, the user's by default. Raises InputError
    for a file that is wrong. A cache that is damaged, foreign or cannot be written costs time only;
    ``fresh`` compiles without a look into it. Of ``only`` these rules, where all are not kept already,
    a part is compiled that finds of them what all would; it is not kept. ``told`` is what is said on
    a terminal while rules are compiled, in English where it is None; ``quiet`` says nothing.
    """
    folder = cache or machine.cache_folder() or os.devnull
    files = sorted(os.path.abspath(path) for path in extra)
    own = [os.path.abspath(policy)] if policy else []
    instead = None if packs is None else [one if one == 'default' else os.path.abspath(one) for one in packs]
    of = '|'.join(
        (ENGINE, PYTHON, __version__, machine.rules_folder(), *own, '', *files, '', *(instead or ()))
    )
    # a checksum, since a digest's module is slow to import: the file tells what it is of
    reference = os.path.join(folder, f'{zlib.crc32(of.encode("utf-8", "surrogatepass")):08x}.ref')
    found = None if fresh else _kept(reference, of, folder, [*own, *files])
    if found is not None:
        # the run that compiled them may have stood in another folder
        found.policy['path'] = policy
        return found
    part = _part(policy, list(only), instead, folder)
    if part is not None:
        return part
    return _compiled(
        policy, files, instead, folder, reference, of, [*own, *files], '' if quiet else told, fresh
    )


def _kept(reference: str, of: str, folder: str, files: list[str]) -> Ruleset | None:
    """The kept rules that a reference names, if every file they came from is as it was."""
    try:
        kept = open_file(reference).plain(_REFERENCE)
        if kept['today'] != 'any' and kept['today'] < today():
            return None
        watched = [*files, *kept['packs']]
        parts = [signature([one]) for one in watched]
        if kept['of'] != of or kept['signature'] != '\n'.join(parts):
            return None
        found = Ruleset(open_file(os.path.join(folder, f'{kept["artefact"]}.pc')))
        found.signed = watched, parts
        return found
    except (OSError, ValueError, KeyError, TypeError, DamagedError):
        return None


def _compiled(
    policy: str | None,
    extra: list[str],
    instead: list[str] | None,
    folder: str,
    reference: str,
    of: str,
    files: list[str],
    told: str | None,
    fresh: bool,
) -> Ruleset:
    import json
    from hashlib import blake2b

    from policycheck.compiling import compile as compiler
    from policycheck.schema import packs as packing

    plain = _plain(policy)
    if instead is not None:
        plain.update(packs=instead, rules={})
    roots = pack_folders(plain, policy) if instead is None else named_folders(plain, policy)
    packs = packing.read_packs(roots, machine.rules_folder())
    # a rule file that is tried brings along the word lists that lie beside it
    beside, looked = packing.beside(extra, roots)
    packs += beside
    roots = [*roots, *looked, *filter(None, map(packing.words_beside, roots))]
    parts = [signature([one]) for one in (*files, *roots)]
    # by name too: a rule is called after its file
    paths = [
        path
        for pack in packs
        for path in (*pack.rules, *pack.words, *pack.data.values(), *pack.exemplars, pack.heads)
        if path is not None
    ]
    said = (of, json.dumps(plain, sort_keys=True, default=str), today())
    digest = blake2b('\0'.join(said).encode('utf-8', 'surrogatepass'), digest_size=16)
    for path in (*paths, *extra):
        digest.update(blake2b(path.encode('utf-8', 'surrogatepass')).digest())
        digest.update(blake2b(_bytes(path)).digest())
    key = digest.hexdigest()
    path = os.path.join(folder, f'{key}.pc')
    try:
        if fresh:
            raise DamagedError('not asked for')
        found = Ruleset(open_file(path))
    except (OSError, ValueError, DamagedError):
        if told != '' and sys.stderr.isatty():
            print(told or _READING, file=sys.stderr)
        with AtRest():
            earlier = () if fresh else _earlier(folder)
            content = compiler.build(packs, extra, plain, today(), forms_folder=folder, earlier=earlier)
        found = _stored(path, content, folder)
    found.signed = [*files, *roots], parts
    kept = {
        'of': of,
        'artefact': key,
        'packs': roots,
        'signature': '\n'.join(parts),
        'today': _fresh_until(plain),
    }
    try:
        write_file(reference, pack({_REFERENCE: as_plain(kept)}))
    except OSError:
        # without a cache the rules are compiled again next time
        pass
    return found


def _plain(policy: str | None) -> dict[str, Any]:
    """A policy as the compiler wants it."""
    from policycheck.schema import policy as policies

    chosen = policies.load(policy) if policy else policies.STARTER
    plain = policies.plain(chosen)
    plain['path'] = policy
    # only what the file says comes from the policy
    plain['defaults'] = {key: plain['defaults'][key] for key in chosen.defaults.model_fields_set}
    return plain


def _part(
    policy: str | None, only: list[RuleSource], instead: list[str] | None, folder: str
) -> Ruleset | None:
    """Some rules compiled with what they lean on; None for none, and where something is wrong."""
    if not only:
        return None
    from policycheck.compiling import compile as compiler
    from policycheck.compiling.alone import alone, notices
    from policycheck.schema import packs as packing

    try:
        plain = _plain(policy)
        if instead is not None:
            plain.update(packs=instead, rules={})
        roots = pack_folders(plain, policy) if instead is None else named_folders(plain, policy)
        packs = packing.read_packs(roots, machine.rules_folder())
        inside = {path for pack in packs for path in pack.rules}
        packs += packing.beside((one.path for one in only if one.path not in inside), roots)[0]
        rules = {source.id: source.path for source in only}
        others = {pack.rule_id(path) for pack in packs for path in pack.rules} - rules.keys()
        plain['rules'] = {name: change for name, change in plain['rules'].items() if name not in others}
        if any(source.file.opinion or any(one.opinion for one in source.file.adjust) for source in only):
            # a notice of rights lowers opinions beside it
            rules = {**notices(packs), **rules}
        packs, beside = alone(packs, rules)
        with AtRest():
            return Ruleset(Artefact(compiler.build(packs, beside, plain, today(), forms_folder=folder)))
    except InputError:
        # what is wrong is told of all the rules: with its line, and the nearest of all names
        return None


def _stored(path: str, content: bytes, folder: str) -> Ruleset:
    try:
        write_file(path, content)
        _tidy(folder)
        return Ruleset(open_file(path))
    except (OSError, DamagedError):
        return Ruleset(Artefact(content))


def _earlier(folder: str) -> Iterator[Artefact]:
    """The artefacts in the cache that can be opened, the last made first."""
    try:
        kept = _newest(folder)
    except OSError:
        return
    for path in kept:
        try:
            yield open_file(path)
        except (OSError, DamagedError):
            continue


def _tidy(folder: str) -> None:
    for path in _newest(folder)[_KEPT:]:
        os.unlink(path)


def _newest(folder: str) -> list[str]:
    kept = sorted(
        (entry for entry in os.scandir(folder) if entry.name.endswith('.pc')),
        key=lambda e: -e.stat().st_mtime,
    )
    return [entry.path for entry in kept]


def _bytes(path: str) -> bytes:
    try:
        with open(path, 'rb') as file:
            return file.read()
    except OSError:
        return b''


def pack_folders(plain: dict[str, Any], policy: str | None) -> list[str]:
    """What ``named_folders`` has; raises InputError, with the line of the policy, where one is not there."""
    folders = named_folders(plain, policy)
    for index, folder in enumerate(folders):
        if policy and not os.path.isdir(folder):
            raise _no_folder(plain['packs'][index], index, policy)
    return folders


def named_folders(plain: dict[str, Any], policy: str | None) -> list[str]:
    """The folders of the packs, in the order of the policy; 'default' is the one that is shipped."""
    base = os.path.dirname(os.path.abspath(policy)) if policy else os.getcwd()
    return [
        machine.rules_folder() if pack == 'default' else os.path.normpath(os.path.join(base, pack))
        for pack in plain.get('packs') or ['default']
    ]


def _no_folder(pack: str, index: int, policy: str) -> InputError:
    from policycheck.strict_yaml.fields import nearest
    from policycheck.strict_yaml.yamlfile import parse

    base = os.path.dirname(os.path.abspath(policy))
    beside = [name for name in os.listdir(base) if os.path.isdir(os.path.join(base, name)) and name[0] != '.']
    meant = nearest(pack.removeprefix('./').rstrip('/'), ['default', *sorted(beside)])
    near = meant if meant in (None, 'default') else f'./{meant}'
    more = f'did you mean {near}?' if near else _WRITE
    where = '' if os.path.isabs(pack) else ' beside it'
    is_file = os.path.exists(os.path.join(base, pack))
    told = f"'{pack}' is a file; {_WRITE}" if is_file else f"there is no folder '{pack}'{where}; {more}"
    line = parse(_bytes(policy), policy).line('packs', index)
    return InputError(f'packs: {told}', policy, line)


def _fresh_until(plain: dict[str, Any]) -> str:
    """The last ISO date for which the compiled secrets and topics are right, 'any' where none ends."""
    organisation = plain.get('organisation') or {}
    dated = [*(organisation.get('secrets') or ()), *(plain.get('sensitive_topics') or ())]
    ends = [one['until'] for one in dated if one.get('until') and one['until'] >= today()]
    return min(ends, default='any')
