"""Any sequence of verbs, some of them cut: a model in a few lines says what must be live."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from typing_extensions import override

from compiler.bundle.artifacts import Side
from compiler.release.result import Outcome, Result
from compiler.release.soundness import Soundness
from compiler.release.verifying import verify
from tests.fakes.store import Crash, Wire, failing_at
from tests.release.bench import COMMITS, Bench, area, bundle, content
from tests.release.invariants import Watch

TITLES = st.sampled_from(["One", "Two", "Three"])
CUTS = st.none() | st.tuples(st.integers(0, 25), st.booleans())


def made(title: str, token: int, *, shop: bool) -> Any:
    acme = area({"en": title, "es": "Hola"}, credentials={"tokens": [{"name": f"t{token}"}]})
    return content(acme=acme, shop="Shop") if shop else content(acme=acme)


class Releases(RuleBasedStateMachine):
    """The token of every publish is new: one that is older than the newest live was revoked."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench()
        self.watch = Watch(self.bench)
        self.token = 0

    @rule(
        title=TITLES,
        shop=st.booleans(),
        commit=st.integers(1, len(COMMITS) - 1),
        flags=st.sampled_from([{}, {"staged": True}, {"allow_older": True}]),
        cut=CUTS,
    )
    def publish(
        self, title: str, shop: bool, commit: int, flags: dict[str, bool], cut: Any
    ) -> None:
        self.token += 1
        artifacts = made(title, self.token, shop=shop)
        before = self.head()
        result = self.run(cut, lambda wire: self.bench.publish(artifacts, commit, wire, **flags))
        if result is not None and result.outcome is Outcome.LIVE:
            assert self.bench.title("acme") == title
        head = self.head()
        if before and head["front"] is not None and not flags.get("allow_older"):
            assert head["front"] >= before["front"]

    @rule(to=st.integers(1, 12), cut=CUTS)
    def rollback(self, to: int, cut: Any) -> None:
        token = self.live_token()
        result = self.run(cut, lambda wire: self.bench.rollback(to, wire))
        if result is not None and result.outcome is Outcome.LIVE:
            head = self.head()
            assert head["held"] == head["number"] == result.number
        assert self.live_token() == token

    @rule(only_lift=st.booleans(), cut=CUTS)
    def resume(self, only_lift: bool, cut: Any) -> None:
        result = self.run(cut, lambda wire: self.bench.resume(wire, only_lift=only_lift))
        if result is not None and result.outcome in {Outcome.LIVE, Outcome.UNCHANGED}:
            assert self.head()["held"] is None

    @rule(keep=st.integers(1, 4), cut=CUTS)
    def collect(self, keep: int, cut: Any) -> None:
        result = self.run(cut, lambda wire: self.bench.collect(wire, keep=keep))
        if result is not None and result.outcome is Outcome.LIVE:
            assert self.head()["kind"] == "collection"
            assert self.head()["live"] in [*self.head()["kept"], 0]

    @rule(title=TITLES, cut=CUTS)
    def purge(self, title: str, cut: Any) -> None:
        """Take a title down; later publishes of it are refused, and the others go on."""
        gone = bundle({"title": f"{title}!"}).sha256
        result = self.run(cut, lambda wire: self.bench.purge(gone, wire=wire))
        if result is not None and result.outcome is Outcome.LIVE:
            purged = self.head()["purged"]
            assert gone in self.bench.json(Side.PRIVATE, purged)["hashes"]

    @rule()
    def look_closely(self) -> None:
        report = verify(self.bench.target())
        assert report.soundness is not Soundness.DAMAGED

    @invariant()
    def promises_hold(self) -> None:
        self.watch.look()

    def run(self, cut: Any, verb: Any) -> Result | None:
        """Run a verb, perhaps crash; then anybody's next run finishes what was committed."""
        wire = Wire() if cut is None else failing_at(cut[0], effect=cut[1], error=Crash())
        try:
            result: Result = verb(wire)
        except Crash:
            return None
        return result

    def head(self) -> dict[str, Any]:
        names = self.bench.names(Side.PRIVATE, "releases/")
        return self.bench.record(int(names[-1][9:21])) if names else {}

    def live_token(self) -> str | None:
        """Return the token that is live by the log; the pointers may be behind it."""
        areas = self.head().get("areas")
        if not areas:
            return None
        manifest = self.bench.json(Side.PRIVATE, areas["acme"]["private"]["manifest"])
        credentials = self.bench.json(Side.PRIVATE, manifest["files"]["credentials.json"])
        token: str = credentials["tokens"][0]["name"]
        return token

    @override
    def teardown(self) -> None:
        last = made("Last", 10_000, shop=True)
        self.bench.resume(only_lift=True)
        self.bench.publish(last, len(COMMITS) - 1, allow_older=True)
        self.watch.settled()
        assert self.bench.title("acme") == "Last"
        assert verify(self.bench.target()).soundness is Soundness.SOUND


TestReleases = Releases.TestCase
TestReleases.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
