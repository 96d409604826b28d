"""Long texts as lawyers and editors write them: Markdown of one to three kilobytes a language.

The same files are read by the peers: Markdown with `title` in its front matter.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus.drawing import Draw
from benchmarks.corpus.labels import draw_labels
from benchmarks.corpus.strings import SEED, Entry
from benchmarks.corpus.vocabulary import SOURCE, Phrase
from compiler.model.fingerprint import fingerprint

TEXT_LOCALES = ("en", "ru", "de", "fr")
"""The languages of texts: those of the corpus that write from left to right, with spaces."""

_GROUPS = 20
"""How many first prefixes there are: so many bundles a language."""


def write_texts(folder: Path, entries: Sequence[Entry], count: int) -> None:
    """Write FOLDER/texts, a content repository of ``count`` texts, and FOLDER/markdown.

    The second has the same Markdown alone, `<locale>/<path>.md`, as the peers want it.
    """
    phrases = _Phrases(entries)
    project, markdown = folder / "texts", folder / "markdown"
    languages = f"[{', '.join(TEXT_LOCALES)}]"
    settings = f"source: {SOURCE}\nactive: {languages}\nenabled: {languages}\n"
    _write(project / "clientarea.yaml", "version: 1\n")
    _write(project / "content/configurations/languages.yaml", settings)
    for number, label in enumerate(draw_labels(Draw(SEED), count)):
        first, second, name = label.split(".")
        path = f"{first}{number % _GROUPS % 5}/{second}/{name}"
        title, blocks = phrases.next(), tuple(_blocks(phrases, number))
        body = {locale: "\n\n".join(one[locale] for one in blocks) for locale in TEXT_LOCALES}
        stamp = fingerprint({"title": title[SOURCE], "description": body[SOURCE]})
        _write(project / f"content/texts/{path}.yaml", f"properties: {{order: {number}}}\n")
        for locale in TEXT_LOCALES:
            made_from = "" if locale == SOURCE else f"from: {SOURCE}@{stamp}\n"
            head = f"title: {json.dumps(title[locale], ensure_ascii=False)}\n{made_from}"
            text = f"---\n{head}---\n\n{body[locale]}\n"
            _write(project / f"content/texts/{path}.{locale}.md", text)
            _write(markdown / locale / f"{path}.md", text)


class _Phrases:
    """Hands out plain phrases one after the other, again and again."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._plain = [
            entry.texts
            for entry in entries
            if not any(sign in text for text in entry.texts.values() for sign in "{<")
        ]
        self._at = 0

    def next(self) -> Phrase:
        """Return the next phrase in every language."""
        self._at += 1
        return self._plain[self._at % len(self._plain)]

    def some(self, pattern: str, count: int) -> Phrase:
        """Return a pattern with that many phrases in it."""
        chosen = [self.next() for _ in range(count)]
        return {locale: pattern.format(*(one[locale] for one in chosen)) for locale in TEXT_LOCALES}


def _blocks(phrases: _Phrases, number: int) -> Iterator[Phrase]:
    """Yield the blocks of a text; every third one is twice as long."""
    for part in range(2 if number % 3 else 4):
        yield phrases.some("## {}", 1)
        yield phrases.some("{} {} **{}**\n{}", 4)
        yield phrases.some(f"{{}} [{{}}](https://acme.example/help/{number}/{part}) {{}}", 3)
        yield phrases.some("- {}\n- {} `A{}`\n- *{}*".replace("A{}", f"A{part}"), 3)
        if part % 2 == 0:
            yield phrases.some("### {}", 1)
            yield phrases.some(
                f"| {{}} | {{}} |\n|---|---:|\n| {{}} | {number} % |\n| {{}} | 20 |", 4
            )
        else:
            yield phrases.some("1. {}\n2. {}\n\n> {}", 3)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
