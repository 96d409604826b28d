"""Templates: templates/<prefix>/…/<name>.yaml, their bodies beside it, and shared layouts."""

from compiler.load.entity_kind import EntityKind
from compiler.load.files import Folder
from compiler.load.intake import Intake
from compiler.load.labels import bad_label, bad_part
from compiler.load.sources import KnownLocale, Sources, nested_sources, with_sidecars
from compiler.model.content import Layout
from compiler.model.overlay_record import EntityOverlay
from compiler.model.reference import Kind
from compiler.model.template import Template

_LAYOUTS = "_layouts/"
_SUFFIXES = (".html.j2", ".html", ".mjml.j2", ".mjml", ".typ")


def _sources(folder: Folder, is_known: KnownLocale) -> Sources:
    return with_sidecars(folder, nested_sources(folder, Kind.TEMPLATES), is_known)


def _hint(name: str) -> str:
    if name.startswith(_LAYOUTS):
        return (
            "a layout is `content/templates/_layouts/<name>.html.j2` or `<name>.mjml`,"
            " of an agreement `<name>.typ`, for all areas"
        )
    return (
        "a template is `<prefix>/<name>.yaml`, with `<name>.<locale>.md` beside it for long bodies"
    )


TEMPLATES = EntityKind(
    kind=Kind.TEMPLATES,
    noun="a template",
    model=Template,
    overlay=EntityOverlay,
    sources=_sources,
    hint=_hint,
)


def load_layouts(intake: Intake, folder: Folder) -> dict[str, Layout]:
    """Return the shared layouts by name."""
    found: dict[str, Layout] = {}
    for name in folder.files:
        below = name.removeprefix(_LAYOUTS)
        suffix = next((one for one in _SUFFIXES if below.endswith(one)), None)
        if below == name or "/" in below or suffix is None:
            continue
        stem, path = below.removesuffix(suffix), folder.full(name)
        if stem in found:
            continue  # stays unread, and is told as a stray file
        text = intake.text(path)
        if bad_part([stem]) is not None:
            intake.report([bad_label(path, stem, Kind.TEMPLATES)])
        elif text is not None:
            found[stem] = Layout(stem, path, text)
    return found
