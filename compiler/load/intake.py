"""What one run of loading takes in: files read once, findings, and who answered for which file."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import partial

from compiler.base.finding import Finding, Severity
from compiler.base.hashing import sha256
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.load.files import CONTENT, is_litter
from compiler.load.made import Said
from compiler.load.rules_files import PATH_OUTSIDE, UNKNOWN_LFS_OBJECT, UNREADABLE_FILE
from compiler.ports.file_state import FileState
from compiler.ports.snapshot import EarlierSnapshot, Snapshot, UnreadableError
from compiler.read.decoding import decode
from compiler.read.document import Document, MarkdownFile, Suppression
from compiler.read.json_file import read_json
from compiler.read.limits import LARGEST, LARGEST_MARKDOWN, MOST_FAULTS
from compiler.read.markdown import read_markdown
from compiler.read.yaml import read_yaml

_WORDS: dict[FileState, tuple[Rule, str, str]] = {
    FileState.OUTSIDE: (
        PATH_OUTSIDE,
        "this symbolic link leads out of the Git work tree",
        "put the file itself here",
    ),
    FileState.DANGLING: (
        UNREADABLE_FILE,
        "this symbolic link leads to nothing",
        "put the file itself here, or remove the link",
    ),
    FileState.LFS_UNKNOWN: (
        UNKNOWN_LFS_OBJECT,
        "only the Git LFS pointer of this file is here",
        "run `git lfs pull`",
    ),
    FileState.SPECIAL: (UNREADABLE_FILE, "this is no file that could be read", "remove it"),
    FileState.TOO_LARGE: (
        UNREADABLE_FILE,
        "this file is larger than 64 MiB, and files of that size are not read",
        "put a smaller one here, or keep it elsewhere and link to it",
    ),
}


_WORD = re.compile(rb"""[^\s"'`:,{}\[\]]+""")
_SUFFIX = re.compile(rb"\.[A-Za-z0-9]{2,5}\Z")
_LONGEST_NAME = 255

_MOST_HELD = 64_000_000
"""How many bytes of catalogues stay in memory until somebody reads them."""


class Intake:
    """Reads files of a snapshot and keeps what there is to say about them.

    A file that somebody read or claimed is no stray file. ``digests`` has the SHA-256 of each file
    that was read, ``same`` the paths of those that an earlier version has, too.
    """

    def __init__(self, snapshot: Snapshot, earlier: EarlierSnapshot | None = None) -> None:
        self._snapshot = snapshot
        self._earlier = earlier
        self.states = {entry.path: entry.state for entry in snapshot.entries()}
        self.findings: list[Finding] = []
        self.suppressions: list[Suppression] = []
        self.claimed: set[str] = set()
        self.digests: dict[str, str] = {}
        self.same: set[str] = set()
        self._held = 0

    def apart(self) -> "Intake":
        """Return one for the same files that keeps what there is to say for itself."""
        one = copy(self)
        one.findings, one.suppressions, one.claimed, one.digests = [], [], set(), {}
        return one

    def said(self) -> Said:
        """Return all that there was to say."""
        findings, suppressions = tuple(self.findings), tuple(self.suppressions)
        return Said(findings, suppressions, frozenset(self.claimed), self.digests)

    def take(self, said: Said) -> None:
        """Keep what was said apart, or in an earlier run."""
        self.findings += said.findings
        self.suppressions += said.suppressions
        self.claimed |= said.claimed
        self.digests.update(said.digests)

    def claim(self, *paths: str) -> None:
        """Say that somebody answers for these files."""
        self.claimed.update(paths)

    def report(self, findings: Iterable[Finding]) -> None:
        """Keep findings."""
        self.findings.extend(findings)

    def has(self, path: str) -> bool:
        """Tell whether the snapshot has a file."""
        return path in self.states

    def data(self, path: str) -> bytes | None:
        """Return the bytes of a file, None (with a finding) where they cannot be had."""
        self.claim(path)
        if self.states[path] is not FileState.READABLE:
            return None  # said by report_unreadable, once for all files
        try:
            data = self._snapshot.read(path)
        except UnreadableError as error:
            self.report([UNREADABLE_FILE.at(Place(path), str(error))])
            return None
        self.digests[path] = sha256(data)
        if self._earlier is not None and self._earlier.holds(path, data):
            self.same.add(path)
        return data

    def held(self, path: str, data: bytes) -> Callable[[], bytes]:
        """Return what gives the bytes of a file again: where they are many, it reads them again.

        It raises UnreadableError where the file has changed meanwhile.
        """
        self._held += len(data)
        return (lambda: data) if self._held <= _MOST_HELD else partial(self._snapshot.read, path)

    def yaml(self, path: str, entity: str | None = None) -> Document | None:
        """Return a YAML file, None (with a finding) where it cannot be understood."""
        return self._document(path, read_yaml, entity)

    def json(self, path: str) -> Document | None:
        """Return a JSON file, None (with a finding) where it cannot be understood."""
        return self._document(path, read_json)

    def markdown(self, path: str, entity: str | None = None) -> MarkdownFile | None:
        """Return a Markdown file, None (with a finding) where it cannot be understood."""
        data = self._text_data(path, LARGEST_MARKDOWN)
        if data is None:
            return None
        file = read_markdown(path, data)
        self.report(_about(entity, file.findings))
        self.suppressions.extend(file.suppressions)
        return None if _refused(file.findings) else file

    def text(self, path: str) -> str | None:
        """Return a file of plain UTF-8 text with LF, None (with a finding) where it is none."""
        data = self._text_data(path)
        if data is None:
            return None
        text, problem = decode(path, data)
        if problem is not None:
            self.report([problem])
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def words(self, path: str) -> Iterator[str]:
        """Return what may be names of files in a text that could not be understood."""
        data = self._snapshot.read(path) if path in self.digests else b""
        found = (match[0] for match in _WORD.finditer(data[:LARGEST]))
        names = (word for word in found if len(word) <= _LONGEST_NAME and _SUFFIX.search(word))
        return (name.decode(errors="replace") for name in names)

    def report_unreadable(self, paths: Iterable[str] | None = None) -> None:
        """Say of every file (or of these) that cannot be read why; litter is left alone."""
        for path in self.states if paths is None else paths:
            words = _WORDS.get(self.states[path])
            if words is not None and not is_litter(path):
                rule, message, hint = words
                self.claim(path)
                self.report([rule.at(Place(path), message, hint=hint)])

    def report_unopened(self) -> None:
        """Say of content that nobody asked for if it cannot be read at all, such as a folder."""
        for path, state in self.states.items():
            below = path == CONTENT or path.startswith(f"{CONTENT}/")
            asked = path in self.claimed or is_litter(path)
            if not below or asked or state is not FileState.READABLE:
                continue
            try:
                self._snapshot.read(path)
            except UnreadableError as error:
                self.claim(path)
                self.report([UNREADABLE_FILE.at(Place(path), str(error))])

    def _text_data(self, path: str, most: int = LARGEST) -> bytes | None:
        """Return the bytes of a file that people write, None (with a finding) where it is none."""
        data = self.data(path)
        wrong = None if data is None else _no_text(path, data, most)
        if wrong is None:
            return data
        self.report([wrong])
        return None

    def _document(
        self, path: str, read: Callable[[str, bytes], Document], entity: str | None = None
    ) -> Document | None:
        data = self._text_data(path)
        if data is None:
            return None
        document = read(path, data)
        self.report(_about(entity, document.findings))
        self.suppressions.extend(document.suppressions)
        return None if document.data is None and _refused(document.findings) else document


def _no_text(path: str, data: bytes, most: int) -> Finding | None:
    if len(data) > most:
        message = f"this file has {len(data):,} bytes; more than {most:,} of its kind are not read"
        hint = "part it into several, or keep what nobody reads elsewhere"
        return UNREADABLE_FILE.at(Place(path), message, hint=hint)
    at = data.find(b"\0")
    if at < 0 or data.startswith(_UTF_16):  # which is said by who decodes it
        return None
    place = Place(path, data.count(b"\n", 0, at) + 1)
    message = "this file has NUL bytes, so it is no text"
    return UNREADABLE_FILE.at(place, message, hint="put the text here that was meant")


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def _about(entity: str | None, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Say what reading could not know: whose file it is. Of very many faults the first are told."""
    told = list(findings[:MOST_FAULTS])
    if len(findings) > MOST_FAULTS:
        more = len(findings) - MOST_FAULTS
        message = f"{more:,} more faults of the form of this file begin here"
        told.append(replace(findings[MOST_FAULTS], message=message, hint=None, notes=()))
    return (replace(finding, entity=finding.entity or entity) for finding in told)


def _refused(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
