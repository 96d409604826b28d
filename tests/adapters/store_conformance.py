"""What the port promises of every object store, as tests; a store's own file runs them on it."""

from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compiler.ports.store import (
    AlreadyExistsError,
    Attributes,
    ChangedError,
    NewObject,
    ObjectStore,
    Stored,
)

KIND = Attributes("application/json", "no-store")
NAMES = st.sampled_from(["a", "b/a", "b/b", "b/c/d", "b-c", "releases/1.done", "releases/1.json"])


class StoreConformance:
    """Subclass, and give a fixture ``store``: an empty store."""

    def test_what_is_not_there(self, store: ObjectStore) -> None:
        assert store.get("live/a.json") is None
        assert list(store.names("")) == []
        store.delete(["live/a.json"])
        with pytest.raises(ChangedError):
            store.replace("live/a.json", b"1", KIND, tag="x")
        assert store.get("live/a.json") is None

    @pytest.mark.parametrize("data", [b"", b"{}", bytes(range(256)) * 5000])
    def test_bytes_come_back_as_they_were(self, store: ObjectStore, data: bytes) -> None:
        store.put("objects/0/a.json", data, KIND)
        store.create("releases/1.json", data, KIND)
        for name in ("objects/0/a.json", "releases/1.json"):
            stored = store.get(name)
            assert stored is not None
            assert stored.data == data

    def test_put_writes_over(self, store: ObjectStore) -> None:
        for data in (b"1", b"22", b"33", b"33"):
            store.put("live/head.json", data, KIND)
            stored = store.get("live/head.json")
            assert stored is not None
            assert stored.data == data

    def test_many_are_written_and_read(self, store: ObjectStore) -> None:
        bodies = {f"objects/0/{number}.json": b"%d" % number for number in range(100)}
        new = [
            NewObject(name, lambda data=data: data, KIND)  # type: ignore[misc]
            for name, data in bodies.items()
        ]
        assert sorted(store.put_all(new)) == sorted(bodies)
        found = dict(store.get_all([*bodies, "objects/0/none.json"]))
        assert found.pop("objects/0/none.json") is None
        assert {name: one.data for name, one in found.items() if one is not None} == bodies
        assert not [*store.put_all([]), *store.get_all([])]

    def test_what_was_read_among_many_can_be_replaced(self, store: ObjectStore) -> None:
        store.create("live/a.json", b"1", KIND)
        ((_, found),) = store.get_all(["live/a.json"])
        assert isinstance(found, Stored)
        store.replace("live/a.json", b"2", KIND, tag=found.tag)

    def test_create_wins_once(self, store: ObjectStore) -> None:
        store.create("releases/1.json", b"mine", KIND)
        with pytest.raises(AlreadyExistsError):
            store.create("releases/1.json", b"yours", KIND)
        with pytest.raises(AlreadyExistsError):
            store.create("releases/1.json", b"mine", KIND)
        stored = store.get("releases/1.json")
        assert stored is not None
        assert stored.data == b"mine"

    def test_replace_wants_the_tag_of_what_is_there(self, store: ObjectStore) -> None:
        store.create("live/a.json", b"1", KIND)
        first = store.get("live/a.json")
        assert first is not None
        store.replace("live/a.json", b"2", KIND, tag=first.tag)
        with pytest.raises(ChangedError):
            store.replace("live/a.json", b"3", KIND, tag=first.tag)
        second = store.get("live/a.json")
        assert second is not None
        assert second.data == b"2"
        store.replace("live/a.json", b"3", KIND, tag=second.tag)
        store.delete(["live/a.json"])
        with pytest.raises(ChangedError):
            store.replace("live/a.json", b"4", KIND, tag=second.tag)

    def test_names_by_prefix_and_after(self, store: ObjectStore) -> None:
        for name in ("releases/2.json", "releases/1.json", "releases/1.done", "live/a.json"):
            store.put(name, b"", KIND)
        assert list(store.names("releases/")) == [
            "releases/1.done",
            "releases/1.json",
            "releases/2.json",
        ]
        assert list(store.names("releases/", after="releases/1.done")) == [
            "releases/1.json",
            "releases/2.json",
        ]
        assert list(store.names("releases/", after="releases/1")) == [
            "releases/1.done",
            "releases/1.json",
            "releases/2.json",
        ]
        assert list(store.names("releases/2")) == ["releases/2.json"]
        assert list(store.names("li")) == ["live/a.json"]
        assert list(store.names("objects/")) == []

    def test_delete_removes_what_is_named(self, store: ObjectStore) -> None:
        for name in ("objects/0/a.json", "objects/0/b.json"):
            store.put(name, b"", KIND)
        store.delete(["objects/0/a.json", "objects/0/z.json"])
        assert list(store.names("")) == ["objects/0/b.json"]

    def test_of_many_creators_one_wins(self, store: ObjectStore) -> None:
        won: list[int] = []

        def create(number: int) -> None:
            try:
                store.create("releases/1.json", b"%d" % number, KIND)
            except AlreadyExistsError:
                return
            won.append(number)

        _together([Thread(target=create, args=(number,)) for number in range(8)])
        stored = store.get("releases/1.json")
        assert stored is not None
        assert [b"%d" % number for number in won] == [stored.data]

    def test_of_many_replacers_of_one_tag_one_wins(self, store: ObjectStore) -> None:
        store.create("live/a.json", b"0", KIND)
        first = store.get("live/a.json")
        assert first is not None
        won: list[int] = []

        def replace(number: int) -> None:
            try:
                store.replace("live/a.json", b"%d" % number, KIND, tag=first.tag)
            except ChangedError:
                return
            won.append(number)

        _together([Thread(target=replace, args=(number,)) for number in range(1, 9)])
        stored = store.get("live/a.json")
        assert stored is not None
        assert [b"%d" % number for number in won] == [stored.data]

    @given(st.dictionaries(NAMES, st.binary(max_size=5)), NAMES)
    @settings(
        max_examples=30,
        deadline=None,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.differing_executors,
        ],
    )
    def test_names_are_those_written_in_code_point_order(
        self, store: ObjectStore, objects: dict[str, bytes], after: str
    ) -> None:
        store.delete(list(store.names("")))
        for name, data in objects.items():
            store.put(name, data, KIND)
        assert list(store.names("")) == sorted(objects)
        assert list(store.names("b/", after)) == sorted(
            name for name in objects if name.startswith("b/") and name > after
        )


def _together(threads: list[Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
