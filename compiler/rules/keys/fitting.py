"""Rules about what code passes beside a key, and what the message asks for."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.base.suggest import nearest
from compiler.rules.keys.view import KeyView
from compiler.rules.wording import listed


def unpassed_argument(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """Code does not pass a value that the message shows.

    **Why** The reader sees a gap or the name of the placeholder; FormatJS throws an error.

    **Bad** ``t('pay')`` for `Pay {amount}`.

    **Good** ``t('pay', { amount })``.

    **Not flagged** Values that are passed as a whole (``t('pay', values)``, ``...rest``), and texts
    that are kept to be formatted later (``val pattern = getString(R.string.pay)``); `count`
    in place of the number of a plural and `context` in place of a choice, as i18next names them.
    """
    for one in view.mismatches:
        if one.lacking:
            names = listed(one.lacking)
            passed = "nothing of that name is" if one.number is None else _values(one.number)
            yield rule.at(
                one.use.place,
                f"`{one.key.label}` shows {names}, and {passed} passed here",
                hint=f"pass {names}",
                entity=one.key.reference,
            )


def needless_argument(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """Code passes a value that the message does not show.

    **Why** The placeholder is misspelt on one side, or the text has lost it.

    **Bad** ``t('pay', { amuont })`` for `Pay {amount}`.

    **Good** ``t('pay', { amount })``.

    **Not flagged** What chooses a form (`count`, `context`); functions and elements for tags of the
    message; options of the library, such as `defaultValue`.
    """
    for one in view.mismatches:
        wanted = [f"{{{other}}}" for other in one.wanted]
        shown = listed(wanted) if wanted else "no placeholder"
        if one.number is not None and not one.lacking:
            yield rule.at(
                one.use.place,
                f"{_values(one.number)} passed here, and `{one.key.label}` has {shown}",
                hint="leave out what is not shown, or show it in the text",
                entity=one.key.reference,
            )
        for name in one.needless:
            near = nearest(name, one.wanted)
            yield rule.at(
                one.use.place,
                f"`{name}` is passed here, and `{one.key.label}` has {shown}",
                hint=f"did you mean `{near}`?" if near else "leave it out, or show it in the text",
                entity=one.key.reference,
            )


def _values(number: int) -> str:
    return "1 value is" if number == 1 else f"{number or 'no'} values are"
