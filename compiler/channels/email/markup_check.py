"""What no mail may hold, or should not lack, found in the source of its layout or body. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from compiler.channels.email.css_check import css_flaws
from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.mjml_check import html_spans
from compiler.channels.email.mjml_parts import PARTS
from compiler.channels.email.remote_styles import imported_styles, linked_styles
from compiler.channels.email.social import unknown_network
from compiler.channels.email.tags import Attribute, Tag, tags

_RUN = {"script", "iframe", "object", "embed", "applet", "frame", "frameset", "svg", "math"}
_FORM = {"form", "input", "select", "textarea", "button"}
_ADDRESSES = (
    *("href", "src", "background", "background-url", "poster", "thumbnails-src"),
    *("xlink:href", "dynsrc", "lowsrc", "base-url"),
)
_NEEDED = {"a": ("href",), "img": ("src", "srcset"), "mj-image": ("src", "srcset")}
"""Elements that are nothing without an address, by the attributes that say one."""
_CONDITIONAL = re.compile(
    r"<!--\[if\b[^\]]*\]>(?!(?:<!)?-->)(.*?)<!\[endif\]-->", re.DOTALL | re.IGNORECASE
)
"""What Outlook alone reads; the group is HTML."""
_FINE = re.compile(r"https://[^\s/]|mailto:|tel:|sms:|cid:|#|\{\{", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
_PASSED_OVER = re.compile(r"[\x00-\x20]+")
"""What browsers pass over when they look for the scheme of an address."""
_STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
_REMARK = re.compile(r"\{#.*?#\}", re.DOTALL)
_IMAGES = {"img", "mj-image", "mj-carousel-image"}
_WIDE = re.compile(r"(?:^|;)\s*(?:width|height)\s*:")
_SHOWN = 60
_STYLE_END = re.compile(r"</style\s*>", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_ADDRESS = re.compile(
    r"url\(\s*(?:\"([^\"\n]{0,2000})\"|'([^'\n]{0,2000})'|((?:[^)\s{]|\{\{[^{}]*\}\}){1,2000}))\s*\)"
    r"|@import\s+[\"']([^\"'\n]{0,2000})[\"']",
    re.IGNORECASE,
)
_CSS_SCRIPT = re.compile(
    r"(?<![\w-])(?:expression\s*\(|behavior\s*:|-moz-binding\s*:)", re.IGNORECASE
)
_CANDIDATE = re.compile(r"(?:^|,)\s*((?:[^\s,{]|\{\{[^{}]*\}\})+)")


def layout_flaws(source: str, *, mjml: bool) -> list[Flaw]:
    """Return the flaws of a layout, in MJML or in HTML."""
    if not mjml:
        return markup_flaws(source)
    found = list(_of_components(source))
    for name, begin, end in html_spans(source):
        piece = source[begin:end]
        found += _of_sheet(piece, begin) if name == "mj-style" else markup_flaws(piece, begin)
    return found


def _of_components(source: str) -> Iterator[Flaw]:
    has_base = are_defaults = False
    for tag in tags(source):
        if tag.name == "mj-navbar":
            has_base = not tag.closing and bool(tag.value("base-url"))
        elif tag.name == "mj-attributes":
            are_defaults = not (tag.closing or tag.empty)
        if tag.name in PARTS:
            yield from _of_component(tag, has_base=has_base, are_defaults=are_defaults)


def _of_component(tag: Tag, *, has_base: bool, are_defaults: bool) -> Iterator[Flaw]:
    for flaw in _of_tag(tag):
        # The links of a bar are put behind its base, which is looked at by itself; and defaults
        # are of no single image.
        of_bar = has_base and tag.name == "mj-navbar-link" and flaw.kind is FlawKind.RELATIVE
        of_all = are_defaults and flaw.at == tag.at
        if not (of_bar or of_all):
            yield flaw


def markup_flaws(source: str, offset: int = 0) -> list[Flaw]:
    """Return the flaws of a piece of HTML that begins at an offset."""
    found: list[Flaw] = []
    for tag in tags(source):
        found += _of_tag(tag, offset)
        if tag.name == "style" and not tag.closing:
            end = _STYLE_END.search(source, tag.end)
            css = source[tag.end : end.start() if end else len(source)]
            found += _of_sheet(css, offset + tag.end)
    for piece in _CONDITIONAL.finditer(source):
        found += markup_flaws(piece[1], offset + piece.start(1))
    return found


def hidden_scripts(source: str, html: str, told: Iterable[Flaw]) -> Iterator[Flaw]:
    """Yield the scripts that only reading brings to light: ``html`` is what a layout comes to.

    What is no HTML is read by rules of its own, such as `<b a"b onclick=…>`; and written again as
    everybody reads it.
    """
    known = {flaw.message for flaw in told}
    for flaw in markup_flaws(html):
        if flaw.kind is FlawKind.SCRIPT and flaw.message not in known:
            known.add(flaw.message)
            at = source.lower().find(html[flaw.at : flaw.at + flaw.length].lower())
            yield replace(flaw, at=max(at, 0), length=flaw.length if at >= 0 else 1)


def address_flaw(value: str) -> tuple[FlawKind, str] | None:
    """Return what is wrong with an address, None where a mail may lead to it."""
    shown = value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"
    plain = _REMARK.sub("", value).strip()
    for choice in _STATEMENT.split(plain):
        if _SCRIPT.match(_PASSED_OVER.sub("", choice)):
            return FlawKind.SCRIPT, f"`{shown}` is a script, not an address"
        if choice.strip().lower().startswith("http://"):
            return FlawKind.INSECURE, f"`{shown}` is not encrypted"
    if plain and not _FINE.match(plain) and not _STATEMENT.match(plain):
        return FlawKind.RELATIVE, f"`{shown}` is no whole address"
    return None


def _of_tag(tag: Tag, offset: int = 0) -> Iterator[Flaw]:
    if tag.closing:
        return
    length = len(tag.name) + 1
    if tag.name in _RUN:
        message = f"mail readers throw `<{tag.name}>` away, or the whole mail"
        yield Flaw(FlawKind.SCRIPT, message, offset + tag.at, length, "leave it out")
    if tag.name == "plaintext":
        message = "`<plaintext>` never ends: all that follows is shown as it is written"
        yield Flaw(FlawKind.LAYOUT, message, offset + tag.at, length, "leave it out")
    if tag.name in _FORM:
        message = f"mail readers disable `<{tag.name}>`, or warn of the mail"
        hint = "lead to a page that has the form"
        yield Flaw(FlawKind.FORM, message, offset + tag.at, length, hint)
    for name, attribute in tag.attributes.items():
        if name.startswith("on") and name.isalpha() and not tag.name.startswith("mj-"):
            message = f"`{name}` is a script, which mail readers throw away"
            yield Flaw(FlawKind.SCRIPT, message, offset + attribute.at, len(name), "leave it out")
    if tag.name == "base" or (tag.name == "meta" and tag.value("http-equiv").lower() == "refresh"):
        does = "leads away from the mail" if tag.name == "meta" else "changes what addresses mean"
        message = f"`<{tag.name}>` {does}: mail readers throw it away, or the whole mail"
        yield Flaw(FlawKind.SCRIPT, message, offset + tag.at, length, "leave it out")
    yield from _addresses(tag, offset)
    yield from _unaddressed(tag, offset)
    yield from unknown_network(tag, offset)
    yield from linked_styles(tag, offset)
    if tag.name in _IMAGES:
        yield from _image(tag, offset)


def _addresses(tag: Tag, offset: int) -> Iterator[Flaw]:
    for name in _ADDRESSES:
        attribute = tag.attributes.get(name)
        found = address_flaw(attribute.value) if attribute is not None else None
        if attribute is not None and found is not None:
            kind, message = found
            yield _at(attribute, offset, kind, message)

    for name in ("srcset", "style"):
        attribute = tag.attributes.get(name)
        if attribute is not None and name == "style":
            yield from _of_css(attribute.value, offset + attribute.value_at)
        elif attribute is not None:
            yield from _of_candidates(attribute, offset)


def _unaddressed(tag: Tag, offset: int) -> Iterator[Flaw]:
    """Yield a link or image that leads nowhere; a name for `#` in place of an address is fine."""
    said = [tag.attributes[name] for name in _NEEDED.get(tag.name, ()) if name in tag.attributes]
    needed = bool(said) or (tag.name != "a" and tag.name in _NEEDED)
    if needed and not any(one.value.strip() for one in said):
        message = "this link leads nowhere" if tag.name == "a" else "this image has no address"
        hint = "write an address from `https://` on"
        yield Flaw(FlawKind.RELATIVE, message, offset + tag.at, len(tag.name) + 1, hint)


def _of_candidates(attribute: Attribute, offset: int) -> Iterator[Flaw]:
    """Yield what is wrong with the addresses of images of several sizes."""
    for one in _CANDIDATE.finditer(attribute.value):
        yield from _of_address(one[1], offset + attribute.value_at + one.start(1))


def _of_sheet(css: str, offset: int) -> Iterator[Flaw]:
    yield from islice(css_flaws(css, offset), 1)  # what follows may follow from it
    yield from _of_css(css, offset)


def _of_css(css: str, offset: int) -> Iterator[Flaw]:
    """Yield what is wrong with addresses in styles; what stands there itself has none."""
    blank = _CSS_COMMENT.sub(lambda comment: " " * len(comment[0]), css)
    yield from imported_styles(blank, offset)
    for one in _CSS_SCRIPT.finditer(blank):
        message = "this is a script in a style: mail readers throw it away, or the whole mail"
        yield Flaw(FlawKind.SCRIPT, message, offset + one.start(), len(one[0]), "leave it out")
    for one in _CSS_ADDRESS.finditer(blank):
        group = next(number for number in (1, 2, 3, 4) if one[number] is not None)
        if not one[group].lower().startswith("data:"):
            yield from _of_address(one[group], offset + one.start(group))


def _of_address(value: str, at: int) -> Iterator[Flaw]:
    found = address_flaw(value)
    if found is not None:
        hint = "write it from `https://` on" if found[0] is not FlawKind.SCRIPT else "leave it out"
        yield Flaw(*found, at, max(1, len(value)), hint)


def _at(attribute: Attribute, offset: int, kind: FlawKind, message: str) -> Flaw:
    hint = "write it from `https://` on" if kind is not FlawKind.SCRIPT else "leave it out"
    length = max(1, len(attribute.value.partition("\n")[0]))
    return Flaw(kind, message, offset + attribute.value_at, length, hint)


def _image(tag: Tag, offset: int) -> Iterator[Flaw]:
    length = len(tag.name) + 1
    if "alt" not in tag.attributes:
        message = "this image has no `alt`: most readers see that in its place"
        hint = 'say what it shows, or `alt=""` where it only decorates'
        yield Flaw(FlawKind.IMAGE_TEXT, message, offset + tag.at, length, hint)
    sized = tag.value("width") or tag.value("height") or _WIDE.search(tag.value("style"))
    if tag.name == "img" and not sized:
        message = "this image has no size: the mail jumps when it is loaded"
        hint = "write `width` and `height`, in pixels"
        yield Flaw(FlawKind.IMAGE_SIZE, message, offset + tag.at, length, hint)
