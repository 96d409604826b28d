"""Tries the yardsticks: a peer that looks at nothing, or writes nothing, would be the fastest."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.peers.formatjs import FormatJs

_SOUND = {"hello": "Hello {name}", "bye": "Goodbye"}
_FAULTS: Mapping[str, Mapping[str, str]] = {
    "a missing key": {"hello": "Hallo {name}"},
    "an extra key": {**_SOUND, "welcome": "Willkommen"},
    "a lost argument": {**_SOUND, "hello": "Hallo"},
    "a broken message": {**_SOUND, "hello": "Hallo {name"},
}


_SAME = 0.002
"""How far the mean SSIM of two sets of images may differ to count as the same."""


class YardstickError(Exception):
    """A peer does not do the work that its time is taken for."""


def prove_verify(formatjs: "FormatJs", scratch: Path) -> None:
    """Raise YardstickError where `verify` refuses sound files, or lets one of four faults pass."""
    if not _passes(formatjs, scratch, _SOUND):
        raise YardstickError("formatjs verify refuses sound files")
    for fault, translation in _FAULTS.items():
        if _passes(formatjs, scratch, translation):
            message = f"formatjs verify lets {fault} pass"
            raise YardstickError(message)


def prove_compiled(ours: Path, theirs: Path, keys: int) -> None:
    """Raise YardstickError where two compiled files have not the same ``keys`` keys."""
    mine, other = (set(json.loads(path.read_text(encoding="utf-8"))) for path in (ours, theirs))
    if len(mine) != keys or mine != other:
        message = f"{ours} has {len(mine)} keys, {theirs} {len(other)}: not the same {keys}"
        raise YardstickError(message)


def prove_alike(ours: Mapping[str, Any], theirs: Mapping[str, Any], count: int) -> None:
    """Raise YardstickError where images of a format are not so many, or not as alike as ours."""
    for form, mine in ours.items():
        other = theirs[form]
        if mine["count"] != count or other["count"] != count:
            message = f"{mine['count']} and {other['count']} images in {form}, not {count}"
            raise YardstickError(message)
        if abs(mine["ssim"] - other["ssim"]) > _SAME:
            message = f"{form}: SSIM {mine['ssim']:.4f} against {other['ssim']:.4f} of the peer"
            raise YardstickError(message)


def _passes(formatjs: "FormatJs", scratch: Path, translation: Mapping[str, str]) -> bool:
    (scratch / "json").mkdir(parents=True, exist_ok=True)
    for name, messages in {"en": _SOUND, "de": translation}.items():
        (scratch / "json" / f"{name}.json").write_text(json.dumps(messages), encoding="utf-8")
    done = subprocess.run(formatjs.verify(), cwd=scratch, capture_output=True, check=False)
    return done.returncode == 0
