"""What tests of adapters share."""

from pathlib import Path

import pytest

from tests.adapters.repositories import git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet")
    return root
