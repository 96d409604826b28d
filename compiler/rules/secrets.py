"""The rule about secrets that stand in files, whichever kind of content these are."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.model.reference import Kind
from compiler.rules.check import Scope
from compiler.rules.files import file_bytes
from compiler.secrets.files import may_be_text, secrets_in

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
    clean = scope.senses.clean
    for path in scope.content.files:
        data = None if clean.has(path) or not may_be_text(path) else file_bytes(scope, path)
        found = [] if data is None else secrets_in(path, data)
        if data is not None and not found:
            clean.add(path, data)
        if found and entities is None:
            entities = _entities(scope)
        for one in found:
            yield rule.at(
                one.place,
                f"this looks like {one.whose}",
                hint=_HINT,
                entity=(entities or {}).get(path, path),
                hidden=True,
            )


def _entities(scope: Scope) -> dict[str, str]:
    """Return whose the files are, by path: what a waiver names."""
    names = {one.path: f"{Kind.TRANSLATIONS}/{one.namespace}" for one in scope.content.catalogues()}
    owned = [*scope.entities(), *(one.record for one in scope.content.areas.values())]
    for entity in [*owned, *scope.content.owners.values()]:
        names.update(dict.fromkeys(entity.files, str(entity.reference)))
    return names
