"""The words of a body as paper shows them: what has to come back out of the PDF."""

from collections.abc import Iterator
from typing import Any

from compiler.channels.agreements.references import ASSETS, Targets
from compiler.richtext.outline import MARKDOWN
from compiler.richtext.plain_text import plain_text
from compiler.templating.jinja_tokens import protect


def printed_text(source: str, targets: Targets) -> str:
    """Return a body of Markdown with Jinja as plain text that still holds the Jinja.

    Pictures that are drawn say nothing; behind a link to a document stands its address, where it
    has one whoever prints it.
    """
    protected = protect(source)
    return protected.restore_text(plain_text(_shown(MARKDOWN.events(protected.markdown), targets)))


def _shown(events: Any, targets: Targets) -> Iterator[Any]:  # noqa: ANN401 - events of Markdown
    drawing = 0
    links: list[str] = []
    for event in events:
        kind, name, value = _named(event)
        if name == "Image":
            drawn = kind == "Start" and value["dest_url"] in targets.pictures
            drawing += 1 if drawn or (drawing and kind == "Start") else 0
            drawing -= 1 if drawing and kind == "End" else 0
        if drawing:
            continue
        yield event
        if name == "Link" and kind == "Start":
            links.append(targets.addresses.get(value["dest_url"], ASSETS))
        elif name == "Link":
            address = links.pop()
            if not address.startswith(ASSETS):
                yield {"Text": f" ({address})"}


def _named(event: Any) -> tuple[str, str, Any]:  # noqa: ANN401
    """Return what an event is: begin or end, of what, with what about it."""
    if isinstance(event, str):
        return "", "", None
    ((kind, content),) = event.items()
    if kind not in {"Start", "End"}:
        return kind, "", None
    name, value = (content, None) if isinstance(content, str) else next(iter(content.items()))
    return kind, name, value
