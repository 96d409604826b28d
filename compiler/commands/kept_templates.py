"""Templates with which nothing is wrong, kept in `build/.cache` by all that they are made from.

To render each in every language with every sample takes the most of a check where there are many.
Only `check` and `build` believe it; in continuous integration only where runs share a folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from compiler.adapters.build_cache import write_cache
from compiler.adapters.tool_state import tool_state
from compiler.base.finding import Finding
from compiler.base.hashing import canonical_json, sha256
from compiler.base.sealed import sealed
from compiler.commands.kept_head import kept_head
from compiler.commands.work import Order
from compiler.load.loading import Loaded
from compiler.model.content import Content
from compiler.model.entity import Entity
from compiler.model.reference import Kind
from compiler.richtext.references import undisguised
from compiler.wiring import believes_what_is_kept

_MAGIC = b"clientarea templates 1\n"
_NAME = "templates"
_OTHERS = tuple(f"{kind}/" for kind in (Kind.TEXTS, Kind.BANNERS, Kind.DOCUMENTS))
"""What a template names of others: it is looked at each time."""


class KeptTemplates:
    """Remembers the templates of a project that nothing was wrong with.

    Without a ``root`` nothing is looked for, and nothing kept. ``ahead`` are the labels of those
    that are to be looked at.
    """

    def __init__(self, root: Path | None, loaded: Loaded, order: Order) -> None:
        self._root = root if believes_what_is_kept() else None
        labels = {one.label for one in _templates(loaded.content)}
        self._keys = {} if self._root is None else _keys(loaded, order)
        self._before = frozenset[str]() if self._root is None else _read(self._root)
        self.ahead = frozenset(
            label for label in labels if self._keys.get(label) not in self._before
        )

    def keep(self, findings: Sequence[Finding]) -> None:
        """Keep which templates are as good as those before; ``findings`` are about those ahead."""
        if self._root is None:
            return
        wrong = {_label_of(one) for one in findings}
        clean = {key for label, key in self._keys.items() if label not in self.ahead}
        if None not in wrong:
            clean |= {key for label, key in self._keys.items() if label not in wrong}
        if clean != self._before:
            write_cache(self._root, _NAME, sealed(_MAGIC, {"clean": sorted(clean)}))


def _label_of(finding: Finding) -> str | None:
    kind, _, label = (finding.entity or "").partition("/")
    return label if kind == Kind.TEMPLATES else None


def _keys(loaded: Loaded, order: Order) -> dict[str, str]:
    """Return by label a hash of all that is seen in a template: not of one that names others."""
    content, digests = loaded.content, loaded.digests
    files: dict[str, list[str]] = {}
    bound = set()
    for template in _templates(content):
        files.setdefault(template.label, []).extend(template.files)
        if any(_names_others(one.own()) for one in template.locales.values()):
            bound.add(template.label)
    apart = {path for paths in files.values() for path in paths}
    apart.update(
        path for layer in content.layers() for one in layer.texts.values() for path in one.files
    )
    apart.update(one.path for one in content.catalogues())
    around = {path: digest for path, digest in digests.items() if path not in apart}
    order_of = [order.settings.model_dump(mode="json"), order.gate.value, order.today.isoformat()]
    base = sha256(canonical_json([tool_state(), order_of, around]))
    return {
        label: sha256(canonical_json([base, {path: digests.get(path) for path in paths}]))
        for label, paths in files.items()
        if label not in bound
    }


def _names_others(said: Mapping[str, Any]) -> bool:
    words = [undisguised(str(one)) for one in said.values()]
    return any(name in text for text in words for name in _OTHERS)


def _templates(content: Content) -> Iterator[Entity[Any]]:
    return (one for layer in content.layers() for one in layer.templates.values())


def _read(root: Path) -> frozenset[str]:
    head = kept_head(root, _NAME, _MAGIC) or {}
    return frozenset(head.get("clean", ()))
