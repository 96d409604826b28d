"""Spots come back from being kept as they were, and are opened only when one is asked for."""

import copy
import marshal
import pickle

import pytest

from compiler.base import spots
from compiler.base.place import Place, Places
from compiler.base.spots import Spot, SpotTable

VALUES = {(): Spot(1, 1), ("locales", "ru", "title"): Spot(3, 17, 6), ("tags", 0): Spot(4, 5)}
TABLE = SpotTable(VALUES, {("tags",): Spot(4, 1, 4)})


def test_a_table_comes_back_as_it_was() -> None:
    for again in (pickle.loads(pickle.dumps(TABLE)), copy.deepcopy(TABLE)):
        assert again == TABLE
        assert (dict(again.values), dict(again.keys)) == (VALUES, dict(TABLE.keys))
        assert list(again.values) == list(VALUES)
    assert SpotTable({(): Spot(1, 2)}) != SpotTable({(): Spot(1, 1)})
    assert hash(copy.deepcopy(TABLE)) == hash(TABLE)


def test_it_is_opened_once_and_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []

    class Watched:
        dumps = staticmethod(marshal.dumps)

        @staticmethod
        def loads(data: bytes) -> object:
            opened.append(data)
            return marshal.loads(data)

    kept = pickle.dumps(Places("a.yaml", TABLE))
    monkeypatch.setattr(spots, "marshal", Watched)
    places = pickle.loads(kept)
    again = pickle.loads(pickle.dumps(places))  # what nobody has asked is kept as it came
    assert opened == []
    assert again.value("locales", "ru", "title", "x") == Place("a.yaml", 3, 17, 6)
    assert again.under("tags").key() == Place("a.yaml", 4, 1, 4)
    assert len(opened) == 1


def test_views_of_one_document_have_one_table() -> None:
    places = Places("a.yaml", TABLE)
    one, other = pickle.loads(pickle.dumps((places, places.under("tags"))))
    assert one.spots is other.spots
