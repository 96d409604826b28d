"""The examples for applications run against a published store, as their page has them."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.journeys.browsing import served
from tests.journeys.showcase import SHOWCASE, Showcase
from tests.node.running import FOLDER, run_in_node

PAGE = SHOWCASE / "docs" / "applications.md"
BLOCK = re.compile(r"^```js\n// (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LIBRARIES = (
    'export { act, createElement } from "react";\n'
    'export { createRoot } from "react-dom/client";\n'
    'export { FormattedMessage } from "react-intl";\n'
    'export { Window } from "happy-dom";\n'
)
STORE = "build/store/public"
SHOP = "content/translations/shop"
RUSSIAN = "content/translations/common/ru.po"
MORE = {
    "en": (
        'msgctxt "cart.contents"\n'
        'msgid "{books, plural, one {# book} other {# books}} and '
        '{videos, plural, one {# video} other {# videos}}"\n'
        'msgstr ""\n\nmsgctxt "cart.gift"\nmsgid "Gift wrapping"\nmsgstr ""\n'
    ),
    "ru": (
        'msgctxt "cart.contents"\n'
        'msgid "{books, plural, one {# book} other {# books}} and '
        '{videos, plural, one {# video} other {# videos}}"\n'
        'msgstr "{books, plural, one {# книга} few {# книги} many {# книг} other {# книги}} и '
        '{videos, plural, one {# видео} few {# видео} many {# видео} other {# видео}}"\n'
    ),
}
"""What i18next has no form for, and what is not translated yet."""


@pytest.fixture(scope="module")
def examples() -> Iterator[Path]:
    """The examples of the page, in a folder from which node finds the packages of the tests."""
    found = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    assert set(found) == {"store.mjs", "i18next.mjs", "i18next-icu.mjs", "react-intl.mjs"}
    with TemporaryDirectory(dir=FOLDER / "node_modules", prefix=".application-") as name:
        for file, text in {**found, "libraries.mjs": LIBRARIES}.items():
            Path(name, file).write_text(text, encoding="utf-8")
        yield Path(name)


def object_of(root: Path, area: str, name: str) -> Path:
    """Return the object in the store that an area's pointer names."""
    pointer = json.loads((root / STORE / f"live/{area}.json").read_bytes())
    return root.joinpath(STORE, str(pointer["files"][name]))


@pytest.fixture
def said(showcase: Showcase, examples: Path) -> dict[str, Any]:
    """What the examples show, of a store in which a text changes meanwhile."""
    for locale, entries in MORE.items():
        path = showcase.root / SHOP / f"{locale}.po"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{entries}", encoding="utf-8")
    publish = ("publish", "--gate", "draft")
    showcase.run(*publish).exits(0)
    command = [sys.executable, "-m", "compiler", "--project", str(showcase.root), *publish]
    lost = object_of(showcase.root, "acme-portal", "translations/i18next/pl/portal.json")
    with served(showcase.root / STORE) as store:
        found = run_in_node(
            "applications.mjs",
            {
                "folder": str(examples),
                "store": store,
                "lost": {
                    "area": "acme-portal",
                    "language": "pl",
                    "file": str(lost),
                    "away": str(showcase.root / "lost.json"),
                },
                "edit": [str(showcase.root / RUSSIAN), 'msgstr "Сохранить"', 'msgstr "Записать"'],
                "publish": command,
            },
        )
    return {**found, "store": store, "lost": lost.relative_to(showcase.root / STORE).as_posix()}


CART = ["1 товар в корзине", "3 товара в корзине", "5 товаров в корзине", "21 товар в корзине"]


def test_the_examples_of_the_page_run(said: dict[str, Any]) -> None:
    i18next, icu, react = said["i18next"], said["icu"], said["react"]
    assert i18next["plurals"] == icu["plurals"] == react["plurals"] == CART
    stock = ["В наличии", "Предзаказ", "Нет в наличии"]
    assert i18next["selects"] == icu["selects"] == react["selects"] == stock
    for one in (i18next, react):
        assert (one["other"], one["missing"]) == ("Сохранить", "no.such.key")
        assert (one["own"], one["shared"]) == ("Мои покупки", "Мои счета")
        assert one["polish"] == ["Twój koszyk", "Gift wrapping"]
        assert (one["before"], one["after"]) == ("Сохранить", "Записать")
    assert i18next["absent"] == [True, {}]
    assert (react["before_missing"], react["told"]) == ([], ["MISSING_TRANSLATION"])
    # Two plurals in one message are the case for i18next-icu.
    assert i18next["inexpressible"] == "cart.contents"
    assert icu["inexpressible"] == react["inexpressible"] == "2 книги и 1 видео"
    # What is not there is an error that names it.
    store, refused = said["store"], said["refused"]
    nowhere = f"{store}/live/nowhere.json: 404 File not found"
    assert refused["area"] == refused["reactArea"] == nowhere
    assert refused["file"].startswith("pl/portal: ")
    assert said["lost"] in refused["file"]
    assert refused["file"].endswith("status code: 404")
