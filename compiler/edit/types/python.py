"""Typed keys for Python: a stub with an overload for each kind of string, not for each string."""

import json
import keyword
from collections.abc import Iterable

from compiler.edit.types.signature import Signature, TypedKey, Value, ValueType

HEADER = "# Made by `clientarea types` from the strings; it will be overwritten.\n"

_TYPES = {
    ValueType.TEXT: "object",
    ValueType.NUMBER: "float",
    ValueType.TIME: "datetime.date | float",
    ValueType.CHOICE: "str",
    ValueType.TAG: "object",
}


def python(keys: Iterable[TypedKey], _: list[str]) -> str:
    """Return a stub with the keys, and a protocol of a function that asks for them."""
    groups: dict[Signature, list[str]] = {}
    for one in keys:
        groups.setdefault(one.signature, []).append(one.key)
    ordered = sorted(groups.items(), key=lambda group: (len(group[0]), group[0]))
    several = len(ordered) > 1
    names = [key for _, those in ordered for key in those]
    overloads = "\n".join(
        f"{'    @overload' + chr(10) if several else ''}{_method(signature, those)}"
        for signature, those in ordered
    )
    body = overloads or "    ..."
    return (
        f"{HEADER}\nimport datetime\nfrom typing import Literal, Protocol, TypeAlias, overload\n\n"
        f"StringKey: TypeAlias = {_literal(names, '')}\n\n"
        f"class Translate(Protocol):\n{body}\n"
    )


def _method(signature: Signature, keys: list[str]) -> str:
    fields = [f"{one.name}: {_TYPES[one.type]}" for one in signature if _is_name(one)]
    more = ["**values: object"] if len(fields) < len(signature) else []
    star = ["*", *fields] if fields else []
    rest = "".join(f", {one}" for one in (*star, *more))
    # Named so that a value may be called `key` or `self`.
    return f"    def __call__(__self, __key: {_literal(keys, '    ')}, /{rest}) -> str: ..."


def _literal(keys: Iterable[str], indent: str) -> str:
    lines = "".join(f"{indent}    {json.dumps(key, ensure_ascii=True)},\n" for key in keys)
    return f"Literal[\n{lines}{indent}]" if lines else "str"


def _is_name(value: Value) -> bool:
    return value.name.isidentifier() and not keyword.iskeyword(value.name)
