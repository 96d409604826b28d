"""Editing commands killed at the system calls that change the disk.

No file is ever broken or half-written, and a second run of the command finishes the work.
"""

import os
import shutil
from pathlib import Path

import pytest

from compiler.cli import main
from tests.conftest import missing
from tests.journeys.killing import can_listen, run_free, run_watched

SHOWCASE = Path(__file__).resolve().parents[2]
IMAGE = str(SHOWCASE / "content/areas/acme-shop/banners/refer-a-friend/pl/wide.webp")
SWAP = ("swap", "banners/summer", "--slot", "mobile,wide", "--locale", "es,ru")
NOTHING_NEW = ("enable", "en")
COMMANDS = [
    ("lock", "texts/*"),
    ("unlock", "texts/deposit.termsNotice"),
    ("rename", "levels/basic", "levels/starter"),
    ("rename", "banners/refer-a-friend", "banners/invite"),
    ("rename", "translations/common", "translations/base"),
    ("rename", "translations/common:action.save", "translations/common:action.store"),
    ("remove", "areas/acme-shop"),
    ("remove", "translations/common:action.copy"),
    ("add", "translations/common:action.pay", "--text", "Pay", "--text.es", "Pagar"),
    ("add", "levels/gold", "--type", "personal", "--title", "Gold"),
    ("add", "banners/summer", "--locale", "es", "--slot", "wide", "--file", IMAGE),
    ("remove", "statuses/dormant", "--locale", "es"),
    ("clone", "texts/*", "translations/*", "--from", "en", "--to", "ar"),
    ("deactivate", "templates/*"),
    ("enable", "ar", "--allow-missing"),
    ("disable", "pl"),
    ("check", "--fix"),
]
FAULTS = {
    "content/translations/common/es.po": ('"Guardar"', '"Guardar  todo "'),
    "content/texts/deposit/cardNotice.yaml": (
        "locales:\n",
        "# clientarea: ignore repeated-word -- a name\nlocales:\n",
    ),
}
"""By file what stands there, and what in its place is mended by `check --fix`."""
FINISHED = 0
_STRIDE = 5
"""Every fifth call, each command from another one on, and the end. The soak takes all."""


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of content, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in (folder / "content").rglob("*")
        if path.is_file()
    }


def showcase(folder: Path, source: Path = SHOWCASE) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source / "content", folder / "content")
    shutil.copy(source / "clientarea.yaml", folder)
    if source != SHOWCASE:
        shutil.copytree(source / "build", folder / "build")
    for name, (right, wrong) in FAULTS.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert right in text
        (folder / name).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return folder


def checked(folder: Path) -> Path:
    """Return the showcase as somebody has it who has checked it.

    It has no templates: rendering them anew is most of what a check takes, and writes no content.
    """
    shutil.copytree(SHOWCASE / "content", folder / "content")
    shutil.copy(SHOWCASE / "clientarea.yaml", folder)
    for path in folder.glob("content/**/templates"):
        shutil.rmtree(path)
    assert main(["--project", str(folder), "check"]) == FINISHED
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(one[:2]) for one in COMMANDS])
def test_a_command_is_killed_at_every_call(command: tuple[str, ...], tmp_path: Path) -> None:
    if not can_listen():
        missing("a process cannot listen to the system calls of its child here")
    folder, source = tmp_path / "p", SHOWCASE
    if command[0] == "check":
        source = checked(tmp_path / "checked")
    before = tree(showcase(folder, source))
    # Here, and not in a child: what is imported now need not be in each of them.
    assert main(["--project", str(folder), *command]) == FINISHED
    wanted = tree(folder)
    assert wanted != before
    whole = run_watched(command, showcase(folder, source))
    assert tree(folder) == wanted
    for number in _moments(whole.calls, COMMANDS.index(command)):
        showcase(folder, source)
        _kill_and_run_again(command, folder, whole.calls[:number], before, wanted)


def test_a_swap_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    """Run again it would swap back, so that it is another command which finishes it."""
    if not can_listen():
        missing("a process cannot listen to the system calls of its child here")
    folder = tmp_path / "p"
    before = tree(showcase(folder))
    assert main(["--project", str(folder), *SWAP]) == FINISHED
    wanted = tree(folder)
    whole = run_watched(SWAP, showcase(folder))
    results = set()
    for number in _moments(whole.calls):
        assert run_watched(SWAP, showcase(folder), number).code < 0
        for path, data in tree(folder).items():
            assert data in (before.get(path), wanted.get(path)), path
        assert run_free(NOTHING_NEW, folder) == FINISHED
        after = tree(folder)
        assert after in (before, wanted)
        results.add(after == wanted)
    assert results == {True, False}


def _moments(calls: tuple[str, ...], first: int = 0) -> list[int]:
    """Return the numbers of the changes to be killed at; the last is the end of the command."""
    end = len(calls)
    if os.environ.get("EXPLORE"):
        return list(range(end + 1))
    return [*range(first % _STRIDE, end, _STRIDE), end]


def _kill_and_run_again(
    command: tuple[str, ...],
    folder: Path,
    calls: tuple[str, ...],
    before: dict[str, bytes],
    wanted: dict[str, bytes],
) -> None:
    killed = run_watched(command, folder, len(calls))
    where = f"killed after {killed.calls}"
    assert killed.calls == calls
    assert killed.code < 0, where
    left = tree(folder)
    for path, data in left.items():
        assert data in (before.get(path), wanted.get(path)), f"{path} is broken: {where}"
    again = run_free(command, folder)
    assert tree(folder) == wanted, where
    # Who removes what is gone already, or renames it, is told so.
    assert again == FINISHED or (left == wanted and command[0] in {"remove", "rename"}), where
    assert [one.name for one in (folder / "build/.edits").iterdir()] == ["lock"], where
