"""The variables of a template by what its Jinja asks for: a JSON Schema, and a sample of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compiler.templating.reading import read_template


@dataclass
class Use:
    """How a variable is used: printed, asked about, looked into, gone through."""

    printed: bool = False
    asked: bool = False
    keys: dict[str, "Use"] = field(default_factory=dict)
    items: "Use | None" = None


def uses_of(texts: Iterable[str]) -> dict[str, Use]:
    """Return the variables of templates that can be read, by name."""
    root = Use()
    for text in texts:
        tree = read_template(text).tree
        if tree is not None:
            _walk(tree, root, {}, asked=False)
    return root.keys


def schema_of(uses: Mapping[str, Use]) -> dict[str, Any]:
    """Return a JSON Schema of variables; all are required."""
    return {
        "type": "object",
        "properties": {name: _schema(name, use) for name, use in uses.items()},
        "required": list(uses),
        "additionalProperties": False,
    }


def sample_of(uses: Mapping[str, Use]) -> dict[str, Any]:
    """Return a sample of variables that shows every part of the template."""
    return {name: _sample(name, use) for name, use in uses.items()}


def _schema(name: str, use: Use) -> dict[str, Any]:
    if use.items is not None:
        return {"type": "array", "items": _schema(name, use.items)}
    if use.keys:
        return schema_of(use.keys)
    if use.asked and not use.printed:
        return {"type": "boolean"}
    if _is_address(name) and not use.asked:
        return {"type": "string", "format": "uri"}
    return {"type": "string"} if use.asked else {"type": "string", "minLength": 1}


def _sample(name: str, use: Use) -> Any:  # noqa: ANN401 - any JSON value
    if use.items is not None:
        return [_sample(name, use.items)]
    if use.keys:
        return sample_of(use.keys)
    if use.asked and not use.printed:
        return True
    if _is_address(name):
        return f"https://example.com/{name.replace('_', '-')}"
    return name.replace("_", " ").capitalize()


def _is_address(name: str) -> bool:
    return name.lower().endswith(("url", "link", "uri"))


def _walk(node: Any, root: Use, scope: dict[str, Use], *, asked: bool) -> None:  # noqa: ANN401
    from jinja2 import nodes  # noqa: PLC0415 - wanted only by content with templates

    if isinstance(node, nodes.Name | nodes.Getattr):
        use = _use(node, root, scope)
        if use is not None:
            use.asked, use.printed = use.asked or asked, use.printed or not asked
        return
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        use = _use(node.iter, root, scope)
        if use is not None:
            use.items = use.items or Use()
            inner = {**scope, node.target.name: use.items}
            for child in (*node.body, *node.else_):
                _walk(child, root, inner, asked=False)
            return
    for name, child in node.iter_fields():
        for one in child if isinstance(child, list) else [child]:
            if isinstance(one, nodes.Node):
                _walk(one, root, scope, asked=asked or (name == "test"))


def _use(node: Any, root: Use, scope: dict[str, Use]) -> Use | None:  # noqa: ANN401
    from jinja2 import nodes  # noqa: PLC0415

    if isinstance(node, nodes.Name):
        return scope.get(node.name) or root.keys.setdefault(node.name, Use())
    if isinstance(node, nodes.Getattr):
        inside = _use(node.node, root, scope)
        return None if inside is None else inside.keys.setdefault(node.attr, Use())
    return None
