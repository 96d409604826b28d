"""Trees of texts as JSON and YAML, as the files of other tools are laid out."""

import json
import re
from io import StringIO
from typing import Any


def as_json(tree: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return a tree as JSON, its keys in their order."""
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


# What Ruby would not read as a text: its switches, nothing, numbers with signs in them, dates and
# times, symbols. `:name` itself stays what it came in as, the name of another key.
_NO_TEXT_IN_RUBY = re.compile(
    r"(?:yes|no|on|off|y|n|true|false|null|~)|[-+.]?\d[\d,._:eExXoOa-fA-F+-]*"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?|:(?![A-Za-z_][\w.]*$).*|[-+]?\.(?:inf|nan)|=|<<",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = re.compile("[\x85\u2028\u2029]")


def as_yaml(tree: Any) -> bytes:  # noqa: ANN401 - any tree of texts
    """Return a tree as YAML that says the same to Ruby, which reads version 1.1."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only this format needs it
    from ruamel.yaml.scalarstring import (  # noqa: PLC0415
        DoubleQuotedScalarString,
        SingleQuotedScalarString,
    )

    def quoted(node: Any) -> Any:  # noqa: ANN401 - any tree of texts
        if isinstance(node, dict):
            return {quoted(name): quoted(below) for name, below in node.items()}
        if _BREAKS.search(node):  # which the other quotes would not keep
            return DoubleQuotedScalarString(node)
        return SingleQuotedScalarString(node) if _NO_TEXT_IN_RUBY.fullmatch(node) else node

    yaml = YAML()
    yaml.width = 4096
    yaml.allow_unicode = True
    stream = StringIO()
    yaml.dump(quoted(tree), stream)
    return stream.getvalue().encode("utf-8", "replace")
