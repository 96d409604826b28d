"""String resources written: texts, plurals, and what is numbered from 0 as an array."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compiler.base.xml_text import fits_xml
from compiler.edit.interchange.android.text import written
from compiler.edit.interchange.origin import Origin
from compiler.edit.interchange.positional_out import as_positional
from compiler.edit.interchange.spelling import has_placeholder
from compiler.edit.interchange.styles import ANDROID, STYLES
from compiler.edit.interchange.texts_out import Given, Wording
from compiler.edit.interchange.unit import Plural
from compiler.messages.cldr import plural_categories
from compiler.messages.expressible import NotExpressible

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_NO_NAME = "its name can be none of a resource: those have letters, digits, `_` and `.`"
_FORBIDDEN = "it has characters that XML cannot hold"
_ARRAY = "not every item of its array has a text, and an array stands whole or not at all"
Comments = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Resources:
    """A file of string resources, how many texts it has, and the names left out with the reason."""

    data: bytes
    count: int
    left: Sequence[tuple[str, str]]


def write_android(
    texts: Mapping[str, str | Plural], comments: Comments, names: Sequence[str]
) -> Resources:
    """Return the file of one language; ``names`` are all there are, some perhaps without a text."""
    left = [(name, fault) for name, text in texts.items() if (fault := _fault(name, text))]
    faulty = {name for name, _ in left}
    fine = {name: text for name, text in texts.items() if name not in faulty}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<resources>"]
    arrays = _arrays(names)
    items = {member: array for array, members in arrays.items() for member in members}
    whole = {array for array, members in arrays.items() if all(one in fine for one in members)}
    for name, text in fine.items():
        array = items.get(name)
        if array is None:
            lines += [*_comment(comments.get(name, ())), *_entry(name, text)]
        elif array not in whole:
            left.append((name, _ARRAY))
        elif name == arrays[array][0]:
            lines += _comment(comments.get(name, ()))
            lines += _array(array, [fine[one] for one in arrays[array]])
    data = "\n".join([*lines, "</resources>", ""]).encode()
    return Resources(data, len(texts) - len(left), left)


def as_android(wording: Wording, origin: Origin) -> Given:
    """Return the text of an entry; an exact 0 is a form that most languages never use."""
    given = as_positional(wording, origin, ANDROID)
    if not isinstance(given, Plural) or "zero" not in given.forms or origin.style == ANDROID:
        return given
    if "zero" in plural_categories(wording.locale):
        return given
    return NotExpressible("Android has no form for exactly 0 in this language")


def _arrays(names: Sequence[str]) -> dict[str, list[str]]:
    """Return the names of items by array: those below which all names are the numbers from 0."""
    below: dict[str, set[str]] = {}
    for name in names:
        array, _, item = name.rpartition(".")
        below.setdefault(array, set()).add(item)
    return {
        array: [f"{array}.{index}" for index in range(len(items))]
        for array, items in below.items()
        if array and items == {str(index) for index in range(len(items))}
    }


def _fault(name: str, text: str | Plural) -> str | None:
    texts = [text] if isinstance(text, str) else list(text.forms.values())
    if not all(map(fits_xml, texts)):
        return _FORBIDDEN
    if not _NAME.fullmatch(name):
        return _NO_NAME
    if isinstance(text, Plural) and text.ordinal:
        return "Android has plurals for amounts alone"
    return None


def _entry(name: str, text: str | Plural) -> Iterator[str]:
    if isinstance(text, str):
        yield f'    <string name="{name}">{_content(text)}</string>'
        return
    yield f'    <plurals name="{name}">'
    for category, form in text.forms.items():
        yield f'        <item quantity="{category}">{_content(form)}</item>'
    yield "    </plurals>"


def _array(name: str, texts: Sequence[str | Plural]) -> Iterator[str]:
    yield f'    <string-array name="{name}">'
    for text in texts:
        if isinstance(text, str):
            yield f"        <item>{_content(text)}</item>"
    yield "    </string-array>"


def _content(text: str) -> str:
    return written(text, styled=not has_placeholder(text, STYLES[ANDROID]))


def _comment(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if line and fits_xml(line):
            yield f"    <!-- {line.replace('--', '- -')} -->"
