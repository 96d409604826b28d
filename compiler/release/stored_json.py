"""JSON that lies in a store: written by a publisher, and perhaps by a hand since."""

import json
from typing import Any


def parse_stored(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON held
    """Return the value. Raises ValueError for bytes that are no JSON, or nest without end."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
