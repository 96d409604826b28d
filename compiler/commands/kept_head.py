"""The head of what is kept in `build/.cache` under a name. Imported first: keep it light."""

from pathlib import Path
from typing import Any

from compiler.adapters.build_cache import read_cache, write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.sealed import opened, sealed


def kept_head(root: Path, name: str, magic: bytes) -> dict[str, Any] | None:
    """Return the head of what is kept; None where there is none, or it is damaged."""
    data = read_cache(root, name)
    found = None if data is None else opened(magic, data)
    return None if found is None else found[0]


def kept_by_tool(root: Path, name: str, magic: bytes) -> dict[str, Any]:
    """Return what this very tool has kept, nothing where there is none."""
    head = kept_head(root, name, magic) or {}
    return head["kept"] if head.get("tool") == tool_state() else {}


def keep_by_tool(root: Path, name: str, magic: bytes, kept: dict[str, Any]) -> None:
    """Keep what no other tool is to believe."""
    write_cache(root, name, sealed(magic, {"tool": tool_state(), "kept": kept}))
