"""Trusting a service: before the first commit it proves that it honours conditions, and once only.

A record says which services have proved it, so that the next publisher asks nothing again.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from compiler.bundle.artifacts import Side
from compiler.ports.store import StoreError
from compiler.release.plan import Plan
from compiler.release.probes import probe_folder
from compiler.release.record import Record
from compiler.release.steps import CreateRecord
from compiler.release.store_checks import CONDITIONS, tried
from compiler.release.target import Target


class UntrustedStoreError(StoreError):
    """A store takes conditional writes without looking at the condition."""


def proved(target: Target, head: Record | None, plan: Plan) -> Plan:
    """Return the plan with a record that names the target's services, all of them proved.

    Whoever commits nothing proves nothing. Raises UntrustedStoreError, StoreError.
    """
    record = next((step.record for step in plan.steps if isinstance(step, CreateRecord)), None)
    services = services_of(target)
    if record is None or not services:
        return plan
    if head is None or not set(services) <= set(head.services):
        with ThreadPoolExecutor(len(Side)) as pool:
            within = probe_folder(record.time, record.nonce)
            list(pool.map(lambda side: _prove(target, side, within), Side))
    named = replace(record, services=services)
    return replace(
        plan,
        steps=tuple(
            CreateRecord(named) if isinstance(step, CreateRecord) else step for step in plan.steps
        ),
    )


def services_of(target: Target) -> tuple[str, ...]:
    """Return the addresses of the services behind a target; none behind a folder."""
    found = {target.side(side).endpoint for side in Side}
    return tuple(sorted(service for service in found if service is not None))


def _prove(target: Target, side: Side, within: str) -> None:
    store = target.side(side)
    if store.endpoint is None:
        return
    for verdict in tried(store, CONDITIONS, within):
        if verdict.wrong is not None:
            raise UntrustedStoreError(
                f"`{store.address}` cannot hold releases: {verdict.wrong}; "
                f"`clientarea store-test {target.name}` tries all that a store must do"
            )
