"""The examples for applications run against a published store, as their page has them."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.journeys.browsing import served
from tests.journeys.showcase import Showcase
from tests.node.running import FOLDER, run_in_node

PAGE = Path(__file__).parents[2] / "docs" / "applications.md"
BLOCK = re.compile(r"^```js\n// (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
REACT = (
    'export { createElement } from "react";\n'
    'export { FormattedMessage } from "react-intl";\n'
    'export { renderToStaticMarkup } from "react-dom/server";\n'
)
RUSSIAN = "content/translations/common/ru.po"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder from which node finds the packages of the tests."""
    with TemporaryDirectory(dir=FOLDER / "node_modules", prefix=".application-") as name:
        yield Path(name)


def test_the_examples_of_the_page_run(showcase: Showcase, folder: Path) -> None:
    examples = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    assert set(examples) == {"i18next.mjs", "react-intl.mjs"}
    for name, text in {**examples, "react.mjs": REACT}.items():
        (folder / name).write_text(text, encoding="utf-8")
    showcase.run("publish").exits(0)
    command = [sys.executable, "-m", "compiler", "--project", str(showcase.root), "publish"]
    with served(showcase.root / "build/store/public") as store:
        said = run_in_node(
            "applications.mjs",
            {
                "folder": str(folder),
                "store": store,
                "area": "acme-shop",
                "edit": [str(showcase.root / RUSSIAN), 'msgstr "Сохранить"', 'msgstr "Записать"'],
                "publish": command,
            },
        )
    cart = ["1 товар в корзине", "3 товара в корзине", "5 товаров в корзине", "21 товар в корзине"]
    assert said["plurals"] == said["react"] == cart
    assert (said["other"], said["missing"], said["absent"]) == ("Сохранить", "no.such.key", False)
    assert (said["before"], said["after"]) == ("Сохранить", "Записать")
