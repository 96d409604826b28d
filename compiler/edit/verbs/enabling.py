"""`enable` and `disable`: which languages a visitor may choose."""

from collections.abc import Iterator

from compiler.base.failure import RefusedError, UsageError
from compiler.base.suggest import nearest
from compiler.edit.verbs.editor import Deed, Editor
from compiler.edit.yaml.edits import InsertItem, Put, Remove
from compiler.model.catalogue import Standing
from compiler.model.languages import LANGUAGES_FILE, Languages
from compiler.rules.assessment import assess_entities
from compiler.rules.strings import assess_strings
from compiler.rules.wording import listed

_SHOWN = 20


def enable(editor: Editor, locale: str, *, allow_missing: bool) -> None:
    """Let visitors choose a language.

    Raises UsageError for one that is not active, RefusedError for one that lacks something.
    """
    languages = _languages(editor, locale)
    if locale in languages.enabled:
        _leave(editor, locale, f"`{locale}` is enabled already")
        return
    missing = [] if allow_missing or locale == languages.source else list(_missing(editor, locale))
    if missing:
        shown = "\n".join(f"  {one}" for one in missing[:_SHOWN])
        more = f"\n  … and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        raise RefusedError(
            f"`{locale}` cannot be enabled, it lacks\n{shown}{more}\n"
            "Translate it, or enable it with `--allow-missing`: what it lacks is then shown in the "
            "language that it falls back to"
        )
    places = languages.places
    if languages.enabled:
        before = [tag for tag in languages.active if tag in (*languages.enabled, locale)]
        behind = before[before.index(locale) + 1 :]
        index = next((list(languages.enabled).index(tag) for tag in behind), None)
        editor.draft.edit(places, InsertItem(("enabled",), locale, index))
    else:
        editor.draft.edit(places, Put(("enabled",), [locale]))
    editor.done.append(Deed("languages", f"`{locale}` is enabled", places.key("enabled")))


def disable(editor: Editor, locale: str) -> None:
    """Let visitors choose a language no more. Raises RefusedError for the last one."""
    languages = _languages(editor, locale)
    if locale not in languages.enabled:
        _leave(editor, locale, f"`{locale}` is not enabled")
        return
    if len(languages.enabled) == 1:
        raise RefusedError(f"`{locale}` is the only language that a visitor may choose")
    index = list(languages.enabled).index(locale)
    editor.draft.edit(languages.places, Remove(("enabled", index)))
    place = languages.places.value("enabled", index)
    editor.done.append(Deed("languages", f"`{locale}` is not enabled any more", place))


def _languages(editor: Editor, locale: str) -> Languages:
    languages = editor.scope.content.languages
    if locale not in languages.active:
        near = nearest(locale, languages.active)
        hint = f"first write it to `active` in `{LANGUAGES_FILE}`, and translate into it"
        if near is not None:
            hint = f"did you mean `{near}`? Else {hint}"
        raise UsageError(f"`{locale}` is not active: {hint}")
    return languages


def _leave(editor: Editor, locale: str, message: str) -> None:
    places = editor.scope.content.languages.places
    editor.leave("languages", message, places.key("enabled" if locale else "active"))


def _missing(editor: Editor, locale: str) -> Iterator[str]:
    for found in editor.scope.once(assess_entities):
        if found.locale == locale and found.counted and found.standing is Standing.MISSING:
            parts = "" if found.own is None else f": {listed(found.lacks)}"
            yield f"{found.written.reference}{parts}"
    for catalogue in editor.scope.once(assess_strings):
        if catalogue.locale == locale:
            for string in catalogue.of(Standing.MISSING):
                yield f"translations/{catalogue.source.namespace}:{string.source.label}"
