"""WHAT on the command line: references of entries, with `*` for any number of characters."""

import re
from collections.abc import Collection, Iterable, Sequence

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.model.reference import Kind

_MOST_SIMILAR = 20_000
"""Above so many names looking for a similar one takes longer than a command should."""


def selected(
    patterns: Sequence[str], references: Iterable[str], broken: Collection[str] = ()
) -> frozenset[str]:
    """Return the references that patterns choose.

    Raises UsageError where one of them chooses nothing, with the name that was probably meant, and
    for one that is ``broken``: it has files, and they cannot be used.
    """
    known = dict.fromkeys(references)
    chosen: set[str] = set()
    for pattern in patterns:
        found = _chosen(pattern, known)
        if not found and pattern in broken:
            raise UsageError(f"`{pattern}` cannot be used as it is; `clientarea check` says why")
        if not found:
            hint = _of_namespace(pattern, known) or _hint(pattern, known)
            raise UsageError(f"there is no entry `{pattern}`; {hint}")
        chosen.update(found)
    return frozenset(chosen)


def _chosen(pattern: str, known: Collection[str]) -> list[str]:
    if "*" not in pattern:
        return [pattern] if pattern in known else []
    matches = re.compile(".*".join(map(re.escape, pattern.split("*"))), re.DOTALL).fullmatch
    return [reference for reference in known if matches(reference)]


def _of_namespace(pattern: str, known: Iterable[str]) -> str | None:
    is_namespace = any(one.startswith(f"{pattern}:") for one in known)
    return f"its strings are `{pattern}:*`" if is_namespace else None


def _hint(pattern: str, known: Collection[str]) -> str:
    kind, slash, label = pattern.partition("/")
    if not slash:
        ends = (f"/{pattern}", f":{pattern}")
        namesake = next((one for one in known if one.endswith(ends)), None)
        if namesake is not None:
            return f"did you mean `{namesake}`?"
        return "a reference is `KIND/LABEL`, such as `texts/deposit.terms`"
    if kind not in {one.split("/")[0] for one in known}:
        if kind in list(Kind):
            return f"this project has no {kind}"
        return did_you_mean(kind, [*Kind]) or ""
    if "*" in pattern:
        return f"`clientarea search --kind {kind}` lists those that there are"
    alike = [one for one in known if one.startswith(f"{kind}/")]
    if len(alike) > _MOST_SIMILAR:
        alike = [one for one in alike if one[len(kind) + 1 :][:3] == label[:3]]
    return did_you_mean(pattern, alike) or f"`clientarea search {label}` looks for it"
