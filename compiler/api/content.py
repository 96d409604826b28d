"""What commands do with content: check, compile, count, show, compare, search, add."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from compiler.api.asking import ProjectFolder, folder, silent
from compiler.api.values import Added, Built, Checked, Difference, Status

if TYPE_CHECKING:
    from compiler.query.area_values.value import AreaValue
    from compiler.query.found_entry import FoundEntry
    from compiler.query.showing import Shown


def check(  # noqa: PLR0913 - the options of the command
    project: ProjectFolder = None,
    *,
    gate: str | None = None,
    paths: Sequence[str] = (),
    rules: Sequence[str] = (),
    locales: Sequence[str] = (),
    base: str | None = None,
    online: bool = False,
    today: dt.date | None = None,
) -> Checked:
    """Return what is wrong with a project's content, or with a part of it.

    With a ``base`` revision what was taken away since is found, too; ``online`` follows links.
    """
    from compiler.commands.check import checked
    from compiler.commands.choosing import Wish

    wish = Wish(gate, tuple(paths), tuple(rules), ",".join(locales) or None, today)
    found = checked(silent(), folder(project), wish, base, online=online)
    return Checked(tuple(found.findings), found.outcome.entities, found.outcome.active)


def build(
    project: ProjectFolder = None,
    *,
    gate: str | None = None,
    strict: bool = False,
    pseudo: bool = False,
    today: dt.date | None = None,
) -> Built:
    """Compile a project into `build/out`, unless its content is refused."""
    from compiler.commands import build as command

    asked = silent(), folder(project), gate, today
    outcome, made = command.build(*asked, strict=strict, pseudo=pseudo)
    if made is None:
        return Built(outcome.findings, (), 0, 0, passed=False)
    return Built(outcome.findings, made.areas, made.bundles, made.assets, passed=True)


def status(project: ProjectFolder = None, *, locales: Sequence[str] = ()) -> Status:
    """Return how complete each language is, or some of them."""
    from compiler.commands import status as command

    found, findings = command.status(silent(), folder(project), ",".join(locales) or None)
    return Status(found, findings)


def show(*what: str, project: ProjectFolder = None) -> "tuple[Shown, ...]":
    """Return entries in every language, with states and findings: `texts/deposit.*`."""
    from compiler.commands import show as command
    from compiler.commands.opening import open_project

    found, _ = command.show(open_project(silent(), folder(project)), what)
    return tuple(found)


def diff(
    project: ProjectFolder = None,
    base: str = "HEAD",
    head: str | None = None,
    *,
    breaking: bool = False,
) -> Difference:
    """Return what changes between two versions; ``head`` None is the work tree."""
    from compiler.commands import diff as command

    found = command.diff(silent(), folder(project), base, head, breaking=breaking)
    return Difference(tuple(found.changes), tuple(found.seen))


def search(
    *words: str,
    project: ProjectFolder = None,
    regex: bool = False,
    kinds: Sequence[str] = (),
    locales: Sequence[str] = (),
    states: Sequence[str] = (),
) -> "tuple[FoundEntry, ...]":
    """Return the entries that have all the words, in one language and the label taken together."""
    from compiler.commands.search import looked_up

    kind, locale, state = (",".join(names) or None for names in (kinds, locales, states))
    looked = looked_up(silent(), folder(project), words, kind, locale, state, regex=regex)
    return tuple(looked.entries())


def config(
    area: str, keys: Sequence[str] = (), *, project: ProjectFolder = None
) -> "tuple[AreaValue, ...]":
    """Return what an area really gets, each value with where it comes from; of ``keys``, or all."""
    from compiler.commands.config import values_of

    return tuple(values_of(silent(), folder(project), area, keys)[0])


def add(
    what: str, record: Mapping[str, Any], *, project: ProjectFolder = None, dry_run: bool = False
) -> Added:
    """Begin an area or owner (`areas/shop`) with its whole record, as `add WHAT --from FILE` does.

    Places of findings are those in the record as JSON, indented by two spaces.
    """
    from compiler.commands.editing import Asked
    from compiler.commands.whole_record import HandedIn, add_record

    asked = Asked(folder(project), None, dry_run, "json", ("add", what, "--from", "record"))
    data = json.dumps(record, ensure_ascii=False, indent=2).encode()
    found = add_record(silent(), asked, what, HandedIn("record", data))
    return Added(found.path, found.record, found.findings)
