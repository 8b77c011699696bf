"""What of front matter readers see: titles, descriptions, alt texts, captions, however deep in lists and maps."""

from __future__ import annotations

from policycheck.patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

# by itself or as the last word of a name: image_alt, coverCaption, og-description
_SEEN = (
    r'(?i:title|subtitle|description|summary|excerpt|alt|alt[_-]?text|caption)'
    r'|[A-Za-z][\w-]*(?:[_-](?:title|subtitle|description|summary|excerpt|alt|alt[_-]?text|caption)'
    r'|(?<=[a-z\d])(?:Title|Subtitle|Description|Summary|Excerpt|Alt|AltText|Caption))'
)


def is_seen(key: str) -> bool:
    """Whether readers see the value of a key: it is checked with the post.

    >>> [key for key in ('title', 'coverAlt', 'image_alt_text', 'default', 'salt') if is_seen(key)]
    ['title', 'coverAlt', 'image_alt_text']
    """
    return compiled(_SEEN).fullmatch(key) is not None


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
