"""The table of rules about links, made from where each of them leads."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from compiler.base.finding import Finding, Severity
from compiler.base.rule import Rule, documented
from compiler.ports.links import Answer, Fate
from compiler.rules.online.links import Link

Find = Callable[[Link, Answer, Rule], Finding]


def dead_link(link: Link, answer: Answer, rule: Rule) -> Finding:
    """A link leads nowhere. Found by `check --online`.

    **Why** Who follows it sees an error.

    **Bad** `https://acme.example/old`, which answers 404 or 410, whose host nobody has, whose
    certificate is not trusted, or which is led on in a circle.

    **Good** An address that answers.

    **Not flagged** An address that asks for a password or refuses programs (401, 403); one that is
    complete only with a value put in; a server that does not answer today (`unknown-link`).
    """
    return _at(link, rule, f"`{link.url}` {answer.why}", "lead somewhere else, or take it out")


def private_link(link: Link, answer: Answer, rule: Rule) -> Finding:
    """A link leads into a private network. Found by `check --online`.

    **Why** Visitors cannot go there, and the audit does not either.

    **Bad** `http://192.168.0.10/help`, `http://localhost/`, a host with such an address, or one
    that leads on there.

    **Good** An address that is open to all.

    **Not flagged** A host that only asks for a password.
    """
    hint = "lead visitors to an address that is open to them"
    return _at(link, rule, f"`{link.url}` {answer.why}", hint)


def moved_link(link: Link, answer: Answer, rule: Rule) -> Finding:
    """A link has moved for good. Found by `check --online`.

    **Why** It works as long as somebody keeps the old address, and costs another request.

    **Bad** `http://acme.example/help`, which answers 301 or 308 and leads to `https`.

    **Good** The address that it leads to.

    **Not flagged** One that leads on for the moment (302, 303, 307).
    """
    return _at(link, rule, f"`{link.url}` has moved for good", f"write `{answer.target}`")


def unknown_link(link: Link, answer: Answer, rule: Rule) -> Finding:
    """Nobody can tell today where a link leads. Found by `check --online`.

    **Why** The server did not answer, or answered that something is wrong with it.

    **Bad** A server that takes too long, breaks off, or answers 500 or 429.

    **Good** Another run tells more; a link that stays unknown is dead.

    **Not flagged** A link that answers with an error of its own (`dead-link`).
    """
    return _at(link, rule, f"`{link.url}` {answer.why}", None)


def _at(link: Link, rule: Rule, message: str, hint: str | None) -> Finding:
    return rule.at(link.place, message, hint=hint, entity=link.entity, locale=link.locale)


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """A rule about links of one fate, with the function that makes the finding."""

    rule: Rule
    run: Find


def _check(rule_id: str, severity: Severity, run: Find) -> LinkCheck:
    return LinkCheck(documented(rule_id, severity, run), run)


CHECKS = {
    Fate.DEAD: _check("dead-link", Severity.WARNING, dead_link),
    Fate.PRIVATE: _check("private-link", Severity.WARNING, private_link),
    Fate.MOVED: _check("moved-link", Severity.INFO, moved_link),
    Fate.UNKNOWN: _check("unknown-link", Severity.INFO, unknown_link),
}
RULES = tuple(check.rule for check in CHECKS.values())
RULE_IDS = frozenset(rule.id for rule in RULES)


def link_findings(links: Iterable[Link], answers: Mapping[str, Answer]) -> Iterator[Finding]:
    """Yield what there is to say about links, from where they lead."""
    for link in links:
        answer = answers[link.url]
        check = CHECKS.get(answer.fate)
        if check is not None:
            yield check.run(link, answer, check.rule)
