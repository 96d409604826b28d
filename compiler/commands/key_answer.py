"""What `keys` answers, as data that can be kept. Imported first: keep it light."""

from typing import Any, NamedTuple

from compiler.base.place import Place

VERDICTS = ("undeclared", "unused", "undeterminable", "used")


class KeyRow(NamedTuple):
    """A string with its verdict, where code asks for it, and what else keeps it alive."""

    verdict: str
    namespace: str
    label: str
    uses: tuple[Place, ...] = ()
    reasons: tuple[tuple[str, Place], ...] = ()

    def data(self) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "key": f"{self.namespace}:{self.label}",
            "verdict": self.verdict,
            "uses": [_place(one) for one in self.uses],
            "because": [{"why": why, **_place(place)} for why, place in self.reasons],
        }

    def kept(self) -> list[Any]:
        """Return it as JSON that is small."""
        uses = [_out(one) for one in self.uses]
        reasons = [[why, _out(place)] for why, place in self.reasons]
        return [self.verdict, self.namespace, self.label, uses, reasons]


class KeyAnswer(NamedTuple):
    """Every string with its verdict, how many there are of each, and what else is to be told."""

    rows: tuple[KeyRow, ...]
    counts: dict[str, int]
    notes: tuple[str, ...] = ()

    def kept(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "rows": [row.kept() for row in self.rows],
            "counts": self.counts,
            "notes": list(self.notes),
        }


def answer_in(data: dict[str, Any]) -> KeyAnswer:
    """Return the answer that ``kept`` has made JSON of."""
    rows = tuple(
        KeyRow(
            verdict,
            namespace,
            label,
            tuple(Place(*one) for one in uses),
            tuple((why, Place(*place)) for why, place in reasons),
        )
        for verdict, namespace, label, uses, reasons in data["rows"]
    )
    return KeyAnswer(rows, data["counts"], tuple(data["notes"]))


def _out(place: Place) -> list[str | int]:
    return [place.path, place.line, place.column, place.length]


def _place(place: Place) -> dict[str, str | int]:
    return {"path": place.path, "line": place.line, "column": place.column}
