"""The rule about secrets that stand in files, whichever kind of content these are."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from posixpath import splitext
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place, Places, Route
from compiler.base.rule import Rule
from compiler.model.reference import Kind
from compiler.read.decoding import decode, line_starts
from compiler.read.document import Document, MarkdownFile
from compiler.read.json_file import read_json
from compiler.read.markdown import read_markdown
from compiler.read.yaml import read_yaml
from compiler.rules.check import Scope
from compiler.rules.files import file_bytes
from compiler.secrets.literals import about_field, has_open_field, literals, may_have_secrets
from compiler.secrets.names import names_a_secret
from compiler.secrets.randomness import looks_random

_BINARY = {
    *(".avif", ".gif", ".ico", ".jpeg", ".jpg", ".mp4", ".otf", ".pdf", ".png", ".ttf", ".webp"),
    *(".woff", ".woff2", ".zip"),
}
_HINT = (
    "have it withdrawn where it was issued, for it stays in the history of Git; in its place write "
    "a reference, which the back office resolves: `aws-sm:acme/portal/crm`, `ssm:…`, `vault:…` or "
    "`env:NAME`"
)


def literal_secret(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A secret is written out: a key or token of a service, a private key, a random password.

    **Why** Whoever can read the repository can use it, and it stays in the history of Git when the
    line is gone. So it is no secret any more: withdraw it first.

    **Bad**

    ```yaml
    credentials: {crm_api: "AKIAIOSFODNN7EXAMPLE"}
    ```

    **Good** The place where the back office finds it.

    ```yaml
    credentials: {crm_api: "aws-sm:acme/portal/crm"}
    ```

    Looked for are the forms of well-known services in every file, comments and samples included,
    and random values of what is named like a secret (`password`, `api_key`, `clientSecret`).

    **Not flagged** References, hashes (`sha256:…`), placeholders, words, addresses without a
    password; keys that are meant for browsers (`pk_live_…`). In a sample, write a value that
    nobody takes for a real one: `token: example-token`.
    """
    entities: dict[str, str] | None = None
    for path in scope.content.files:
        found = _in_file(scope, path)
        if found and entities is None:
            entities = _entities(scope)
        for place, whose in found:
            yield rule.at(
                place,
                f"this looks like {whose}",
                hint=_HINT,
                entity=(entities or {}).get(path, path),
                hidden=True,
            )


def _in_file(scope: Scope, path: str) -> list[tuple[Place, str]]:
    suffix = splitext(path)[1].lower()
    clean = scope.senses.clean
    data = None if suffix in _BINARY or clean.has(path) else file_bytes(scope, path)
    if data is None:
        return []
    if not may_have_secrets(data):
        clean.add(path, data)
        return []
    if b"\0" in data:
        return []
    text, _ = decode(path, data)
    starts = [0, *line_starts(text)]
    found = []
    for one in literals(text):
        line = bisect_right(starts, one.start)
        length = len(text[one.start : one.end].partition("\n")[0])
        found.append((Place(path, line, one.start - starts[line - 1] + 1, length), one.whose))
    told = {place.line for place, _ in found}
    more = _in_fields(path, suffix, data, text)
    return [*found, *(one for one in more if one[0].line not in told)]


def _in_fields(path: str, suffix: str, data: bytes, text: str) -> Iterator[tuple[Place, str]]:
    """Yield random values below a key that is named like a secret and stands on an earlier line."""
    if suffix not in _READERS or not has_open_field(text):
        return
    values, places = _READERS[suffix](path, data)
    for route, name in _random_values(values):
        yield places.value(*route), about_field(name)


def _data(document: Document) -> tuple[Any, Places]:
    return document.data, document.places


def _front_matter(file: MarkdownFile) -> tuple[Any, Places]:
    return file.front_matter, file.places


_READERS: dict[str, Callable[[str, bytes], tuple[Any, Places]]] = {
    ".json": lambda path, data: _data(read_json(path, data)),
    ".md": lambda path, data: _front_matter(read_markdown(path, data)),
    ".yaml": lambda path, data: _data(read_yaml(path, data)),
}


def _random_values(
    value: Any,  # noqa: ANN401 - any value of a document
    route: Route = (),
    name: str | None = None,
) -> Iterator[tuple[Route, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            own = str(key) if names_a_secret(str(key)) else name
            yield from _random_values(inner, (*route, key), own)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _random_values(inner, (*route, index), name)
    elif isinstance(value, str) and name is not None and looks_random("".join(value.split("\n"))):
        yield route, name


def _entities(scope: Scope) -> dict[str, str]:
    """Return whose the files are, by path: what a waiver names."""
    names = {one.path: f"{Kind.TRANSLATIONS}/{one.namespace}" for one in scope.content.catalogues()}
    owned = [*scope.entities(), *(one.record for one in scope.content.areas.values())]
    for entity in [*owned, *scope.content.owners.values()]:
        names.update(dict.fromkeys(entity.files, str(entity.reference)))
    return names
