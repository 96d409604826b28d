"""Rules about what banners say to who cannot see them."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.model.banner import SLOT_NAMES
from compiler.rules.banners.images import banner_texts
from compiler.rules.check import Scope
from compiler.rules.wording import listed


def undescribed_banner(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A banner is active in a language in which nothing says what it shows.

    **Why** Who cannot see it is not told of it: programs that read pages aloud read the
    description, and say nothing, or the name of a file, where there is none.

    **Bad**

    ```yaml
    locales: {en: {active: true}}
    ```

    **Good** What the images say, words and offer included: for all slots, or for each alone.

    ```yaml
    locales: {en: {active: true, description: "Summer sale: no commission until 31 August."}}
    ```

    Or, for a banner that says nothing:

    ```yaml
    decorative: true
    locales: {en: {active: true}}
    ```

    **Not flagged** Languages in which the banner is not active.
    """
    for banner, locale, text, whole in banner_texts(scope):
        silent = [name for name in SLOT_NAMES if text.alt(name) is None]
        if text.active and silent and not whole.record.decorative:
            where = "" if len(silent) == len(SLOT_NAMES) else f" for {listed(silent)}"
            yield rule.at(
                text.places.key(),
                f"`{banner.label}` has no description{where} in `{locale}`",
                hint="write what the images say as `description: …`; or, for a banner that says "
                "nothing, `decorative: true` beside `locales`",
                entity=str(banner.reference),
                locale=locale,
            )
