"""What no mail may hold, found in the Markdown of its body, at the offset where it is written."""

import re
from collections.abc import Iterator

from compiler.channels.email.flaw import Flaw, FlawKind
from compiler.channels.email.jinja import Tokens, tokens_for
from compiler.channels.email.markup_check import address_flaw, markup_flaws

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def body_flaws(source: str) -> list[Flaw]:
    """Return the flaws of a body: of its Markdown, and of the HTML in it."""
    source = _COMMENT.sub(lambda comment: " " * len(comment[0]), source)
    tokens = tokens_for(source)
    if not re.search(r"[<\[]", tokens.text):
        return []
    import pyromark  # noqa: PLC0415 - wanted only by content that has e-mails

    markdown = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
    data = tokens.text.encode()

    def offset(at: int) -> int:
        """Turn bytes of the text with tokens into characters of the source."""
        return len(tokens.restore(data[:at].decode()))

    found: list[Flaw] = []
    for event, span in markdown.events_with_range(tokens.text):
        if isinstance(event, str):
            continue
        ((kind, content),) = event.items()
        if kind == "InlineHtml" or (content == "HtmlBlock" and kind == "Start"):
            begin = offset(span["start"])
            found += markup_flaws(source[begin : offset(span["end"])], begin)
        elif kind == "Start" and isinstance(content, dict) and {"Link", "Image"} & set(content):
            begin = offset(span["start"])
            found += _markdown(tokens, content, source[begin : offset(span["end"])], begin)
    return sorted(found, key=lambda flaw: flaw.at)


def _markdown(
    tokens: Tokens, content: dict[str, dict[str, str]], written: str, begin: int
) -> Iterator[Flaw]:
    name, value = next(iter(content.items()))
    address = tokens.restore(value["dest_url"])
    wrong = address_flaw(address)
    if wrong is not None and value.get("link_type") != "Email":
        kind, message = wrong
        at = max(written.rfind(address), 0)
        hint = "leave it out" if kind is FlawKind.SCRIPT else "write it from `https://` on"
        yield Flaw(kind, message, begin + at, max(1, len(address) if at else 1), hint)
    if name == "Image" and written.startswith("![]"):
        message = "this image has no text in its place"
        yield Flaw(FlawKind.IMAGE_TEXT, message, begin, 3, "say what it shows: `![…](…)`")
