"""Catalogues without their headers, and what a sync makes of them."""

from collections.abc import Mapping

from compiler.edit.sync.change import Change
from compiler.edit.sync.planning import Layer, Sync, plan_sync
from compiler.model.languages import Chain, Languages

FOLDER = "content/translations"
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)
LANGUAGES = Languages(
    source="en",
    active=("en", "es", "es-MX"),
    chains={"es": Chain((), ("en",)), "es-MX": Chain(("es",), ("en",))},
)


def po(text: str, locale: str = "es") -> bytes:
    """Return a catalogue of entries written out, below a header."""
    body = text.strip("\n")
    return (HEADER.format(locale) + (f"\n{body}\n" if body else "")).encode()


def body(data: bytes) -> str:
    """Return a catalogue without its header."""
    return data.decode().partition("\n\n")[2]


def planned(files: Mapping[str, bytes], languages: Languages = LANGUAGES, **areas: object) -> Sync:
    """Return a sync of the namespace `ns`: shared catalogues by locale, and by area its own."""
    layers = [Layer(None, FOLDER, {("ns", locale): data for locale, data in files.items()})]
    for area, own in areas.items():
        assert isinstance(own, dict)
        inside = {("ns", locale): data for locale, data in own.items()}
        layers.append(Layer(area, f"content/areas/{area}/translations", inside))
    return plan_sync(layers, languages, {languages.source, *languages.active})


def synced(source: str, translation: str) -> tuple[str, dict[str, list[str]]]:
    """Return the Spanish entries after a sync, and what became of each label by kind of change."""
    files = {"en": po(source, "en"), "es": po(translation)}
    plan = planned(files)
    assert plan.broken == ()
    path = f"{FOLDER}/ns/es.po"
    changes = [one for one in plan.changes if one.path == path]
    told = {kind.value: list(labels) for one in changes for kind, labels in one.labels.items()}
    return body(plan.files.get(path, files["es"])), told


def kinds(plan: Sync, path: str) -> Mapping[Change, tuple[str, ...]]:
    """Return what became of the labels of one catalogue."""
    return next(one.labels for one in plan.changes if one.path == path)
