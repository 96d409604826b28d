"""A runner of GitLab CI, as far as the pipeline here needs one: rules, `extends`, scripts.

Source: GitLab Docs, "CI/CD YAML syntax reference".
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fakes.github_actions import read_yaml, shell

GLOBAL = {"workflow", "stages", "variables", "default", "include"}


@dataclass
class JobRun:
    """What became of a job that a pipeline has; ``manual`` ones wait for somebody."""

    manual: bool
    code: int | None = None
    log: str = ""


@dataclass
class Pipeline:
    """A pipeline for one event, in a clone; ``variables`` are those that GitLab sets."""

    text: str
    clone: Path
    variables: dict[str, str]
    environment: Mapping[str, str] = field(default_factory=dict)
    jobs: dict[str, JobRun] = field(default_factory=dict)

    def run(self, *by_hand: str) -> "Pipeline":
        """Run the jobs stage by stage until one fails, and those that somebody starts."""
        read = read_yaml(self.text)
        if _rule(read["workflow"]["rules"], self.variables) is None:
            return self
        jobs = {
            name: {**read.get(job.get("extends"), {}), **job}
            for name, job in read.items()
            if name not in GLOBAL and not name.startswith(".")
        }
        for stage in read["stages"]:
            for name, job in jobs.items():
                rule = _rule(job["rules"], self.variables) if "rules" in job else {}
                if job["stage"] != stage or rule is None:
                    continue
                run = self.jobs[name] = JobRun(rule.get("when") == "manual")
                failed = any(one.code for one in self.jobs.values())
                if failed or (run.manual and name not in by_hand):
                    continue
                script = "\n".join([*job["before_script"], *job["script"]])
                run.code, run.log = shell(script, self.clone, self._given(read))
        return self

    def _given(self, read: Any) -> dict[str, str]:
        return {
            **os.environ,
            **self.environment,
            **read["variables"],
            **self.variables,
            "CI": "true",
            "CI_PROJECT_DIR": str(self.clone),
        }


def _rule(rules: Any, variables: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the first rule that holds, None where none does."""
    return next((one for one in rules if _holds(one["if"], variables)), None)


def _holds(condition: str, variables: Mapping[str, str]) -> bool:
    return all(_equal(part, variables) for part in condition.split("&&"))


def _equal(part: str, variables: Mapping[str, str]) -> bool:
    sides = [_value(side.strip(), variables) for side in part.split("==")]
    return len(sides) == 2 and sides[0] == sides[1]


def _value(side: str, variables: Mapping[str, str]) -> str | None:
    name = re.fullmatch(r"\$(\w+)", side)
    return variables.get(name[1]) if name else side.strip('"')
