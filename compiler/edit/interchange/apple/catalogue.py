"""String catalogues of Xcode, `.xcstrings`: all languages of all strings in one JSON file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compiler.base.place import Places
from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.apple.variables import Variable, VariableError, with_variables
from compiler.edit.interchange.unit import CATEGORIES, ForeignFile, Plural, Refusal, Unit
from compiler.read.document import Document

_REVIEW = "needs_review"
_NO_CATALOGUE = "it has no `strings`, so it is no string catalogue"
_DEVICES = "it differs by device, or by something else that is no amount"
_FIXED = "it is marked as not for translation"
_NO_TEXT = "it has no text where one should be"


def read_xcstrings(document: Document) -> tuple[ForeignFile, ...]:
    """Read one file: as many results as it has languages, the source's first."""
    data, places = document.data, document.places
    strings = data.get("strings") if isinstance(data, Mapping) else None
    if not isinstance(strings, Mapping):
        refusals = () if data is None else (Refusal(places.value(), "the file", _NO_CATALOGUE),)
        return (ForeignFile(places.path, findings=document.findings, refusals=refusals),)
    source = str(data.get("sourceLanguage") or "en")
    units: dict[str, list[Unit]] = {source: []}
    refused: dict[str, list[Refusal]] = {source: []}
    for key, entry in strings.items():
        for locale, one in _localized(key, entry, source, places.under("strings", key)):
            if isinstance(one, Unit):
                units.setdefault(locale, []).append(one)
            else:
                refused.setdefault(locale, []).append(one)
    return tuple(
        ForeignFile(
            places.path,
            tuple(units.get(locale, ())),
            document.findings if locale == source else (),
            tuple(refused.get(locale, ())),
            root=locale,
        )
        for locale in dict.fromkeys([*units, *refused])
    )


def _localized(
    key: str,
    entry: Any,  # noqa: ANN401 - whatever a file holds
    source: str,
    places: Places,
) -> Iterator[tuple[str, Unit | Refusal]]:
    if not isinstance(entry, Mapping):
        yield source, Refusal(places.key(), key, _NO_TEXT)
        return
    if entry.get("shouldTranslate") is False:
        yield source, Refusal(places.key(), key, _FIXED)
        return
    said = entry.get("comment")
    comments = tuple(said.splitlines()) if isinstance(said, str) else ()
    localizations = entry.get("localizations")
    known = localizations if isinstance(localizations, Mapping) else {}
    if source not in known:  # then the key is the text
        yield source, Unit(places.key(), key, (key,), comments=comments)
    for locale, one in known.items():
        place = places.key("localizations", locale)
        try:
            text, state = _text(one)
        except VariableError as failure:
            yield locale, Refusal(place, key, str(failure))
            continue
        flags = (FUZZY,) if state == _REVIEW and locale != source else ()
        own = comments if locale == source else ()
        yield locale, Unit(place, text, (key,), comments=own, flags=flags)


def _text(one: Any) -> tuple[str | Plural, str]:  # noqa: ANN401 - whatever a file holds
    """Return a text and its state. Raises VariableError where it has more than a plural."""
    if not isinstance(one, Mapping):
        raise VariableError(_NO_TEXT)
    if "variations" in one:
        forms, state = _forms(one["variations"])
        return Plural(forms), state
    text, state = _unit(one)
    variables = {}
    substitutions = one.get("substitutions")
    for name, made in (substitutions if isinstance(substitutions, Mapping) else {}).items():
        variables[name] = _variable(made)
    return with_variables(text, variables), state


def _variable(made: Any) -> Variable:  # noqa: ANN401 - whatever a file holds
    if not isinstance(made, Mapping):
        raise VariableError(_NO_TEXT)
    forms, _ = _forms(made.get("variations"))
    number, conversion = made.get("argNum"), made.get("formatSpecifier")
    return Variable(
        forms,
        conversion if isinstance(conversion, str) else "lld",
        number if isinstance(number, int) and number > 0 else None,
    )


def _forms(variations: Any) -> tuple[dict[str, str], str]:  # noqa: ANN401 - whatever a file holds
    plural = variations.get("plural") if isinstance(variations, Mapping) else None
    if not isinstance(plural, Mapping) or len(variations) > 1:
        raise VariableError(_DEVICES)
    if wrong := next((name for name in plural if name not in CATEGORIES), None):
        raise VariableError(f"`{wrong}` is no plural category")
    read = {name: _unit(plural[name]) for name in CATEGORIES if name in plural}
    states = {state for _, state in read.values()}
    forms = {name: text for name, (text, _) in read.items()}
    return forms, _REVIEW if _REVIEW in states else next(iter(states), "")


def _unit(one: Any) -> tuple[str, str]:  # noqa: ANN401 - whatever a file holds
    unit = one.get("stringUnit") if isinstance(one, Mapping) else None
    value = unit.get("value") if isinstance(unit, Mapping) else None
    if not isinstance(unit, Mapping) or not isinstance(value, str):
        varied = isinstance(one, Mapping) and "variations" in one
        raise VariableError(_DEVICES if varied else _NO_TEXT)
    state = unit.get("state")
    return ("", "") if state == "new" and not value else (value, str(state))


def write_xcstrings(
    texts: Mapping[str, str | Plural],
    comments: Mapping[str, Sequence[str]],
    unread: frozenset[str],
    locale: str,
) -> dict[str, Any]:
    """Return the strings of one language; ``unread`` names those that wait for a review."""
    strings: dict[str, Any] = {}
    for name, text in texts.items():
        entry: dict[str, Any] = {}
        if said := "\n".join(comments.get(name, ())):
            entry["comment"] = said
        state = _REVIEW if name in unread else "translated"
        entry["extractionState"] = "manual"
        entry["localizations"] = {locale: _localization(text, state)}
        strings[name] = entry
    return strings


def _localization(text: str | Plural, state: str) -> dict[str, Any]:
    if isinstance(text, str):
        return {"stringUnit": {"state": state, "value": text}}
    forms = {
        name: {"stringUnit": {"state": state, "value": form}} for name, form in text.forms.items()
    }
    return {"variations": {"plural": forms}}
