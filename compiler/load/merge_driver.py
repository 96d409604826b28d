"""The merge driver that `.gitattributes` names: whether the clone has it."""

import re
from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.load.rules_files import MERGE_DRIVER_MISSING
from compiler.ports.clone import AttributesFile, Clone

DRIVER = "clientarea-po"
"""The name of the driver in `.gitattributes` and in Git's configuration."""

TITLE = "clientarea: catalogues by entry"
"""What Git calls the driver when it speaks of it."""

PATTERN = "content/**/translations/**/*.po"
"""The catalogues of a project, shared ones and those of areas."""

LINE = f"{PATTERN} diff={DRIVER} merge={DRIVER}"
"""The line of `.gitattributes` that has catalogues merged by the driver, and shown by entry."""

_NAMED = re.compile(rf"^(?!\s*#).*?\s(merge={DRIVER})(?=\s|$)", re.MULTILINE)


def names_driver(file: AttributesFile) -> bool:
    """Tell whether a file of attributes asks for the driver."""
    return _NAMED.search(file.text) is not None


def merge_driver_missing(clone: Clone) -> Iterator[Finding]:
    """Say, once, that the driver is asked for and Git does not know it here."""
    for file in clone.attributes():
        match = _NAMED.search(file.text)
        if match is None:
            continue
        if not clone.has_merge_driver(DRIVER):
            line = file.text.count("\n", 0, match.start(1)) + 1
            column = match.start(1) - file.text.rfind("\n", 0, match.start(1))
            yield MERGE_DRIVER_MISSING.at(
                Place(file.path, line, column, len(match[1])),
                "Git does not know this merge driver in this clone, and merges line by line",
                hint="run `clientarea merge-po --install`",
            )
        return
