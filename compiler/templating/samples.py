"""Samples that the compiler makes itself from the schema of variables, to see what they do. Pure.

An author shows what usually comes. These show what may come, and is valid all the same: the least,
markup, quotes, other scripts, very long texts, no items and many.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from compiler.templating.shapes import Shape
from compiler.templating.subset import Kind

PROBE = "<script>probe()</script>"
"""What no message may hold as it is."""

_MANY = 50
_LONG = 10_000
_DEEPEST = 6
_LARGEST = 5_000
_CHARACTERS_A_VALUE = 100
_FORMS = {
    "date": "2026-03-06",
    "date-time": "2026-03-06T14:30:00Z",
    "time": "14:30:00",
    "uri": "https://portal.example/a?b=1&c=2",
    "email": "ana.o'hara@mail.example",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
}
_CANDIDATES = (
    *("A", "a", "1", "EUR", "en", "ABC123", "A-1", "+34600000000", "https://portal.example"),
    *("0" * length for length in range(1, 17)),
)
"""Texts of which one often fits a pattern."""

Fits = Callable[[Mapping[str, Any], Any], bool]
"""Tells whether a value fits a schema."""


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a sample is made: its texts, whether optional values are there, how many items."""

    text: str = "Ana"
    optional: bool = True
    items: int = 2
    smallest: bool = False


_MANNERS: dict[str, _Manner] = {
    "minimal": _Manner(text="", optional=False, items=0, smallest=True),
    "empty texts": _Manner(text="", items=1),
    "no optional values": _Manner(optional=False),
    "markup": _Manner(text=f"{PROBE}&amp;<b>*x*</b>"),
    "quotes": _Manner(text='O\'Hara "Ana" `x` \\ «y» “z”'),
    "right to left": _Manner(text="مرحبًا שלום"),
    "emoji": _Manner(text="👩‍👩‍👧‍👦🇪🇸👍🏽"),
    "10,000 characters": _Manner(text="long text " * (_LONG // 10), items=1),
    "no items": _Manner(items=0),
    "many items": _Manner(items=_MANY),
}

MADE = frozenset(_MANNERS)
FULL = "no optional values"
EMPTY = "empty texts"
MARKUP = "markup"


def made_samples(
    variables: Mapping[str, Any], authored: Sequence[Mapping[str, Any]], fits: Fits
) -> dict[str, dict[str, Any]]:
    """Return samples by name that fit the schema; one that cannot be made to fit is left out.

    What the schema restricts to a form or pattern is taken from the ``authored`` ones.
    """
    made = {}
    for name, manner in _MANNERS.items():
        maker = _Maker(manner, fits)
        try:
            sample = maker.value(Shape(variables, variables), list(authored), 0)
        except _TooLargeError:
            continue
        if isinstance(sample, dict) and fits(variables, sample):
            made[name] = sample
    return made


class _TooLargeError(Exception):
    """A sample of such a schema would have no end."""


@dataclass(slots=True)
class _Maker:
    manner: _Manner
    fits: Fits
    size: float = field(default=0, init=False)

    def value(self, shape: Shape, authored: list[Any], depth: int) -> Any:  # noqa: ANN401
        """Return a value of a shape; ``authored`` are those that its author has at that place."""
        self._grow(1)
        if shape.choices is not None:
            return shape.choices[0]
        alternatives = shape.alternatives()
        if alternatives:
            return self.value(alternatives[0], authored, depth + 1)
        kind = shape.kind
        if kind == Kind.ANY:
            return authored[0] if authored else self.text(shape, authored, depth)
        for one, make in _MAKES.items():
            if one & kind:
                return make(self, shape, authored, depth)
        return None

    def text(self, shape: Shape, authored: list[Any], _: int) -> str:
        """Return a text in the manner of the sample, if the schema leaves it free."""
        if shape.form is not None or shape.pattern is not None:
            return self._restricted(shape, authored)
        least, most = shape.limit("minLength", 0), shape.limit("maxLength", _LONG)
        text = self.manner.text
        self._grow(least / _CHARACTERS_A_VALUE)
        if len(text) < least:
            text = (text or "x") * (int(least) // len(text or "x") + 1)
        self._grow(min(len(text), most) / _CHARACTERS_A_VALUE)
        return text[: int(most)]

    def _grow(self, by: float) -> None:
        self.size += by
        if self.size > _LARGEST:
            raise _TooLargeError

    def _restricted(self, shape: Shape, authored: list[Any]) -> str:
        written = next((one for one in authored if isinstance(one, str)), None)
        known = written or _FORMS.get(shape.form or "")
        if known is not None and (written is not None or shape.pattern is None):
            return known
        schema = shape.with_root()
        candidates = [*([known] if known is not None else []), *_CANDIDATES]
        return next((one for one in candidates if self.fits(schema, one)), candidates[0])

    def number(self, shape: Shape, _: list[Any], __: int) -> float:
        """Return the smallest number, or one with a fraction where that may be."""
        least = shape.limit("minimum", shape.limit("exclusiveMinimum", -1) + 1)
        most = shape.limit("maximum", 1_234_567)
        step = shape.limit("multipleOf", 0)
        wanted = least if self.manner.smallest else min(max(least, 1234), most)
        if step:
            return step * -(-wanted // step)
        if shape.is_whole or self.manner.smallest or wanted + 0.5 > most:
            return int(wanted) if float(wanted).is_integer() else wanted
        return wanted + 0.5

    def truth(self, _: Shape, __: list[Any], ___: int) -> bool:
        """Return false in the smallest sample."""
        return not self.manner.smallest

    def items(self, shape: Shape, authored: list[Any], depth: int) -> list[Any]:
        """Return as many items as the manner asks for, within the limits of the schema."""
        least, most = shape.least_items, shape.limit("maxItems", _MANY)
        number = int(min(max(self.manner.items, least), most)) if depth < _DEEPEST else least
        below = [item for one in authored if isinstance(one, list) for item in one]
        return [self.value(shape.item, below, depth + 1) for _ in range(number)]

    def object(self, shape: Shape, authored: list[Any], depth: int) -> dict[str, Any]:
        """Return an object with all its keys, or with those that must be there."""
        made = {}
        for name in shape.members():
            member = shape.member(name)
            deep = depth >= _DEEPEST
            if member is None or (member.optional and (deep or not self.manner.optional)):
                continue
            below = [one[name] for one in authored if isinstance(one, dict) and name in one]
            made[name] = self.value(member, below, depth + 1)
        return made


_MAKES: dict[Kind, Callable[[_Maker, Shape, list[Any], int], Any]] = {
    Kind.OBJECT: _Maker.object,
    Kind.TEXT: _Maker.text,
    Kind.NUMBER: _Maker.number,
    Kind.LIST: _Maker.items,
    Kind.TRUTH: _Maker.truth,
}
"""What is made of a value that may be several: the first of these."""
