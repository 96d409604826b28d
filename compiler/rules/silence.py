"""Comments and PO flags that silence warnings where they occur, and which of them did."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from compiler.base.finding import Finding, Severity
from compiler.base.fix import Fix, RemoveFlag, RemoveSuppression
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.model.catalogue import Catalogue
from compiler.read.document import Suppression
from compiler.rules.about import UNUSED_SUPPRESSION
from compiler.rules.weblate import WEBLATE_CHECKS

_PREFIX = "ignore-"


_BY_GATE = frozenset({"missing-translation", "stale", "fuzzy", "unreviewed"})
"""What these find depends on the gate, and on which languages are enabled today."""


@dataclass(frozen=True, slots=True)
class _Order:
    """Who asked for silence: a comment or a flag, about one rule; Weblate's flags are not ours.

    ``fix`` takes the order away.
    """

    rule: str
    place: Place
    foreign: bool = False
    fix: Fix | None = None


class Flag(NamedTuple):
    """A flag `ignore-…` at an entry: what it names, and which string in which language it is at.

    At the source text it holds for every language. ``early`` says that it may be about a
    translation that is still to come.
    """

    name: str
    place: Place
    entity: str
    locale: str | None
    early: bool = False


def flags_of(catalogue: Catalogue, source: str) -> Iterator[Flag]:
    """Yield the flags of a catalogue that ask for silence."""
    locale = None if catalogue.locale == source else catalogue.locale
    for message in catalogue.messages.values():
        for flag in message.flags:
            if flag.startswith(_PREFIX):
                entity = f"translations/{catalogue.namespace}:{message.label}"
                name, early = flag.removeprefix(_PREFIX), locale is None or not message.translated
                yield Flag(name, message.places.flags, entity, locale, early)


class Silencer:
    """Silences warnings and remarks, and remembers which orders had an effect.

    Of rules ``unasked`` nobody knows whether there is something to silence.
    """

    def __init__(
        self,
        suppressions: Iterable[Suppression],
        flags: Iterable[Flag],
        known: Mapping[str, Rule],
        unasked: AbstractSet[str] = frozenset(),
    ) -> None:
        self._known = known
        self._unsure = _BY_GATE | unasked
        self._used: set[_Order] = set()
        self._refused: set[_Order] = set()
        self._orders: list[_Order] = []
        self._lines: dict[tuple[str, str, int], _Order] = {}
        self._strings: dict[tuple[str, str, str | None], _Order] = {}
        for suppression in suppressions:
            self._comment(suppression)
        for flag in flags:
            self._flag(flag)

    def silences(self, finding: Finding) -> bool:
        """Tell whether a finding is silenced; an error never is."""
        orders = [order for order in self._about(finding) if order is not None]
        if finding.severity is Severity.ERROR:
            self._refused.update(orders)
            return False
        self._used.update(orders)
        return bool(orders)

    def findings(self) -> Iterator[Finding]:
        """Yield the orders that silenced nothing, once all findings were asked for."""
        for order in dict.fromkeys(self._orders):
            if order not in self._used and not order.foreign:
                yield self._unused(order)

    def _unused(self, order: _Order) -> Finding:
        fixes: tuple[Fix, ...] = ()
        if order in self._refused:
            message = f"`{order.rule}` is an error here, and errors cannot be silenced"
            hint: str | None = "let it pass for a while in waivers.yaml, with a reason and an end"
        elif order.rule not in self._known:
            near = nearest(order.rule, self._known)
            message = f"there is no rule `{order.rule}` to silence"
            hint = f"did you mean `{near}`?" if near else "`clientarea rules` lists them"
        else:
            message = f"there is no `{order.rule}` here to silence"
            hint = "remove it"
            fixes = () if order.fix is None or order.rule in self._unsure else (order.fix,)
        return UNUSED_SUPPRESSION.at(order.place, message, hint=hint, fixes=fixes)

    def _about(self, finding: Finding) -> Iterator[_Order | None]:
        yield self._lines.get((finding.rule, finding.place.path, finding.place.line))
        if finding.entity is not None:
            yield self._strings.get((finding.rule, finding.entity, finding.locale))
            yield self._strings.get((finding.rule, finding.entity, None))

    def _comment(self, suppression: Suppression) -> None:
        path, line, column = suppression.path, suppression.line, suppression.column
        # A text without the comment is another one: its translations would be stale.
        fix = (
            None if suppression.in_text else RemoveSuppression(path, line, column, suppression.rule)
        )
        order = _Order(suppression.rule, Place(path, line, column), fix=fix)
        self._orders.append(order)
        for line in suppression.lines:
            self._lines[suppression.rule, suppression.path, line] = order

    def _flag(self, flag: Flag) -> None:
        name = flag.name
        rules = (name,) if name in self._known else WEBLATE_CHECKS.get(name, (name,))
        foreign = name not in self._known and name in WEBLATE_CHECKS
        for rule in rules:
            label = flag.entity.partition(":")[2]
            fix = None if flag.early else RemoveFlag(flag.place.path, label, f"{_PREFIX}{name}")
            order = _Order(rule, flag.place, foreign, fix)
            self._orders.append(order)
            self._strings[rule, flag.entity, flag.locale] = order
