"""Data written as YAML 1.2 that nobody has written yet: in the manner of most people."""

from collections.abc import Mapping

from compiler.edit.yaml.edits import Value
from compiler.edit.yaml.rendering import Renderer
from compiler.edit.yaml.slots import Style

_OUTSIDE = -1
"""The indentation around the outermost mapping."""


def whole_yaml(data: Mapping[str, Value]) -> str:
    """Return a mapping as lines of YAML, each with its end; nothing for an empty one."""
    style = Style()
    lines = Renderer(style).block(dict(data), _OUTSIDE, 0, None)
    return f"{lines}{style.line_end}" if data else ""
