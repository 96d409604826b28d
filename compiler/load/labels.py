"""Labels made of paths: what may be part of one, which two cannot be told apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.load.rules_files import BAD_LABEL, FILE_NAME, LABEL_CLASH
from compiler.model.area import RESERVED_AREAS
from compiler.model.record import NAME
from compiler.model.reference import Kind

_NAME = re.compile(NAME)
_ASSET = re.compile(r"[A-Za-z0-9._-]{1,100}")
HIDDEN = "_"
"""A name that begins with this is never an entity."""


def label_of(parts: Iterable[str]) -> str:
    """Return the label of a path: its parts with dots between."""
    return ".".join(parts)


def hidden(parts: Iterable[str]) -> bool:
    """Tell whether a path has a name that is never an entity."""
    return any(part.startswith(HIDDEN) for part in parts)


def bad_part(parts: Iterable[str]) -> str | None:
    """Return the first part that cannot be part of a label."""
    return next((part for part in parts if not _NAME.fullmatch(part)), None)


def bad_label(path: str, part: str, kind: Kind) -> Finding:
    """Say that a file's or folder's own name cannot be part of a label, and which could."""
    if kind is Kind.AREAS and part in RESERVED_AREAS:
        return BAD_LABEL.at(
            Place(path),
            f"no area can be named `{part}`; {RESERVED_AREAS[part]}",
            hint="rename the folder",
        )
    why = "has a dot of its own" if "." in part else "is not made of letters, digits, `-` and `_`"
    better = fit_name(part.replace(".", "-"))[:100]
    hint = f"rename it to `{better}`" if better else "rename it"
    if len(part) > 100:  # noqa: PLR2004 - as NAME says
        why = "is longer than 100 characters"
    return BAD_LABEL.at(Place(path), f"`{part}` {why}, so it cannot be part of a label", hint=hint)


def fit_name(name: str) -> str:
    """Return a name of letters, digits, ``.``, ``-`` and ``_`` that resembles ``name``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-")


def asset_name_finding(name: str, place: Place, key: str, entity: str) -> Finding | None:
    """Say that a PDF or image has a name that is not fit for an address."""
    if _ASSET.fullmatch(name):
        return None
    stem, dot, suffix = name.rpartition(".")
    better = f"{fit_name(stem)[:90] or 'file'}{dot}{fit_name(suffix)[:9]}"
    return FILE_NAME.at(
        place,
        f"the name `{name}` is not fit for an address",
        hint=f"rename the file and write `{key}: {better}`",
        entity=entity,
    )


def clashes(kind: Kind, labels: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Say which labels (each with its path) differ from an earlier one in case alone."""
    seen: dict[str, tuple[str, str]] = {}
    told: set[str] = set()
    for label, path in labels:
        first = seen.setdefault(label.casefold(), (label, path))
        if first[0] != label and label not in told:
            told.add(label)
            yield _clash(LABEL_CLASH, kind, (label, path), first)


def _clash(rule: Rule, kind: Kind, one: tuple[str, str], first: tuple[str, str]) -> Finding:
    return rule.at(
        Place(one[1]),
        f"`{kind}/{one[0]}` differs from `{kind}/{first[0]}` only in case",
        hint="rename one of the two",
        entity=f"{kind}/{one[0]}",
        notes=(Note(f"`{first[0]}`", Place(first[1])),),
    )
