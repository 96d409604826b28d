"""What journeys share."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.journeys.following import follow
from tests.journeys.previews import BUILD, preview_changed_showcase
from tests.journeys.showcase import Showcase
from tests.once import Once
from tests.servers.chat import Chat, chat_service


@pytest.fixture
def showcase(tmp_path: Path, checked_showcase: Path) -> Showcase:
    """A copy of the project's own content, to be changed; what was opened and rendered is kept."""
    shutil.copytree(checked_showcase, tmp_path, dirs_exist_ok=True)
    return Showcase(tmp_path)


@pytest.fixture(scope="session")
def changed_preview(once: Once, checked_showcase: Path) -> Path:
    """The preview of the showcase with a change in it, which many look at and nobody changes."""
    make = partial(preview_changed_showcase, checked=checked_showcase)
    return once.made("changed-preview", make) / BUILD


@pytest.fixture(autouse=True)
def _descriptions_are_followed(tmp_path: Path) -> Iterator[None]:
    """Hold all that a journey has built or published in its own folder to its schemas."""
    yield
    follow(tmp_path)


@pytest.fixture(scope="module")
def running_chat() -> Iterator[Chat]:
    with chat_service() as chat:
        yield chat


@pytest.fixture
def chat(running_chat: Chat) -> Chat:
    """A service that speaks OpenAI's protocol, well behaved until a test says otherwise."""
    running_chat.noted.clear()
    running_chat.answered.clear()
    running_chat.manners.clear()
    running_chat.always = None
    return running_chat
