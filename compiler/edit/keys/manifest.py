"""`keys --emit`: the manifest of a consumer, by which its strings cannot be removed any more."""

import json
import re
from typing import Any

from compiler.base.failure import UsageError
from compiler.base.place import Place
from compiler.edit.verbs.editor import Deed, Editor
from compiler.read.json_file import read_json
from compiler.rules.keys.asked import Judgement, Verdict

_NAME = re.compile(r"(?P<application>[A-Za-z0-9][\w-]*)/(?P<version>[A-Za-z0-9][\w.+-]*)")


def write_manifest(
    editor: Editor, found: Judgement, name: str, namespace: str | None = None
) -> None:
    """Write which strings a version of an application uses, or may use. Raises UsageError.

    What the manifest says of other entries stays.
    """
    path = manifest_path(name)
    keys: dict[str, list[str]] = {}
    for key, asked in found.asked.items():
        if asked.verdict is not Verdict.UNUSED and namespace in (None, key.namespace):
            keys.setdefault(key.namespace, []).append(key.label)
    before = editor.draft.data(path)
    data: dict[str, Any] = {"keys": {space: sorted(keys[space]) for space in sorted(keys)}}
    there = None if before is None else read_json(path, before).data
    if isinstance(there, dict) and there.get("entries"):
        data["entries"] = there["entries"]
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    number = sum(map(len, keys.values()))
    if before == text.encode():
        editor.leave(f"consumers/{name}", f"names {number:,} strings already", Place(path))
        return
    editor.draft.put(path, text.encode())
    editor.done.append(Deed(f"consumers/{name}", f"names {number:,} strings", Place(path)))


def manifest_path(name: str) -> str:
    """Return the path of the manifest of `APPLICATION/VERSION`. Raises UsageError."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise UsageError(f"`{name}` is no APPLICATION/VERSION such as `portal/2.4.0`")
    return f"content/consumers/{found['application']}/{found['version']}.json"
