"""How every verb commits: find the head, finish it, plan, carry out, or begin again."""

from collections.abc import Callable
from dataclasses import replace

from compiler.base.finding import Severity
from compiler.ports.store import StoreError
from compiler.release.apply import Executor, LostRaceError, UnfinishedError
from compiler.release.finishing import finish, finishing_steps
from compiler.release.log import find_head
from compiler.release.plan import Plan, Refusal
from compiler.release.proving import proved
from compiler.release.record import Record
from compiler.release.result import Outcome, Remark, Result
from compiler.release.target import Progress, Target

Planner = Callable[[Record | None], Plan | Refusal]
"""Makes a plan after a head: reads the store, asks the history, writes nothing."""

_RACES = 200


def carry_out(target: Target, planner: Planner, progress: Progress | None = None) -> Result:
    """Commit what the planner plans; after a lost race plan again from the new head.

    Raises StoreError where nothing could be committed.
    """
    executor = Executor(target, progress)
    said: tuple[Remark, ...] = ()
    for _ in range(_RACES):
        head = find_head(target.private)
        if head.unfinished is not None:
            finish(executor, head.unfinished)
            said = (_finished(head.unfinished),)
        try:
            planned = planner(head.record)
        except StoreError:
            if find_head(target.private) == head:
                raise
            continue  # what was read is gone, as somebody committed meanwhile
        if isinstance(planned, Refusal):
            remarks = (*said, *planned.remarks)
            return Result(Outcome.REFUSED, target.name, planned.number, planned.id, remarks)
        planned = proved(target, head.record, planned)
        try:
            executor.run(planned.steps)
        except LostRaceError:
            continue
        except UnfinishedError as error:
            return _unfinished(target, planned.saying(*said), error)
        return _result(target, planned.saying(*said))
    raise StoreError(f"other publishers to `{target.name}` were always quicker; try again later")


def foresee(target: Target, planner: Planner) -> Plan | Refusal:
    """Return the plan that `carry_out` would walk now. Writes nothing."""
    head = find_head(target.private)
    planned = planner(head.record)
    if isinstance(planned, Refusal):
        return planned
    after = head.record.nonce if head.record else None
    before = finishing_steps(target, head.unfinished) if head.unfinished else ()
    return replace(planned, before=before, after=after)


def _result(target: Target, plan: Plan) -> Result:
    return Result(
        plan.outcome,
        target.name,
        plan.number,
        plan.id,
        plan.remarks,
        on_request=plan.on_request,
        areas=plan.areas,
    )


def _unfinished(target: Target, plan: Plan, error: UnfinishedError) -> Result:
    if error.serving:
        said = Remark(
            "unfinished-log",
            Severity.WARNING,
            f"record {plan.number} is committed, and not all that follows it is done: {error}",
            "the next run does the rest",
        )
        return _result(target, plan.saying(said))
    said = Remark(
        "pointers-behind",
        Severity.ERROR,
        f"release {plan.number} is committed, and not all pointers have moved: {error}",
        f"run the same command again, or `clientarea verify {target.name} --repair`",
    )
    remarks = (*plan.remarks, said)
    return Result(Outcome.PENDING, target.name, plan.number, plan.id, remarks)


def _finished(record: Record) -> Remark:
    return Remark(
        "finished-release",
        Severity.INFO,
        f"record {record.number} was committed and not finished; it is now",
    )
