"""The rules about the tool's own orders: settings of rules, comments that silence, waivers.

They are found while judging, so their pages stand here and not with a check.
"""

from inspect import cleandoc

from compiler.base.finding import Severity
from compiler.base.rule import Rule


def _rule(rule_id: str, severity: Severity, doc: str, *, fixable: bool = False) -> Rule:
    return Rule(rule_id, severity, cleandoc(doc), fixable)


UNKNOWN_RULE = _rule(
    "unknown-rule",
    Severity.ERROR,
    """clientarea.yaml or waivers.yaml names a rule that does not exist.

    **Why** The setting changes nothing, and whoever wrote it relies on it.

    **Bad**

    ```yaml
    rules: {label-stile: off}
    ```

    **Good** `clientarea rules` lists all rules.

    ```yaml
    rules: {label-style: off}
    ```

    **Not flagged** Comments that silence an unknown rule (`unused-suppression`).
    """,
)

LOWERED_ERROR = _rule(
    "lowered-error",
    Severity.ERROR,
    """clientarea.yaml makes less of a rule whose findings are errors.

    **Why** An error means that visitors would see something broken. Settings may lower and raise
    warnings; an error can only be let pass for a while, one by one and with a reason.

    **Bad**

    ```yaml
    # clientarea.yaml
    rules: {missing-slot: off}
    ```

    **Good**

    ```yaml
    # waivers.yaml
    waivers:
      - rule: missing-slot
        entity: banners/summer
        reason: The wide picture comes with the new campaign.
        expires: 2027-01-31
    ```

    **Not flagged** Rules that the gate makes errors and the chosen gate does not.
    """,
)

UNUSED_SUPPRESSION = _rule(
    "unused-suppression",
    Severity.WARNING,
    """A comment or flag silences nothing.

    **Why** What it was for has been mended, or its rule is misspelt: it would hide the next one.
    Errors cannot be silenced, only let pass for a while in waivers.yaml.

    **Bad** (the label is in the project's style)

    ```yaml
    # clientarea: ignore label-style -- an old key of the mobile app
    ```

    **Good** No comment.

    **Not flagged** Flags with Weblate's own names, such as `ignore-same`, which Weblate reads too.
    """,
    fixable=True,
)

EXPIRED_WAIVER = _rule(
    "expired-waiver",
    Severity.WARNING,
    """A waiver has come to its end.

    **Why** It lets nothing pass any more: the error is there again, if nobody has mended it.

    **Bad** (today is 2027-02-01)

    ```yaml
    waivers:
      - {rule: missing-slot, entity: banners/summer, reason: Not painted yet, expires: 2027-01-31}
    ```

    **Good** Mend what it was for and remove it, or decide anew.

    **Not flagged** The day itself: a waiver holds until its end.
    """,
)

UNNEEDED_WAIVER = _rule(
    "unneeded-waiver",
    Severity.WARNING,
    """A waiver lets nothing pass: there is no such error.

    **Why** What it was for has been mended, or it names another entity; it would let the next error
    pass unseen. Warnings need no waiver.

    **Bad** (the banner has all slots)

    ```yaml
    waivers:
      - {rule: missing-slot, entity: banners/summer, reason: Not painted yet, expires: 2027-01-31}
    ```

    **Good** No waiver.

    **Not flagged** Waivers that have expired (`expired-waiver`).
    """,
    fixable=True,
)

RULES = (UNKNOWN_RULE, LOWERED_ERROR, UNUSED_SUPPRESSION, EXPIRED_WAIVER, UNNEEDED_WAIVER)
"""Every rule about the tool's own orders."""
