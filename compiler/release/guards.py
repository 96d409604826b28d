"""What stands in the way of a publish: one function a guard, one table, remarks as answers.

On `local` matters of order are said and not enforced; the gate and purged hashes hold there too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from compiler.base.finding import Severity
from compiler.base.gate import Gate
from compiler.ports.clients import Effect
from compiler.ports.history import Descent
from compiler.release.layout import RESERVED_AREA
from compiler.release.record import Origin, Record
from compiler.release.result import Remark
from compiler.release.target import PublishRequest

SHORT = 12
"""How many digits of a commit or hash people are shown."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that guards look at.

    ``descent`` is how the request's commit stands to the head's front (None where there is nothing
    to compare); ``hashes`` says of each SHA-256 to be published what it is; ``origin`` is the
    release of another target that is promoted; ``effect`` is what comes of it for applications,
    None where nobody here knows.
    """

    target: str
    is_local: bool
    gate: Gate
    request: PublishRequest
    head: Record | None = None
    descent: Descent | None = None
    areas: tuple[str, ...] = ()
    hashes: Mapping[str, str] | None = None
    purged: frozenset[str] = frozenset()
    origin: Origin | None = None
    effect: Effect | None = None


_REPLACE = "remove or replace it in the content"

Guard = Callable[[Situation], Iterable[Remark]]


def objections(situation: Situation) -> tuple[Remark, ...]:
    """Ask every guard; an error among the remarks refuses the publish."""
    return tuple(remark for guard in GUARDS for remark in guard(situation))


def refuses(remarks: Iterable[Remark]) -> bool:
    """Tell whether one of the remarks stands in the way."""
    return any(remark.severity is Severity.ERROR for remark in remarks)


def _area_names(situation: Situation) -> Iterator[Remark]:
    if RESERVED_AREA in situation.areas:
        yield Remark(
            "reserved-area",
            Severity.ERROR,
            f"no area can be published as `{RESERVED_AREA}`: the store needs that name itself",
            f"rename the folder `content/areas/{RESERVED_AREA}`",
        )


def _gate(situation: Situation) -> Iterator[Remark]:
    attained, needed = situation.request.gate, situation.gate
    if attained.height < needed.height:
        yield Remark(
            "below-gate",
            Severity.ERROR,
            f"the content has passed the gate `{attained}`, `{situation.target}` takes `{needed}`",
            f"publish with `--gate {needed}`"
            if situation.origin is None
            else f"`clientarea check --gate {needed}` says what is missing; mend that, "
            f"and publish to `{situation.origin.target}` again",
        )


def _git(situation: Situation) -> Iterator[Remark]:
    if situation.request.commit is None:
        yield Remark(
            "no-commit",
            _weight(situation),
            "there is no commit to name the release by: the project is not in Git, "
            "or nothing is committed yet",
            _mend(situation, "commit the content, and publish from a Git checkout"),
        )


def _dirty(situation: Situation) -> Iterator[Remark]:
    if situation.request.dirty:
        yield Remark(
            "uncommitted-changes",
            _weight(situation, allowed=situation.request.allow_dirty),
            "files differ from what is committed",
            _mend(situation, "commit them, or publish with `--allow-dirty`"),
        )


def _order(situation: Situation) -> Iterator[Remark]:
    head, commit = situation.head, situation.request.commit
    if head is None or head.front is None or commit is None:
        return
    over = f"`{head.front[:SHORT]}`, which `{situation.target}` has accepted already"
    severity = _weight(situation, allowed=situation.request.allow_older)
    if situation.descent is Descent.NOT_LATER:
        yield Remark(
            "older-commit",
            severity,
            f"`{commit[:SHORT]}` does not come after {over}",
            _mend(situation, "publish the newer commit, or this one with `--allow-older`"),
        )
    elif situation.descent is Descent.UNKNOWN:
        yield Remark(
            "unknown-order",
            severity,
            f"nobody here knows whether `{commit[:SHORT]}` comes after {over}: "
            "this clone has not all of the history between them",
            _mend(
                situation,
                f"{_fetching(head.front)}, or publish with `--allow-older`",
            ),
        )


def _fetching(commit: str | None) -> str:
    """Say how a clone comes to a commit: a whole one has lost it with a branch, or never had it.

    To have the commit alone does not help a shallow one: what lies between is wanting still.
    """
    whole = "in a shallow clone `git fetch --unshallow` (`fetch-depth: 0` in CI)"
    return f"{whole}, else `git fetch origin {commit}`" if commit else whole


def _purged(situation: Situation) -> Iterator[Remark]:
    hashes = situation.hashes or {}
    for found in sorted(situation.purged & hashes.keys()):
        yield purged_remark(found, hashes[found])


def _effect_known(situation: Situation) -> Iterator[Remark]:
    head = situation.head
    if situation.effect is not None or head is None or situation.is_local:
        return
    if situation.descent is Descent.UNKNOWN:
        return  # the same is wanting, and was said
    commit = head.release.commit
    why = (
        "what is live was made of no commit"
        if commit is None
        else f"the commit of what is live, `{commit[:SHORT]}`, is not in this clone"
    )
    yield Remark(
        "unknown-effect",
        _weight(situation, allowed=situation.request.allow_older),
        f"nobody here knows what this breaks for applications: {why}",
        _mend(
            situation,
            f"{_fetching(commit)}, or publish with `--allow-older`",
        ),
    )


def _breaking(situation: Situation) -> Iterator[Remark]:
    broken = situation.effect.broken if situation.effect else ()
    if situation.is_local and broken:
        message = f"{len(broken)} of the changes may break applications in use"
        hint = _listing(situation)
        yield Remark("breaking-change", Severity.INFO, message, hint)
        return
    for one in broken[:_MOST_BROKEN]:
        hint = (
            "keep what they read; or, where none reads it any more, let it pass in waivers.yaml: "
            f"rule `{one.rule}`, entity `{one.entity}`"
        )
        yield Remark("breaking-change", Severity.ERROR, one.message, hint)
    if len(broken) > _MOST_BROKEN:
        message = f"{len(broken) - _MOST_BROKEN} more changes break applications in use"
        yield Remark("breaking-change", Severity.ERROR, message, _listing(situation))


def _listing(situation: Situation) -> str:
    origin, live = situation.origin, f"{situation.target}@live"
    now = f" {origin.target}@{origin.number}" if origin else ""
    return f"`clientarea diff --breaking {live}{now}` lists them"


_MOST_BROKEN = 10


def _share(situation: Situation) -> Iterator[Remark]:
    effect = situation.effect
    if effect is None or effect.removed < _FEW or effect.removed <= effect.entries * _SHARE:
        return
    allowed = situation.request.yes
    yield Remark(
        "much-removed",
        _weight(situation, allowed=allowed),
        f"{effect.removed:,} of {effect.entries:,} entries that are live go",
        None if allowed else _mend(situation, "if that is meant, publish with `--yes`"),
    )


_SHARE, _FEW = 0.2, 10
"""More than a fifth of what is live, and ten entries at least, do not go by mistake."""


def purged_remark(sha256: str, what: str, hint: str = _REPLACE) -> Remark:
    """Return the refusal of a hash that was taken down."""
    message = f"{what} was taken down by `purge` and cannot be live again (SHA-256 {sha256})"
    return Remark("purged-content", Severity.ERROR, message, hint)


def _weight(situation: Situation, *, allowed: bool = False) -> Severity:
    if situation.is_local:
        return Severity.INFO
    return Severity.WARNING if allowed else Severity.ERROR


def _mend(situation: Situation, hint: str) -> str | None:
    return None if situation.is_local else hint


GUARDS: tuple[Guard, ...] = (
    _area_names,
    _gate,
    _git,
    _dirty,
    _order,
    _purged,
    _effect_known,
    _breaking,
    _share,
)
"""Every guard, in the order in which they speak."""
