"""Which names ask for keys: functions, hooks that make such functions, components."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Hook(NamedTuple):
    """A function that gives a translating function.

    ``namespace`` and ``prefix`` are the numbers of its arguments, ``options`` that of an object
    with a ``keyPrefix`` and a ``namespace``.
    """

    namespace: int | None = None
    prefix: int | None = None
    options: int | None = None


HOOKS: Mapping[str, Hook] = {
    "useTranslation": Hook(namespace=0, options=1),
    "getFixedT": Hook(namespace=1, prefix=2),
    "useTranslations": Hook(prefix=0),
    "getTranslations": Hook(prefix=0, options=0),
    "createTranslator": Hook(prefix=0, options=0),
    "useI18n": Hook(),
    "useTranslate": Hook(namespace=0),
    "getTranslate": Hook(namespace=0),
}
"""By the last part of their name. The pages: react-i18next "useTranslation", i18next "getFixedT",
next-intl "useTranslations", "getTranslations" and "createTranslator", vue-i18n "useI18n", Tolgee
"useTranslate"."""

COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "Trans": ("i18nKey", "id"),
    "TransWithoutContext": ("i18nKey",),
    "IcuTrans": ("i18nKey",),
    "FormattedMessage": ("id",),
    "FormattedHTMLMessage": ("id",),
    "Plural": ("id",),
    "i18n-t": ("keypath", "path"),
    "I18nT": ("keypath", "path"),
    "i18n": ("path",),
    "Translation": ("keypath",),
    "T": ("keyName",),
}
"""Components and the attributes that may have their key. The pages: react-i18next "Trans
Component", react-intl "FormattedMessage", Lingui "React API", vue-i18n "Component Interpolation",
Tolgee "T component"."""

WRAPPERS: Mapping[str, int] = {"withTranslation": 0}
"""Functions around a component that gets `t` with the namespaces of that argument, from 0."""

RENDERERS: Mapping[str, str] = {"Translation": "ns"}
"""Components that hand `t` to a function between their tags, and their attribute with its
namespace (react-i18next "Translation (render prop)")."""

DESCRIBED = frozenset({"formatMessage", "defineMessage", "$formatMessage"})
"""Functions that take nothing but an object with the key as its `id` (FormatJS "Message
Declaration")."""

BY_ID = DESCRIBED | {"$t", "$_"}
"""Functions that may take one (svelte-i18n "Formatters")."""

OF_BOUND = frozenset({"t", "rich", "markup", "raw", "has"})
"""What a bound name has that translates, too (next-intl "Rich text")."""

OPTIONAL = frozenset({"exists", "te", "$te", "has", "hasMessage"})
"""Functions that ask whether there is such a key."""

BRANCHES = frozenset({"tm", "$tm", "raw"})
"""Functions that give all texts below a key (vue-i18n `tm`, next-intl `raw`)."""

RESOURCE_FOLDERS = frozenset({"string", "plurals", "array"})
"""What stands before the name of a resource: `R.string.name`."""

RESOURCES = frozenset(
    [
        "stringResource",
        "pluralStringResource",
        "stringArrayResource",
        "getString",
        "getText",
        "getQuantityString",
        "getStringArray",
    ]
)
"""Functions of Android and Compose that take `R.string.name`."""

LITERAL_ONLY = frozenset({"Text", "Button", "Label", "Toggle", "Picker", "Section", "Link"})
"""Views of SwiftUI: a text in quotes is a key to them, any other value is shown as it is."""


@dataclass(frozen=True)
class Vocabulary:
    """The names that count in some files: those of libraries, and a project's own."""

    functions: frozenset[str]
    hooks: Mapping[str, Hook] = field(default_factory=lambda: HOOKS)
    components: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: COMPONENTS)

    @cached_property
    def elements(self) -> frozenset[str]:
        """The names of all elements that are looked at."""
        return frozenset({*self.components, *RENDERERS})

    @cached_property
    def simple(self) -> frozenset[str]:
        """The functions that are called by one word."""
        return frozenset(one for one in self.functions if "." not in one)

    @cached_property
    def _any(self) -> re.Pattern[bytes]:
        called = {one.rpartition(".")[2] for one in self.functions}
        names = called | {*self.hooks, *self.elements, *WRAPPERS, *DESCRIBED, *RESOURCE_FOLDERS}
        words = "|".join(re.escape(one) for one in sorted({*names, "defaultMessage"}))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)".encode())

    def may_occur(self, code: bytes) -> bool:
        """Tell whether any of the names stands in code, as it is or behind an escape.

        Where none does, nothing there asks for a key, and it need not be read as syntax.
        """
        return self._any.search(code) is not None or b"\\u" in code


NO_FUNCTIONS = Vocabulary(frozenset())
"""What libraries have, and no function."""
