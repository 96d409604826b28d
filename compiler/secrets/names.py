"""Which names of fields say that their value is a secret: ``api_key``, ``clientSecret``."""

import re
from itertools import pairwise

_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_ALONE = {
    *("apikey", "auth", "authorization", "bearer", "credential", "credentials", "passphrase"),
    *("passwd", "password", "pwd", "secret", "secrets", "token", "tokens"),
}
_KEYS = {"access", "account", "api", "auth", "client", "encryption", "master", "private", "secret"}
_NO_VALUE = {
    *(
        "digest",
        "endpoint",
        "expires",
        "fingerprint",
        "hash",
        "hint",
        "id",
        "label",
        "name",
        "path",
        "ref",
    ),
    *("sha256", "type", "uri", "url", "verifier"),
}
"""Last words of names that say something about a secret, and are none."""

WORDS = "pass(wd|word|phrase)|pwd|secret|token|credential|auth|bearer|key"
"""A pattern: every name of a secret matches it, whatever its case."""


def names_a_secret(name: str) -> bool:
    """Tell whether a field of this name holds a secret."""
    parts = [part.lower() for part in _PARTS.findall(name)]
    if not parts or parts[-1] in _NO_VALUE:
        return False
    keys = any(one in _KEYS and other in {"key", "keys"} for one, other in pairwise(parts))
    return keys or not _ALONE.isdisjoint(parts)
