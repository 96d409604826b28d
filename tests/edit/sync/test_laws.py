"""What holds of every sync, whatever state the catalogues are in."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.edit.sync.planning import Layer, plan_sync
from compiler.model.languages import Languages
from compiler.read.po import read_po
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.po_writer import write_po
from tests.conftest import missing
from tests.edit.catalogue.strategies import HEADER, entries, registries

FOLDER = "content/translations"
LANGUAGES = Languages(source="en", active=("en", "es"))
SOURCE_HEADER = {**HEADER, "Language": "en"}


def synced(source: bytes, translation: bytes) -> dict[str, bytes]:
    """Return both catalogues after a sync, by locale."""
    files = {("ns", "en"): source, ("ns", "es"): translation}
    plan = plan_sync([Layer(None, FOLDER, files)], LANGUAGES, {"en", "es"})
    assert plan.broken == ()
    return {
        locale: plan.files.get(f"{FOLDER}/ns/{locale}.po", files["ns", locale])
        for locale in ("en", "es")
    }


def catalogue(drawn: Iterable[PoEntry], header: dict[str, str]) -> bytes:
    return write_po(PoFile("", header, entries=tuple(drawn)))


projects = st.tuples(
    registries().map(lambda drawn: catalogue(drawn, SOURCE_HEADER)),
    st.lists(entries(), max_size=8).map(lambda drawn: catalogue(drawn, HEADER)),
)


@given(projects)
def test_a_second_sync_changes_nothing(project: tuple[bytes, bytes]) -> None:
    once = synced(*project)
    assert synced(once["en"], once["es"]) == once


@given(projects)
def test_no_translation_is_lost(project: tuple[bytes, bytes]) -> None:
    file = read_po("", synced(*project)["es"])
    kept = {text.strip("\n") for entry in file.entries for text in entry.msgstr}
    kept |= {
        json.loads(line.partition(": ")[2]).strip("\n")
        for entry in file.entries
        for line in entry.comments
        if ": " in line
    }
    written = read_po("", project[1]).entries
    assert {text.strip("\n") for entry in written for text in entry.msgstr} <= kept | {""}


@given(projects)
def test_every_label_of_the_source_is_there_once_in_its_order(
    project: tuple[bytes, bytes],
) -> None:
    after = synced(*project)
    source, translation = (read_po("", after[locale]) for locale in ("en", "es"))
    wanted = [(e.msgctxt, e.msgid, e.msgid_plural) for e in source.entries]
    live = [entry for entry in translation.entries if not entry.obsolete]
    assert [(e.msgctxt, e.msgid, e.msgid_plural) for e in live] == wanted
    assert translation.findings == ()


@given(projects)
@settings(max_examples=25)
def test_msgfmt_accepts_what_is_written(project: tuple[bytes, bytes]) -> None:
    if shutil.which("msgfmt") is None:
        missing("gettext is not installed")
    assert refusals(synced(*project)["es"]) == ""


LINES = [
    *("# why", "#, fuzzy", '#| msgid "Won"', 'msgctxt "key.a"', 'msgid "One"', 'msgstr "uno"', ""),
    *('msgctxt "key.b"', 'msgid "Two"', 'msgid_plural "Twos"', 'msgstr[0] "dos"', 'msgstr[1] "doses"'),
    *("", 'msgctxt "key.c"', 'msgid "Three"', 'msgstr ""', '"tr"', '"es"', ""),
    *('#~ msgctxt "key.d"', '#~ msgid "Four"', '#~ msgstr "cuatro"', ""),
]  # fmt: skip
places = st.integers(0, len(LINES) - 1)
damages = st.lists(
    st.tuples(st.sampled_from(["double", "drop", "swap", "part", "mark"]), places, places),
    min_size=1,
    max_size=4,
)


def damaged(damage: list[tuple[str, int, int]]) -> list[str]:
    """Return the lines as merges and hurried hands may leave them."""
    lines = list(LINES)
    for kind, one, other in damage:
        first, last = sorted((one, other))
        if kind == "double":
            lines[last:last] = lines[first:last]
        elif kind == "drop":
            del lines[one : one + 1]
        elif kind == "swap":
            lines[first : first + 2] = reversed(lines[first : first + 2])
        elif kind == "part":
            lines.insert(one, "")
        else:
            inside = lines[first:last]
            changed = [line.replace("o", "ö") for line in inside]
            lines[first:last] = ["<<<<<<< HEAD", *inside, "=======", *changed, ">>>>>>> side"]
    return lines


@given(registries(), damages)
def test_of_a_damaged_catalogue_nothing_is_lost_or_it_is_left_alone(
    registry: tuple[PoEntry, ...], damage: list[tuple[str, int, int]]
) -> None:
    header = write_po(PoFile("", HEADER))
    data = header + ("\n" + "\n".join(damaged(damage)) + "\n").encode()
    source = catalogue(registry, SOURCE_HEADER)
    plan = plan_sync(
        [Layer(None, FOLDER, {("ns", "en"): source, ("ns", "es"): data})], LANGUAGES, {"es"}
    )
    if plan.broken:
        assert plan.files == {}
        return
    after = plan.files.get(f"{FOLDER}/ns/es.po", data)
    assert synced(source, after)["es"] == after
    assert read_po("", after).findings == ()
    text = after.decode()
    for written in re.findall(r'msgstr(?:\[\d\])? "(.+)"$', data.decode(), re.MULTILINE):
        assert f'"{written}"' in text


def refusals(data: bytes) -> str:
    """Return what `msgfmt --check` has against a catalogue."""
    done = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", "-"], input=data, capture_output=True, check=False
    )
    return done.stderr.decode() if done.returncode else ""
