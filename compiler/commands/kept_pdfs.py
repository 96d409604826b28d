"""What PDFs are, kept by their bytes: to open one takes longer than any rule.

For this run in memory, for the next one in `build/.cache`. The latter only `check` and `build`
believe, and nobody in continuous integration.
"""

import base64
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from compiler.base.hashing import sha256
from compiler.commands.kept_head import keep_by_tool, kept_by_tool
from compiler.ports.pdf_facts import PdfFacts, Pdfs, facts_of
from compiler.wiring import believes_what_is_kept, open_pdfs

_MAGIC = b"clientarea pdfs 2\n"
_NAME = "pdfs"
_MOST = 5_000

_this_run: dict[str, PdfFacts] = {}
"""By SHA-256, what was opened in this process or in one that it has forked."""


def remember(pdfs: Mapping[str, PdfFacts]) -> None:
    """Take in what another process has found, by SHA-256."""
    _this_run.update(dict(list(pdfs.items())[: max(_MOST - len(_this_run), 0)]))


class KeptPdfs:
    """Has PDFs opened, and remembers those of the last time; ``known`` has all by SHA-256.

    Without a ``root`` nothing is looked for, and nothing kept.
    """

    def __init__(self, root: Path | None) -> None:
        self._root = root if root is not None and believes_what_is_kept() else None
        self._before: dict[str, Any] | None = None
        self.known: dict[str, PdfFacts] = {}

    def inspect(self, pdfs: Pdfs) -> Mapping[str, PdfFacts]:
        """Return what PDFs are, by path, each opened once however often it is there."""
        if not pdfs:
            return {}
        names = {path: sha256(read()) for path, read in pdfs.items()}
        before = self._kept()
        kept = {name: facts_in(before[name]) for name in names.values() if name in before}
        of_this_run = {name: _this_run[name] for name in names.values() if name in _this_run}
        self.known |= of_this_run | kept
        unknown = {name: path for path, name in names.items() if name not in self.known}
        found = open_pdfs({path: pdfs[path] for path in unknown.values()})
        self.known |= {names[path]: facts for path, facts in found.items()}
        remember(self.known)
        return {path: self.known[name] for path, name in names.items() if name in self.known}

    def keep(self) -> None:
        """Keep what was found, if that is not what is kept."""
        if self._root is not None and self.known.keys() - self._kept().keys():
            kept = {name: facts_out(facts) for name, facts in self.known.items()}
            keep_by_tool(self._root, _NAME, _MAGIC, kept)

    def _kept(self) -> dict[str, Any]:
        if self._before is None:
            self._before = {} if self._root is None else kept_by_tool(self._root, _NAME, _MAGIC)
        return self._before


def facts_out(facts: PdfFacts) -> dict[str, Any]:
    """Return facts as JSON has them."""
    data, thumbnail = asdict(facts), facts.thumbnail
    if thumbnail is not None:
        picture = base64.b64encode(thumbnail.data).decode()
        data["thumbnail"] = [picture, thumbnail.width, thumbnail.height]
    return data


def facts_in(data: Mapping[str, Any]) -> PdfFacts:
    """Return facts from what JSON has of them."""
    thumbnail = data["thumbnail"]
    if thumbnail is not None:
        thumbnail = (base64.b64decode(thumbnail[0]), *thumbnail[1:])
    return facts_of({**data, "thumbnail": thumbnail})
