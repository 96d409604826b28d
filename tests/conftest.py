"""What all tests share: where real content lies, an environment without the machine's own ways."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from compiler.adapters.workers import cores
from tests.harness import Project, small_project
from tests.once import Once
from tests.servers.ceph import can_run, ceph
from tests.servers.seaweedfs import ACCESS_KEY, SECRET_KEY, ObjectService, seaweedfs

# The same examples on every machine; `make soak` looks for new ones. No deadline: machines are slow.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("exploring", deadline=None, max_examples=500)
settings.load_profile("exploring" if os.environ.get("EXPLORE") else "steady")

PROJECT = Path(__file__).resolve().parent.parent


def pytest_xdist_auto_num_workers() -> int:
    """Run one test more than there are cores: a third of their time tests wait for servers."""
    return cores() + 1


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder of this project's checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real content of other projects; the test skips where it does not lie beside the checkout."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        missing("the data sets of other projects do not lie beside this checkout (../shared/data)")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The smallest project that is enough, in a folder of its own."""
    return small_project(tmp_path)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Folders that are made once for all processes of the test run."""
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return Once(folder / "once")


@pytest.fixture(scope="session")
def checked_showcase(once: Once) -> Path:
    """Where the project's own content lies as somebody has it who works on it: checked before.

    To be copied, not changed.
    """
    return once.made("checked-showcase", _check_showcase)


def _check_showcase(folder: Path) -> None:
    for name in ("content", "schemas"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "clientarea.yaml", folder)
    Project(folder).run("check").exits(0)


@pytest.fixture(scope="session")
def _object_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectService]:
    with seaweedfs(tmp_path_factory.mktemp("seaweedfs")) as service:
        yield service


@pytest.fixture
def object_service(
    _object_service: ObjectService, monkeypatch: pytest.MonkeyPatch
) -> ObjectService:
    """A running S3 service, and its keys in the environment. One a process of the test run."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", ACCESS_KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
    return _object_service


@pytest.fixture(scope="session")
def _ceph_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObjectService]:
    if not can_run():
        missing("the programs of Ceph are not installed (`make soak` does it as root on Debian)")
    with ceph(tmp_path_factory.mktemp("ceph")) as service:
        yield service


@pytest.fixture
def ceph_service(_ceph_service: ObjectService, object_service: ObjectService) -> ObjectService:
    """A running RADOS Gateway, with the keys of the other service. For tests of the soak alone."""
    del object_service
    return _ceph_service


@pytest.fixture(params=["object_service", pytest.param("ceph_service", marks=pytest.mark.soak)])
def each_service(request: pytest.FixtureRequest) -> ObjectService:
    """Each S3 service that there is for tests, one after the other; Ceph in the soak."""
    service: ObjectService = request.getfixturevalue(request.param)
    return service


def missing(reason: str) -> NoReturn:
    """Skip for want of something on this machine; under REQUIRE_ALL nothing may be wanting."""
    if os.environ.get("REQUIRE_ALL"):
        pytest.fail(f"REQUIRE_ALL is set, and {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _steady_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give Git an identity and none of the machine's ways; no colour, no project's keys, no CI.

    For the whole session, so that it holds for what modules and sessions make as well.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "caches"))
        for name in list(os.environ):
            if name.startswith(("GIT_", "CLIENTAREA_", "AWS_")) or name == "CI":
                patch.delenv(name)
        # What images come to is kept for the whole run, as in every clone of who shares it.
        shared = tmp_path_factory.getbasetemp().parent / "shared-images"
        patch.setenv("CLIENTAREA_CACHE", str(shared))
        for name, value in GIT_ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setenv("NO_COLOR", "1")
        yield


GIT_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_COUNT": "3",
    "GIT_CONFIG_KEY_0": "safe.directory",
    "GIT_CONFIG_VALUE_0": "*",
    "GIT_CONFIG_KEY_1": "init.defaultBranch",
    "GIT_CONFIG_VALUE_1": "main",
    "GIT_CONFIG_KEY_2": "commit.gpgsign",
    "GIT_CONFIG_VALUE_2": "false",
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
}
