"""One file by hand that has everything in it: whatever changes, the diff shows that and no more."""

import difflib
import shutil
import subprocess
from pathlib import Path

import pytest

from compiler.edit.yaml.editing import edit_yaml
from compiler.edit.yaml.edits import Edit, Insert, InsertItem, Put, Remove, Rename, Set
from compiler.read.yaml import read_yaml
from tests.conftest import missing
from tests.edit.yaml.trees import at, scalars, shown, with_value

FILE = (Path(__file__).parent / "files" / "everything.yaml").read_bytes()
KINDS = {
    "as it is": FILE,
    "CRLF": FILE.replace(b"\n", b"\r\n"),
    "with a byte order mark": b"\xef\xbb\xbf" + FILE,
    "CRLF and a byte order mark": b"\xef\xbb\xbf" + FILE.replace(b"\n", b"\r\n"),
}


def difference(before: bytes, after: bytes) -> list[str]:
    """Return the lines that went and came, with their ends."""
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    found = difflib.unified_diff(old, new, n=0)
    return [line for line in found if line[:3] not in ("---", "+++") and line[0] in "-+"]


@pytest.mark.parametrize("before", KINDS.values(), ids=KINDS)
def test_one_title_is_one_line(before: bytes) -> None:
    end = "\r\n" if b"\r\n" in before else "\n"
    assert before.count(b"\n") >= 300
    after = edit_yaml("f.yaml", before, [Set(("locales", "en", "title"), "First steps")])
    assert difference(before, after) == [
        f"-        title: Basic verification   # shown above the form{end}",
        f"+        title: First steps   # shown above the form{end}",
    ]


def test_diff_shows_one_line(tmp_path: Path) -> None:
    if shutil.which("diff") is None:
        missing("diff is not installed")
    (tmp_path / "before").write_bytes(FILE)
    after = edit_yaml("f.yaml", FILE, [Set(("locales", "es", "title"), "Primeros pasos")])
    (tmp_path / "after").write_bytes(after)
    done = subprocess.run(
        ["diff", "before", "after"], cwd=tmp_path, capture_output=True, check=False, text=True
    )
    assert done.stdout.splitlines()[1:] == [
        "<        title: 'Verificación básica'",
        "---",
        ">        title: 'Primeros pasos'",
    ]


@pytest.mark.parametrize("before", [FILE, KINDS["CRLF and a byte order mark"]], ids=["LF", "CRLF"])
@pytest.mark.parametrize("value", ["First: steps", "one\n\ntwo\n", 5, None], ids=repr)
def test_any_scalar_changes_its_own_lines(before: bytes, value: object) -> None:
    data = read_yaml("f.yaml", before).data
    for route in scalars(data):
        after = edit_yaml("f.yaml", before, [Set(route, value)])
        assert shown(read_yaml("f.yaml", after).data) == shown(with_value(data, route, value))
        gone = [line for line in difference(before, after) if line[0] == "-"]
        written = str(at(data, route) or "").count("\n") + 8
        assert len(gone) <= written, (route, gone)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            Insert(("locales",), "fi", {"title": "Vahvistus", "fields": {"phone": "Puhelin"}}, ["en", "fi", "fr"]),
            [
                "+    fi:",
                "+        title: Vahvistus",
                "+        fields: {phone: Puhelin}",
                "+",
            ],
        ),
        (
            Put(("locales", "ru", "title_short"), "Базовая"),
            [
                "-         from: en@3f9a1c2e}",
                "+         from: en@3f9a1c2e,",
                "+         title_short: Базовая}",
            ],
        ),
        (
            InsertItem(("limits",), {"name": "cash", "amount": 5, "currency": "EUR"}),
            ["+    - {name: cash, amount: 5, currency: EUR}"],
        ),
        (
            Remove(("fields", "phone_2")),
            [
                "-  # A second number is asked of companies alone.",
                "-  phone_2:",
                "-      required: false",
                "-",
                "-",
            ],
        ),
        (Rename(("fields", "birth"), "birthday"), ["-  ? birth", "+  ? birthday"]),
        (
            Set(("locales", "en", "notice"), "None."),
            ["-        notice: *legal", "+        notice: None."],
        ),
        (
            Set(("limits", 2, "currency"), "USD"),
            [
                "-      currency: &eur EUR",
                "-    - {name: card, amount: 250, currency: *eur}",
                "+      currency: USD",
                "+    - {name: card, amount: 250, currency: &eur EUR}",
            ],
        ),
        (
            Set(("locales", "en", "footer"), "Kept with its own line.\n"),
            [
                "-        footer: >+",
                "+        footer: >",
                "-            blank line.",
                "-",
                "+            own line.",
            ],
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Set | Put) else None,
)  # fmt: skip
def test_the_diff_of_other_edits(edit: Edit, expected: list[str]) -> None:
    after = edit_yaml("f.yaml", FILE, [edit])
    assert [line.rstrip("\n") for line in difference(FILE, after)] == expected
