"""axe finds nothing serious on any screen of the preview, by day and by night; phones need no scrolling sideways."""

from pathlib import Path

import pytest

from tests.journeys.browsing import file_address, visited
from tests.journeys.previews import SCREENS

SERIOUS = """async () => {
  const found = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
  return found.violations.filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}"""
SIDEWAYS = "() => [document.documentElement.scrollWidth <= window.innerWidth, document.querySelector('h1').getBoundingClientRect().right <= window.innerWidth]"


@pytest.mark.timeout(900)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(changed_preview: Path, scheme: str) -> None:
    visits = [
        {"hash": address, "scheme": scheme, "axe": True, "read": SERIOUS}
        for address, _ in SCREENS.values()
    ]
    found = visited(file_address(changed_preview), visits)
    told = {name: one["read"] for name, one in zip(SCREENS, found, strict=True) if one["read"]}
    assert told == {}


def test_a_phone_shows_every_screen_without_scrolling_sideways(changed_preview: Path) -> None:
    visits = [
        {"hash": address, "window": [360, 740], "read": SIDEWAYS} for address, _ in SCREENS.values()
    ]
    found = visited(file_address(changed_preview), visits)
    shown = {name: one["read"] for name, one in zip(SCREENS, found, strict=True)}
    assert shown == {name: [True, True] for name in SCREENS}


def test_the_keyboard_alone_finds_a_text(changed_preview: Path) -> None:
    [found] = visited(
        file_address(changed_preview),
        [
            {
                "steps": [
                    ("press", "/"),
                    ("type", "antes de depositar"),
                    ("wait", ".rows li"),
                    ("focus", ".rows .open"),
                    ("press", "Enter"),
                    ("wait", ".entry"),
                ],
                "read": "() => [document.querySelector('h1').textContent, document.title]",
            }
        ],
    )
    assert found["errors"] == []
    assert found["read"] == ["deposit.termsNotice", "deposit.termsNotice – preview"]
