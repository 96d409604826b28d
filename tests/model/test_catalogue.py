"""How a translation stands to its source."""

import pytest

from compiler.base.place import Place
from compiler.model.catalogue import Message, Standing, standing
from tests.fakes.locator import StillLocator

LOCATOR = StillLocator(Place("x.po"))
SOURCE = Message("pay", "Pay now", ("",), LOCATOR)


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (None, Standing.MISSING),
        (Message("pay", "Pay now", ("",), LOCATOR), Standing.MISSING),
        (Message("pay", "Pay now", ("Pagar",), LOCATOR), Standing.CURRENT),
        (Message("pay", "Pay", ("Pagar",), LOCATOR), Standing.STALE),
        (
            Message("pay", "Pay now", ("Pagar",), LOCATOR, source_plural="Pay all"),
            Standing.STALE,
        ),
        (
            Message("pay", "Pay now", ("Pagar",), LOCATOR, flags=frozenset({"fuzzy"})),
            Standing.UNREVIEWED,
        ),
        (
            Message(
                "pay", "Pay now", ("Pagar",), LOCATOR, flags=frozenset({"fuzzy"}), previous="Pay"
            ),
            Standing.STALE,
        ),
    ],
)
def test_standing(translation: Message | None, expected: Standing) -> None:
    assert standing(SOURCE, translation) is expected
