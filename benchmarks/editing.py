"""Editing much at once: keys into large catalogues, a namespace renamed wherever it is named."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from benchmarks.corpus.vocabulary import LOCALES
from benchmarks.timing import Command, Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_corpus

_NEW = 1_000
_AREAS = 1_000
_ADD, _MSGCAT = f"add, {_NEW:,} keys", "msgcat"
_RENAME, _SED = f"rename, in {_AREAS:,} files", "sed"
_PUT_BACK: Command = ("sh", "-c", "rm -rf content build && cp -r before content")


def measure(bench: Workbench) -> Result:
    """Measure adding and renaming, against msgcat and sed, which check nothing that they write."""
    write_corpus(bench.scratch, bench.keys)
    keys = bench.scratch / "project"
    _write_keys(keys)
    areas = _areas(bench.scratch / "areas")
    add = (CLIENTAREA, "add", "translations/portal", "--json", "keys.json")
    rename = (CLIENTAREA, "rename", "translations/portal", "translations/web")
    commands: dict[str, tuple[Path, Command]] = {
        _ADD: (keys, add),
        _MSGCAT: (keys, _msgcat()),
        _RENAME: (areas, rename),
        _SED: (areas, ("sh", "-c", "sed -i s/portal/web/ content/areas/*/area.yaml")),
    }
    runs = in_turn(
        {f"{name}, whole": _task(name, *one) for name, one in commands.items()}, bench.rounds
    )
    return Result(
        title=f"Editing: {bench.keys:,} keys in {len(LOCALES)} languages; {_AREAS:,} areas",
        runs={name: runs[name] for name in commands},
        ratios={
            f"{mine} / {other}": runs[mine].ratio(runs[other])
            for mine, other in ((_ADD, _MSGCAT), (_RENAME, _SED))
        },
    )


def _task(name: str, folder: Path, command: Command) -> Task:
    """Return a task that puts the content back before its command."""
    return Task({f"{name}: put back": _PUT_BACK, name: command}, folder)


def _msgcat() -> Command:
    """Return what adds the same keys to every catalogue by gettext's own program."""
    each = "msgcat --no-wrap content/translations/portal/$l.po new.po -o content/$l.new"
    move = "mv content/$l.new content/translations/portal/$l.po"
    return ("sh", "-c", f"for l in {' '.join(LOCALES)}; do {each} && {move} || exit 1; done")


def _write_keys(folder: Path) -> None:
    texts = {f"added.key{number:04}": f"Text {number}" for number in range(_NEW)}
    (folder / "keys.json").write_text(json.dumps(texts), encoding="utf-8")
    entries = (f'msgctxt "{label}"\nmsgid "{text}"\nmsgstr ""\n' for label, text in texts.items())
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (folder / "new.po").write_text("\n".join((head, *entries)), encoding="utf-8")
    shutil.copytree(folder / "content", folder / "before")


def _areas(folder: Path) -> Path:
    """Write a project with many areas that all name one namespace."""
    files: dict[str, str] = {
        "clientarea.yaml": "version: 1\n",
        "before/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
        "before/translations/portal/en.po": (
            'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgctxt "hello"\nmsgid "Hello"\nmsgstr ""\n'
        ),
    }
    for number in range(_AREAS):
        files[f"before/areas/area-{number:04}/area.yaml"] = (
            f"name: Area {number}\ntype: web_shop\nhosting: custom\n"
            f"url: https://a{number}.acme.example\n\ncontent:\n  namespaces: [portal]  # all\n"
        )
    _write(folder, files)
    return folder


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
