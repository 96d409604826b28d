"""Compile a small project written in the test, and read what came of it."""

import json
from collections.abc import Mapping
from typing import Any

from compiler.bundle.artifacts import Artifacts, Side
from compiler.bundle.compiling import compile_content
from compiler.load.loading import load
from compiler.settings import Settings
from tests.builders import project

Files = Mapping[str, str | bytes]


def compiled(files: Files, **settings: Any) -> Artifacts:
    """Compile files below content/; what loading finds wrong fails the test."""
    loaded = load(project(files))
    assert [f"{one.place.path}: {one.message}" for one in loaded.findings] == []
    return compile_content(loaded.content, Settings(version=1, **settings))


def bundle(artifacts: Artifacts, name: str, area: str = "default", side: Side = Side.PUBLIC) -> Any:
    """Return the content of a bundle."""
    return json.loads(artifacts.areas[area].side(side)[name].read())


LANGUAGES = "configurations/languages.yaml"
"""Fallbacks: es-MX inherits from es, pl has nobody but the source."""

FOUR = "source: en\nactive: [en, es, es-MX, pl]\nenabled: [en, es, es-MX, pl]\n"
