"""Trees of texts as JSON and YAML, as the files of other tools are laid out."""

import json
from io import StringIO
from typing import Any


def as_json(tree: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return a tree as JSON, its keys in their order."""
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def as_yaml(tree: Any) -> bytes:  # noqa: ANN401 - any tree of texts
    """Return a tree as YAML."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - only this format needs it

    yaml = YAML()
    yaml.width = 4096
    yaml.allow_unicode = True
    stream = StringIO()
    yaml.dump(tree, stream)
    return stream.getvalue().encode("utf-8", "replace")
