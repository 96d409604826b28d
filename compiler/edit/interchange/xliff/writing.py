"""XLIFF 1.2 and 2.0 for a translator's tool: entries with state, notes and longest length."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from compiler.base.xml_text import xml_text
from compiler.edit.interchange.open_work import MISSING, STALE, UNREVIEWED
from compiler.edit.interchange.xliff.reading import PLURALS

_STATES: Mapping[str, Mapping[str | None, str]] = {
    "1.2": {
        MISSING: "needs-translation",
        STALE: "needs-review-translation",
        UNREVIEWED: "needs-review-translation",
        None: "translated",
    },
    "2.0": {MISSING: "initial", STALE: "initial", UNREVIEWED: "initial", None: "reviewed"},
}


@dataclass(frozen=True, slots=True)
class XliffText:
    """A source and its translation, both as XML writes them; None where nobody has translated."""

    source: str
    target: str | None


@dataclass(frozen=True, slots=True)
class XliffUnit:
    """An entry: its name, what it is known by, its texts (one, or one a plural form), its state.

    ``state`` is None of an entry that is as it should be. ``notes`` are by whom they come from.
    """

    name: str
    number: str
    texts: Sequence[XliffText]
    state: str | None
    notes: Sequence[tuple[str, str]] = ()
    max_length: str | None = None


def write_xliff_file(
    units: Sequence[XliffUnit], version: str, source: str, target: str | None, original: str
) -> bytes:
    """Return a file of units in the source's language, or with their translations."""
    lines = (_new if version.startswith("2") else _old)(units, source, target, original)
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n").encode()


def _old(
    units: Sequence[XliffUnit], source: str, target: str | None, original: str
) -> Iterator[str]:
    into = "" if target is None else f" target-language={quoteattr(target)}"
    yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    yield (
        f'  <file original={quoteattr(original)} datatype="plaintext"'
        f" source-language={quoteattr(source)}{into}>"
    )
    yield "    <body>"
    for unit in units:
        if len(unit.texts) == 1:
            yield from _old_unit(unit, unit.texts[0], target, "      ")
            continue
        yield f'      <group restype="{PLURALS}" {_named("resname", unit)}>'
        for index, text in enumerate(unit.texts):
            yield from _old_unit(_form(unit, index), text, target, "        ")
        yield "      </group>"
    yield from ("    </body>", "  </file>", "</xliff>")


def _old_unit(unit: XliffUnit, text: XliffText, target: str | None, indent: str) -> Iterator[str]:
    limit = f' maxwidth="{unit.max_length}" size-unit="char"' if unit.max_length else ""
    yield f'{indent}<trans-unit {_named("resname", unit)} xml:space="preserve"{limit}>'
    yield f"{indent}  <source>{text.source}</source>"
    if target is not None:
        yield f'{indent}  <target state="{_STATES["1.2"][unit.state]}">{text.target or ""}</target>'
    for author, note in unit.notes:
        yield f"{indent}  <note from={quoteattr(author)}>{escape(xml_text(note))}</note>"
    yield f"{indent}</trans-unit>"


def _new(
    units: Sequence[XliffUnit], source: str, target: str | None, original: str
) -> Iterator[str]:
    into = "" if target is None else f" trgLang={quoteattr(target)}"
    yield (
        f'<xliff version="2.0" srcLang={quoteattr(source)}{into}'
        ' xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        ' xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0">'
    )
    yield f'  <file id="f1" original={quoteattr(original)}>'
    if any(unit.max_length for unit in units):
        yield '    <slr:profiles generalProfile="xliff:codepoints"/>'
    for unit in units:
        if len(unit.texts) == 1:
            yield from _new_unit(unit, unit.texts[0], target, "    ")
            continue
        kind = PLURALS.replace("x-", "x:", 1)
        yield f'    <group type="{kind}" {_named("name", unit)}>'
        for index, text in enumerate(unit.texts):
            yield from _new_unit(_form(unit, index), text, target, "      ")
        yield "    </group>"
    yield from ("  </file>", "</xliff>")


def _new_unit(unit: XliffUnit, text: XliffText, target: str | None, indent: str) -> Iterator[str]:
    limit = f' slr:sizeRestriction="{unit.max_length}"' if unit.max_length else ""
    yield f'{indent}<unit {_named("name", unit)} xml:space="preserve"{limit}>'
    if unit.notes:
        yield f"{indent}  <notes>"
        for author, note in unit.notes:
            said = escape(xml_text(note))
            yield f"{indent}    <note category={quoteattr(author)}>{said}</note>"
        yield f"{indent}  </notes>"
    state = "" if target is None else f' state="{_STATES["2.0"][unit.state]}"'
    yield f"{indent}  <segment{state}>"
    yield f"{indent}    <source>{text.source}</source>"
    if target is not None and text.target is not None:
        yield f"{indent}    <target>{text.target}</target>"
    yield f"{indent}  </segment>"
    yield f"{indent}</unit>"


def _named(attribute: str, unit: XliffUnit) -> str:
    return f"id={quoteattr(unit.number)} {attribute}={quoteattr(unit.name)}"


def _form(unit: XliffUnit, index: int) -> XliffUnit:
    """Return one form of a plural as a unit; what is to be said of all is said at the first."""
    name, number = f"{unit.name}[{index}]", f"{unit.number}[{index}]"
    return XliffUnit(name, number, (), unit.state, () if index else unit.notes, unit.max_length)
