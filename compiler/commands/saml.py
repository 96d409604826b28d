"""`saml`: the metadata of an area that its identity provider is given."""

from compiler.base.failure import UsageError
from compiler.base.suggest import did_you_mean
from compiler.bundle.saml import service_provider_metadata
from compiler.commands.exits import FINE
from compiler.commands.opening import open_project
from compiler.load.loading import load
from compiler.report.console import Console


def run(console: Console, *, project: str | None, area: str, name: str | None) -> int:
    """Print the SAML metadata of one way to sign in; return the exit code."""
    content = load(open_project(console, project).snapshot).content
    if area not in content.areas:
        hint = did_you_mean(area, content.areas)
        raise UsageError(f"there is no area `{area}` without errors; {hint or 'see `check`'}")
    record = content.areas[area].record.record
    ways = {one.name: one for one in record.sso}
    if name is None and len(ways) == 1:
        (name,) = ways
    if name is None or name not in ways:
        if not ways:
            raise UsageError(f"`{area}` has no way to sign in: write one in `sso` of its area.yaml")
        raise UsageError(f"name one of the ways to sign in at `{area}`: {', '.join(ways)}")
    metadata = service_provider_metadata(record, ways[name])
    if metadata is None:
        raise UsageError(f"`{name}` of `{area}` is no SAML, or has no `acs_url`")
    console.result(metadata.rstrip("\n"))
    return FINE
