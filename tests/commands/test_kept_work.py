"""Work that is kept: whatever is edited, what comes of it is the same as without."""

import datetime as dt
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus.strings import draw_strings
from benchmarks.corpus.writing import write_project
from compiler.adapters.work_tree import WorkTree
from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.bundle import compiling
from compiler.commands import kept_entities, kept_renderings, language_work, sharing
from compiler.commands.kept_entities import load_kept
from compiler.commands.kept_templates import KeptTemplates
from compiler.commands.language_work import LanguageFindings, LanguageKeys
from compiler.commands.sharing import work_on_content
from compiler.commands.work import Order, Worked
from compiler.commands.work_format import (
    decode_findings,
    decode_strings,
    decode_texts,
    encode_findings,
    encode_strings,
    encode_texts,
)
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.richtext import markdown
from compiler.richtext.markdown import RichText, rich_text
from compiler.rules.engine import (
    Examined,
    examine,
    examine_part,
    examine_templates,
    examine_whole,
)
from compiler.rules.silence import Flag
from compiler.templating.unbounded import UnboundedRenderer
from tests.commands.kept_edits import (
    EDITS,
    ENTRY,
    FILES,
    GUIDE,
    LANGUAGES,
    LONG,
    MAIL,
    PO,
    PUSH,
    appended,
    removed,
    replaced,
)
from tests.rules.cases import repository

STRINGS = 20
LOCALES = 8
CACHE = "build/.cache"
IN_A_ROW = 20
"""How many edits follow each other."""
LONG_IN = 3
"""How many languages have a long text."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project in which the work is kept as in a large one.

    Templates are rendered here: starting a process for them is most of the time otherwise.
    """
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(sharing, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(kept_entities, "_WORTH_KEEPING", 1)
    monkeypatch.setattr(sharing, "cores", lambda: 1)
    monkeypatch.setattr(kept_renderings, "template_renderer", UnboundedRenderer)
    folder = tmp_path / "project"
    write_project(folder, draw_strings(STRINGS))
    repository(folder, dict(FILES), {})
    listed = (folder / LANGUAGES).read_text(encoding="utf-8")
    tags = "[en, ru, de, fr, fr-CA, ar, ja, pl]"
    (folder / LANGUAGES).write_text(f"source: en\nactive: {tags}\nenabled: {tags}\n")
    assert "enabled" in listed
    return folder


def worked(folder: Path, *, keep: bool, build: bool = True, gate: Gate = Gate.DRAFT) -> Worked:
    snapshot = WorkTree(folder, folder)
    settings, _ = load_settings(snapshot)
    assert settings is not None
    order = Order(settings, gate, dt.date(2027, 1, 31), build, folder if keep else None)
    loaded = load_kept(folder, snapshot) if keep else load(snapshot)
    worked = work_on_content(loaded, order)
    return replace(worked, findings=(*loaded.noticed, *worked.findings))


def told(work: Worked) -> tuple[list[Finding], list[Flag], object, object]:
    findings = sorted(work.findings, key=lambda one: (one.place, one.rule, one.message))
    return findings, sorted(work.flags), work.strings, dict(work.texts)


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_an_edit_gives_what_it_gives_without(folder: Path, number: int) -> None:
    worked(folder, keep=True)
    EDITS[number](folder)
    assert told(worked(folder, keep=True)) == told(worked(folder, keep=False))


@pytest.mark.parametrize("seed", range(3))
def test_edits_in_any_order_give_what_they_give_without(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    worked(folder, keep=True)
    for edit in chance.sample(EDITS, IN_A_ROW):
        edit(folder)
        build, gate = chance.random() < 0.8, chance.choice((*[Gate.DRAFT] * 5, *Gate))
        kept = worked(folder, keep=True, build=build, gate=gate)
        assert told(kept) == told(worked(folder, keep=False, build=build, gate=gate))


@pytest.mark.parametrize("path", [f"{GUIDE}.ru.md", f"{MAIL}.en.md"])
@pytest.mark.parametrize(
    "disguised", [r"texts\/legal.terms\#fees", "t&#101;xts&sol;legal.terms&num;fees"]
)
def test_a_place_in_another_text_is_looked_for_however_it_is_written(
    folder: Path, path: str, disguised: str
) -> None:
    for named in (path, path.replace(".ru.", ".en.")):
        replaced(named, "texts/legal.terms#fees", disguised)(folder)
    before = told(worked(folder, keep=True))
    for language in ("en", "ru", "de"):
        replaced(f"{LONG}.{language}.md", "{#fees}", "{#costs}")(folder)
    now = told(worked(folder, keep=True))
    assert now == told(worked(folder, keep=False))
    lost = {one.place.path for one in now[0] if one.rule == "unknown-anchor"}
    assert path in lost - {one.place.path for one in before[0] if one.rule == "unknown-anchor"}


def test_what_has_not_changed_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = worked(folder, keep=True)
    appended(PO.format("ru"), ENTRY.format("more", "More", "Ещё"))(folder)
    looked = _looked(monkeypatch)
    second = worked(folder, keep=True)
    assert looked == ["ru without texts", "ru guide", "ru together"]
    assert told(second) != told(first)
    looked.clear()
    worked(folder, keep=True, gate=Gate.COMPLETE)
    assert len(looked) == LOCALES
    assert all(one.endswith(" at once") for one in looked)


def test_another_machine_looks_at_nothing_that_was_looked_at(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("CLIENTAREA_CACHE", str(tmp_path / "shared"))
    monkeypatch.setenv("CLIENTAREA_CACHE_WORK", "1")
    first = told(worked(folder, keep=True))
    other = tmp_path / "another" / "place"
    shutil.copytree(folder, other, copy_function=shutil.copyfile)
    shutil.rmtree(other / "build", ignore_errors=True)
    looked, compiled = _looked(monkeypatch), _compiled(monkeypatch)
    assert told(worked(other, keep=True)) == first
    assert (looked, compiled) == ([], [])
    EDITS[0](other)
    after = told(worked(other, keep=True))
    assert looked
    assert after == told(worked(other, keep=False))


def test_a_build_after_the_first_check_compiles_no_strings(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = told(worked(folder, keep=False))
    assert worked(folder, keep=True, build=False).strings is None
    compiled: list[object] = []
    monkeypatch.setattr(sharing, "_compiled", _noting(compiled, sharing._compiled))
    assert told(worked(folder, keep=True)) == expected
    assert compiled == []
    appended(PO.format("ru"), ENTRY.format("more", "More", "Ещё"))(folder)
    worked(folder, keep=True, build=False)
    assert compiled == []  # who checks one edit after the other does not build each time
    built = told(worked(folder, keep=True))
    assert "ru" in str(compiled)
    assert built == told(worked(folder, keep=False))


def _noting(noted: list[object], compiling: Callable[..., Any]) -> Callable[..., Any]:
    def compiled(*given: Any) -> Any:
        noted.append(given[2])
        return compiling(*given)

    return compiled


def test_of_texts_only_what_has_changed_is_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed(f"{MAIL}.en.md")(folder)  # what is no text does not depend on one
    worked(folder, keep=True)
    appended(f"{LONG}.ru.md", "\nИ ещё.\n")(folder)
    looked, compiled = _looked(monkeypatch), _compiled(monkeypatch)
    second = worked(folder, keep=True)
    # The German one is made from the Russian one, and the guide names a place in it.
    both = "guide legal.terms"
    assert sorted(looked) == [f"de {both}", "de together", f"ru {both}", "ru together"]
    assert [one.rpartition("\n")[2] for one in compiled] == ["И ещё."]
    assert told(second) == told(worked(folder, keep=False))


def test_of_templates_only_those_that_changed_are_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[list[str]] = []

    def noted(*given: Any) -> Examined:
        tried.append(sorted(given[3]))
        return examine_templates(*given)

    monkeypatch.setattr(sharing, "examine_templates", noted)
    worked(folder, keep=True)
    worked(folder, keep=True)
    replaced(PUSH.format("one"), "Hello {{ name }}", "Dear {{ name }}")(folder)
    worked(folder, keep=True)
    replaced(PUSH.format("one"), "Ana", "1")(folder)
    worked(folder, keep=True)
    assert told(worked(folder, keep=True)) == told(worked(folder, keep=False))
    names_a_text = "mail.hello"
    assert [one for one in tried if one != ["mail.hello", "push.one", "push.two"]] == [
        [names_a_text],
        *[[names_a_text, "push.one"]] * 3,
    ]


def test_what_another_version_has_kept_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = told(worked(folder, keep=True))
    looked, texts = _looked(monkeypatch), _compiled(monkeypatch)
    strings: list[object] = []
    templates: list[set[str]] = []
    compile_strings = compiling.compile_strings

    def strings_noted(*given: Any) -> Any:
        strings.append(given[2])
        return compile_strings(*given)

    def templates_noted(*given: Any) -> Examined:
        templates.append(set(given[3]))
        return examine_templates(*given)

    monkeypatch.setattr(compiling, "compile_strings", strings_noted)
    monkeypatch.setattr(sharing, "examine_templates", templates_noted)
    assert told(worked(folder, keep=True)) == expected
    assert (strings, texts, templates.pop()) == ([], [], {"mail.hello"})
    looked.clear()
    monkeypatch.setattr("compiler.adapters.tool_state.__version__", "another")
    assert told(worked(folder, keep=True)) == expected
    assert len(looked) == len(strings) == LOCALES
    assert texts
    assert templates == [{"mail.hello", "push.one", "push.two"}]


@pytest.mark.parametrize(
    ("gate", "today", "settings"),
    [
        (Gate.REVIEWED, dt.date(2027, 1, 31), ""),
        (Gate.DRAFT, dt.date(2027, 2, 1), ""),
        (Gate.DRAFT, dt.date(2027, 1, 31), "labels: any\n"),
    ],
)
def test_templates_are_looked_at_again_for_another_question(
    folder: Path, gate: Gate, today: dt.date, settings: str
) -> None:
    snapshot = WorkTree(folder, folder)
    loaded, before = load(snapshot), load_settings(snapshot)[0]
    appended("clientarea.yaml", settings)(folder)
    after, _ = load_settings(WorkTree(folder, folder))
    assert before is not None
    assert after is not None
    order = Order(before, Gate.DRAFT, dt.date(2027, 1, 31), build=False)
    KeptTemplates(folder, loaded, order).keep([])
    assert KeptTemplates(folder, loaded, order).ahead == {"mail.hello"}
    other = replace(order, settings=after, gate=gate, today=today)
    assert KeptTemplates(folder, loaded, other).ahead == {"mail.hello", "push.one", "push.two"}


def _looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of what is looked at from now on."""
    looked: list[str] = []

    def at_once(*given: Any) -> Examined:
        looked.append(f"{given[3][0]} at once")
        return examine(*given)

    def in_part(*given: Any) -> Examined:
        labels = {label for layer in given[4].values() for label in layer.texts}
        looked.append(f"{given[3]} {' '.join(sorted(labels)) or 'without texts'}")
        return examine_part(*given)

    def together(*given: Any) -> Examined:
        looked.append(f"{given[3]} together")
        return examine_whole(*given)

    monkeypatch.setattr(language_work, "examine", at_once)
    monkeypatch.setattr(language_work, "examine_part", in_part)
    monkeypatch.setattr(language_work, "examine_whole", together)
    return looked


def _compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the Markdown that is compiled from now on."""
    compiled: list[str] = []

    def noted(text: str) -> RichText:
        compiled.append(text)
        return rich_text(text)

    monkeypatch.setattr(markdown, "rich_text", noted)
    return compiled


def test_what_is_damaged_is_made_anew(folder: Path) -> None:
    expected = told(worked(folder, keep=True))
    kept = sorted((folder / CACHE).glob("[fst]*[!k]"))
    assert len(kept) == 2 * LOCALES + LONG_IN + len(["templates"])
    for number, file in enumerate(kept):
        data = file.read_bytes()
        half = len(data) // 2
        damaged = (b"", data[:half], data[:half] + b"x" + data[half + 1 :], data + b"x")
        file.write_bytes(damaged[number % len(damaged)])
    assert told(worked(folder, keep=True)) == expected
    assert told(worked(folder, keep=True)) == expected


def test_of_languages_that_are_gone_nothing_is_kept(folder: Path) -> None:
    worked(folder, keep=True)
    kept = {path.name for path in (folder / CACHE).iterdir() if path.suffix != ".lock"}
    replaced(LANGUAGES, "ar, ja", "ja")(folder)
    removed(PO.format("ar"))(folder)
    worked(folder, keep=True)
    left = {path.name for path in (folder / CACHE).iterdir() if path.suffix != ".lock"}
    assert kept - left == {"findings-ar", "strings-ar"}


def test_without_a_place_to_keep_it_all_is_done(folder: Path) -> None:
    shutil.rmtree(folder / "build", ignore_errors=True)
    (folder / "build").write_text("no folder", encoding="utf-8")
    assert told(worked(folder, keep=True)) == told(worked(folder, keep=False))


def test_nothing_is_kept_unless_asked_for(folder: Path) -> None:
    worked(folder, keep=False)
    assert not (folder / CACHE).exists()


def test_the_format_keeps_every_word(folder: Path) -> None:
    for edit in EDITS[:5]:
        edit(folder)
    work = worked(folder, keep=False)
    assert work.strings is not None
    assert any(one.notes for one in work.findings)
    assert work.flags
    keys = LanguageKeys("whole", "rest", {"legal/terms": "key", "guide": None})
    one, *more = work.findings
    parts = LanguageFindings(keys, (one,), tuple(more), {"legal/terms": (one,)}, work.flags)
    assert decode_findings(encode_findings(parts)) == parts
    assert decode_strings(encode_strings("key", work.strings), "key") == work.strings
    assert work.texts
    assert decode_texts(encode_texts("key", work.texts), "key") == work.texts
    assert decode_texts(encode_texts("key", work.texts), "other") == {}
