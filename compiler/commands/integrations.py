"""Which integration is meant: by its name, or the only one there is."""

from collections.abc import Mapping

from compiler.adapters.translators.table import OFFLINE
from compiler.base.failure import UsageError
from compiler.base.project_file import PROJECT_FILE
from compiler.base.suggest import did_you_mean
from compiler.settings import Integration, Settings


def chosen_integration(
    settings: Settings, name: str | None, *, any_does: bool = False
) -> tuple[str, Integration]:
    """Return an integration and its name.

    Where none is named, and there is not one alone, ``any_does`` takes one as it would be without
    settings; else that raises UsageError.
    """
    known = settings.integrations
    if name is None:
        if len(known) == 1:
            return next(iter(known.items()))
        if any_does:
            return "openai", Integration()
        there = ", ".join(f"`{one}`" for one in (*known, *sorted(OFFLINE)))
        raise UsageError(f"`--integration` says who translates; there is {there}{_none(known)}")
    if name in known:
        return name, known[name]
    if name in OFFLINE:
        return name, Integration(provider=name)
    hint = did_you_mean(name, [*known, *OFFLINE])
    raise UsageError(f"there is no integration `{name}` in {PROJECT_FILE}; {hint}{_none(known)}")


def _none(known: Mapping[str, Integration]) -> str:
    """Say how there would be an integration, where there is none."""
    if known:
        return ""
    example = "integrations: {openai: {model: gpt-5-mini, api_key: env:OPENAI_API_KEY}}"
    return f"; a service is set in {PROJECT_FILE}: `{example}`"
