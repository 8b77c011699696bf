"""Text in UTF-16 and UTF-32: how bytes give themselves away as such."""

from __future__ import annotations

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (b'\xff\xfe\x00\x00', 'UTF-32'),
    (b'\x00\x00\xfe\xff', 'UTF-32'),
    (b'\xff\xfe', 'UTF-16'),
    (b'\xfe\xff', 'UTF-16'),
)
_SAMPLE = 1024


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, told by the mark at the beginning or by where the zeros stand; else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[: min(len(data), _SAMPLE) // 4 * 4] or data[: len(data) // 2 * 2]
    zeros = sample.count(0)
    if not zeros:
        return None
    # European text in UTF-32 is three quarters zeros, and two bytes of each sign always are
    if zeros >= len(sample) * 0.7 and sum(not any(sample[at::4]) for at in range(4)) >= 2:
        return 'UTF-32'
    # and in UTF-16 nearly every second byte is one, always on the same side
    even = sample[::2].count(0)
    if abs(2 * even - zeros) == zeros and zeros >= len(sample) * 0.4:
        return 'UTF-16'
    return None
