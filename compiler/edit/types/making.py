"""The files of typed keys that the settings name, as they should be."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.edit.types import python, typescript
from compiler.edit.types.signature import TypedKey, typed_keys
from compiler.model.content import Content
from compiler.rules.keys.declared import Declared
from compiler.settings import TypesFile, TypesFor

_Writer = Callable[[Iterable[TypedKey], list[str]], str]

_WRITERS: Mapping[TypesFor, _Writer] = {
    "typescript": typescript.typescript,
    "i18next": typescript.i18next,
    "formatjs": typescript.formatjs,
    "python": python.python,
}
_KEYS: Mapping[TypesFor, Callable[[Content, list[str]], Iterator[TypedKey]]] = {
    "i18next": partial(typed_keys, i18next=True),
    "formatjs": partial(typed_keys, prefixed=False),
}
"""How keys are named where it is not as usual: FormatJS has no namespaces."""

_HEADERS = (typescript.HEADER, python.HEADER)


class Made(NamedTuple):
    """A file of typed keys: its path seen from the project, its text, how many keys it has."""

    path: str
    text: str
    number: int


def made_types(content: Content, files: Iterable[TypesFile]) -> Iterator[Made]:
    """Yield the files. Raises UsageError for a namespace that is not there."""
    known = sorted(Declared(content).labels)
    for one in files:
        namespaces = known if one.namespaces is None else one.namespaces
        for name in namespaces:
            if name not in known:
                hint = did_you_mean(name, known) or "there is none yet"
                raise UsageError(
                    f"`types` names the namespace `{name}`, which is not there; {hint}"
                )
        if not namespaces:
            raise UsageError(f"there are no strings yet that `{one.file}` could have")
        keys = list(_KEYS.get(one.target, typed_keys)(content, namespaces))
        text = _WRITERS[one.target](keys, namespaces)
        yield Made(one.file, text, len(keys))


def is_ours(data: bytes) -> bool:
    """Tell whether a file was made by us, so that it may be made anew."""
    return any(data.startswith(header.encode()) for header in _HEADERS)
