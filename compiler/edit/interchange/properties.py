"""`.properties` of Java: flat keys, texts for `java.text.MessageFormat`."""

from collections.abc import Sequence

from compiler.edit.interchange.unit import ForeignFile, Refusal, Unit
from compiler.read.properties_file import Property

_TWICE = "this key stands again below; the last counts, as in Java"


def read_java_properties(path: str, properties: Sequence[Property]) -> ForeignFile:
    """Read one file; of a key that stands there several times the last counts."""
    last = {one.key: one for one in properties}
    units: list[Unit] = []
    refused: list[Refusal] = []
    for one in properties:
        if one.fault is not None:
            refused.append(Refusal(one.place, one.key, one.fault))
        elif last[one.key] is one or last[one.key].text == one.text:
            units.append(Unit(one.place, one.text, (one.key,), comments=one.comments))
        else:
            refused.append(Refusal(one.place, one.key, _TWICE))
    return ForeignFile(path, tuple(units), refusals=tuple(refused))
