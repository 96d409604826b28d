"""What an entry was in the file it came from, remembered in a comment of the source's catalogue.

The comment is one line for translators to read past and for `export` to read:
``#. imported: {"style": "python-percent", "placeholders": {"name": "%(name)s"}}``. What holds for
most entries of a catalogue stands in its header instead: ``X-Imported: po msgid``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

PREFIX = "imported:"
FIELD = "X-Imported"


class Keys(StrEnum):
    """How the entries of a foreign set are told apart, where an entry does not say otherwise."""

    NESTED = "nested"  # a label's parts are keys within keys; in gettext the label is the context
    FLAT = "flat"  # the label is one key, dots and all
    MSGID = "msgid"  # by the source text alone, without a context


@dataclass(frozen=True, slots=True)
class Imported:
    """What the set was that a namespace began with: its format, its keys.

    ``fields`` are the names of message and description where each message was a record.
    """

    format: str
    keys: Keys = Keys.NESTED
    fields: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """The value of the catalogue's header field."""
        return " ".join((self.format, self.keys, *self.fields))


def imported_of(header: Mapping[str, str]) -> Imported | None:
    """Return what a catalogue's header says of the set it came from; None for one of our own."""
    name, *rest = header.get(FIELD, "").split() or [""]
    keys = rest[0] if rest else ""
    if not name or keys not in list(Keys):
        return None
    return Imported(name, Keys(keys), tuple(rest[1:]))


@dataclass(frozen=True, slots=True)
class Origin:
    """How an entry was spelled in another tool's file.

    ``placeholders`` are spellings by argument. ``contexts`` has one item for every entry of a
    gettext file that became this one, None for one without context; none at all where the context
    is the label. ``source`` is the msgid where the source's own catalogue had another text for it.
    ``alone`` is the form of a plural that stood once more under the key without a suffix.
    """

    key: tuple[str, ...]
    style: str | None = None
    placeholders: Mapping[str, str] = field(default_factory=dict)
    contexts: tuple[str | None, ...] = ()
    source: tuple[str, ...] = ()
    alone: str | None = None

    def comment(self, label: str, keys: Keys) -> str | None:
        """Return the comment that remembers this, or None where it goes without saying."""
        usual = usual_origin(label, keys)
        known: dict[str, Any] = {
            "style": self.style,
            "placeholders": dict(self.placeholders),
            "contexts": None if self.contexts == usual.contexts else list(self.contexts),
            "source": list(self.source),
            "alone": self.alone,
            "key": [] if self.key == usual.key else list(self.key),
        }
        kept = {name: value for name, value in known.items() if value or name == "contexts"}
        if kept["contexts"] is None:
            del kept["contexts"]
        return f"{PREFIX} {json.dumps(kept, ensure_ascii=False)}" if kept else None


def usual_origin(label: str, keys: Keys) -> Origin:
    """Return the origin of an entry that says nothing of it."""
    key = tuple(label.split(".")) if keys is Keys.NESTED else (label,)
    return Origin(key, contexts=(None,) if keys is Keys.MSGID else ())


def origin_of(comments: Iterable[str], label: str, keys: Keys) -> Origin:
    """Return what the comments of an entry remember; a comment that is spoilt remembers nothing."""
    usual = usual_origin(label, keys)
    for line in comments:
        if line.startswith(PREFIX):
            try:
                return _origin(json.loads(line.removeprefix(PREFIX)), usual)
            except (ValueError, TypeError, AttributeError):
                return usual
    return usual


def _origin(data: Mapping[str, Any], usual: Origin) -> Origin:
    contexts = tuple(None if one is None else str(one) for one in data.get("contexts", ()))
    return Origin(
        key=tuple(str(part) for part in data.get("key", usual.key)),
        style=data.get("style"),
        placeholders={str(name): str(text) for name, text in data.get("placeholders", {}).items()},
        contexts=contexts if "contexts" in data else usual.contexts,
        source=tuple(str(text) for text in data.get("source", ())),
        alone=None if data.get("alone") is None else str(data["alone"]),
    )
