"""MJML against the list of what it knows: its compiler passes over in silence what it does not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from compiler.base.suggest import nearest
from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.jinja import masked
from compiler.channels.email.mjml_parts import ANY_ATTRIBUTE, BODY_PARTS, EVERYWHERE, PARTS
from compiler.channels.email.mjml_values import value_fault
from compiler.channels.email.tags import Tag, tags
from compiler.richtext.html_names import VOID
from compiler.templating.jinja_tokens import constructs

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<![^>]*>|<\?[^>]*>|\{#.*?#\}", re.DOTALL)
_INCLUDE = "mj-include"
_LENIENT = {"mj-style", "mj-title", "mj-preview", "mj-raw"}
_BARE = re.compile(r"<(?![A-Za-z/!?])")
_NESTED = 50
"""How deep components may stand in one another; MJML has use for ten levels."""


@dataclass
class _Reader:
    """Where in the tree the reading is: the open components, what was met of the document."""

    source: str
    open: list[Tag] = field(default_factory=list)
    closed: bool = False
    text_from: int = 0


def mjml_flaws(source: str) -> tuple[Flaw, ...]:
    """Return what MJML does not know in a layout, in its order."""
    reader = _Reader(source)
    flaws = [*_walk(reader), *_html(source), *_classes(source)]
    if not flaws and reader.open:
        flaws.append(_flaw(reader.open[-1], f"`<{reader.open[-1].name}>` is never closed"))
    if not flaws and not reader.closed:
        flaws.append(Flaw(FlawKind.LAYOUT, "this layout has no `<mjml>`", 0))
    return tuple(sorted(flaws, key=lambda flaw: flaw.at))


def html_spans(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield where HTML stands in MJML: the component, the offsets of begin and end."""
    inside: Tag | None = None
    for tag in tags(source):
        opens = tag.name in PARTS and not (tag.closing or tag.empty)
        if inside is None and opens and _holds_html(tag.name):
            inside = tag
        elif inside is not None and tag.closing and tag.name == inside.name:
            yield inside.name, inside.end, tag.at
            inside = None


def _walk(reader: _Reader) -> Iterator[Flaw]:
    for tag in tags(reader.source):
        within = reader.open[-1] if reader.open else None
        if within is not None and _holds_html(within.name):
            if tag.closing and tag.name == within.name:
                reader.open.pop()
                reader.text_from = tag.end
            elif tag.closing and tag.name in {one.name for one in reader.open}:
                yield _flaw(within, f"`<{within.name}>` is never closed")
                return
            continue
        yield from _text(reader, tag.at)
        reader.text_from = tag.end
        if tag.closing:
            fault = _close(reader, tag)
            if fault is not None:
                yield fault
                return  # what follows would be told about the wrong parents
            continue
        yield from _component(reader, tag, within)
        if not tag.empty:
            reader.open.append(tag)
        if len(reader.open) > _NESTED:
            yield _flaw(tag, f"more than {_NESTED} components stand in one another here")
            return
    yield from _text(reader, len(reader.source))


def _html(source: str) -> Iterator[Flaw]:
    """Tell of HTML in components that is not closed: MJML is read as strictly as XML."""
    for name, begin, end in html_spans(source):
        if name in _LENIENT:
            continue
        for sign in _BARE.finditer(masked(source[begin:end])):
            hint = "write `&lt;`"
            yield Flaw(FlawKind.LAYOUT, "this `<` begins no tag", begin + sign.start(), 1, hint)
        wrong = _unbalanced(source[begin:end])
        if wrong is not None:
            said = "closes nothing" if wrong.closing else "is never closed"
            shown = f"{'/' if wrong.closing else ''}{wrong.name}"
            message = f"`<{shown}>` {said} in this `<{name}>`"
            yield Flaw(FlawKind.LAYOUT, message, begin + wrong.at, len(shown) + 1)


def _unbalanced(html: str) -> Tag | None:
    """Return the first tag that closes nothing, or the last that is not closed."""
    opened: list[Tag] = []
    for tag in tags(html):
        if tag.empty or tag.name in VOID:
            continue
        if not tag.closing:
            opened.append(tag)
        elif opened and opened[-1].name == tag.name:
            opened.pop()
        else:
            return opened[-1] if tag.name in {one.name for one in opened} else tag
    return opened[-1] if opened else None


def _close(reader: _Reader, tag: Tag) -> Flaw | None:
    if reader.open and reader.open[-1].name == tag.name:
        reader.open.pop()
        reader.closed = reader.closed or tag.name == "mjml"
        return None
    if not reader.open:
        return _flaw(tag, f"`</{tag.name}>` closes nothing")
    open_tag = reader.open[-1]
    if tag.name in {one.name for one in reader.open}:
        return _flaw(open_tag, f"`<{open_tag.name}>` is never closed")
    return _flaw(tag, f"`</{tag.name}>` closes nothing; open is `<{open_tag.name}>`")


def _component(reader: _Reader, tag: Tag, within: Tag | None) -> Iterator[Flaw]:
    parents = [one.name for one in reader.open]
    part = PARTS.get(tag.name)
    written = reader.source[tag.at + 1 : tag.at + 1 + len(tag.name)]
    if written != tag.name:
        yield _flaw(tag, f"MJML has no component `<{written}>`", f"write `{tag.name}`")
    elif tag.name == _INCLUDE:
        hint = "write here what the other file says: a layout is one file"
        yield _flaw(tag, "nothing is included from another file", hint)
    elif part is None:
        hint = _meant(tag.name, PARTS) or "HTML stands in `<mj-text>` or `<mj-raw>`"
        yield _flaw(tag, f"MJML has no component `<{tag.name}>`", hint)
    elif "mj-attributes" in parents:
        yield from _defaults(tag)
    elif not part.parents:
        if within is not None or reader.closed:
            yield _flaw(tag, f"`<{tag.name}>` stands once, around all others")
    elif within is None or within.name not in part.parents:
        around = f"in `<{within.name}>`" if within is not None else "outside all others"
        hint = f"it stands in {_listed(part.parents)}"
        yield _flaw(tag, f"`<{tag.name}>` may not stand {around}", hint)
    else:
        known = part.attributes | (EVERYWHERE if tag.name in BODY_PARTS else frozenset())
        yield from _attributes(tag, known)


def _defaults(tag: Tag) -> Iterator[Flaw]:
    """Look at what stands in `mj-attributes`: defaults by component, by class, or for all."""
    if tag.name in {"mj-all", "mj-class"}:
        yield from _attributes(tag, ANY_ATTRIBUTE | PARTS[tag.name].attributes)
    elif tag.name in BODY_PARTS:
        yield from _attributes(tag, PARTS[tag.name].attributes | EVERYWHERE)
    else:
        yield _flaw(tag, f"`<{tag.name}>` has no defaults that could be said here")


def _attributes(tag: Tag, known: frozenset[str]) -> Iterator[Flaw]:
    for name, attribute in tag.attributes.items():
        if name not in known and not name.startswith("{"):
            yield Flaw(
                FlawKind.LAYOUT,
                f"`<{tag.name}>` has no attribute `{name}`",
                attribute.at,
                len(name),
                _meant(name, known),
            )
            continue
        fault = value_fault(name, attribute.value)
        if fault is not None:
            message = f"`{attribute.value}` is nothing that `{name}` could be: readers pass over it"
            length = max(1, len(attribute.value))
            yield Flaw(FlawKind.LAYOUT, message, attribute.value_at, length, fault)
    for name, attribute in tag.doubled:
        message = f"`{name}` stands twice here; the first counts"
        yield Flaw(FlawKind.LAYOUT, message, attribute.at, len(name), "leave one out")


def _classes(source: str) -> Iterator[Flaw]:
    """Tell of classes that components name and `mj-attributes` does not have."""
    every = list(tags(source))
    known = {one.value("name") for one in every if one.name == "mj-class"}
    for tag in every:
        named = tag.attributes.get("mj-class")
        if named is None or any(constructs(named.value)):
            continue
        for word in re.finditer(r"\S+", named.value):
            if word[0] not in known:
                at, length = named.value_at + word.start(), len(word[0])
                hint = _meant(word[0], known) or f'write `<mj-class name="{word[0]}" … />`'
                message = f"no `mj-class` of `mj-attributes` is called `{word[0]}`"
                yield Flaw(FlawKind.LAYOUT, message, at, length, hint)


def _text(reader: _Reader, end: int) -> Iterator[Flaw]:
    """Tell of text between components, where nothing may stand but what is in `mj-raw`."""
    begin = reader.text_from
    between = reader.source[begin:end]
    plain = masked(_COMMENT.sub(lambda match: " " * len(match[0]), between))
    word = re.search(r"\S+", plain)
    if word is None:
        return
    at = begin + word.start()
    within = next(constructs(reader.source[at:end]), (1, 1))
    text = reader.source[at : at + within[1]] if within[0] == 0 else word[0]
    wrapped = text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - fits on a line
    yield Flaw(
        FlawKind.LAYOUT,
        "nothing but components may stand here",
        at,
        len(text.partition("\n")[0]),
        f"write `<mj-raw>{wrapped}</mj-raw>`, or put it into a `<mj-text>`",
    )


def _holds_html(name: str) -> bool:
    """Tell whether what stands in a component is none of ours, an unknown one included."""
    part = PARTS.get(name)
    return part is None or part.holds_html


def _flaw(tag: Tag, message: str, hint: str | None = None) -> Flaw:
    length = len(tag.name) + (2 if tag.closing else 1)
    return Flaw(FlawKind.LAYOUT, message, tag.at, length, hint)


def _meant(word: str, known: Iterable[str]) -> str | None:
    meant = nearest(word, known, 0.7)
    return None if meant is None else f"did you mean `{meant}`?"


def _listed(names: frozenset[str]) -> str:
    return " or ".join(f"`<{name}>`" for name in sorted(names))
