"""How a translation stands to its source."""

import pytest

from compiler.base.place import Place
from compiler.model.catalogue import Message, MessagePlaces, Standing, standing

PLACE = Place("x.po")
PLACES = MessagePlaces(PLACE, PLACE, (PLACE,), PLACE)
SOURCE = Message("pay", "Pay now", ("",), PLACES)


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (None, Standing.MISSING),
        (Message("pay", "Pay now", ("",), PLACES), Standing.MISSING),
        (Message("pay", "Pay now", ("Pagar",), PLACES), Standing.CURRENT),
        (Message("pay", "Pay", ("Pagar",), PLACES), Standing.STALE),
        (
            Message("pay", "Pay now", ("Pagar",), PLACES, source_plural="Pay all"),
            Standing.STALE,
        ),
        (
            Message("pay", "Pay now", ("Pagar",), PLACES, flags=frozenset({"fuzzy"})),
            Standing.UNREVIEWED,
        ),
        (
            Message(
                "pay", "Pay now", ("Pagar",), PLACES, flags=frozenset({"fuzzy"}), previous="Pay"
            ),
            Standing.STALE,
        ),
    ],
)
def test_standing(translation: Message | None, expected: Standing) -> None:
    assert standing(SOURCE, translation) is expected
