"""The filters of the portable subset, each the same as that of its name in `runtime.mjs`. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from compiler.templating import formats
from compiler.templating.environment import AbsentValue
from compiler.templating.escaping import as_typst
from compiler.templating.printing import FilterError, SafeText, printed

_WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_SURROUNDING = re.compile(rf"\A[{_WHITE}]+|[{_WHITE}]+\Z")

Filter = Callable[..., Any]


def filters_of(locale: str) -> dict[str, Filter]:
    """Return the filters by name, those about formats bound to a locale."""
    return {
        "abs": _abs,
        "capitalize": _capitalize,
        "default": _default,
        "first": _first,
        "join": _join,
        "last": _last,
        "length": _length,
        "lower": lambda value: _text(value).lower(),
        "replace": lambda value, old, new: _text(value).replace(_text(old), printed(new)),
        "safe": lambda value: SafeText(printed(value)),
        # Of PDF agreements once they are compiled; nobody may write it, as it is in no table.
        "typst": lambda value: as_typst(printed(value)),
        "trim": lambda value: _SURROUNDING.sub("", _text(value)),
        "upper": lambda value: _text(value).upper(),
        "urlencode": lambda value: quote(printed(value), safe="-_.!~*'()"),
        **_formats_of(locale),
    }


def _formats_of(locale: str) -> dict[str, Filter]:
    def bound(write: Callable[[Any, Any, str], str], usual: Any = None) -> Filter:  # noqa: ANN401
        def filtered(value: Any, argument: Any = usual) -> str:  # noqa: ANN401
            _given(value)
            _given(argument)
            try:
                return write(value, argument, locale)
            except formats.FormatError as why:
                raise FilterError(f"`{_shown(value)}` {why}") from None

        return filtered

    return {
        "money": bound(formats.money),
        "number": bound(formats.number),
        "percent": bound(formats.percent),
        "date": bound(formats.date, "medium"),
        "time": bound(formats.time, "short"),
        "list": bound(formats.listed, "and"),
    }


def _given(value: Any) -> None:  # noqa: ANN401 - any JSON value, or none
    if isinstance(value, AbsentValue):
        str(value)  # raises, and says which name has no value


def _text(value: Any) -> str:  # noqa: ANN401
    _given(value)
    if not isinstance(value, str):
        raise FilterError(f"`{_shown(value)}` is no text")
    return value


def _shown(value: Any) -> str:  # noqa: ANN401
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - fits on a line


def _default(value: Any, instead: Any, also_empty: Any = False) -> Any:  # noqa: ANN401, FBT002 - as Jinja has it
    return instead if isinstance(value, AbsentValue) or (also_empty and not value) else value


def _abs(value: Any) -> Any:  # noqa: ANN401
    _given(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FilterError(f"`{_shown(value)}` is no number")
    return abs(value)


def _capitalize(value: Any) -> str:  # noqa: ANN401
    text = _text(value)
    return text[:1].upper() + text[1:].lower()


def _items(value: Any) -> Sequence[Any]:  # noqa: ANN401
    _given(value)
    if not isinstance(value, list | tuple):
        raise FilterError(f"`{_shown(value)}` is no list")
    return value


def _first(value: Any) -> Any:  # noqa: ANN401
    items = _items(value)
    return items[0] if items else AbsentValue("the list has no first item")


def _last(value: Any) -> Any:  # noqa: ANN401
    items = _items(value)
    return items[-1] if items else AbsentValue("the list has no last item")


def _length(value: Any) -> int:  # noqa: ANN401
    _given(value)
    if not isinstance(value, str | Mapping | list | tuple):
        raise FilterError(f"`{_shown(value)}` has no length")
    return len(value)


def _join(value: Any, between: Any = "", attribute: Any = None) -> str:  # noqa: ANN401
    items = _items(value)
    if attribute is not None:
        items = [_of(item, attribute) for item in items]
    return _text(between).join(printed(item) for item in items)


def _of(item: Any, attribute: Any) -> Any:  # noqa: ANN401
    if not isinstance(item, Mapping) or attribute not in item:
        raise FilterError(f"`{_shown(item)}` has no `{attribute}`")
    return item[attribute]
