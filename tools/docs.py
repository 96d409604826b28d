"""Write the documentation that is made from the code: rules, commands, what is public, schemas.

With --check nothing is written, and a page that is not current is named and refused.
"""

import argparse
import inspect
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from compiler.base.rule import Rule
from compiler.bundle.artifacts import Side
from compiler.bundle.description import description_path
from compiler.cli import build_parser
from compiler.commands.rulebook import RULEBOOK
from compiler.model.exposure import TABLE, Exposure
from compiler.model.record import Record
from compiler.verbs import VERBS
from tools.openapi import description
from tools.showcase_examples import examples

ROOT = Path(__file__).resolve().parent.parent
SEVERITIES = ("error", "warning", "info")


def rules_page() -> str:
    """Return docs/rules.md: a table of all rules, then the page of each."""
    return "\n".join(_rules_page()).rstrip() + "\n"


def _rules_page() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        "Made from the code by `make docs`. `clientarea explain RULE` prints the same page in the"
        " terminal."
    )
    yield ""
    yield "`check --fix` mends the rules marked with fix: [how](editing.md#mending)."
    yield ""
    yield "| rule | severity | | what it finds |"
    yield "|---|---|---|---|"
    for rule in RULEBOOK.values():
        mark = "fix" if rule.fixable else ""
        yield f"| [{rule.id}](#{rule.id}) | {rule.severity} | {mark} | {rule.summary} |"
    for rule in RULEBOOK.values():
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield ""
    yield f"## {rule.id}"
    yield ""
    mark = ", mended by `check --fix`" if rule.fixable else ""
    yield f"*{rule.severity}{mark}* · {rule.doc}"


def commands_page() -> str:
    """Return docs/commands.md: the help of every verb, as the program prints it."""
    os.environ["COLUMNS"] = "100"
    parser = build_parser()
    parts = [
        "# Commands",
        "",
        "Made from the code by `make docs`.",
        "",
        "```",
        parser.format_help().rstrip(),
        "```",
    ]
    verbs = next(
        action.choices
        for action in parser._actions  # noqa: SLF001 - argparse has no other way to its subparsers
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )
    for verb in VERBS:
        parts += ["", f"## {verb}", "", "```", verbs[verb].format_help().rstrip(), "```"]
    return "\n".join(parts) + "\n"


PUBLIC_AND_PRIVATE = """\
# Public and private

Made from the code by `make docs`: from the table in `compiler/model/exposure.py`, in which every
field of every record stands once. What makes the public side is given records without their private
fields, so that no slip there can publish one. And no template, owner, layout, comment, name of a
file (but those of PDFs), waiver, setting or commit message is in anything public; a test publishes
canaries in all of these to a real service and searches every byte.

- **public**: every visitor may know it
- **chooses**: says what of the rest is public, and is itself in nothing public
- **private**: for the back office, or for the repository alone

A secret stands nowhere: a credential is a [reference or a hash](rules.md#literal-secret).

| record | public | chooses | private |
|---|---|---|---|"""


def exposure_page() -> str:
    """Return docs/public-and-private.md: who may know which field."""
    parts = [PUBLIC_AND_PRIVATE]
    for model, marks in TABLE.items():
        told = inspect.cleandoc(model.__doc__ or "").partition("\n")[0].replace("``", "`")
        cells = [_names(model, marks.fields, exposure) for exposure in Exposure]
        parts.append(f"| {told} | {' | '.join(cells)} |")
    return "\n".join(parts) + "\n"


def _names(model: type[Record], marked: Mapping[str, Exposure], exposure: Exposure) -> str:
    """Return the fields of one exposure as authors write them."""
    fields = model.model_fields
    names = [fields[name].alias or name for name, mark in marked.items() if mark is exposure]
    return ", ".join(f"`{name}`" for name in names)


@cache
def _examples() -> Mapping[Side, Mapping[str, object]]:
    return examples()


def description_page(side: Side) -> str:
    """Return the description that a side of a store publishes of itself."""
    return description(side, _examples()[side]).decode()


PAGES: dict[str, Callable[[], str]] = {
    "docs/rules.md": rules_page,
    "docs/commands.md": commands_page,
    "docs/public-and-private.md": exposure_page,
    **{
        description_path(side).relative_to(ROOT).as_posix(): partial(description_page, side)
        for side in Side
    },
}


def main(argv: list[str]) -> int:
    """Write the pages, or with --check say which are not current."""
    stale = []
    for name, page in PAGES.items():
        path, text = ROOT / name, page()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in argv:
            path.write_text(text, encoding="utf-8")
    if "--check" in argv and stale:
        sys.stderr.write(f"{' and '.join(stale)} not current; run `make docs`\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
