"""translations/<format>/<locale>/<namespace>.json: flat label → message, one writer a format."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from compiler.bundle.strings import ResolvedString, inherited_strings, namespaces, resolved_strings
from compiler.bundle.view import AreaView
from compiler.messages import i18next
from compiler.messages.expressible import NotExpressible
from compiler.messages.i18next_simple import NESTING
from compiler.settings import OutputName

Strings = Mapping[str, ResolvedString]


def translation_bundles(view: AreaView, locale: str) -> Iterator[tuple[str, Any]]:
    """Return logical names and contents, for every format that the project asks for."""
    for namespace in namespaces(view):
        strings = resolved_strings(view, namespace, locale)
        for output in view.settings.outputs:
            yield (
                f"translations/{output}/{locale}/{namespace}.json",
                view.once.of(
                    (output, locale), (strings,), partial(_FORMATS[output], strings, locale)
                ),
            )


def inherited_translations(view: AreaView, locale: str) -> dict[str, str]:
    """Return which strings (``namespace:label``) come from another locale, and from which."""
    return {
        f"{namespace}:{label}": origin
        for namespace in namespaces(view)
        for label, origin in inherited_strings(resolved_strings(view, namespace, locale), locale)
    }


def _icu(strings: Strings, _: str) -> dict[str, str]:
    return {label: string.icu for label, string in strings.items()}


def _i18next(strings: Strings, locale: str) -> dict[str, str]:
    bundle: dict[str, str] = {}
    for label, string in strings.items():
        if string.message is None:
            if NESTING not in string.icu:
                bundle[label] = string.icu
        else:
            entries = i18next.entries_of(label, string.message, locale)
            if not isinstance(entries, NotExpressible):
                bundle.update(entries)
    return bundle


_FORMATS: dict[OutputName, Callable[[Strings, str], dict[str, str]]] = {
    "icu": _icu,
    "i18next": _i18next,
}
