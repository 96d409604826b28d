"""`store-test`: try on the stores of a target all that releases need, and say what to set."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from compiler.base.visible import visible
from compiler.bundle.artifacts import Side
from compiler.commands.exits import FINE, REFUSED
from compiler.commands.opening import open_project
from compiler.commands.targets import open_target
from compiler.ports.store import ObjectStore
from compiler.release.probes import PROBE, left_behind, probe_folder
from compiler.release.reader_checks import read_as_a_reader
from compiler.release.store_checks import EVERYTHING, Verdict, tried
from compiler.report.bucket_policies import bucket_policies
from compiler.report.console import Console
from compiler.report.words import count
from compiler.wiring import readers, system_clock

_SERVICE = "s3://"


def run(
    console: Console,
    *,
    project: str | None,
    target: str,
    format: str,  # noqa: A002 - the option's name
) -> int:
    """Try the stores of a target; exit 1 where one breaks a promise."""
    opened = open_project(console, project)
    settings = opened.target(target)
    stores = open_target(opened, target)
    now = system_clock().now()
    within = probe_folder(now, system_clock().nonce())
    told = _Told(console, text=format == "text")
    for side in Side:
        store = stores.side(side)
        told.group(store.address, tried(store, EVERYTHING, within))
        _clear(console, store, now)
    if settings.public_url is not None:
        found = read_as_a_reader(stores.public, settings.public_url, readers(), within)
        told.group(settings.public_url, found)
    elif told.text:
        console.note("how readers come to it was not tried: the target has no `public_url`")
    is_service = settings.public.startswith(_SERVICE) and settings.private.startswith(_SERVICE)
    policies = (
        bucket_policies(stores.public.address, stores.private.address, settings.kms_key)
        if is_service
        else {}
    )
    if told.text:
        _say_policies(console, policies)
    else:
        checks = {"target": target, "sound": told.sound, "checks": told.groups}
        console.data({**checks, "policies": policies})
    return FINE if told.sound else REFUSED


def _clear(console: Console, store: ObjectStore, now: datetime) -> None:
    """Delete what earlier runs left that died."""
    names = list(left_behind(store, now))
    if names:
        store.delete(names)
        left = count(len(names), "object")
        console.note(f"deleted below `{PROBE}`: {left} that runs left which died")


class _Told:
    """What was tried so far; said at once where people wait for it."""

    def __init__(self, console: Console, *, text: bool) -> None:
        self._console, self.text = console, text
        self.groups: dict[str, list[dict[str, str | None]]] = {}
        self.sound = True

    def group(self, title: str, verdicts: Iterable[Verdict]) -> None:
        """Take what was found of one store or address."""
        if self.text:
            self._console.result(self._console.style("strong", visible(title)))
        rows = self.groups.setdefault(title, [])
        for verdict in verdicts:
            self.sound = self.sound and verdict.wrong is None
            rows.append({"promise": verdict.promise, "wrong": verdict.wrong})
            if self.text:
                self._console.result(self._line(verdict))

    def _line(self, verdict: Verdict) -> str:
        if verdict.wrong is None:
            return f"  {self._console.style('good', 'ok')}     {verdict.promise}"
        word = self._console.style("error", "broken")
        return f"  {word} {verdict.promise}: {visible(verdict.wrong)}"


def _say_policies(console: Console, policies: Mapping[str, Any]) -> None:
    for title, policy in policies.items():
        console.result(f"\n{console.style('strong', title)}")
        console.result(json.dumps(policy, indent=2))
