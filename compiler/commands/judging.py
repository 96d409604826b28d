"""Load a project's content and judge it: the first half of check, build, plan and publish."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compiler.adapters.stages import stage
from compiler.base.finding import Finding
from compiler.base.gate import Gate
from compiler.base.place import Places
from compiler.base.project_file import PROJECT_FILE
from compiler.commands.code_state import NO_CODE, CodeState
from compiler.commands.kept_entities import load_kept
from compiler.commands.opening import Project
from compiler.commands.outcome import Outcome, refuses
from compiler.commands.rulebook import RULEBOOK
from compiler.commands.sharing import work_on_content
from compiler.commands.work import Order
from compiler.load.loading import Loaded, load
from compiler.load.waivers import load_waivers
from compiler.model.content import Content
from compiler.read.yaml import read_yaml
from compiler.review.breaking import RULE_IDS as BREAKING_RULES
from compiler.review.table import RULE_IDS as HISTORY_RULES
from compiler.rules.engine import Orders, Verdict, settle
from compiler.rules.keys.table import RULE_IDS as KEY_RULES
from compiler.rules.online.table import RULE_IDS as LINK_RULES
from compiler.templating.trials import Renderer

if TYPE_CHECKING:
    from compiler.bundle.compiling import StringBundles
    from compiler.richtext.markdown import RichText


@dataclass(frozen=True, slots=True)
class Judged:
    """Content with everything there is to say about it; its strings compiled where asked for.

    ``lasting`` and ``code`` as in `Outcome`, ``texts`` as in `Worked`.
    """

    content: Content
    verdict: Verdict
    strings: "StringBundles | None" = None
    lasting: bool = True
    code: CodeState = NO_CODE
    texts: Mapping[str, "RichText"] = field(default_factory=dict)

    def refused(self, *, strict: bool) -> bool:
        """Tell whether a finding stands in the way; with ``strict`` a warning does."""
        return refuses(self.verdict.findings, strict=strict)

    @property
    def outcome(self) -> Outcome:
        """What there is to say, without the content."""
        verdict = self.verdict
        active = tuple(self.content.languages.active)
        return Outcome(verdict.findings, verdict.entities, active, self.lasting, self.code)


def judge_content(
    project: Project,
    gate: Gate,
    more: Sequence[Finding] = (),
    *,
    build: bool = False,
    keep: bool = False,
) -> Judged:
    """Load the project's files and run every rule on them; ``more`` is known already.

    With ``build`` the strings are compiled beside it. With ``keep`` work on the same files that is
    kept in the build folder is not done again.
    """
    with stage("reading files"):
        loaded = load_kept(project.root, project.snapshot) if keep else load(project.snapshot)
    return judge_loaded(project, loaded, gate, more, build=build, keep=keep)


def judge_loaded(  # noqa: PLR0913 - each is named at the call
    project: Project,
    loaded: Loaded,
    gate: Gate,
    more: Sequence[Finding] = (),
    *,
    build: bool = False,
    keep: bool = False,
    asked: frozenset[str] = frozenset(),
    renderer: Renderer | None = None,
) -> Judged:
    """Do the same to files that are loaded already.

    ``asked`` are the rules on request of which ``more`` has what they find; ``renderer`` as in
    `Order`.
    """
    waivers, waiver_findings = load_waivers(project.snapshot)
    keeping = project.root if keep else None
    order = Order(project.settings, gate, project.today, build, keeping, project.images, renderer)
    with stage("checking and compiling strings" if build else "checking"):
        worked = work_on_content(loaded, order)
    orders = Orders(
        project.settings,
        loaded.suppressions,
        worked.flags,
        waivers,
        project.today,
        RULEBOOK,
        settings_places(project),
        on_request=HISTORY_RULES | LINK_RULES | BREAKING_RULES | KEY_RULES,
        asked=asked,
    )
    found = (*loaded.noticed, *waiver_findings, *more, *worked.findings)
    verdict = settle(loaded.content, found, orders)
    return Judged(loaded.content, verdict, worked.strings, texts=worked.texts)


def settings_places(project: Project) -> Places:
    """Return the places of what clientarea.yaml says."""
    return read_yaml(PROJECT_FILE, project.snapshot.read(PROJECT_FILE)).places
