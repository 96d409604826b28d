"""Rules about translations that are behind their source, or that nobody has confirmed."""

from collections.abc import Iterable, Iterator

from compiler.base.finding import Finding, Note
from compiler.base.fix import Fix, PutValue
from compiler.base.rule import Rule
from compiler.model.catalogue import Standing
from compiler.rules.assessment import Assessment, assess_entities
from compiler.rules.check import Scope
from compiler.rules.gates import (
    BEHIND_WEIGHT,
    enabled_catalogues,
    enabled_entities,
    weight_behind,
)
from compiler.rules.paste import form_count, message_lines, source_lines
from compiler.rules.strings import CatalogueAssessment, StringAssessment
from compiler.rules.wording import in_area, many


def stale(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation was made from a source text that has changed since.

    **Why** The visitor reads what used to be true. The gate `reviewed` refuses it; `complete`
    warns, `draft` remarks; it is published meanwhile.

    **Bad**

    ```yaml
    locales:
      en: {title: Withdrawals take two days}
      es: {title: Los retiros tardan un día, from: en@3f9a1c2e}   # made from an older text
    ```

    **Good** Bring the translation up to date, then paste the line that the finding prints.

    ```yaml
      es: {title: Los retiros tardan dos días, from: en@b41d77a0}
    ```

    In a PO catalogue: `clientarea sync` takes the new `msgid` over; bring `msgstr` up to date, then
    remove `fuzzy` and the `#|` lines.

    **Not flagged** A translation without `from` (`unstamped` counts those).
    """
    for found in enabled_entities(scope):
        if found.currency is Standing.STALE and found.own is not None:
            yield rule.at(
                found.own.places.value("from"),
                f"the source text of `{found.written.reference}` has changed since it was "
                f"translated into `{found.locale}`{in_area(found.written.area)}",
                hint=f"bring the translation up to date, then write\nfrom: {found.stamp}",
                entity=str(found.written.reference),
                locale=found.locale,
                severity=weight_behind(scope, found),
            )
    for catalogue in enabled_catalogues(scope):
        for string in catalogue.of(Standing.STALE):
            yield _stale_string(scope, rule, catalogue, string)


def _stale_string(
    scope: Scope, rule: Rule, catalogue: CatalogueAssessment, string: StringAssessment
) -> Finding:
    own, source = string.own or string.source, string.source
    renewed = own.source_texts == source.source_texts
    by_sync = "`clientarea sync` takes the new text over and marks the entry; by hand, "
    up_to_date = "bring the translation up to date, then"
    if renewed:
        hint = f"{up_to_date} remove `fuzzy` and the lines that begin with `#|`"
    elif (own.source_plural is None) is (source.source_plural is None):
        hint = f"{by_sync}{up_to_date} write\n{source_lines(source)}"
    else:
        lines = message_lines(source, form_count(catalogue.locale, catalogue.plural_forms))
        hint = f"{by_sync}translate it anew, in place of this entry\n{lines}"
    return rule.at(
        own.places.flags if renewed else own.places.source,
        f"the source text of `{source.label}` has changed since it was translated into "
        f"`{catalogue.locale}`{in_area(catalogue.area)}",
        hint=hint,
        entity=f"translations/{catalogue.source.namespace}:{source.label}",
        locale=catalogue.locale,
        severity=BEHIND_WEIGHT[scope.gate],
        notes=(Note("the source text", source.places.source),),
    )


def fuzzy(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation in a catalogue is marked `fuzzy`: nobody has confirmed it.

    **Why** A tool or a guess wrote it. The gate `reviewed` refuses it; `complete` warns, `draft`
    remarks; it is published meanwhile.

    **Bad**

    ```po
    #, fuzzy
    msgctxt "action.close"
    msgid "Close"
    msgstr "Cerca"
    ```

    **Good** Look at it, mend it, and remove the flag.

    ```po
    msgctxt "action.close"
    msgid "Close"
    msgstr "Cerrar"
    ```

    **Not flagged** Entries with an older source text in `#| msgid`: those are `stale`.
    """
    for catalogue in enabled_catalogues(scope):
        for string in catalogue.of(Standing.UNREVIEWED):
            own = string.own or string.source
            yield rule.at(
                own.places.flags,
                f"nobody has confirmed `{own.label}` in `{catalogue.locale}`"
                f"{in_area(catalogue.area)}: it is marked `fuzzy`",
                hint="remove `fuzzy` once the translation is right",
                entity=f"translations/{catalogue.source.namespace}:{own.label}",
                locale=catalogue.locale,
                severity=BEHIND_WEIGHT[scope.gate],
            )


def unreviewed(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation is marked `review: needed`: a machine wrote it, or it was copied.

    **Why** A person who knows the language has to read it first. The gate `reviewed` refuses it;
    `complete` warns, `draft` remarks; it is published meanwhile.

    **Bad**

    ```yaml
    es: {title: Básico, from: en@3f9a1c2e, review: needed}
    ```

    **Good**

    ```yaml
    es: {title: Básico, from: en@3f9a1c2e}
    ```

    **Not flagged** Languages that are not enabled (`incomplete-language` counts them).
    """
    for found in enabled_entities(scope):
        if found.own is not None and found.own.review_needed:
            yield rule.at(
                found.own.places.key("review"),
                f"nobody has reviewed `{found.written.reference}` in `{found.locale}`"
                f"{in_area(found.written.area)}",
                hint="remove `review: needed` once the translation is right",
                entity=str(found.written.reference),
                locale=found.locale,
                severity=weight_behind(scope, found),
            )


def _stamping(those: Iterable[Assessment]) -> Iterator[Fix]:
    """Yield what says of translations that they are of today's source, as which they count."""
    for one in those:
        if one.own is not None and one.stamp is not None:
            places = one.own.places
            yield PutValue(places.path, (*places.prefix, "from"), one.stamp)


def _has_unstamped(scope: Scope) -> bool:
    """Tell whether anything lacks a stamp: mostly nothing does, and that is seen at a glance."""
    wanted = set(scope.locales(None)) - {scope.content.languages.source}
    return any(
        said.stamp is None and locale in wanted
        for entity in scope.entities()
        for locale, said in entity.locales.items()
    )


def unstamped(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """Translations do not say which source text they were made from; one remark a language.

    **Why** Without `from` nobody notices when the source text changes.

    **Bad**

    ```yaml
    es: {title: Básico}
    ```

    **Good**

    ```yaml
    es: {title: Básico, from: en@3f9a1c2e}
    ```

    **Not flagged** Strings: a catalogue carries the source text itself.
    """
    unstamped: dict[str, list[Assessment]] = {}
    for one in scope.once(assess_entities) if _has_unstamped(scope) else ():
        if one.unstamped:
            unstamped.setdefault(one.locale, []).append(one)
    source = scope.content.languages.source
    for locale, those in unstamped.items():
        number = len(those)
        yield rule.at(
            scope.locale_place(locale),
            f"{many(number, 'translation')} into `{locale}` {'does' if number == 1 else 'do'} "
            f"not say which source text {'it comes' if number == 1 else 'they come'} from",
            hint=f"a line such as `from: {source}@3f9a1c2e` in each makes later changes of the "
            "source text known; until then they count as current",
            locale=locale,
            fixes=tuple(_stamping(those)),
        )
