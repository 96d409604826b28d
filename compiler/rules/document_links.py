"""Rules about where the links of documents lead; that they are addresses the model holds."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from compiler.base.finding import Finding
from compiler.base.project_file import PROJECT_FILE
from compiler.base.rule import Rule
from compiler.model.document import Document
from compiler.model.entity import Entity
from compiler.rules.check import Scope
from compiler.rules.documents import documents


def foreign_host(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A document leads to a host that the project does not allow.

    **Why** Visitors take it for the project's own word, and whoever has the host can put anything
    there. Found where clientarea.yaml says which hosts documents may lead to.

    **Bad**

    ```yaml
    # clientarea.yaml
    documents: {hosts: [acme.example, "*.acme.example"]}
    # documents/fees.yaml
    link: https://files.other.example/fees
    ```

    **Good**

    ```yaml
    link: https://www.acme.example/fees
    ```

    **Not flagged** Links of texts; a project that names no hosts.
    """
    hosts = scope.settings.documents.hosts
    for document, link in _links(scope) if hosts is not None else ():
        host = _host(link)
        if host is None:
            yield _at(document, rule, f"`{link}` has no host", "write an address with a host")
        elif not any(_is_of(host, one) for one in hosts or ()):
            shown = ", ".join(f"`{one}`" for one in hosts or ()) or "none"
            hint = f"`documents.hosts` in {PROJECT_FILE} allows {shown}"
            yield _at(document, rule, f"`{host}` is no host that documents may lead to", hint)


def insecure_document(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A document leads to an address of `http`.

    **Why** Whoever is on the way can read it and put another document in its place.

    **Bad**

    ```yaml
    link: http://www.acme.example/fees
    ```

    **Good**

    ```yaml
    link: https://www.acme.example/fees
    ```

    **Not flagged** Links of texts.
    """
    for document, link in _links(scope):
        if urlsplit(link).scheme == "http":
            better = f"write `https{link[4:]}`, if the server has it"
            yield _at(document, rule, "this link is not encrypted", better)


def _links(scope: Scope) -> Iterator[tuple[Entity[Document], str]]:
    for document in documents(scope):
        if document.record.link is not None:
            yield document, document.record.link


def _host(link: str) -> str | None:
    """Return the host in lower case, without a dot at its end; as IDNA where it is in letters."""
    try:
        host = (urlsplit(link).hostname or "").rstrip(".")
        return host.encode("idna").decode() if host and not host.isascii() else host or None
    except ValueError:
        return None


def _is_of(host: str, allowed: str) -> bool:
    if allowed.startswith("*."):
        return host.endswith(allowed[1:])
    return host == allowed


def _at(document: Entity[Document], rule: Rule, message: str, hint: str) -> Finding:
    place, entity = document.places.value("link"), str(document.reference)
    return rule.at(place, message, hint=hint, entity=entity)
