"""A text in a syntax tree that is a key."""

from typing import NamedTuple

from compiler.code.literals import Literal
from compiler.code.scopes import Binding
from compiler.code.use import NOTHING_KNOWN, Passed


class Found(NamedTuple):
    """A text that is a key: within a hook's binding where there is one, else as it stands.

    ``namespace`` is what stands beside it: an option `ns`, an attribute `ns`. ``passed``,
    ``optional`` and ``branch`` are as in `Use`.
    """

    literal: Literal
    binding: Binding | None = None
    namespace: Literal | None = None
    passed: Passed = NOTHING_KNOWN
    optional: bool = False
    branch: bool = False
