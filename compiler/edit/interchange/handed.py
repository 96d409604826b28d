"""What goes out as work for a translator, and how it is told whether it has changed meanwhile.

The name of an entry goes out with a digest of what its translation was: `pay@1f3a5c7e`.
"""

import re
from collections.abc import Sequence

from compiler.base.hashing import sha256

_DIGITS = 8
_HANDED = re.compile(r"(?P<label>.+)@(?P<digest>[0-9a-f]{8})", re.DOTALL)


def digest_of(texts: Sequence[str], flags: Sequence[str] = ()) -> str:
    """Return what a translation is known by; nothing is one, too."""
    return sha256("\0".join((*texts, "", *sorted(flags))).encode("utf-8", "replace"))[:_DIGITS]


def handed_id(label: str, digest: str) -> str:
    """Return what an entry that goes out is called."""
    return f"{label}@{digest}"


def handed_of(name: str | None, number: str) -> tuple[str, str | None]:
    """Return the name of a unit, and the digest with which it went out, None for those of others.

    Only what has its name twice, with the digest and without, is ours.
    """
    found = _HANDED.fullmatch(number)
    if found is not None and name == found["label"]:
        return found["label"], found["digest"]
    return name or number, None
