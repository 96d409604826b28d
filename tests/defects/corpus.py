"""The corpus of defects: what stands in <locale>.yaml, and the two small projects of each.

A defect is one slip (``bad``) in a translation of ``en``, with its twin (``good``) that is right.
Each of the three is a text, a list of texts (plural forms of gettext), or a mapping of `text` and
what else is to stand at the entry:

    flags, label, previous   as in the catalogue
    source                   another msgid than that of the source catalogue
    header                   another Plural-Forms
    left                     entries that no longer have a source: {label: [source, translation]}
    absent                   no entry at all

`flags` and `glossary` beside them hold for both projects; `beside` are other entries: [en, text];
`also` names the rules that see the same slip, and why; `at` is a part of the line on which the
finding is expected, where that is not the first line in which the two catalogues differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CATALOGUE = "content/translations/portal/{locale}.po"
LOCALES = ("ru", "ar", "ja", "pl")
LABEL = "entry"
PLURAL_FORMS = {
    "en": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "ja": "nplurals=1; plural=0;",
}


@dataclass(frozen=True)
class Entry:
    """The source text or the translation of a defect, and what stands around it."""

    texts: tuple[str, ...]
    notes: dict[str, Any]


@dataclass(frozen=True)
class Defect:
    """One slip in one language, its source text, and the translation without it."""

    rule: str
    locale: str
    number: int
    en: Entry
    bad: Entry
    good: Entry
    flags: str = ""
    beside: list[list[str]] = field(default_factory=list)
    glossary: dict[str, str] = field(default_factory=dict)
    also: dict[str, str] = field(default_factory=dict)
    at: str | None = None

    @property
    def name(self) -> str:
        """Return what its test is called."""
        return f"{self.locale}-{self.rule}-{self.number}"

    def project(self, entry: Entry) -> dict[str, str]:
        """Return the files of a project that has one of the translations."""
        files = {
            "content/configurations/languages.yaml": f"source: en\nactive: [en, {self.locale}]\nenabled: [en, {self.locale}]\n",
            CATALOGUE.format(locale="en"): self._catalogue("en", self.en),
            CATALOGUE.format(locale=self.locale): self._catalogue(self.locale, entry),
        }
        if self.glossary:
            terms = [
                {"term": term, "translations": {self.locale: word}}
                for term, word in self.glossary.items()
            ]
            files["content/translations/glossary.yaml"] = yaml.dump({"terms": terms})
        return files

    def expected(self) -> tuple[str, int]:
        """Return the path and the line on which the slip stands."""
        if "absent" in self.bad.notes:
            path = CATALOGUE.format(locale="en")
            return path, _line_with(f'msgctxt "{LABEL}"', self.project(self.bad)[path])
        path = CATALOGUE.format(locale=self.locale)
        bad, good = (self.project(entry)[path] for entry in (self.bad, self.good))
        if self.at:
            return path, _line_with(self.at, bad)
        return path, _first_difference(bad.split("\n"), good.split("\n"))

    def _catalogue(self, locale: str, entry: Entry) -> str:
        return "".join(self._blocks(locale, entry))

    def _blocks(self, locale: str, entry: Entry) -> Iterator[str]:
        yield 'msgid ""\nmsgstr ""\n'
        yield f'"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        yield f'"Plural-Forms: {entry.notes.get("header", PLURAL_FORMS[locale])}\\n"\n'
        for letter, (other, text) in zip("abc", self.beside, strict=False):
            yield _block({}, f"beside.{letter}", (other,), _own(locale, (text,)))
        if "absent" not in entry.notes:
            source = entry.notes.get("source")
            label = entry.notes.get("label", self.en.notes.get("label", LABEL))
            flags = entry.notes.get("flags", self.flags if locale != "en" else "")
            yield _block(
                {**entry.notes, "flags": flags},
                label,
                (source,) if source else self.en.texts,
                _own(locale, entry.texts),
            )
        for label, (left, text) in entry.notes.get("left", {}).items():
            yield _block({}, label, (left,), (text,))


def defects() -> list[Defect]:
    """Return all of them, in the order of the files."""
    return [defect for locale in LOCALES for defect in _of(locale)]


def _of(locale: str) -> Iterator[Defect]:
    path = Path(__file__).with_name(f"{locale}.yaml")
    rules = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for rule, cases in rules.items():
        for number, case in enumerate(cases, start=1):
            entries: dict[str, Any] = {
                name: _entry(case.pop(name)) for name in ("en", "bad", "good")
            }
            yield Defect(rule, locale, number, **entries, **case)


def _entry(written: Any) -> Entry:
    notes = written if isinstance(written, dict) else {"text": written}
    text = notes.get("text", "")
    return Entry((text,) if isinstance(text, str) else tuple(text), notes)


def _own(locale: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Leave the texts of the source catalogue empty: they are its msgid."""
    return tuple("" for _ in texts) if locale == "en" else texts


def _block(
    notes: dict[str, Any], label: str, source: tuple[str, ...], texts: tuple[str, ...]
) -> str:
    lines = [""]
    if notes.get("flags"):
        lines.append(f"#, {notes['flags']}")
    if "previous" in notes:
        lines.append(f"#| msgid {_quoted(notes['previous'])}")
    lines += [f'msgctxt "{label}"', f"msgid {_quoted(source[0])}"]
    if len(source) > 1:
        lines.append(f"msgid_plural {_quoted(source[1])}")
        lines += [f"msgstr[{index}] {_quoted(text)}" for index, text in enumerate(texts)]
    else:
        lines.append(f"msgstr {_quoted(texts[0])}")
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """Return a text as gettext writes it: more than one line below one another."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    lines = escaped.split("\n")
    parts = [f'"{line}\\n"' for line in lines[:-1]] + ([f'"{lines[-1]}"'] if lines[-1] else [])
    return "\n".join(parts if len(parts) == 1 else ['""', *parts])


def _line_with(part: str, text: str) -> int:
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if part in line]
    assert len(lines) == 1, f"{part!r} stands on the lines {lines}"
    return lines[0]


def _first_difference(bad: list[str], good: list[str]) -> int:
    for number, line in enumerate(bad, start=1):
        if line and (number > len(good) or line != good[number - 1]):
            return number
    raise AssertionError("nothing in the catalogue differs from that of its twin")
