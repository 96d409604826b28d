"""Links and images of a body: to the outside, and to what this repository has.

What a reference comes to differs by area and language, so the body only names it: `refer` and
`picture` stand in `prelude.typ`, and look it up.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.channels.agreements.addresses import shown_address
from compiler.channels.agreements.literals import literal
from compiler.channels.agreements.writer import Writer
from compiler.richtext.references import Reference, Target, is_reference, reference_of

ASSETS = "assets/"
"""How addresses begin that are seen from the public side of a store."""

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
"""What Typst can draw."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What the references of a body come to, by how they are written; others are words alone.

    ``pictures`` are paths below the folder that an agreement is printed in.
    """

    addresses: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


def targets_of(references: Iterable[str], resolve: Callable[[Reference], Target | None]) -> Targets:
    """Return what references come to: of pictures the widest that can be drawn."""
    addresses, pictures = {}, {}
    for written in references:
        reference = reference_of(written)
        target = resolve(reference) if reference is not None else None
        if target is None or reference is None:
            continue
        drawn = [one.source for one in target.pictures if one.source.lower().endswith(PICTURES)]
        if drawn:
            pictures[written] = drawn[-1]
        if target.address is not None and reference.kind == "documents":
            addresses[written] = target.address  # a text has no address of its own
    return Targets(addresses, pictures)


def start_link(writer: Writer, link: Mapping[str, Any]) -> None:
    """Begin a link."""
    address = link["dest_url"]
    if link["link_type"] == "Email":
        address = f"mailto:{address}"
    writer.links.append((address, []))
    whole = writer.whole(address)
    if is_reference(whole):
        writer.references.append(whole)
        writer.enter(f"#refer({literal(whole)})[")
    else:  # Typst has no link to nowhere, and none to a heading by its slug.
        leads = address and not address.startswith("#")
        writer.enter(f"#link({literal(whole)})[" if leads else "#[")


def end_link(writer: Writer, _: Any) -> None:  # noqa: ANN401 - an event's content
    """End a link; its address stands behind its words where they do not say it."""
    address, shown = writer.links.pop()
    writer.leave()
    behind = None if is_reference(writer.whole(address)) else shown_address(address, "".join(shown))
    if behind is not None:
        writer.write(f" ({behind})")


def start_image(writer: Writer, image: Mapping[str, Any]) -> None:
    """Begin an image: that of a banner is drawn, of another one only its words are left."""
    address = writer.whole(image["dest_url"])
    reference = reference_of(address)
    if reference is not None and reference.kind == "banners":
        writer.references.append(address)
        writer.flush()
        writer.picture, writer.alt = address, []
    else:
        writer.refuse("image")


def end_image(writer: Writer, _: Any) -> None:  # noqa: ANN401 - an event's content
    """End an image."""
    if writer.alt is not None:
        words = literal(writer.whole("".join(writer.alt)))
        writer.alt = None
        writer.call(f"#picture({literal(writer.picture)}, {words})")
