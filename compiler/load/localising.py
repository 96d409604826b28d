"""What an entity says in each language, from its YAML and from the Markdown beside it."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.finding import Finding, Note
from compiler.base.place import Places
from compiler.load.intake import Intake
from compiler.load.rules_records import DUPLICATE_LOCALISATION
from compiler.load.sources import Source
from compiler.load.validating import Subject, validate
from compiler.model.localised import (
    FrontMatter,
    Localisation,
    LocalisedBanner,
    LocalisedLevel,
    LocalisedRecord,
)
from compiler.model.record import Record

LOCALES = "locales"


def inline_localisations(record: Record, places: Places) -> dict[str, Localisation]:
    """Return the languages that the YAML itself has."""
    locales: Mapping[str, LocalisedRecord] = getattr(record, LOCALES)
    return {
        locale: localisation(localised, places.under(LOCALES, locale))
        for locale, localised in locales.items()
    }


def localisation(localised: LocalisedRecord, places: Places) -> Localisation:
    """Return one language; a text that is blank is one that is still to be written."""
    fields = localised.fields if isinstance(localised, LocalisedLevel) else None
    banner = localised if isinstance(localised, LocalisedBanner) else None
    return Localisation(
        places=places,
        title=written(localised.title),
        description=written(localised.description),
        properties=localised.properties,
        fields=None if fields is None else _written_only(fields),
        stamp=localised.from_,
        review_needed=localised.review is not None,
        active=banner is None or banner.active,
        descriptions=_written_only((banner and banner.descriptions) or {}),
    )


def sidecar_localisations(intake: Intake, source: Source, entity: str) -> dict[str, Localisation]:
    """Return the languages that lie beside the YAML, as far as they can be used."""
    found: dict[str, Localisation] = {}
    for locale, path in source.sidecars.items():
        file = intake.markdown(path, entity)
        if file is None:
            continue
        subject = Subject("the front matter", file.places, entity, locale)
        record, findings = validate(file.front_matter, FrontMatter, subject)
        intake.report(findings)
        if record is not None:
            found[locale] = Localisation(
                places=file.places,
                title=written(record.title),
                description=written(file.body.strip("\n")),
                properties=record.properties,
                stamp=record.from_,
                review_needed=record.review is not None,
            )
    return found


def duplicates(
    source: Source, inline: Mapping[str, Any], places: Places, entity: str
) -> Iterator[Finding]:
    """Say which languages are written in both places."""
    for locale, path in source.sidecars.items():
        if locale in inline:
            yield DUPLICATE_LOCALISATION.at(
                places.key(LOCALES, locale),
                f"`{locale}` is written here and in `{path.rpartition('/')[2]}`",
                hint="keep one of the two",
                entity=entity,
                locale=locale,
                notes=(Note("the other one", Places(path).value()),),
            )


def written(text: str | None) -> str | None:
    """Return a text, None where it is blank."""
    return text if text is not None and text.strip() else None


def _written_only(texts: Mapping[Any, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text.strip()}
