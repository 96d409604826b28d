"""Templates rendered with every sample, as those see them who get them."""

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

from typing_extensions import override

from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import Asset
from compiler.channels.agreements.trials import Drawn, Printer
from compiler.channels.agreements.trials import Files as AssetFiles
from compiler.channels.push import measured_push
from compiler.channels.sms import measured_sms
from compiler.preview.edition import Edition
from compiler.preview.files import Files
from compiler.preview.sheets import Sheets, sheets_data
from compiler.templating.brand import LOGO_ID
from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.trials import Job, Renderer

_INBOX = 140
"""Signs that a list of mails shows beside the subject at most."""

_SCHEME = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)")
_ALWAYS, _NEVER = "(min-width: 0)", "(max-width: 0)"


class _Key(NamedTuple):
    """What a rendering depends on: the template in its bundle, the language, the sample."""

    entry: str
    locale: str
    sample: str


class _Part(NamedTuple):
    name: str
    output: Output


_PARTS: Mapping[str, tuple[_Part, ...]] = {
    "email": (
        _Part("subject", Output.TEXT),
        _Part("html", Output.HTML),
        _Part("text", Output.TEXT),
    ),
    "push": (_Part("subject", Output.TEXT), _Part("text", Output.TEXT)),
    "sms": (_Part("text", Output.TEXT),),
    "pdf": (
        _Part("subject", Output.TEXT),
        _Part("html", Output.HTML),
        _Part("text", Output.TEXT),
        _Part("typst", Output.TEXT),
    ),
}
"""What is rendered of each channel."""


class Messages:
    """Renders templates, each once for all areas that send it alike, and has agreements drawn."""

    def __init__(self, renderer: Renderer, printer: Printer | None = None) -> None:
        self._renderer = renderer
        self._sheets = Sheets(printer)
        self._done: dict[_Key, dict[str, str | Fault]] = {}

    def render(self, editions: Sequence[Edition]) -> None:
        """Render everything that editions may show, in one go."""
        keys: dict[_Key, list[tuple[str, Job]]] = {}
        for edition in editions:
            for entry, locale in _templates(edition):
                for sample, values in samples(entry).items():
                    key = _Key(_digest(entry), locale, sample)
                    if key not in keys and key not in self._done:
                        keys[key] = list(_jobs(entry, locale, values))
        jobs = [job for parts in keys.values() for _, job in parts]
        texts = iter(self._renderer.render(jobs) if jobs else ())
        for key, parts in keys.items():
            self._done[key] = {name: next(texts) for name, _ in parts}
        self._sheets.draw(self._documents(editions))

    def sheets(self, entry: Mapping[str, Any], locale: str, sample: str) -> Drawn | None:
        """Return the pages of an agreement that was rendered; None where nobody could draw them."""
        source = self.of(entry, locale, sample)["typst"]
        return self._sheets.of(source) if isinstance(source, str) else None

    def _documents(self, editions: Sequence[Edition]) -> Iterator[tuple[str, AssetFiles]]:
        """Yield each agreement that can be printed, with what it draws."""
        for edition in editions:
            assets = {asset.path: asset.read for asset in edition.artifacts.assets}
            for entry, locale in _templates(edition):
                for sample in samples(entry) if entry["channel"] == "pdf" else ():
                    source = self.of(entry, locale, sample)["typst"]
                    if isinstance(source, str):
                        yield source, {path: assets[path] for path in entry["pdf"]["files"]}

    def of(self, entry: Mapping[str, Any], locale: str, sample: str) -> dict[str, str | Fault]:
        """Return the parts of a message that was rendered."""
        return self._done[_Key(_digest(entry), locale, sample)]


def samples(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the samples of a template; one without any is rendered as it is."""
    return entry["samples"] or {"": {}}


def _templates(edition: Edition) -> Iterator[tuple[Any, str]]:
    for name in edition.artifacts.areas:
        area = edition.area(name)
        for locale in area.locales if area is not None else ():
            for _, entry in area.entries("templates", locale) if area is not None else ():
                yield entry, locale


def _digest(entry: Mapping[str, Any]) -> str:
    return sha256(canonical_json(entry))


def _jobs(entry: Mapping[str, Any], locale: str, values: Any) -> Iterator[tuple[str, Job]]:  # noqa: ANN401
    for part in _PARTS[entry["channel"]]:
        template = entry["pdf"]["typst"] if part.name == "typst" else entry[part.name]
        yield part.name, Job(template or "", values, locale, part.output)


def template_cell(
    entry: Mapping[str, Any], locale: str, messages: Messages, files: Files, logo: Asset | None
) -> dict[str, Any]:
    """Return what the page shows of a template in a language: every sample, rendered."""
    is_pdf = entry["channel"] == "pdf"
    return {
        "channel": entry["channel"],
        "samples": [
            {
                "name": name,
                "values": values,
                **_shown(entry["channel"], messages.of(entry, locale, name), files, logo),
                **(sheets_data(messages.sheets(entry, locale, name), files) if is_pdf else {}),
            }
            for name, values in samples(entry).items()
        ],
    }


def _shown(
    channel: str, parts: Mapping[str, str | Fault], files: Files, logo: Asset | None
) -> dict[str, Any]:
    fault = next((one for one in parts.values() if isinstance(one, Fault)), None)
    if fault is not None:
        return {"trouble": fault.message}
    said = {name: one for name, one in parts.items() if isinstance(one, str)}
    return _CHANNELS[channel](said, files, logo)


def _mail(said: Mapping[str, str], files: Files, logo: Asset | None) -> dict[str, Any]:
    html = said["html"]
    if logo is not None:
        html = html.replace(f"cid:{LOGO_ID}", _inline(logo))
    dark = files.frame(in_scheme(html, "dark")) if _SCHEME.search(html) else None
    return {
        "subject": " ".join(said["subject"].split()),
        "inbox": first_words(html),
        "text": said["text"],
        "frame": files.frame(in_scheme(html, "light")),
        "dark": dark,
        "size": len(html.encode()),
    }


def in_scheme(html: str, scheme: str) -> str:
    """Return a mail as it is where a reader prefers light or dark colours, whoever looks at it.

    A frame that may do nothing is told of its reader's scheme, not of that of the page around it.
    """
    return _SCHEME.sub(lambda query: _ALWAYS if query[1] == scheme else _NEVER, html)


def _inline(logo: Asset) -> str:
    """Return a picture as an address that holds it: a frame that may do nothing loads no file."""
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.read()).decode()}"


def _push(said: Mapping[str, str], *_: Any) -> dict[str, Any]:  # noqa: ANN401
    sent = measured_push(said["subject"], said["text"])
    return {"subject": said["subject"], "text": said["text"], "bytes": sent.largest[1]}


def _sms(said: Mapping[str, str], *_: Any) -> dict[str, Any]:  # noqa: ANN401
    sent = measured_sms(said["text"])
    return {
        "text": said["text"],
        "alphabet": sent.alphabet.value,
        "units": sent.units,
        "segments": sent.segments,
    }


def _agreement(said: Mapping[str, str], files: Files, _: Asset | None) -> dict[str, Any]:
    return {"subject": said["subject"], "text": said["text"], "frame": files.frame(said["html"])}


_CHANNELS = {"email": _mail, "push": _push, "sms": _sms, "pdf": _agreement}


def first_words(html: str) -> str:
    """Return what a list of mails shows beside the subject: the first words, hidden ones too."""
    reader = _Words()
    reader.feed(html)
    words = " ".join("".join(reader.words).split())
    return words if len(words) <= _INBOX else f"{words[:_INBOX]}…"


class _Words(HTMLParser):
    """Gathers the text of a page without its head."""

    _UNSEEN = frozenset({"head", "style", "script", "title"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in self._UNSEEN
        self.words.append(" ")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in self._UNSEEN and self._unseen > 0
        self.words.append(" ")

    @override
    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)
