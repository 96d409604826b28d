"""What goes out comes in again: the showcase, and any rows at all."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from compiler.adapters.work_tree import WorkTree
from compiler.edit.records.entity_files import body_of
from compiler.load.loading import load
from compiler.model.content import Content
from compiler.read.po import read_po
from tests.edit.records.samples import Files, Given, brought, handed_out, joined, row, told

LOCALES = ("en", "es", "pt-BR")


def by_value(content: Content) -> Any:
    """Return all that content says, without the places where it says so."""
    layers = {None: content.shared} | {name: one.overlay for name, one in content.areas.items()}
    kinds = ("levels", "statuses", "texts", "templates", "banners", "documents")
    entities = {
        (area, kind, label): (
            {tag: (one.own(), one.stamp, one.review_needed, one.active, dict(one.descriptions))
             for tag, one in entity.locales.items()},
            entity.record.model_dump(exclude={"locales"}),
        )
        for area, layer in layers.items()
        for kind in kinds
        for label, entity in getattr(layer, kind).items()
    }  # fmt: skip
    return {
        "entities": entities,
        "configurations": {
            (area, name): file.data
            for area, layer in layers.items()
            for name, file in layer.configurations.items()
        },
        "strings": {
            (area, *key): (catalogue.messages, dict(catalogue.entries.header))
            for area, layer in layers.items()
            for key, catalogue in layer.catalogues.items()
        },
        "areas": {name: one.record.record for name, one in content.areas.items()},
        "owners": {name: one.record for name, one in content.owners.items()},
        "languages": (
            content.languages.source,
            content.languages.active,
            content.languages.enabled,
        ),
        "rest": (content.glossary, {one.name: one.text for one in content.layouts.values()}),
        "schemas": {prefix: one.schema for prefix, one in content.properties_schemas.items()},
    }


def test_the_showcase_comes_back_the_same_by_value_and_goes_out_the_same_by_bytes(
    project_root: Path,
) -> None:
    tree = WorkTree(project_root, None)
    files = {
        entry.path: tree.read(entry.path)
        for entry in tree.entries()
        if entry.path.startswith("content/")
    }
    first = handed_out(files)
    made = brought(json.loads(first), source=None)
    assert told(made) == []
    binary = {
        path: data for path, data in files.items() if path.endswith((".webp", ".png", ".pdf"))
    }
    again = joined(made, binary)
    assert set(again) == set(files)  # every file but pictures and PDFs was in the rows
    assert handed_out(again) == first
    assert by_value(load_all(again)) == by_value(load_all(files))


def load_all(files: Files) -> Content:
    from tests.edit.records.samples import snapshot  # noqa: PLC0415

    loaded = load(snapshot(files))
    assert loaded.findings == ()
    return loaded.content


NAMES = st.from_regex(r"[a-z][A-Za-z0-9]{0,6}", fullmatch=True)
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)
BODIES = st.lists(LINES, max_size=4).map("\n".join) | st.integers(20, 30).map("line\n\n".__mul__)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | LINES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINES, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(LINES, JSON, max_size=3)
STAMPS = st.sampled_from(["en@3f9a1c2e", "pt-BR@00000000"])
LOCALISED = {
    "title": LINES,
    "description": BODIES,
    "properties": OBJECTS,
    "from": STAMPS,
    "review": st.just("needed"),
}
OWN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "text": ({}, {"locked": st.booleans(), "properties": OBJECTS}),
    "template": (
        {"channel": st.sampled_from(["email", "push"])},
        {"active": st.booleans(), "variables": OBJECTS, "layout": NAMES},
    ),
    "level": ({"type": st.sampled_from(["personal", "business"])}, {"properties": OBJECTS}),
    "status": ({}, {"properties": OBJECTS}),
    "document": ({"name": NAMES}, {"active": st.booleans(), "description": BODIES}),
}


@st.composite
def entities(draw: st.DrawFn) -> list[Given]:
    """Return the rows of one entity."""
    kind = draw(st.sampled_from(sorted(OWN)))
    label = draw(NAMES)
    if kind in ("text", "template"):
        label = f"{label}.{draw(NAMES)}"
    required, optional = OWN[kind]
    rows = [row(kind, label, **draw(st.fixed_dictionaries(required, optional=optional)))]
    languages = draw(st.lists(st.sampled_from(LOCALES), unique=True))
    fields = st.fixed_dictionaries({}, optional=LOCALISED)
    return rows + [row(kind, label, locale, **draw(fields)) for locale in languages]


STRINGS = st.dictionaries(
    NAMES,
    st.dictionaries(st.sampled_from(LOCALES), LINES.filter(str.strip), min_size=1),
    max_size=4,
).map(
    lambda labels: [
        row("string", f"ns:{label}", locale, text=text, note=text, flags=["fuzzy"])
        for label, texts in labels.items()
        for locale, text in sorted({"en": "source", **texts}.items())
    ]
)


def cells(rows: list[Given]) -> dict[tuple[Any, ...], Any]:
    """Return what rows say, by kind, label, locale and field.

    Blank lines around bodies are cut, and the spaces behind a comment; an empty text is none.
    """
    return {
        (one["kind"], one["label"], one.get("locale"), key): (
            body_of(value) if key == "description" else value.rstrip() if key == "note" else value
        )
        for one in rows
        for key, value in one["fields"].items()
        if value != ""
    }


@given(st.lists(entities(), min_size=1, max_size=4), STRINGS)
def test_any_rows_come_back(drawn: list[list[Given]], strings: list[Given]) -> None:
    by_label = {(rows[0]["kind"], rows[0]["label"].casefold()): rows for rows in drawn}
    rows = [one for rows in by_label.values() for one in rows] + strings
    made = brought(rows)
    assert told(made) == []
    files = dict(made.files)
    assert all(
        not read_po(path, data).findings for path, data in files.items() if path[-3:] == ".po"
    )
    out = handed_out(files)
    came = [one for one in json.loads(out) if one["kind"] not in ("configuration", "catalogue")]
    assert cells(came) == cells(rows)
    assert handed_out(brought(json.loads(out), source=None).files) == out
