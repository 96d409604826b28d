"""What came of printing agreements is kept by what they are, and is what it would be without."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from compiler.adapters import agreement_press
from compiler.adapters.build_cache import read_cache
from compiler.channels.agreements.document import Head, document
from compiler.channels.agreements.trials import Agreement, Flaw, FlawKind
from compiler.commands.kept_prints import KeptPrints


@pytest.fixture(autouse=True)
def people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


class Samples:
    """Samples that know how often somebody asked for them."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Mapping[str, Mapping[str, Any]]:
        self.asked += 1
        return {"usual": {"name": "Ana"}}


WRONG = "#let layout(..rest, body) = { nothing }"
FLAW = Flaw(FlawKind.REFUSED, "unknown variable: nothing", "usual", None, 1, 31)


def told(root: Path | None, *layouts: str | None) -> tuple[Any, int]:
    samples, kept = Samples(), KeptPrints(root)
    found = kept.flaws(
        [
            Agreement(document("Hello {{ name }}", Head("", "en"), layout=one), "Hello", "en", samples, key=str(one))
            for one in layouts
        ]
    )  # fmt: skip
    kept.keep()
    return found, samples.asked


def test_what_is_kept_is_not_printed_again(tmp_path: Path) -> None:
    assert told(tmp_path, None, WRONG) == ([(), (FLAW,)], 2)
    assert told(tmp_path, None, WRONG) == ([(), (FLAW,)], 0)
    assert told(tmp_path, None, WRONG, f"{WRONG} ") == ([(), (FLAW,), (FLAW,)], 1)


def test_nothing_is_kept_without_a_folder_or_in_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(None, WRONG) == ([(FLAW,)], 1)
    monkeypatch.setenv("CI", "true")
    for _ in range(2):
        assert told(tmp_path, WRONG) == ([(FLAW,)], 1)
    assert read_cache(tmp_path, "prints") is None


def test_without_the_extra_what_is_new_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement_press, "can_print", lambda: False)
    assert told(tmp_path, WRONG) == (None, 0)


def test_what_another_version_has_kept_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(tmp_path, WRONG)
    monkeypatch.setattr("compiler.adapters.tool_state.__version__", "another")
    assert told(tmp_path, WRONG) == ([(FLAW,)], 1)
