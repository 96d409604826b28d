"""gettext PO as other projects write it: the source text is the key, with or without a context."""

import re
from collections.abc import Sequence

from compiler.edit.interchange.labels import is_label
from compiler.edit.interchange.unit import ForeignFile, Unit
from compiler.read.po_file import PoEntry, PoFile
from compiler.read.rules import DUPLICATE_ENTRY

_NAME = re.compile(r"[._]|[a-z0-9][A-Z]")


def read_gettext(file: PoFile) -> ForeignFile:
    """Read one catalogue; obsolete entries are counted and left out.

    An entry that stands there twice is no error here: equal ones are merged, others told apart.
    """
    kept = [entry for entry in file.entries if not entry.obsolete]
    opening = file.header_entry.comments if file.header_entry is not None else ()
    return ForeignFile(
        file.path,
        tuple(_unit(entry) for entry in kept),
        tuple(one for one in file.findings if one.rule != DUPLICATE_ENTRY.id),
        obsolete=len(file.entries) - len(kept),
        header=file.header,
        opening="\n".join(opening),
    )


def contexts_are_labels(files: Sequence[ForeignFile]) -> bool:
    """Whether ``msgctxt`` names the entries of a set, and is no remark about where a text is used.

    Every entry has one, in no file the same twice, and most look like names rather than words.
    """
    contexts = [unit.context or "" for file in files for unit in file.units]
    if not contexts or not all(map(is_label, contexts)):
        return False
    named = sum(bool(_NAME.search(context)) for context in contexts)
    return named * 2 >= len(contexts) and all(
        len({unit.context for unit in file.units}) == len(file.units) for file in files
    )


def _unit(entry: PoEntry) -> Unit:
    previous = (entry.previous_msgid, entry.previous_msgid_plural)
    source = (entry.msgid,) if entry.msgid_plural is None else (entry.msgid, entry.msgid_plural)
    return Unit(
        entry.place(),
        entry.msgstr,
        source=source,
        context=entry.msgctxt,
        comments=entry.extracted,
        notes=entry.comments,
        references=entry.references,
        flags=entry.flags,
        previous=tuple(text for text in previous if text is not None) or None,
    )
