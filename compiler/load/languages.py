"""Languages: configurations/languages.yaml, and the fallback chains that follow from it."""

from collections.abc import Iterable, Iterator, Sequence

from compiler.base.finding import Finding
from compiler.base.locale_tag import is_canonical
from compiler.base.place import Place, Places
from compiler.load.intake import Intake
from compiler.load.rules_records import FALLBACK_CYCLE, MISSING_LANGUAGES
from compiler.load.validating import Subject, validate
from compiler.messages.cldr import is_known_locale, parent_locale
from compiler.model.languages import LANGUAGES_FILE, Chain, Languages, LanguagesRecord

NAME = "languages"


def load_languages(intake: Intake, catalogue_paths: Iterable[str]) -> Languages:
    """Return the languages; where the file cannot be used, guess them by the catalogues."""
    if not intake.has(LANGUAGES_FILE):
        message = "there is no `languages.yaml`, so no translation can be judged"
        hint = "make it, with a line such as `source: en`"
        intake.report([MISSING_LANGUAGES.at(Place(LANGUAGES_FILE), message, hint=hint)])
        return _guessed(catalogue_paths)
    document = intake.yaml(LANGUAGES_FILE)
    if document is None:
        return _guessed(catalogue_paths)
    subject = Subject("languages.yaml", document.places, "languages")
    record, findings = validate(document.data, LanguagesRecord, subject)
    intake.report(findings)
    if record is None:
        return _guessed(catalogue_paths)
    intake.report(_cycles(record, document.places))
    active = tuple(record.active) or (record.source,)
    return Languages(
        source=record.source,
        active=active,
        enabled=tuple(record.enabled),
        fallbacks=dict(record.fallbacks),
        chains={locale: chain(locale, record, active) for locale in active},
        places=document.places,
    )


def chain(locale: str, record: LanguagesRecord, active: Sequence[str]) -> Chain:
    """Return where a locale looks for what it lacks: fallbacks, else parents, then the source.

    Only active locales are in it. What comes after a step to another language is no parent.
    """
    if locale == record.source:
        return Chain()
    ancestors = set(_ancestors(locale))
    parents: list[str] = []
    others: list[str] = []
    for step in _steps(locale, record):
        if step not in active and step != record.source:
            continue
        (parents if step in ancestors and not others else others).append(step)
    if record.source not in (*parents, *others):
        others.append(record.source)
    return Chain(tuple(parents), tuple(others))


def _steps(locale: str, record: LanguagesRecord) -> Iterator[str]:
    """Walk fallbacks and parents up to the source, the top, or a locale already passed."""
    passed = {locale}
    step = _next(locale, record)
    while step is not None and step not in passed:
        yield step
        if step == record.source:
            return
        passed.add(step)
        step = _next(step, record)


def _next(locale: str, record: LanguagesRecord) -> str | None:
    return record.fallbacks.get(locale) or parent_locale(locale)


def _ancestors(locale: str) -> Iterator[str]:
    parent = parent_locale(locale)
    while parent is not None:
        yield parent
        parent = parent_locale(parent)


def _cycles(record: LanguagesRecord, places: Places) -> Iterator[Finding]:
    """Say of every circle, once, where it closes."""
    told: set[str] = set()
    for locale in record.fallbacks:
        path = _circle(locale, record)
        if path is None or told & set(path):
            continue
        told.update(path)
        yield FALLBACK_CYCLE.at(
            places.value("fallbacks", locale),
            f"these languages fall back to each other: {' → '.join(f'`{one}`' for one in path)}",
            hint="remove one of these fallbacks",
            entity="languages",
            locale=locale,
        )


def _circle(locale: str, record: LanguagesRecord) -> list[str] | None:
    """Return the way from a locale back to itself by explicit fallbacks and parents, or None."""
    path = [locale]
    step = _next(locale, record)
    while step is not None and step != record.source:
        path.append(step)
        if step == locale:
            return path
        if step in path[:-1]:
            return None  # a circle that does not come back here; told where it does
        step = _next(step, record)
    return None


def _guessed(catalogue_paths: Iterable[str]) -> Languages:
    stems = (path.rpartition("/")[2].removesuffix(".po") for path in catalogue_paths)
    seen = sorted({stem for stem in stems if is_canonical(stem) and is_known_locale(stem)})
    source = "en" if "en" in seen or not seen else seen[0]
    active = (source, *(locale for locale in seen if locale != source))
    record = LanguagesRecord(source=source, active=list(active))
    return Languages(
        source=source,
        active=active,
        chains={locale: chain(locale, record, active) for locale in active},
        readable=False,
    )
