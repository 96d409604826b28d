"""Keywords of JSON Schema that cannot keep the tool busy: patterns by RE2, and counted work."""

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from functools import cache
from typing import Any

from compiler.base.hashing import canonical_json
from compiler.rules.patterns import compiled

_FIRST_WORK = 50_000
_WORK_A_VALUE = 2_000
_CHARACTERS_A_WORK = 100

Keyword = Callable[[Any, Any, Any, Any], Iterator[Any] | None]


class ExhaustedError(Exception):
    """So much work cannot be what a schema of content is for."""


class Work:
    """How much may still be done by one schema; every value that it checks adds some."""

    def __init__(self) -> None:
        self._left = float(_FIRST_WORK)

    def add(self) -> None:
        """Allow for one value more."""
        self._left = max(self._left, 0) + _WORK_A_VALUE

    def spend(self, amount: float = 1) -> None:
        """Note work. Raises ExhaustedError where there was too much."""
        self._left -= amount
        if self._left < 0:
            raise ExhaustedError

    def found(self, pattern: str, text: str) -> bool:
        """Tell whether a pattern is in a text."""
        self.spend(len(text) / _CHARACTERS_A_WORK)
        return compiled(pattern).search(text) is not None


working: ContextVar[Work] = ContextVar("working")
"""The work that is noted now."""


@cache
def bounded(made: Any) -> Any:  # noqa: ANN401 - classes made by jsonschema
    """Return a validator class like ``made`` that notes its work, made once: it takes long."""
    from jsonschema import validators  # noqa: PLC0415 - wanted late

    ours = {name: _with_work(keyword) for name, keyword in _KEYWORDS.items()}
    keywords: dict[str, Keyword] = {
        name: _counted(ours.get(name, keyword)) for name, keyword in made.VALIDATORS.items()
    }
    extend: Any = validators.extend
    return extend(made, keywords)


def _with_work(keyword: Callable[..., Iterator[Any]]) -> Keyword:
    return lambda *arguments: keyword(working.get(), *arguments)


def _counted(keyword: Keyword) -> Keyword:
    def count(validator: Any, wanted: Any, value: Any, schema: Any) -> Iterator[Any] | None:  # noqa: ANN401
        working.get().spend(1 + (len(wanted) if isinstance(wanted, Mapping | list) else 0))
        return keyword(validator, wanted, value, schema)

    return count


def _pattern(work: Work, validator: Any, wanted: str, value: Any, _: Any) -> Iterator[Any]:  # noqa: ANN401
    if validator.is_type(value, "string") and not work.found(wanted, value):
        yield _error()


def _pattern_properties(
    work: Work,
    validator: Any,  # noqa: ANN401
    wanted: Mapping[str, Any],
    value: Any,  # noqa: ANN401
    _: Any,  # noqa: ANN401
) -> Iterator[Any]:
    for pattern, schema in wanted.items() if validator.is_type(value, "object") else ():
        for name in value:
            if work.found(pattern, name):
                yield from validator.descend(value[name], schema, path=name, schema_path=pattern)


def _additional(
    work: Work,
    validator: Any,  # noqa: ANN401
    wanted: Any,  # noqa: ANN401
    value: Any,  # noqa: ANN401
    schema: Mapping[str, Any],
) -> Iterator[Any]:
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    for name in value if validator.is_type(value, "object") else ():
        if name in known or any(work.found(one, name) for one in patterns):
            continue
        if wanted is False:
            yield _error(name)
        else:
            yield from validator.descend(value[name], wanted, path=name)


def _unique(work: Work, validator: Any, wanted: Any, value: Any, _: Any) -> Iterator[Any]:  # noqa: ANN401
    if wanted and validator.is_type(value, "array"):
        work.spend(len(value))
        if len({canonical_json(one) for one in value}) < len(value):
            yield _error()


def _error(*route: str) -> Exception:
    """Return an error that has no words yet; those are found by its keyword."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    return ValidationError("", path=route)


_KEYWORDS: dict[str, Callable[..., Iterator[Any]]] = {
    "pattern": _pattern,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "uniqueItems": _unique,
}
