"""SHA-256 of bytes, and canonical JSON: the one form in which data is hashed and published."""

import hashlib
import json
from typing import Any


def sha256(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


def canonical_json(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return JSON with sorted keys, no white space, UTF-8, no NaN: equal values, equal bytes.

    Raises ValueError for what JSON has not (NaN, infinity).
    """
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8", "surrogatepass")
