"""Walks through everything that a PDF leads to, once each, however it is tangled."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Name, Object, ObjectType, Pdf

_CONTAINERS = (ObjectType.array, ObjectType.dictionary, ObjectType.stream)
_KEYED = (ObjectType.dictionary, ObjectType.stream)
_ASIDE = frozenset(
    {
        *("/Parent", "/P", "/StructTreeRoot", "/StructParents", "/Widths", "/W", "/W2"),
        *("/Differences", "/ColorSpace", "/Decode", "/DecodeParms", "/Rect", "/QuadPoints"),
    }
)
"""Keys that lead back, or to what no program acts on."""


def is_keyed(value: Any) -> bool:  # noqa: ANN401 - of the library, or plain
    """Tell whether a value is a dictionary, or a stream with one."""
    return isinstance(value, Object) and value._type_code in _KEYED  # noqa: SLF001 - ten times faster than isinstance


def is_stream(value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value is a stream."""
    return isinstance(value, Object) and value._type_code is ObjectType.stream  # noqa: SLF001


def dictionaries(pdf: Pdf) -> Iterator[tuple[Any, int]]:
    """Yield every dictionary and stream, with its page from 1, or 0 where it is on none."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        yield from _below(page.obj, pages[page.obj.objgen], pages, seen)
    yield from _below(pdf.trailer, 0, pages, seen)


def _below(
    start: Any,  # noqa: ANN401
    page: int,
    pages: dict[tuple[int, int], int],
    seen: set[tuple[int, int]],
) -> Iterator[tuple[Any, int]]:
    ahead = [start]
    while ahead:
        one = ahead.pop()
        name = one.objgen
        if name != (0, 0):
            if name in seen or pages.get(name, page) != page:
                continue
            seen.add(name)
        if one._type_code is ObjectType.array:  # noqa: SLF001
            ahead += [item for item in one if _is_container(item)]
            continue
        yield one, page
        ahead += [value for key, value in one.items() if key not in _ASIDE and _is_container(value)]


def _is_container(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, Object) and value._type_code in _CONTAINERS  # noqa: SLF001


def name_of(dictionary: Any, key: str) -> str:  # noqa: ANN401
    """Return the name under a key, with its slash; nothing where there is none."""
    value = dictionary.get(key)
    return str(value) if isinstance(value, Name) else ""
