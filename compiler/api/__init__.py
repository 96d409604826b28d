"""What the commands do, as functions that return values: for programs in Python.

Each function walks the very arrangement that the command of its name walks, prints nothing and
changes no more than the command does. What is wrong with content is a value; wrong usage and the
outside world raise `UsageError`, `RefusedError`, `WorldError`, `StoreError` and `HistoryError`.
Importing this module imports nothing heavy: each function pays for its own.
"""

from compiler.api.content import add, build, check, config, diff, search, show, status
from compiler.api.releasing import (
    gc,
    plan,
    promote,
    publish,
    purge,
    releases,
    resume,
    rollback,
    verify,
)
from compiler.api.values import (
    Added,
    Built,
    Checked,
    Collected,
    Difference,
    Logged,
    Planned,
    Published,
    Status,
)
from compiler.base.failure import RefusedError, UsageError, WorldError
from compiler.base.finding import Finding, Severity
from compiler.ports.history import HistoryError
from compiler.ports.store import StoreError

__all__ = [
    "Added",
    "Built",
    "Checked",
    "Collected",
    "Difference",
    "Finding",
    "HistoryError",
    "Logged",
    "Planned",
    "Published",
    "RefusedError",
    "Severity",
    "Status",
    "StoreError",
    "UsageError",
    "WorldError",
    "add",
    "build",
    "check",
    "config",
    "diff",
    "gc",
    "plan",
    "promote",
    "publish",
    "purge",
    "releases",
    "resume",
    "rollback",
    "search",
    "show",
    "status",
    "verify",
]
