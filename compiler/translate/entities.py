"""Which entities are to be translated, and what of each is asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from compiler.base.spots import Route
from compiler.model.catalogue import Standing
from compiler.model.entity import Entity
from compiler.model.fingerprint import fingerprint
from compiler.model.localised import Localisation
from compiler.model.reference import Kind
from compiler.rules.assessment import Assessment, assess_entities, is_clone
from compiler.rules.check import Scope
from compiler.translate.codes import is_words, schema_at
from compiler.translate.cutting import Cut, cut_plain
from compiler.translate.leaves import leaves
from compiler.translate.overridden import overridden_entities
from compiler.translate.task import EntityTarget, Piece, Skipped, Task
from compiler.translate.wish import Wish


def entity_tasks(scope: Scope, wish: Wish) -> Iterator[Task | Skipped]:
    """Yield the entities to be translated, in the order of kinds and files."""
    for found in (*scope.once(assess_entities), *overridden_entities(scope, wish.area)):
        if found.written.area != wish.area or found.locale not in wish.to:
            continue
        effective = _effective(scope, found)
        source = effective.locales[scope.content.languages.source]
        standing = _standing(scope, found, effective, source)
        reference = str(found.written.reference)
        if not wish.wants(reference, standing, written=found.own is not None):
            continue
        origin = effective.locales.get(wish.from_)
        if origin is None or origin.review_needed:
            reason = f"it has nothing in `{wish.from_}` that is current"
            yield Skipped(reference, found.locale, reason, found.written.places.value())
        else:
            yield _Work(scope, wish, found, effective, origin).task(standing)


def _effective(scope: Scope, found: Assessment) -> Entity[Any]:
    written = found.written
    effective: Entity[Any] = getattr(scope.effective[written.area], written.kind)[written.label]
    return effective


def _standing(
    scope: Scope, found: Assessment, effective: Entity[Any], source: Localisation
) -> Standing:
    """Return how an entity stands, one that no gate counts, too."""
    own = found.own
    if found.counted or own is None:
        if found.counted or found.written.kind is Kind.BANNERS:
            return found.standing
        above = scope.content.languages.chain(found.locale).parents
        inherited = any(tag in effective.locales for tag in above)
        return Standing.CURRENT if inherited or not leaves(source) else Standing.MISSING
    if is_clone(own, source) or not leaves(source).keys() <= leaves(own).keys():
        return Standing.MISSING
    return found.standing


class _Work:
    """One entity in one language, its texts told from its other values."""

    def __init__(
        self,
        scope: Scope,
        wish: Wish,
        found: Assessment,
        effective: Entity[Any],
        origin: Localisation,
    ) -> None:
        self._scope, self._wish, self._found = scope, wish, found
        self._effective, self._origin = effective, origin

    def task(self, standing: Standing) -> Task:
        """Return what is to be done."""
        found = self._found
        original = leaves(self._effective.locales[self._scope.content.languages.source])
        former = {} if found.own is None else leaves(found.own)
        wanted = self._wanted(standing, former)
        pieces: list[Piece] = []
        routes: dict[str, Route] = {}
        data: dict[Route, Any] = {}
        for route, value in leaves(self._origin).items():
            if route not in wanted:
                continue
            cut = self._cut(route, value)
            if cut is None or not cut.segments:
                data[route] = value
                continue
            name = ".".join(map(str, route))
            routes[name] = route
            before = former.get(route, "") if standing is not Standing.MISSING else ""
            old = before if isinstance(before, str) else ""
            pieces.append(Piece(name, cut, value, old, str(original.get(route, ""))))
        stamp = f"{self._wish.from_}@{fingerprint(self._origin.own())}"
        order = tuple(route for route in leaves(self._origin) if route in wanted)
        target = EntityTarget(
            found.written, self._effective, self._origin, found.own, stamp, routes, data, order
        )
        where = found.written.places.value() if found.own is None else found.own.places.key()
        reference = str(found.written.reference)
        return Task(reference, found.locale, standing, tuple(pieces), target, where)

    def _wanted(self, standing: Standing, there: Mapping[Route, Any]) -> set[Route]:
        """Return the routes that are to be written: what is there stays, if it is current."""
        own, source = self._found.own, leaves(self._origin)
        origin = self._effective.locales[self._scope.content.languages.source]
        fresh = own is None or is_clone(own, origin)
        if fresh and not self._found.lacks:
            return set(source)
        if standing is Standing.STALE or self._wish.overwrite:
            return set(source)
        if self._found.own is not None and self._found.currency is Standing.STALE:
            return set(source)
        if not self._found.counted:
            return {route for route in source if fresh or route not in there}
        lacks = self._found.lacks
        return {route for route in source if _lacking(route, lacks)}

    def _cut(self, route: Route, value: Any) -> Cut | None:  # noqa: ANN401 - any JSON value
        """Return how a value is asked for, None where it is not for translators."""
        content, locale = self._scope.content, self._found.locale
        asks = is_words(content, self._effective, locale, route, value)
        return cut_plain(value, self._note(route)) if asks else None

    def _note(self, route: Route) -> str:
        longest = schema_at(self._scope.content, self._effective, route).get("maxLength")
        return f"at most {longest} characters" if isinstance(longest, int) else ""


def _lacking(route: Route, lacks: tuple[str, ...]) -> bool:
    name = ".".join(map(str, route))
    return any(name == one or name.startswith(f"{one}.") for one in lacks)
