"""The showcase that ships with the project: what is promised of it, and that it is published."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from compiler.adapters.work_tree import WorkTree
from compiler.load.loading import load
from compiler.model.content import Content
from compiler.model.document import Document
from tests.harness import Project


@pytest.fixture(scope="module")
def content(project_root: Path) -> Content:
    loaded = load(WorkTree(project_root, project_root))
    assert loaded.findings == ()
    return loaded.content


def test_it_passes_the_strict_check(project_root: Path) -> None:
    Project(project_root).run("check", "--strict").exits(0)


def test_it_has_content_of_every_kind(content: Content) -> None:
    shared, source = content.shared, content.languages.source
    catalogues = {key: one for key, one in shared.catalogues.items() if key[1] == source}
    messages = [message for one in catalogues.values() for message in one.messages.values()]
    assert len(messages) >= 120
    assert len(catalogues) >= 3
    assert sum(", plural," in one.source for one in messages) >= 3
    assert sum(one.source_plural is not None for one in messages) >= 2
    assert any(", select," in one.source for one in messages)
    assert len(shared.texts) >= 10
    assert len(shared.templates) >= 6
    assert {getattr(one.record, "channel", None) for one in shared.templates.values()} >= {
        "email",
        "push",
        "sms",
    }
    assert len(shared.banners) >= 2
    documents = [
        one.record for one in shared.documents.values() if isinstance(one.record, Document)
    ]
    files, links = [one.file for one in documents], [one.link for one in documents]
    assert (sum(map(bool, files)), sum(map(bool, links))) == (2, 1)
    assert len(content.areas) == 2
    assert len(content.owners) == 1
    assert set(shared.configurations) >= {"general", "documents", "support", "account"}


def test_arabic_is_active_and_not_enabled(content: Content) -> None:
    assert list(content.languages.enabled) == ["en", "es", "ru", "pl"]
    assert set(content.languages.active) - set(content.languages.enabled) == {"ar"}


def test_both_areas_have_something_different(content: Content) -> None:
    for area in content.areas.values():
        overlay = area.overlay
        assert overlay.configurations
        assert overlay.catalogues


def test_published_names_lead_to_objects(tmp_path: Path, project_root: Path) -> None:
    shutil.copytree(project_root / "content", tmp_path / "content")
    shutil.copy(project_root / "clientarea.yaml", tmp_path)
    project = Project(tmp_path).run("publish").exits(0)
    for side in ("public", "private"):
        store = tmp_path / "build/store" / side
        for path in store.glob("live/acme-*.json"):
            pointer: dict[str, Any] = json.loads(path.read_bytes())
            assert pointer["files"]
            for name in pointer["files"].values():
                assert (store / name).is_file()
    banners = project.published("banners/es.json", area="acme-portal")
    for banner in banners.values():
        for slot in banner["slots"].values():
            assert (tmp_path / "build/store/public" / slot["src"]).is_file()
