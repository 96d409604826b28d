"""`check --online`: the links of the content followed, before the rules are run."""

from compiler.base.finding import Finding
from compiler.load.loading import Loaded
from compiler.rules.online.links import links_of
from compiler.rules.online.table import link_findings
from compiler.wiring import link_prober


def audited(loaded: Loaded) -> tuple[Finding, ...]:
    """Return what there is to say about where links lead. Opens connections."""
    links = links_of(loaded.content)
    answers = link_prober().answers(dict.fromkeys(one.url for one in links))
    return tuple(link_findings(links, answers))
