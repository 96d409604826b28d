"""Builds data and places out of YAML events, by the core schema of YAML 1.2.

Problems of the file are collected; only what makes going on senseless stops the building.
"""

from collections.abc import Callable
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from compiler.base.spots import Route, Spot
from compiler.read.limits import DEEPEST, MOST_ALIASED
from compiler.read.scalars import UnsafeNumberError, plain
from compiler.read.yaml_events import Spots, YamlEvent
from compiler.read.yaml_problems import Problems

Data = Any
"""Mappings, lists and scalars."""


class StopBuilding(Exception):  # noqa: N818 - not an error of the program; caught in this room
    """Going on makes no sense; the finding that says why is among the problems."""


class Builder:
    """One walk over the events of one file; ``restore`` mends the text of every scalar.

    ``scalars`` are the first and last position of each, and whether it is a block (``|``, ``>``).
    """

    def __init__(
        self,
        path: str,
        text: str,
        events: Callable[[], YamlEvent],
        restore: Callable[[str], str] | None,
    ) -> None:
        self.values: dict[Route, Spot] = {}
        self.keys: dict[Route, Spot] = {}
        self.problems = Problems(path)
        self.scalars: list[tuple[int, int, bool]] = []
        self._text = text
        self._spots = Spots(text)
        self._next = events
        self._restore = restore
        self._anchors: dict[str, tuple[Route, Data]] = {}
        self._open: set[str] = set()
        self._aliased = 0

    def build(self) -> Data:
        """Return the data of the file's only document, None where it is empty."""
        self._next()  # the stream begins
        if isinstance(self._next(), StreamEndEvent):
            return None
        data = self._node(self._next(), ())
        self._next()  # the document ends
        event = self._next()
        if isinstance(event, DocumentStartEvent):
            self.problems.second_document(self._spots.of(event))
        return data

    def _node(self, event: YamlEvent, route: Route) -> Data:
        if isinstance(event, AliasEvent):
            return self._alias(event, route)
        value: Data
        if isinstance(event, ScalarEvent):
            self.values[route] = spot = self._spots.of(event)
            value = self._scalar(event, spot)
        else:
            value = self._collection(event, route)
        if event.anchor is not None:
            self._open.discard(event.anchor)
            self._remember(event, route, value)
        return value

    def _collection(self, event: YamlEvent, route: Route) -> Data:
        if len(route) >= DEEPEST:
            self.problems.too_deep(self._spots.of(event))
            raise StopBuilding
        self._refuse_tag(event)
        if event.anchor is not None:
            self._open.add(event.anchor)
        mapping = isinstance(event, MappingStartEvent)
        value, end = self._mapping(route) if mapping else self._sequence(route)
        self.values[route] = self._spots.of(event, end)
        return value

    def _sequence(self, route: Route) -> tuple[Data, YamlEvent]:
        items: list[Data] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, (*route, len(items))))
        return items, event

    def _mapping(self, route: Route) -> tuple[Data, YamlEvent]:
        data: dict[str, Data] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            spot = self._spots.of(event)
            key = self._key(event, spot, route)
            if key is None:
                self._discard(self._next(), (*route, ""))
                continue
            inner = (*route, key)
            if key in data:
                self.problems.duplicate_key(key, spot, self.keys[inner])
                self._discard(self._next(), inner)
                continue
            self.keys[inner] = spot
            data[key] = self._node(self._next(), inner)
        return data, event

    def _key(self, event: YamlEvent, spot: Spot, route: Route) -> str | None:
        """Return a key, or None for what is none; a number or ``no`` is the text as written."""
        if isinstance(event, ScalarEvent):
            return self._scalar_key(event, spot)
        if isinstance(event, AliasEvent):
            _, value = self._anchors.get(event.anchor or "", ((), None))
            if isinstance(value, str):
                return value
        else:
            self._discard(event, (*route, ""))
        self.problems.key_is_no_text(spot, self._spots.line(spot.line))
        return None

    def _scalar_key(self, event: YamlEvent, spot: Spot) -> str | None:
        self._refuse_tag(event)
        at = event.start_mark.index
        if event.value and at > 0 and self._text[at - 1] == "?":
            self.problems.question(spot, event.value)
        key = self._written(event)
        if event.anchor is not None:
            self._remember(event, (), key)
        if not event.style:
            if key == "<<":
                self.problems.merge_key(spot)
                return None
            if key == "":
                self.problems.no_key(spot)
                return None
        return key

    def _scalar(self, event: YamlEvent, spot: Spot) -> Data:
        text = self._written(event)
        if event.tag is not None:
            self._refuse_tag(event)
            return text
        if not event.implicit[0]:
            return text
        try:
            return plain(text)
        except UnsafeNumberError as why:
            self.problems.unsafe_number(spot, text, str(why))
            return text

    def _written(self, event: YamlEvent) -> str:
        block = event.style in ("|", ">")
        self.scalars.append((event.start_mark.index, event.end_mark.index, block))
        text: str = event.value
        return text if self._restore is None else self._restore(text)

    def _discard(self, event: YamlEvent, route: Route) -> None:
        """Read a value that counts for nothing, without a trace among the places."""
        values, keys = self.values, self.keys
        self.values, self.keys = {}, {}
        self._node(event, route)
        self.values, self.keys = values, keys

    def _alias(self, event: YamlEvent, route: Route) -> Data:
        name = event.anchor
        spot = self._spots.of(event)
        copied = None
        if name in self._open:
            self.problems.alias_of_itself(spot, name)
        elif name in self._anchors:
            source, data = self._anchors[name]
            copied = self._copy(data, source, route, spot)
        else:
            self.problems.alias_of_nothing(spot, name)
        self.values[route] = spot
        return copied

    def _copy(self, data: Data, source: Route, route: Route, spot: Spot) -> Data:
        """Return data of its own for an alias; inside it the places are the anchor's."""
        self._aliased += 1
        if self._aliased > MOST_ALIASED:
            self.problems.too_much_aliased(spot)
            raise StopBuilding
        if len(route) > DEEPEST:
            self.problems.too_deep(spot)
            raise StopBuilding
        self.values[route] = self.values.get(source, spot)
        if isinstance(data, list):
            return [
                self._copy(value, (*source, index), (*route, index), spot)
                for index, value in enumerate(data)
            ]
        if not isinstance(data, dict):
            return data
        copied = {}
        for key, value in data.items():
            self.keys[(*route, key)] = self.keys.get((*source, key), spot)
            copied[key] = self._copy(value, (*source, key), (*route, key), spot)
        return copied

    def _remember(self, event: YamlEvent, route: Route, value: Data) -> None:
        """Keep a value for the aliases of its anchor, whose name libyaml ends at any sign."""
        name = event.anchor
        self._anchors[name] = (route, value)
        spot = self._spots.of(event)
        after = self._spots.line(spot.line)[spot.column - 1 :].partition(f"&{name}")[2]
        if after and after[0] not in " \t,]}":
            self.problems.odd_anchor(spot, name)

    def _refuse_tag(self, event: YamlEvent) -> None:
        if event.tag is not None:
            spot = self._spots.of(event)
            self.problems.tag(spot, self._spots.line(spot.line))
