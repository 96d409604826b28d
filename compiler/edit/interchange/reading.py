"""Foreign files read: each one's locale found, its strings made messages of ours."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compiler.base.finding import Finding, Severity
from compiler.edit.interchange.assignment import LocaleFile
from compiler.edit.interchange.conversion import Message, convert
from compiler.edit.interchange.formats import Format
from compiler.edit.interchange.forms import forms_under, usable_header
from compiler.edit.interchange.locale_folders import BASES
from compiler.edit.interchange.locale_path import Located, locate, settle
from compiler.edit.interchange.styles import style_of
from compiler.edit.interchange.unit import ForeignFile, Plural, Refusal

Styles = dict[tuple[str, ...], str | None]
_BUNDLE = ".properties"
_UNREADABLE = "nothing of it can be read"
_NUL = "it has the character NUL, which no catalogue can hold"
_NO_LOCALE = "no part of its path names a language"


@dataclass(frozen=True, slots=True)
class Languages:
    """The source locale, and words of paths that the user settled by hand."""

    source: str
    renames: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What all files of a set gave.

    ``words`` are the words of paths that named the locales, by path and locale. ``left_out`` are
    files of which nothing came in, with the reason, ``contradictions`` files that name another
    language themselves, ``findings`` what is wrong with the files.
    """

    files: tuple[LocaleFile, ...]
    foreign: tuple[ForeignFile, ...]
    words: Mapping[tuple[str, str], str]
    left_out: tuple[tuple[str, str], ...]
    contradictions: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, Refusal], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    file: ForeignFile
    locale: str
    word: str


def read_set(
    form: Format, languages: Languages, files: Mapping[str, bytes], headers: Mapping[str, str]
) -> Reading:
    """Read the files of a set, those of the source locale first: they say what is a plural.

    ``headers`` are the plural headers that catalogues of the project have already, by locale.
    """
    placed, left_out, findings = _placed(form, languages, files)
    styles = _styles(placed) if form.style is None else None
    converted = [
        _converted(one, styles or form.style, _header(one, placed, headers)) for one in placed
    ]
    return Reading(
        tuple(file for file, _ in converted),
        tuple(one.file for one in placed),
        {(one.file.path, one.locale): one.word for one in placed},
        tuple(left_out),
        tuple(_contradictions(placed)),
        tuple(item for _, refused in converted for item in refused),
        tuple(findings),
    )


def as_ours(reading: Reading) -> Reading:
    """Return what was read as texts of our own: nothing has to be remembered of their spelling."""
    files = tuple(
        replace(
            file,
            messages=tuple(replace(one, style=None, placeholders={}) for one in file.messages),
        )
        for file in reading.files
    )
    return replace(reading, files=files)


def _placed(
    form: Format, languages: Languages, files: Mapping[str, bytes]
) -> tuple[list[_Placed], list[tuple[str, str]], list[Finding]]:
    """Return the files with their locales, those left out with the reason, and all findings."""
    located = _located(sorted(files), languages)
    plurals: set[tuple[str, ...]] = set()
    placed: list[_Placed] = []
    left_out: list[tuple[str, str]] = []
    findings: list[Finding] = []
    for path in sorted(files, key=lambda one: (located[one].locale != languages.source, one)):
        found = _read(form, path, files[path], plurals)
        for one in found:
            where = _by_root(one, located[path], languages, alone=len(found) == 1)
            unreadable = _unreadable(one)
            # What cannot be read could not say its language either.
            if where.locale is None and not (unreadable and form.says_language):
                left_out.append((path, _why(where)))
                continue
            findings += one.findings
            if unreadable or where.locale is None:
                left_out.append((path, _UNREADABLE))
                continue
            placed.append(_Placed(one, where.locale, where.word or ""))
            if where.locale == languages.source:
                plurals |= {u.key for u in one.units if u.key and isinstance(u.text, Plural)}
    return _overridden(placed, form.overriding), left_out, findings


def _overridden(placed: list[_Placed], ending: str) -> list[_Placed]:
    """Return files without the entries that one of another ending beside them has as well."""
    if not ending:
        return placed
    keys = {one.file.path: {unit.key for unit in one.file.units} for one in placed}
    beside = ((one, keys.get(one.file.path.rpartition(".")[0] + ending, set())) for one in placed)
    return [
        one
        if one.file.path.endswith(ending) or not better
        else replace(one, file=_without(one.file, better))
        for one, better in beside
    ]


def _without(file: ForeignFile, keys: Collection[tuple[str, ...] | None]) -> ForeignFile:
    return replace(file, units=tuple(unit for unit in file.units if unit.key not in keys))


def _located(paths: Sequence[str], languages: Languages) -> dict[str, Located]:
    found = {path: locate(path, languages.renames) for path in paths}
    bases = {_base_bundle(path, one.word) for path, one in found.items() if one.locale is not None}
    for path, one in found.items():
        # A template is in the language of its source, and so is the bundle that others go back to.
        if path.endswith(".pot"):
            found[path] = Located(languages.source, ".pot")
        elif one.locale is None and path in bases:
            found[path] = Located(languages.source, path.rpartition("/")[2])
        elif one.locale is None and (base := BASES.intersection(path.split("/")[:-1])):
            found[path] = Located(languages.source, min(base))
    return found


def _base_bundle(path: str, word: str | None) -> str | None:
    """Return the `messages.properties` that lies beside a `messages_de.properties`."""
    suffix = f"_{word}{_BUNDLE}"
    return path.removesuffix(suffix) + _BUNDLE if path.endswith(suffix) else None


def _read(
    form: Format, path: str, data: bytes, plurals: set[tuple[str, ...]]
) -> tuple[ForeignFile, ...]:
    if not data.strip():
        return (ForeignFile(path),)
    return form.read(path, data, plurals)


def _by_root(file: ForeignFile, located: Located, languages: Languages, *, alone: bool) -> Located:
    """Return the locale of a file: by its path, else (or where it has several) by what it says."""
    said = file.root or (file.header or {}).get("Language", "")
    if located.locale is not None and (alone or not file.root):
        return located
    locale = languages.renames.get(said) or settle(said)
    return Located(locale, said) if locale is not None else Located(None, located.word or said)


def _contradictions(placed: Sequence[_Placed]) -> Iterator[tuple[str, str]]:
    for one in placed:
        said = one.file.root or (one.file.header or {}).get("Language", "").strip()
        if said and settle(said) not in (None, one.locale) and one.word != said:
            yield one.file.path, said


def _unreadable(file: ForeignFile) -> bool:
    return not file.units and any(one.severity is Severity.ERROR for one in file.findings)


def _why(located: Located) -> str:
    if not located.word:
        return f"{_NO_LOCALE}; `--locale-map NAME=LANGUAGE` says which"
    return f"`{located.word}` is no language; `--locale-map {located.word}=LANGUAGE` says which"


def _styles(placed: Sequence[_Placed]) -> Styles:
    """Return the style of every gettext source text: flags may be missing in single files."""
    flags: dict[tuple[str, ...], set[str]] = {}
    for one in placed:
        for unit in one.file.units:
            flags.setdefault(unit.source, set()).update(unit.flags)
    return {source: style_of(known, source) for source, known in flags.items()}


def _header(one: _Placed, placed: Sequence[_Placed], headers: Mapping[str, str]) -> str:
    same = [other.file for other in placed if other.locale == one.locale]
    own = [(file.header or {}).get("Plural-Forms") for file in same]
    return usable_header(one.locale, [headers.get(one.locale), *own])


def _converted(
    one: _Placed, style: str | Styles | None, plural_forms: str
) -> tuple[LocaleFile, list[tuple[str, Refusal]]]:
    messages: list[Message] = []
    refused = [(one.locale, refusal) for refusal in one.file.refusals]
    own = (one.file.header or {}).get("Plural-Forms")
    for unit in one.file.units:
        if any("\0" in text for text in (*unit.texts, *unit.source, *unit.comments, *unit.notes)):
            name = ".".join(unit.key or unit.source)
            refused.append((one.locale, Refusal(unit.place, name, _NUL)))
            continue
        spelt = style.get(unit.source) if isinstance(style, dict) else style
        message = convert(unit, spelt, one.locale)
        if isinstance(message, Refusal):
            refused.append((one.locale, message))
        elif len(message.source) > 1:
            texts = forms_under(message.texts, own, plural_forms)
            messages.append(replace(message, texts=texts))
        else:
            messages.append(message)
    family = one.file.path.replace(one.word, "*") if one.word else one.file.path
    header = dict(one.file.header or {}) | {"Plural-Forms": plural_forms}
    file = LocaleFile(one.locale, one.file.path, family, tuple(messages), header, one.file.opening)
    return file, refused
