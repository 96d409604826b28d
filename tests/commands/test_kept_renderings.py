"""What came of templates is kept by what it was made from, and is what it would be without."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.sealed import sealed
from compiler.commands import kept_renderings
from compiler.commands.kept_renderings import KeptRenderings
from compiler.templating.escaping import Output
from compiler.templating.fault import Fault
from compiler.templating.trials import Job, Trial, Trouble, TroubleKind
from compiler.templating.unbounded import UnboundedRenderer


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


def trial(template: str, samples: Samples) -> Trial:
    return Trial(template, "en", {Output.TEXT: template}, samples, key=template)


TEMPLATES = ["Hello {{ name }}", "Hello {{ nam }}", "{$ name }"]


def told(root: Path | None, templates: list[str] = TEMPLATES) -> tuple[list[Any], int]:
    samples, kept = Samples(), KeptRenderings(root)
    found = kept.probe([trial(one, samples) for one in templates])
    kept.keep()
    return found, samples.asked


def expected() -> list[Any]:
    return UnboundedRenderer().probe([trial(one, Samples()) for one in TEMPLATES])


def test_what_is_kept_is_not_rendered_again(tmp_path: Path) -> None:
    assert [len(one) for one in expected()] == [0, 1, 1]
    assert told(tmp_path) == (expected(), 3)
    assert told(tmp_path) == (expected(), 0)
    assert told(tmp_path, [*TEMPLATES, "{{ name }}"]) == ([*expected(), ()], 1)


def test_what_another_tool_has_kept_is_not_believed(tmp_path: Path) -> None:
    lie = [[TroubleKind.LEAKED, "a lie", "usual", "", 0, True]]
    for tool, found in (
        (tool_state(), (Trouble(TroubleKind.LEAKED, "a lie", "usual"),)),
        ("x", ()),
    ):
        head = {"tool": tool, "kept": {TEMPLATES[0]: lie}}
        write_cache(tmp_path, "renderings", sealed(b"clientarea renderings 2\n", head))
        assert told(tmp_path, TEMPLATES[:1])[0] == [found]


def test_what_took_too_long_is_tried_again(tmp_path: Path) -> None:
    endless = "{% for a in xs %}" * 6 + "{% endfor %}" * 6
    samples = {"usual": {"xs": list(range(60))}}
    for _ in range(2):
        kept = KeptRenderings(tmp_path)
        (found,) = kept.probe([Trial(endless, "en", {Output.TEXT: endless}, lambda: samples, "k")])
        kept.keep()
        assert [one.message for one in found] == ["it takes longer than 2 s to render"]
    assert read_cache(tmp_path, "renderings") is None


def test_nothing_is_kept_without_a_folder_or_in_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(None) == (expected(), 3)
    monkeypatch.setenv("CI", "true")
    for _ in range(2):
        assert told(tmp_path) == (expected(), 3)
    assert read_cache(tmp_path, "renderings") is None


class Worker(UnboundedRenderer):
    """A worker that knows which templates it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    @override
    def render(self, jobs: Sequence[Job]) -> list[str | Fault]:
        self.given += [job.template for job in jobs]
        return super().render(jobs)


def texts(
    monkeypatch: pytest.MonkeyPatch, root: Path | None, name: str = "Ana"
) -> tuple[list[str | Fault], list[str]]:
    """Return what templates come to, and which of them had to be rendered for it."""
    worker = Worker()
    monkeypatch.setattr(kept_renderings, "template_renderer", lambda: worker)
    kept = KeptRenderings(root)
    jobs = [Job(one, {"name": name}, "en", Output.TEXT) for one in ("Hi {{ name }}", "{{ nam }}")]
    found = kept.render(jobs)
    kept.keep()
    return found, worker.given


def test_texts_are_kept_and_what_failed_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, given = texts(monkeypatch, None)
    assert (first[0], type(first[1]), given) == ("Hi Ana", Fault, ["Hi {{ name }}", "{{ nam }}"])
    assert texts(monkeypatch, tmp_path) == (first, given)
    assert texts(monkeypatch, tmp_path) == (first, ["{{ nam }}"])
    other, given = texts(monkeypatch, tmp_path, "Eva")
    assert (other[0], given) == ("Hi Eva", ["Hi {{ name }}", "{{ nam }}"])
    assert texts(monkeypatch, tmp_path)[1] == given  # of what nobody asks for nothing stays
    monkeypatch.setattr("compiler.adapters.tool_state.__version__", "another")
    assert texts(monkeypatch, tmp_path) == (first, given)


def test_more_text_than_is_worth_it_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_renderings, "_LONGEST", len("Hi Ana") - 1)
    for _ in range(2):
        assert len(texts(monkeypatch, tmp_path)[1]) == 2


def test_no_text_is_kept_in_ci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    for _ in range(2):
        assert len(texts(monkeypatch, tmp_path)[1]) == 2
    assert read_cache(tmp_path, "rendered") is None
