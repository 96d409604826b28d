"""Where something stands in a file, and how a route into a document is turned into such a place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from compiler.base.spots import Route, SpotTable


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a file: POSIX path below the project, line and column from 1, in code points."""

    path: str
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all keys and values of one document, addressed by route.

    ``prefix`` makes a view: routes are then given from that node on.
    """

    path: str
    spots: SpotTable = field(default_factory=SpotTable)
    prefix: Route = ()

    def value(self, *route: str | int) -> Place:
        """Return the place of the value at ``route``, or of the nearest parent the document has."""
        return self._place(self.prefix + route)

    def key(self, *route: str | int) -> Place:
        """Return the place of the key at ``route``, or else of the nearest value around it."""
        spot = self.spots.keys.get(self.prefix + route)
        if spot is None:
            return self.value(*route)
        return Place(self.path, spot.line, spot.column, spot.length)

    def has(self, *route: str | int) -> bool:
        """Tell whether the document has a value at exactly this route."""
        return self.prefix + route in self.spots.values

    def under(self, *route: str | int) -> "Places":
        """Return a view whose routes begin at ``route``."""
        return Places(self.path, self.spots, self.prefix + route)

    def settle(self, location: Sequence[str | int]) -> Route:
        """Turn a validator's location into a route of this document.

        Steps that the document does not have (union tags, a key that is absent) are skipped.
        """
        route: Route = ()
        for step in location:
            if self.has(*route, step):
                route = (*route, step)
        return route

    def _place(self, route: Route) -> Place:
        spots = self.spots.values
        while route and route not in spots:
            route = route[:-1]
        spot = spots.get(route)
        if spot is None:
            return Place(self.path)
        return Place(self.path, spot.line, spot.column, spot.length)
