"""What is compiled is what the runtimes read: FormatJS and i18next, on messages of all shapes."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compiler.bundle.compiling import compile_content
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.messages.i18next import entries
from compiler.messages.icu import parse
from tests.builders import project
from tests.fakes.snapshot import MemorySnapshot
from tests.node.running import run_in_node


def _sets(snapshot: MemorySnapshot) -> Iterator[dict[str, Any]]:
    """Yield the strings of each area, locale and namespace in both formats."""
    settings, _ = load_settings(snapshot)
    assert settings is not None
    artifacts = compile_content(load(snapshot).content, settings)
    for area in artifacts.areas.values():
        for name, bundle in area.public.items():
            if name.startswith("translations/icu/"):
                other = area.public[name.replace("/icu/", "/i18next/")]
                yield {
                    "locale": name.split("/")[2],
                    "icu": json.loads(bundle.read()),
                    "i18next": json.loads(other.read()),
                }


def test_the_showcase_reads_the_same_in_both_runtimes(project_root: Path) -> None:
    files = [project_root / "clientarea.yaml", *(project_root / "content").rglob("*")]
    sets = list(
        _sets(
            MemorySnapshot(
                {
                    path.relative_to(project_root).as_posix(): path.read_bytes()
                    for path in files
                    if path.is_file()
                }
            )
        )
    )
    results = run_in_node("runtimes.mjs", sets)
    assert [result["wrong"] for result in results] == [[]] * len(sets)
    # i18next would take `{month}` for an option of the date's format.
    assert {label for result in results for label in result["alone"]} <= {"card.expired"}
    assert sum(result["compared"] for result in results) > 1000


SOURCES = {
    "plain": "It's 100% <3 & “quoted”",
    "quoted": "'{'name'}' and ''x''",
    "link": '<a href="https://acme.example/?a={id}">Read {what}</a><br class="x"/>',
    "bold": "<b>{name}</b> signed in",
    "spend": "{amount, number} of {limit, number, percent} and {rest, number, ::currency/EUR}",
    "when": "{on, date}, {on, date, long}, {on, date, ::EyMMMMd}, {at, time}, {at, time, ::HHmm}",
    "items": "{n, plural, =0 {none} one {# item} other {# items}} of {name}",
    "place": "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
    "who": "{g, select, male {He} female {She} other {They}} paid",
    "both": "{g, select, a {{n, plural, one {A} other {# As}}} other {{n, plural, other {#}}}}",
}
FORMS = {
    "en": ("{count} file", "{count} files"),
    "pl": ("{count} plik", "{count} pliki", "{count} plików"),
    "ru": ("{count} файл", "{count} файла", "{count} файлов"),
    "ar": ("لا ملفات", "ملف واحد", "ملفان", "{count} ملفات", "{count} ملفًا", "{count} ملف"),
    "ja": ("{count} 件",),
    "fr": ("{count} fichier", "{count} fichiers"),
    "lv": ("{count} failu", "{count} fails", "{count} faili"),
}


def _catalogue(locale: str) -> str:
    parts = [f'msgid ""\nmsgstr "Language: {locale}\\n"\n']
    for label, text in SOURCES.items():
        quoted = text.replace('"', '\\"')
        parts.append(f'msgctxt "{label}"\nmsgid "{quoted}"\nmsgstr ""\n')
    forms = FORMS[locale] if locale != "en" else ("", "")
    one, other = FORMS["en"]
    lines = [f'msgstr[{index}] "{form}"' for index, form in enumerate(forms)]
    parts.append(f'msgctxt "files"\nmsgid "{one}"\nmsgid_plural "{other}"\n' + "\n".join(lines))
    return "\n".join(parts) + "\n"


def test_every_shape_of_message_in_languages_that_count_differently() -> None:
    codes = list(FORMS)
    snapshot = project(
        {f"translations/portal/{locale}.po": _catalogue(locale) for locale in codes},
        languages=f"source: en\nactive: {json.dumps(codes)}\nenabled: {json.dumps(codes)}\n",
    )
    sets = list(_sets(snapshot))
    assert [each["locale"] for each in sets] == sorted(codes)
    assert all(each["icu"].keys() == {*SOURCES, "files"} for each in sets)
    results = run_in_node("runtimes.mjs", sets)
    assert [result["wrong"] for result in results] == [[]] * len(codes)
    # Latvian `zero` holds for 10 and 20 too: only ICU can say something of 0 alone.
    alone = {each["locale"]: result["alone"] for each, result in zip(sets, results, strict=True)}
    assert alone == {code: ["items"] if code == "lv" else [] for code in codes}


def _message(chance: random.Random, depth: int = 0) -> str:
    return "".join(_piece(chance, depth) for _ in range(chance.randint(1, 3)))


def _piece(chance: random.Random, depth: int) -> str:
    kinds = ["text", "text", "argument", "number"]
    kind = chance.choice(kinds if depth > 1 else [*kinds, "tag", "plural", "select"])
    if kind == "text":
        return chance.choice(
            ["a b", "it's ", "'{'", "''", "< ", "1 < 2", "$", "#", "»", "'<b>'", "%"]
        )
    if kind == "argument":
        return chance.choice(["{name}", "{ name }", "{count}", "{0}"])
    if kind == "number":
        return chance.choice(["{sum, number}", "{sum, number, percent}", "{sum,number,integer}"])
    inner = [_message(chance, depth + 1) for _ in range(3)]
    if kind == "tag":
        return f"<b>{inner[0]}</b>"
    if kind == "select":
        return f"{{kind, select, x {{{inner[0]}}} other {{{inner[1]}}}}}"
    exact = f"=0 {{{inner[2]}}} " if chance.random() < 0.3 else ""
    return f"{{count, plural, {exact}one {{{inner[0]}}} other {{{inner[1]}#}}}}"


def test_messages_made_at_random_read_the_same_in_both_runtimes() -> None:
    chance = random.Random(20260301)
    sets = []
    for locale in ("en", "pl", "ar"):
        messages = {f"m{index}": _message(chance) for index in range(300)}
        written = [entries(label, parse(icu), locale) for label, icu in messages.items()]
        flat = {key: text for one in written if isinstance(one, dict) for key, text in one.items()}
        sets.append({"locale": locale, "icu": messages, "i18next": flat})
    results = run_in_node("runtimes.mjs", sets)
    assert [result["wrong"][:3] for result in results] == [[]] * 3
    assert all(len(result["alone"]) < 150 for result in results)
