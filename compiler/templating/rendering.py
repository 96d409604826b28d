"""Renders a template in the portable subset: the same text as `runtime.mjs` makes by Nunjucks.

It reads values and nothing else, but it has neither an end nor a bound of its own: what comes from
strangers is rendered in a worker (`compiler/adapters/template_worker.py`).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from compiler.templating.environment import ValueEnvironment, one_line_ends
from compiler.templating.escaping import ESCAPINGS, Output
from compiler.templating.fault import Fault, FaultKind
from compiler.templating.filters import filters_of
from compiler.templating.printing import FilterError, SafeText, printed

__all__ = ["MOST_OUTPUT", "Fault", "FaultKind", "Output", "render"]

MOST_OUTPUT = 2_000_000
"""How many characters a message may have; a mail of more than 102 KB is cut by its reader."""


def render(
    template: str, values: Mapping[str, Any], locale: str, output: Output = Output.TEXT
) -> str | Fault:
    """Return what a template comes to with values of JSON, in a locale (BCP 47), for an output.

    A fault in place of an exception, whatever template and values are.
    """
    try:
        made = _compiled(template, locale, output)
    except TemplateSyntaxError as fault:
        return Fault(FaultKind.SYNTAX, fault.message or "it cannot be understood", fault.lineno)
    except (RecursionError, MemoryError, ValueError, SyntaxError):
        return Fault(FaultKind.SYNTAX, "it is nested too deeply, or too long")
    parts: list[str] = []
    size = 0
    try:
        for part in made.root_render_func(made.new_context(dict(values))):
            size += len(part)
            if size > MOST_OUTPUT:
                words = f"it comes to more than {MOST_OUTPUT:,} characters"
                return Fault(FaultKind.LIMIT, words)
            parts.append(part)
    except (MemoryError, RecursionError) as failure:
        return Fault(FaultKind.LIMIT, "it takes too much memory", _offset(made, failure))
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as failure:
        return _fault(failure, _offset(made, failure))
    return "".join(parts)


@lru_cache(maxsize=512)
def _compiled(template: str, locale: str, output: Output) -> Template:
    return _environment(locale, output).from_string(one_line_ends(template))


@lru_cache(maxsize=64)
def _environment(locale: str, output: Output) -> ValueEnvironment:
    escape = ESCAPINGS[output]

    def finalize(value: Any) -> str:  # noqa: ANN401 - whatever is printed
        return value if isinstance(value, SafeText) else escape(printed(value))

    environment = ValueEnvironment(finalize=finalize)
    environment.filters.clear()
    environment.filters.update(filters_of(locale))
    return environment


def _fault(failure: Exception, offset: int) -> Fault:
    if isinstance(failure, UndefinedError):
        return Fault(FaultKind.ABSENT, _absence(failure.message or ""), offset)
    if isinstance(failure, FilterError):
        return Fault(FaultKind.VALUE, str(failure), offset)
    if isinstance(failure, SecurityError):
        return Fault(FaultKind.FORBIDDEN, "nothing may be called here", offset)
    if isinstance(failure, TemplateError):
        return Fault(FaultKind.FORBIDDEN, failure.message or "this may not be done here", offset)
    if isinstance(failure, TypeError) and "loader" in str(failure):
        return Fault(FaultKind.FORBIDDEN, "no other file may be read here", offset)
    return Fault(FaultKind.VALUE, "the values here do not fit together", offset)


_ABSENCE = re.compile(
    r"'(?P<name>[^']*)' is undefined|has no (?:attribute|element) '?(?P<of>[^']*)'?"
)


def _absence(message: str) -> str:
    match = _ABSENCE.search(message)
    return f"`{match['name'] or match['of']}` has no value" if match else message


def _offset(made: Template, failure: BaseException) -> int:
    """Return where in the template the innermost construct is that was at work."""
    offset = 0
    trace: TracebackType | None = failure.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is made:
            offset = made.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return offset
