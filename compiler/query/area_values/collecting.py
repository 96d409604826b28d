"""All values that an area gets, in the order in which people look for them, and some by key."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from compiler.base.failure import RefusedError, UsageError
from compiler.base.finding import Finding, Severity
from compiler.base.suggest import did_you_mean
from compiler.bundle.view import AreaView, area_views, shared_view
from compiler.load.loading import Loaded
from compiler.load.localising import LOCALES
from compiler.model.area import DEFAULT_AREA
from compiler.model.reference import Kind
from compiler.query.area_values.configurations import configuration_values
from compiler.query.area_values.languages import language_values
from compiler.query.area_values.localised import localised_values
from compiler.query.area_values.record import record_values
from compiler.query.area_values.value import AreaValue
from compiler.settings import Settings

_TABLE = (record_values, configuration_values, language_values, localised_values)
_KINDS = (Kind.CONFIGURATIONS, Kind.AREAS, Kind.OWNERS, Kind.LEVELS, Kind.STATUSES)


def view_of(loaded: Loaded, settings: Settings, area: str) -> AreaView:
    """Return an area, or as `default` what all areas share.

    Raises UsageError for an area that there is not, RefusedError where a file that it is made of
    has errors.
    """
    content = loaded.content
    known = [DEFAULT_AREA, *content.areas]
    if area not in known and f"{Kind.AREAS}/{area}" not in content.broken:
        raise UsageError(f"there is no area `{area}`; {did_you_mean(area, known)}")
    broken = next((one for one in loaded.noticed if _concerns(one, area)), None)
    if broken is not None:
        where = f"{broken.place.path}:{broken.place.line}:{broken.place.column}"
        raise RefusedError(f"{where}: {broken.message}; mend that first, `check` says more")
    if area == DEFAULT_AREA:
        return shared_view(content, settings)
    return next(one for one in area_views(content, settings) if one.name == area)


def _concerns(finding: Finding, area: str) -> bool:
    """Tell whether an error is in a file that the values of an area come from."""
    parts = finding.place.path.split("/")[1:]
    if finding.severity is not Severity.ERROR or not parts or parts[0] not in list(_KINDS):
        return False
    if parts[0] != Kind.AREAS:
        return True
    own, within = parts[1:2], parts[2:]
    return own == [area] and (len(within) == 1 or within[0] in list(_KINDS))


def area_values(view: AreaView) -> Iterator[AreaValue]:
    """Yield every value: the record, configurations, languages, levels and statuses."""
    for values in _TABLE:
        yield from values(view)


def chosen_values(values: Sequence[AreaValue], keys: Sequence[str]) -> list[AreaValue]:
    """Return the values that keys name: a whole key, its first parts, or a pattern with `*`.

    Raises UsageError for a key that names none.
    """
    if not keys:
        return list(values)
    for key in keys:
        if not any(_names(key, value) for value in values):
            raise UsageError(f"there is no value `{key}`; {_meant(key, values)}")
    return [value for value in values if any(_names(key, value) for key in keys)]


def _meant(key: str, values: Sequence[AreaValue]) -> str | None:
    whole = [value.name for value in values if value.key[-1] == key]
    if len(whole) == 1:
        return f"did you mean `{whole[0]}`?"
    sections = {value.key[0] for value in values}
    names = {value.name for value in values}
    return did_you_mean(key, names | sections if "." in key else sections)


def main_values(values: Sequence[AreaValue], source: str) -> list[AreaValue]:
    """Leave out the texts of levels and statuses, but for titles in the source language."""
    return [
        value for value in values if LOCALES not in value.key or value.key[-2:] == (source, "title")
    ]


def _names(key: str, value: AreaValue) -> bool:
    name = value.name
    return name == key or name.startswith(f"{key}.") or ("*" in key and fnmatchcase(name, key))
