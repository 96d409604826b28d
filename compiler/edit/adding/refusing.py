"""What does not fit, as one refusal that names all of it."""

import re
from collections.abc import Iterable

from compiler.base.failure import UsageError
from compiler.edit.records.row import Remark

_LINE = re.compile(r"add the line `(\w+): (.*)`")
_LEFT_OUT = " was left out"


def refuse(remarks: Iterable[Remark]) -> None:
    """Raise UsageError where there is anything that does not fit."""
    said = []
    for one in remarks:
        if one.message.endswith(_LEFT_OUT):  # so all of it is
            continue
        about = f"{one.subject}: " if one.subject else ""
        hint = f"; {_LINE.sub(_as_option, one.hint)}" if one.hint else ""
        said.append(f"{about}{one.message}{hint}")
    if said:
        raise UsageError("\n  ".join(said if len(said) == 1 else ["nothing was added:", *said]))


def _as_option(line: re.Match[str]) -> str:
    """Return the option by which a command says what a hint wants as a line."""
    quoted = f"'{line[2]}'" if " " in line[2] else line[2]
    return f"give `--{line[1]} {quoted}`"
