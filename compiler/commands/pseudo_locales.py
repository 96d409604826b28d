"""Strings of pseudo-locales beside those of the languages, which are compiled already."""

from compiler.bundle.compiling import StringBundles, compile_strings
from compiler.model.content import Content
from compiler.settings import Settings
from compiler.translate.pseudo.content import PSEUDO_LOCALES


def strings_with_pseudo(
    content: Content, settings: Settings, strings: StringBundles | None
) -> StringBundles | None:
    """Return the bundles of all languages; ``content`` has the pseudo-locales.

    Where there are none yet, None: all are to be compiled then.
    """
    if strings is None:
        return None
    made = compile_strings(content, settings, PSEUDO_LOCALES)
    return {area: {**strings.get(area, {}), **bundles} for area, bundles in made.items()}
