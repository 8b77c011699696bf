"""What readers see beside a post: titles, descriptions, alt texts, captions, however deep in lists and maps."""

from __future__ import annotations

from policycheck.readers.draft_settings import LANGUAGE_CODES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

_SEEN = frozenset(('title', 'subtitle', 'description', 'summary', 'excerpt', 'alt', 'alttext', 'caption'))
"""Names of what readers see, by themselves or as the last word of a name."""


def is_seen(key: str) -> bool:
    """Whether readers see the value of a key: it is checked with the post.

    >>> [key for key in ('title', 'coverAlt', 'image_alt_text', 'default', 'salt') if is_seen(key)]
    ['title', 'coverAlt', 'image_alt_text']
    """
    apart = ''.join(f'_{sign}' if sign.isupper() else sign for sign in key).lower().replace('-', '_')
    words = apart.split('_')
    return words[-1] in _SEEN or words[-2:] == ['alt', 'text']


def below(node: yaml.Node, key: str) -> Iterator[yaml.ScalarNode]:
    """The values that readers see inside the list or map of a key, each once, in no order.

    Of a key that they see the values themselves too: of a list, or by language (``{en: ..., nb: ...}``).
    """
    import yaml

    # what an alias names stands in several places, an outer one of its own among them
    known: set[int] = set()
    left = [(node, is_seen(key))]
    while left:
        one, seen = left.pop()
        if id(one) in known:
            continue
        if seen or not isinstance(one, yaml.ScalarNode):
            known.add(id(one))
        if isinstance(one, yaml.SequenceNode):
            left += ((item, seen) for item in one.value)
        elif isinstance(one, yaml.ScalarNode):
            if seen:
                yield one
        elif isinstance(one, yaml.MappingNode):
            for inner, value in one.value:
                name = str(inner.value)
                left.append((value, is_seen(name) or (seen and name.lower() in LANGUAGE_CODES)))
