"""Rules about languages.yaml, and about content in languages that it does not list."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.messages.cldr import is_known_locale
from compiler.rules.check import Scope


def unknown_locale(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A locale in languages.yaml is none that CLDR, the register of the world's languages, knows.

    **Why** Its name, direction, plural forms and parent are unknown, and no browser asks for it.

    **Bad**

    ```yaml
    active: [en, es-LAT]
    ```

    **Good** A BCP 47 tag of known parts: language, script, region.

    ```yaml
    active: [en, es-419]
    ```

    **Not flagged** Content in a language that is not listed (`inactive-locale`).
    """
    for locale, place in dict(reversed(list(_listed(scope)))).items():
        if not is_known_locale(locale):
            yield rule.at(place, f"`{locale}` is no language that CLDR knows")


def _listed(scope: Scope) -> Iterator[tuple[str, Place]]:
    languages = scope.content.languages
    if not languages.readable:
        return
    yield languages.source, languages.places.value("source")
    for name, locales in (("active", languages.active), ("enabled", languages.enabled)):
        for index, locale in enumerate(locales):
            yield locale, languages.places.value(name, index)
    for locale, fallback in languages.fallbacks.items():
        yield locale, languages.places.key("fallbacks", locale)
        yield fallback, languages.places.value("fallbacks", locale)


def source_not_active(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """The source language is not among the active ones.

    **Why** Everything is translated from it, so it is always one of those that are worked on.

    **Bad**

    ```yaml
    source: en
    active: [es, ru]
    ```

    **Good**

    ```yaml
    source: en
    active: [en, es, ru]
    ```

    **Not flagged** A source language that is not enabled: visitors then cannot choose it.
    """
    languages = scope.content.languages
    if languages.readable and languages.source not in languages.active:
        yield rule.at(
            languages.places.value("source"),
            f"`{languages.source}` is the source language and not active",
            hint=f"add `{languages.source}` to `active`",
        )


def enabled_not_active(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A language is enabled for visitors without being active.

    **Why** `active` lists the languages that are translated, `enabled` those of them that a visitor
    may choose.

    **Bad**

    ```yaml
    active: [en, es]
    enabled: [en, es, ru]
    ```

    **Good**

    ```yaml
    active: [en, es, ru]
    enabled: [en, es, ru]
    ```

    **Not flagged** Active languages that are not enabled.
    """
    languages = scope.content.languages
    for index, locale in enumerate(languages.enabled if languages.readable else ()):
        if locale not in languages.active:
            yield rule.at(
                languages.places.value("enabled", index),
                f"`{locale}` is enabled and not active",
                hint=f"add `{locale}` to `active`, or take it out of `enabled`",
            )


def nothing_enabled(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """No language is enabled, so nothing that visitors read is published.

    **Why** Only enabled languages are published; without one the release has settings alone.

    **Bad**

    ```yaml
    source: en
    active: [en, es]
    ```

    **Good**

    ```yaml
    source: en
    active: [en, es]
    enabled: [en]
    ```

    **Not flagged** An area that shows only some of the enabled languages.
    """
    languages = scope.content.languages
    if languages.readable and not languages.enabled:
        yield rule.at(
            languages.places.key("enabled"),
            "no language is enabled: nothing that visitors read is published",
            hint=f"write `enabled: [{languages.source}]`",
        )


def duplicate_locale(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A language stands twice in one list.

    **Why** One of the two was probably meant to be another language.

    **Bad**

    ```yaml
    active: [en, es, es]
    ```

    **Good**

    ```yaml
    active: [en, es, pt]
    ```

    **Not flagged** A language in both `active` and `enabled`: that is how it is enabled.
    """
    languages = scope.content.languages
    for name, locales in (("active", languages.active), ("enabled", languages.enabled)):
        for index, locale in enumerate(locales):
            if locale in list(locales)[:index]:
                yield rule.at(
                    languages.places.value(name, index), f"`{locale}` stands twice in `{name}`"
                )


def inactive_fallback(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A fallback is of, or leads to, a language that is not active.

    **Why** It has no effect: there are no texts in a language that is not active.

    **Bad**

    ```yaml
    active: [en, es-MX]
    fallbacks: {es-MX: es}
    ```

    **Good**

    ```yaml
    active: [en, es, es-MX]
    fallbacks: {es-MX: es}
    ```

    **Not flagged** Parents that CLDR knows and that are not active; they are passed over.
    """
    languages = scope.content.languages
    for locale, fallback in languages.fallbacks.items() if languages.readable else ():
        for name, place in (
            (locale, languages.places.key("fallbacks", locale)),
            (fallback, languages.places.value("fallbacks", locale)),
        ):
            if name not in languages.active:
                yield rule.at(
                    place,
                    f"`{name}` is not active, so this fallback has no effect",
                    hint=f"add `{name}` to `active`, or remove the fallback",
                )
