"""History rules about strings that went while code still asks for them."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.code.use import UNKNOWN, Use
from compiler.model.reference import Kind
from compiler.review.versions import Versions

_NAMED = 3
"""So many strings are named by a finding about many."""


def asked_for_by_code(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """Yield each string that went and that code asks for, at the first place where it does."""
    found: dict[str, list[Use]] = {}
    for use in versions.code.uses:
        name = _name(use)
        if _is_known(use) and name in versions.gone_strings:
            found.setdefault(name, []).append(use)
    for name, uses in found.items():
        new = versions.renamed.get(name)
        yield rule.at(
            uses[0].place,
            f"`{name}` {_fate(new)}, and code asks for it here{_elsewhere(uses)}",
            hint=_hint(uses[0], name, new),
            entity=name,
        )


def deleted_computed_key(versions: Versions, rule: Rule) -> Iterator[Finding]:
    """A string went that code may ask for by a key that it puts together while it runs.

    **Why** Nobody can tell without running it whether the key was ever this one; if it was, the
    reader sees the label in place of the text.

    **Bad** `error.notFound` is removed, and `src/errors.ts` has ``t(`error.${code}`)``.

    **Good** The string stays as long as the code can come to it.

    **Not flagged** A key that stands in code as it is (`deleted-used-entry`); one of which nothing
    stands there.
    """
    gone = sorted(versions.gone_strings)
    for use in versions.code.uses:
        is_handed_on = use.optional and not (use.text or use.tail)
        if _is_known(use) or is_handed_on or not (use.label or use.tail):
            continue
        names = [name for name in gone if _may_be(use, name)]
        if names:
            yield rule.at(
                use.place,
                f"code may ask here for {_listed(names)}, gone now, by what it puts together while"
                " it runs",
                hint="put back what it can come to",
                entity=names[0] if len(names) == 1 else None,
            )


def _is_known(use: Use) -> bool:
    return use.exact and use.namespace != UNKNOWN


def _name(use: Use) -> str:
    return f"{Kind.TRANSLATIONS}/{use.namespace}:{use.label}"


def _may_be(use: Use, name: str) -> bool:
    namespace, _, label = name.partition("/")[2].partition(":")
    return use.namespace in (namespace, UNKNOWN) and use.may_be(label)


def _fate(new: str | None) -> str:
    return "is gone" if new is None else f"has been renamed to `{new}`"


def _hint(use: Use, name: str, new: str | None) -> str:
    if new is None:
        return "put it back, or take it out of the code first"
    namespace, _, label = new.partition("/")[2].partition(":")
    if not name.startswith(f"{Kind.TRANSLATIONS}/{namespace}:"):
        return f"ask for `{namespace}:{label}` here"
    if use.prefix and label.startswith(use.prefix):
        return f"write `{label.removeprefix(use.prefix)}` here"
    return f"ask for `{label}` here"


def _elsewhere(uses: list[Use]) -> str:
    more = len(uses) - 1
    if not more:
        return ""
    return f" and in {more:,} more {'place' if more == 1 else 'places'}"


def _listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names[:_NAMED]]
    more = len(names) - _NAMED
    return f"{', '.join(shown)} and {more:,} more" if more > 0 else " and ".join(shown)
