"""Rules about what a translation of rich text must have in common with its source text."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.richtext.parts import Part, Sign
from compiler.rules.check import Scope
from compiler.rules.richtext.compared import Compared, compared, paired, surplus
from compiler.rules.wording import many


def lost_link(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation of a text lacks a link or an image of its source text.

    **Why** Visitors of that language cannot open what the text speaks of.

    **Bad**

    ```yaml
    locales:
      en: {description: "Read [our terms](texts/legal.terms)."}
      es: {description: "Lea nuestras condiciones."}
    ```

    **Good**

    ```yaml
      es: {description: "Lea [nuestras condiciones](texts/legal.terms)."}
    ```

    **Not flagged** Links in another order; one that leads elsewhere (`changed-url`); a translation
    that is behind its source (`stale`).
    """
    for found in scope.once(compared):
        for sign in (Sign.LINK, Sign.IMAGE):
            source, own = found.both(sign)
            lost, added = surplus(source, own, found), surplus(own, source, found)
            for part, other in paired(lost, added):
                if part is not None and part.value and other is None:
                    what = "image" if sign is Sign.IMAGE else "link to"
                    address = found.source.said(part.value)
                    message = f"the translation lacks the {what} `{address}`"
                    yield found.finding(rule, message, source=part)


def changed_url(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """See `compiler.rules.messages.changed_addresses`; the same of links and images in Markdown."""
    for found in scope.once(compared):
        for sign in (Sign.LINK, Sign.IMAGE):
            source, own = found.both(sign)
            lost, added = surplus(source, own, found), surplus(own, source, found)
            for part, other in paired(lost, added):
                if other is None or _is_secured(part, other, found):
                    continue
                shown = found.own.said(other.value)
                message = f"the address `{shown}` is not in the source text"
                hint = None
                if part is not None:
                    hint = f"the source text has `{found.source.said(part.value)}`"
                yield found.finding(rule, message, own=other, source=part, hint=hint)


def _is_secured(part: Part | None, other: Part, found: Compared) -> bool:
    """Tell whether an address is that of the source, with `https` for `http`."""
    if part is None:
        return False
    before, after = found.comparable(part), found.comparable(other)
    return before.startswith("http:") and f"https:{before[5:]}" == after


def changed_table(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A table of a translation has another shape than that of its source text.

    **Why** A column or row is lost, and with it a fee, a limit or a country; or the table has
    become a heap of words, because its second line is broken.

    **Bad**

    ```md
    | Tarjeta | Comisión |
    |---------|----------|
    | Visa    | 1 %      |
    ```

    where the source text has

    ```md
    | Card | Fee | Limit |
    |------|-----|-------|
    | Visa | 1 % | 500   |
    ```

    **Good** As many columns and rows as in the source text.

    **Not flagged** The width of columns, their alignment.
    """
    for found in scope.once(compared):
        source, own = found.both(Sign.TABLE)
        if len(own) != len(source):
            yield _another_number(rule, found, source, own, "table")
            continue
        for before, after in zip(source, own, strict=True):
            for what, one, other in (
                ("column", before.columns, after.columns),
                ("row", before.rows, after.rows),
            ):
                if one != other:
                    message = f"this table has {many(other, what)}, in the source text {one}"
                    yield found.finding(rule, message, own=after, source=before)


def changed_headings(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has other headings than its source text: fewer, more, of other levels.

    **Why** A part of the text is lost or new; tables of contents and links to headings differ.

    **Bad**

    ```md
    ## Comisiones

    Tarjetas
    ```

    where the source text has

    ```md
    ## Fees

    ### Cards
    ```

    **Good**

    ```md
    ## Comisiones

    ### Tarjetas
    ```

    **Not flagged** The words of headings.
    """
    for found in scope.once(compared):
        source, own = found.both(Sign.HEADING)
        before, after = [part.value for part in source], [part.value for part in own]
        if before == after:
            continue
        if len(before) == len(after):
            for one, other in zip(source, own, strict=True):
                if one.value != other.value:
                    message = (
                        f"this heading has level {other.value}, in the source text {one.value}"
                    )
                    yield found.finding(rule, message, own=other, source=one)
            continue
        lost = found.lost(source)
        shown = f": it lacks `{lost.text.strip()}`" if lost is not None and lost.text else ""
        yield _another_number(rule, found, source, own, "heading", shown)


def changed_list(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""A list of a translation has more or fewer items than that of its source text.

    **Why** A condition, a step, a country is lost; or two have run into one.

    **Bad**

    ```yaml
    locales:
      en: {description: "- passport\n- bank card"}
      es: {description: "- pasaporte"}
    ```

    **Good**

    ```yaml
      es: {description: "- pasaporte\n- tarjeta"}
    ```

    **Not flagged** Another order; as many items in more or fewer lists.
    """
    for found in scope.once(compared):
        source, own = found.both(Sign.LIST)
        if len(source) != len(own):
            items, own_items = found.both(Sign.ITEM)
            if len(items) != len(own_items):
                yield _another_number(rule, found, source, own, "list")
            continue
        for before, after in zip(source, own, strict=True):
            if before.rows != after.rows:
                message = (
                    f"this list has {many(after.rows, 'item')}, in the source text {before.rows}"
                )
                yield found.finding(rule, message, own=after, source=before)


def changed_code(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A translation has other code than its source text.

    **Why** What is written as code is typed in as it stands: a command, a file name, a key.

    **Bad**

    ```yaml
    locales:
      en: {description: "Write `STOP` to us."}
      es: {description: "Escríbanos `ALTO`."}
    ```

    **Good**

    ```yaml
      es: {description: "Escríbanos `STOP`."}
    ```

    **Not flagged** What blocks of code say, where comments may be translated: only their number.
    """
    for found in scope.once(compared):
        source, own = found.both(Sign.CODE)
        lost, added = surplus(source, own, found), surplus(own, source, found)
        for part, other in paired(lost, added):
            if other is None and part is not None:
                message = f"the translation lacks the code `{found.source.said(part.value)}`"
                yield found.finding(rule, message, source=part)
            elif other is not None:
                message = f"the code `{found.own.said(other.value)}` is not in the source text"
                hint = f"the source text has `{found.source.said(part.value)}`" if part else None
                yield found.finding(rule, message, own=other, source=part, hint=hint)
        source, own = found.both(Sign.CODE_BLOCK)
        if len(source) != len(own):
            yield _another_number(rule, found, source, own, "block of code")


def _another_number(
    rule: Rule, found: Compared, source: list[Part], own: list[Part], what: str, more: str = ""
) -> Finding:
    """Tell that there are more or fewer of something, where the first is lacking or too much."""
    first, of, rest = what.partition(" of ")
    counted = f"{many(len(own), first)}{of}{rest}"
    message = f"the translation has {counted}, the source text {len(source)}"
    if len(own) > len(source):
        return found.finding(rule, message, own=found.added(own) or own[-1])
    return found.finding(rule, f"{message}{more}", source=found.lost(source) or source[-1])
