"""What readers see beside a post: titles, descriptions, alt texts, captions, however deep in lists and maps."""

from __future__ import annotations

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


def below(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values that readers see inside a list or map, each once, in no order."""
    import yaml

    # what an alias names stands in several places, an outer one of its own among them
    known: set[int] = set()
    left = [node]
    while left:
        one = left.pop()
        if id(one) in known:
            continue
        known.add(id(one))
        if isinstance(one, yaml.SequenceNode):
            left += one.value
        elif isinstance(one, yaml.MappingNode):
            for key, value in one.value:
                if not isinstance(value, yaml.ScalarNode):
                    left.append(value)
                elif id(value) not in known and is_seen(str(key.value)):
                    known.add(id(value))
                    yield value
