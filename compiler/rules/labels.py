"""Rules about labels: how they are written, and that they can be told apart."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from compiler.base.finding import Finding, Note
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.model.catalogue import Message
from compiler.model.reference import Kind
from compiler.rules.check import Scope

_STYLES = {
    "camelCase": re.compile(r"[a-z0-9][a-zA-Z0-9]*(_v\d+)?"),
    "snake_case": re.compile(r"[a-z0-9]+(_[a-z0-9]+)*"),
    "kebab-case": re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(_v\d+)?"),
}
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+")
_VERSION = re.compile(r"_v\d+$")


def label_style(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A label of a string, text or template is not written in the style of the project.

    **Why** Labels become keys in code; one style makes them guessable. The project's style is
    `labels` in clientarea.yaml: `camelCase` (where nothing is said), `snake_case`, `kebab-case` or
    `any`. It holds for each part between dots.

    **Bad**

    ```po
    msgctxt "checkout.Pay_Button"
    ```

    **Good**

    ```po
    msgctxt "checkout.payButton"
    ```

    **Not flagged** A suffix `_v2`, which makes a new label of an old one; names of levels,
    statuses, areas, owners, banners and documents.
    """
    style = _STYLES.get(scope.settings.labels)
    if style is None:
        return
    for label, place, entity in _labels(scope):
        if not all(style.fullmatch(part) for part in label.split(".")):
            better = ".".join(_restyled(part, scope.settings.labels) for part in label.split("."))
            yield rule.at(
                place(),
                f"`{label}` is not in {scope.settings.labels}",
                hint=f"`{better}` is" if better.strip(".") and better != label else None,
                entity=entity,
            )


def _labels(scope: Scope) -> Iterator[tuple[str, Callable[[], Place], str]]:
    """Yield labels with their references, and how to find their place: few are asked for it."""
    for catalogue, message in scope.labels():
        reference = f"translations/{catalogue.namespace}:{message.label}"
        yield message.label, partial(message.locator.place, "msgctxt"), reference
    for kind in (Kind.TEXTS, Kind.TEMPLATES):
        for area, layer in scope.layers.items():
            for label, entity in getattr(layer, kind).items():
                if area is None or label not in getattr(scope.content.shared, kind):
                    yield label, partial(Place, entity.places.path), str(entity.reference)


def _restyled(part: str, style: str) -> str:
    version = _VERSION.search(part)
    suffix = version[0] if version else ""
    words = [match[0].lower() for match in _WORD.finditer(part.removesuffix(suffix))]
    if style == "camelCase":
        first, *rest = words or [""]
        return first + "".join(word.title() for word in rest) + suffix
    return ("_" if style == "snake_case" else "-").join(words) + suffix


def similar_labels(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Two strings of a namespace have labels that differ only in upper and lower case.

    **Why** People take one for the other, and some file systems and languages cannot tell them
    apart.

    **Bad**

    ```po
    msgctxt "checkout.payNow"
    msgctxt "checkout.paynow"
    ```

    **Good** One of them, or two different names.

    ```po
    msgctxt "checkout.payNow"
    msgctxt "checkout.payNowButton"
    ```

    **Not flagged** The same label in two namespaces; names of files (`label-clash`).
    """
    seen: dict[tuple[str, str], Message] = {}
    for catalogue, message in scope.labels():
        other = seen.setdefault((catalogue.namespace, message.label.casefold()), message)
        if other.label != message.label:
            yield rule.at(
                message.places.label,
                f"`{message.label}` differs from `{other.label}` only in upper and lower case",
                entity=f"translations/{catalogue.namespace}:{message.label}",
                notes=(Note(f"`{other.label}`", other.places.label),),
            )
