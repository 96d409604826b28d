"""The fingerprint of a source text, by which a translation knows whether it is stale."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from compiler.base.hashing import canonical_json, sha256

_LENGTH = 8


def fingerprint(own: Mapping[str, Any]) -> str:
    """Return the first 8 hex digits of SHA-256 of the canonical JSON of ``own``.

    ``own`` has ``title``, ``description``, ``properties`` and ``fields`` as far as they exist.
    Text is taken in NFC, with LF, white space cut at the end of lines and of the whole, so that
    the same words inline and in a file of their own give the same fingerprint.
    """
    return sha256(canonical_json(_settled(own)))[:_LENGTH]


def _settled(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return _settled_text(value)
    if isinstance(value, Mapping):
        return {_settled_text(key): _settled(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_settled(item) for item in value]
    return value


def _settled_text(text: str) -> str:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.rstrip() for line in unified.split("\n")]
    return unicodedata.normalize("NFC", "\n".join(lines).rstrip())
