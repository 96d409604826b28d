"""Whether a label can be one, and the nearest that can; which two differ only in case."""

import re

from compiler.base.suggest import did_you_mean
from compiler.edit.interchange.labels import is_label, label_of_key
from compiler.edit.records.kinds import CONFIGURATION_KINDS, GLOSSARY, STRING, RecordKind
from compiler.load.labels import HIDDEN, bad_part, fit_name
from compiler.model.area import RESERVED_AREAS
from compiler.model.record import NAME
from compiler.model.reference import Kind

_BETWEEN = re.compile(r"[./\\:]+")
_LONGEST = 100


def problem_of(kind: RecordKind, label: str) -> tuple[str, str | None] | None:
    """Return why a label cannot be one of this kind and which could be, None where it can."""
    if kind.kind is Kind.AREAS and label in RESERVED_AREAS:
        return f"no area can be named `{label}`; {RESERVED_AREAS[label]}", None
    if kind.kind is Kind.TRANSLATIONS and label != GLOSSARY:
        return f"the glossary's label is `{GLOSSARY}`, not `{label}`", None
    if kind.kind is Kind.CONFIGURATIONS and label not in CONFIGURATION_KINDS:
        return f"there is no configuration `{label}`", did_you_mean(label, CONFIGURATION_KINDS)
    parts = label.split(".") if kind.nested else [label]
    if bad_part(parts) is None and not any(part.startswith(HIDDEN) for part in parts):
        return None
    return f"`{label}` cannot be the label of {kind.noun}", _nearest(label, kind)


def string_problem(label: str) -> tuple[str, str | None] | None:
    """Return the same for the label of a string, ``<namespace>:<label>``."""
    namespace, colon, own = label.partition(":")
    if not colon:
        return f"`{label}` names no namespace", f"write `common:{label_of_key([label])}`"
    good = re.fullmatch(NAME, namespace) and not namespace.startswith(HIDDEN)
    if good and is_label(own):
        return None
    better = f"{_fitting(namespace) or 'common'}:{label_of_key([own])}"
    return f"`{label}` cannot be the label of a {STRING}", f"the nearest that can: `{better}`"


def namespace_problem(label: str) -> tuple[str, str | None] | None:
    """Return the same for the name of a namespace."""
    if re.fullmatch(NAME, label) and not label.startswith(HIDDEN):
        return None
    better = _fitting(label)
    return f"`{label}` is no namespace", f"the nearest that is: `{better}`" if better else None


def _nearest(label: str, kind: RecordKind) -> str | None:
    parts = [fitting for part in _BETWEEN.split(label) if (fitting := _fitting(part))]
    better = (".".join(parts)) if kind.nested else "-".join(parts)[:_LONGEST]
    return f"the nearest that can: `{better}`" if better else None


def _fitting(part: str) -> str:
    return fit_name(part.replace(".", "-")).lstrip(HIDDEN)[:_LONGEST]
