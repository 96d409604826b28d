"""Whatever stands in a file, loading ends, and what it leaves out has been told."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.load.waivers import load_waivers
from tests.builders import project

PATHS = {
    "texts/a.yaml": "texts/a",
    "templates/a/b.yaml": "templates/a.b",
    "levels/a.yaml": "levels/a",
    "statuses/a.yaml": "statuses/a",
    "banners/a/banner.yaml": "banners/a",
    "documents/a.yaml": "documents/a",
    "owners/a.yaml": "owners/a",
    "areas/a/area.yaml": "areas/a",
}
OTHERS = [
    "configurations/general.yaml",
    "configurations/documents.yaml",
    "configurations/languages.yaml",
    "configurations/support.yaml",
    "translations/glossary.yaml",
    "areas/a/configurations/general.yaml",
    "areas/a/texts/a.yaml",
    "texts/_schemas/a.json",
]
KEYS = st.sampled_from(
    [
        *("locales", "en", "es_MX", "title", "description", "properties", "fields", "from", "type"),
        *("active", "name", "channel", "documents", "clients", "source", "tokens", "content"),
    ]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 1) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from([*PATHS, *OTHERS]), VALUES, max_size=6),
)
def test_any_data_in_any_file(data: dict[str, Any]) -> None:
    files: dict[str, str | bytes] = {
        path: json.dumps(value, ensure_ascii=False) for path, value in data.items()
    }
    loaded = load(project({"texts/a.yaml": "", **files}))
    told = {finding.entity for finding in loaded.findings}
    assert loaded.content.broken <= told
    shared = loaded.content.shared
    there = {
        *(str(one.reference) for one in [*shared.texts.values(), *shared.templates.values()]),
        *(str(one.reference) for one in [*shared.levels.values(), *shared.statuses.values()]),
        *(str(one.reference) for one in [*shared.banners.values(), *shared.documents.values()]),
        *(f"owners/{name}" for name in loaded.content.owners),
        *(f"areas/{name}" for name in loaded.content.areas),
    }
    wanted = {PATHS[path] for path in data if path in PATHS}
    assert wanted <= there | loaded.content.broken


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([*PATHS, *OTHERS, "texts/a.en.md", "translations/portal/en.po"]),
    st.binary(max_size=40) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes_in_any_file(path: str, data: bytes) -> None:
    loaded = load(project({"texts/a.yaml": "", path: data}))
    assert all(finding.place.line >= 1 for finding in loaded.findings)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_any_data_in_the_projects_own_files(data: Any) -> None:
    snapshot = project().with_files(
        {
            "clientarea.yaml": json.dumps(data, ensure_ascii=False),
            "waivers.yaml": json.dumps(data, ensure_ascii=False),
        }
    )
    read, findings = load_settings(snapshot)
    assert (read is None) == bool(findings)
    assert load_waivers(snapshot)[0] == ()
