"""A target on a workbench: stores, history and clock that tests hold in their hands."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from compiler.base.gate import Gate
from compiler.base.hashing import canonical_json, sha256
from compiler.bundle.artifacts import AreaArtifacts, Artifacts, Asset, Bundle, Side, bundle_of
from compiler.ports.store import ObjectStore
from compiler.release.collecting import CollectRequest, collect
from compiler.release.plan import Plan, Refusal
from compiler.release.promoting import PromoteRequest, promote
from compiler.release.publishing import plan, publish
from compiler.release.purging import PurgeRequest, purge
from compiler.release.result import Result
from compiler.release.resume import ResumeRequest, resume
from compiler.release.retention import RetentionRule
from compiler.release.rollback import RollbackRequest, rollback
from compiler.release.target import PublishRequest, Target, World
from tests.fakes.clients import MemoryClients
from tests.fakes.clock import SteadyClock
from tests.fakes.history import MemoryHistory, line_of
from tests.fakes.store import MemoryStore, Wire

COMMITS = [f"{number:040x}" for number in range(1, 10)]
"""A line of commits; index 0 is not used, so that COMMITS[1] comes first."""

LANGUAGES = {"source": "en", "enabled": ["en", "es"], "fallbacks": {"es": "en"}}
TOOL = "clientarea 0.0.0"


def bundle(value: Any) -> Bundle:
    return bundle_of(canonical_json(value))


def asset(name: str, data: bytes) -> Asset:
    return Asset(sha256(data), name, len(data), "image/png", lambda: data)


def area(strings: Mapping[str, str], *, credentials: Any = None, **private: Any) -> AreaArtifacts:
    """Make an area: one public bundle a language, and an area record with credentials."""
    public = {
        f"translations/icu/{locale}/portal.json": bundle({"title": text})
        for locale, text in strings.items()
    }
    hidden = {"area.json": bundle({"name": "x", **private})}
    if credentials is not None:
        hidden["credentials.json"] = bundle(credentials)
    return AreaArtifacts({"config.json": bundle({"a": 1}), **public}, hidden, LANGUAGES)


def content(**areas: str | AreaArtifacts) -> Artifacts:
    """Make artifacts; a text stands for an area with that title."""
    return Artifacts(
        {
            name: area({"en": made, "es": "Hola"}) if isinstance(made, str) else made
            for name, made in areas.items()
        }
    )


@dataclass
class Bench:
    """A target with its two stores (in memory unless given) and the verbs, in short."""

    public: ObjectStore = field(default_factory=lambda: MemoryStore("memory:public"))
    private: ObjectStore = field(default_factory=lambda: MemoryStore("memory:private"))
    is_local: bool = False
    gate: Gate = Gate.COMPLETE
    history: MemoryHistory = field(default_factory=lambda: line_of(*COMMITS))
    clock: SteadyClock = field(default_factory=SteadyClock)
    clients: MemoryClients = field(default_factory=MemoryClients)

    def target(self, wire: Wire | None = None) -> Target:
        wire = wire or Wire()
        public, private = wire.on(self.public, "public"), wire.on(self.private, "private")
        return Target("production", public, private, self.gate, self.is_local)

    @property
    def world(self) -> World:
        return World(self.clock, self.history, self.clients)

    def publish(
        self,
        artifacts: Artifacts,
        commit: int | str | None = 1,
        wire: Wire | None = None,
        **flags: Any,
    ) -> Result:
        return publish(self.target(wire), artifacts, request(commit, **flags), self.world)

    def plan(
        self,
        artifacts: Artifacts,
        commit: int | str | None = 1,
        wire: Wire | None = None,
        **flags: Any,
    ) -> Plan | Refusal:
        return plan(self.target(wire), artifacts, request(commit, **flags), self.world)

    def rollback(self, to: int, wire: Wire | None = None, **flags: Any) -> Result:
        return rollback(self.target(wire), RollbackRequest(to, TOOL, **flags), self.world)

    def resume(self, wire: Wire | None = None, **flags: Any) -> Result:
        return resume(self.target(wire), ResumeRequest(TOOL, **flags), self.world)

    def collect(self, wire: Wire | None = None, *, keep: int = 1, days: int = 0) -> Result:
        request = CollectRequest(RetentionRule(keep, days), TOOL)
        return collect(self.target(wire), request, self.world)

    def purge(self, *hashes: str, wire: Wire | None = None, now: bool = False) -> Result:
        request = PurgeRequest(hashes, "it had to go", TOOL, now=now)
        return purge(self.target(wire), request, self.world)

    def promote(self, source: "Bench", wire: Wire | None = None, **flags: Any) -> Result:
        """Promote what is live on another bench to this one."""
        origin = replace(source.target(), name="staging")
        return promote(origin, self.target(wire), PromoteRequest(TOOL, **flags), self.world)

    def record(self, number: int) -> dict[str, Any]:
        return self.json(Side.PRIVATE, f"releases/{number:012}.json")

    def pointer(self, name: str, side: Side = Side.PUBLIC) -> dict[str, Any]:
        return self.json(side, f"live/{name}.json")

    def json(self, side: Side, name: str) -> dict[str, Any]:
        stored = (self.public if side is Side.PUBLIC else self.private).get(name)
        assert stored is not None, name
        found: dict[str, Any] = json.loads(stored.data)
        return found

    def names(self, side: Side, prefix: str = "") -> list[str]:
        return list((self.public if side is Side.PUBLIC else self.private).names(prefix))

    def title(self, name: str, locale: str = "en") -> str:
        """Read as a client does: the pointer, then the bundle it names."""
        file = self.pointer(name)["files"][f"translations/icu/{locale}/portal.json"]
        return str(self.json(Side.PUBLIC, file)["title"])

    def credentials(self, name: str) -> Any:
        files = self.pointer(name, Side.PRIVATE)["files"]
        return (
            self.json(Side.PRIVATE, files["credentials.json"])
            if "credentials.json" in files
            else None
        )


def request(commit: int | str | None, **flags: Any) -> PublishRequest:
    named = COMMITS[commit] if isinstance(commit, int) else commit
    given = {"dirty": False, "gate": Gate.COMPLETE, "tool": TOOL, **flags}
    return PublishRequest(named, **given)


def rules(result: Result | Refusal | Plan) -> list[str]:
    return [remark.rule for remark in result.remarks]
