"""Every template of the showcase, in every language, with every sample: the same from Nunjucks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from compiler.adapters.work_tree import WorkTree
from compiler.bundle.assets import AssetCollector
from compiler.bundle.eyes import Eyes
from compiler.bundle.templates import template_bundles
from compiler.bundle.view import area_views
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.rules.templates.rendered import all_samples
from compiler.templating.escaping import Output
from compiler.templating.rendering import Fault, render
from compiler.templating.samples import MADE
from tests.node.running import run_in_node

_OUTPUTS = {"subject": Output.TEXT, "html": Output.HTML, "text": Output.TEXT}

Call = tuple[str, Any, str, str]


def calls(project: Path) -> Iterator[Call]:
    """Yield what the bundles of all areas have to render, of languages not enabled too."""
    snapshot = WorkTree(project, None)
    settings, _ = load_settings(snapshot)
    assert settings is not None
    content = load(snapshot).content
    active = content.languages.active
    content = replace(content, languages=replace(content.languages, enabled=active))
    assets = AssetCollector(content, settings, Eyes())
    for view in area_views(content, settings):
        for locale in active:
            for _name, entries in template_bundles(view, locale, assets):
                for entry in entries.values():
                    samples = all_samples(entry["variables"], entry["samples"])
                    assert samples.keys() >= entry["samples"].keys()
                    assert MADE & samples.keys() == MADE
                    for template, output in parts_of(entry):
                        for sample in samples.values():
                            yield template, sample, locale, output.value


def parts_of(entry: Any) -> Iterator[tuple[str, Output]]:
    """Yield what a bundle has of a template, and what it is rendered to."""
    yield from ((entry[part], output) for part, output in _OUTPUTS.items() if entry[part])
    if "pdf" in entry:
        yield entry["pdf"]["typst"], Output.TEXT


def test_the_showcase(project_root: Path) -> None:
    asked = list(calls(project_root))
    assert {locale for _, _, locale, _ in asked} == {"en", "es", "ru", "pl", "ar"}
    assert len(asked) > 1000
    here = [render(template, values, tag, Output(out)) for template, values, tag, out in asked]
    assert not [one for one in here if isinstance(one, Fault)]
    there = run_in_node("templates.mjs", asked)
    assert [one for one in zip(asked, here, there, strict=True) if one[1] != one[2]] == []
