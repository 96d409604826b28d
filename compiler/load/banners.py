"""Banners: banners/<banner>/banner.yaml, with <locale>/<slot>.<suffix> beside it."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from compiler.base.suggest import nearest
from compiler.load.entity_kind import EntityKind, Loading
from compiler.load.files import Folder
from compiler.load.localising import LOCALES
from compiler.load.sources import KnownLocale, Source, Sources, folder_sources
from compiler.model.banner import IMAGE_SUFFIXES, SLOT_NAMES, Banner
from compiler.model.entity import Entity
from compiler.model.localised import MasterImage
from compiler.model.overlay_record import BannerOverlay
from compiler.model.reference import Kind

_FILE = "banner.yaml"
_DEPTH = 3  # <banner>/<locale>/<slot>.<suffix>


def _sources(folder: Folder, is_known: KnownLocale) -> Sources:
    found = folder_sources(folder, Kind.BANNERS, _FILE)
    images: dict[str, dict[str, dict[str, str]]] = {}
    for name in folder.files:
        parts = name.split("/")
        if len(parts) != _DEPTH or not is_known(parts[1]):
            continue
        slot = PurePosixPath(parts[2])
        if slot.stem in SLOT_NAMES and slot.suffix in IMAGE_SUFFIXES:
            locales = images.setdefault(parts[0], {})
            locales.setdefault(parts[1], {}).setdefault(slot.stem, folder.full(name))
    sources = tuple(
        replace(source, images=images.get(source.label, {})) for source in found.sources
    )
    return replace(found, sources=sources)


def _finish(entity: Entity[Any], source: Source, loading: Loading) -> Entity[Any]:
    """Give each language its images; those of a language that banner.yaml has not stay unread."""
    locales = {
        locale: replace(
            localisation,
            images=_in_order(source.images.get(locale, {})),
            master=_master(entity, locale, source),
        )
        for locale, localisation in entity.locales.items()
    }
    images = tuple(
        dict.fromkeys(path for one in locales.values() for path in one.pictures.values())
    )
    loading.intake.claim(*images)
    return replace(entity, locales=locales, files=(source.path, *images))


def _master(entity: Entity[Any], locale: str, source: Source) -> MasterImage | None:
    master = entity.record.locales[locale].master
    if master is None:
        return None
    return MasterImage(source.beside(master.file), master.focus.x, master.focus.y)


def _named(data: Any, source: Source) -> list[str]:  # noqa: ANN401 - of a YAML file
    """Return the masters of all languages."""
    locales = data.get(LOCALES) if isinstance(data, dict) else None
    texts = locales.values() if isinstance(locales, dict) else ()
    masters = [one.get("master") for one in texts if isinstance(one, dict)]
    names = [one.get("file") for one in masters if isinstance(one, dict)]
    return [source.beside(name) for name in names if isinstance(name, str)]


def _in_order(images: Any) -> dict[str, str]:  # noqa: ANN401
    return {slot: images[slot] for slot in SLOT_NAMES if slot in images}


def _hint(name: str) -> str:
    parts = name.split("/")
    form = "an image of a banner is `<banner>/<locale>/<slot>.<png|jpg|webp|avif>`"
    if len(parts) != _DEPTH:
        return form
    image = PurePosixPath(parts[2])
    slots = ", ".join(f"`{slot}`" for slot in SLOT_NAMES)
    if image.suffix not in IMAGE_SUFFIXES:
        return form
    if image.stem not in SLOT_NAMES:
        near = nearest(image.stem, SLOT_NAMES)
        return f"rename it to `{near}{image.suffix}`" if near else f"the slots are {slots}"
    return (
        f"there must be `{parts[0]}/{_FILE}` with the language `{parts[1]}` below `locales`, "
        f"written as CLDR does; where that is so, `{image.stem}` has another image already, of "
        "which one has to go"
    )


BANNERS = EntityKind(
    kind=Kind.BANNERS,
    noun="a banner",
    model=Banner,
    overlay=BannerOverlay,
    sources=_sources,
    hint=_hint,
    finish=_finish,
    named=_named,
)
