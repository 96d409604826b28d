"""A runner of GitHub Actions, as far as the workflows here need one: jobs, steps, expressions.

Steps that are scripts are run; of actions only those in a table are known, and what they do is
done to folders. Source: GitHub Docs, "Workflow syntax for GitHub Actions".
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.node.running import run_in_node

Contexts = Mapping[str, Any]
TOKEN = re.compile(r"'(?:[^']|'')*'|&&|\|\||!=|==|!|[\w.-]+\(?|\S")
WORDS = {"&&": "and", "||": "or", "!": "not"}


def read_yaml(text: str) -> Any:
    """Read YAML 1.2, in which `on` is a word."""
    return YAML(typ="safe").load(text)


@dataclass
class Repository:
    """What the host has: commits to check out, comments, pull requests, artifacts by run."""

    clone: Path
    artifacts: Path
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class JobRun:
    """What became of a job: its result, what was written to the log, the steps that ran."""

    result: str
    log: str = ""
    steps: list[str] = field(default_factory=list)
    summary: str = ""


@dataclass
class Runner:
    """Runs a workflow for one event; ``contexts`` are `github`, `vars`, `secrets`."""

    repository: Repository
    contexts: dict[str, Any]
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, workflow: str) -> dict[str, JobRun]:
        """Run all jobs whose condition holds and whose needs succeeded."""
        read = read_yaml(workflow)
        done: dict[str, JobRun] = {}
        for name, job in read["jobs"].items():
            needs = [job["needs"]] if "needs" in job else []
            ready = all(done[one].result == "success" for one in needs)
            if ready and truth(job.get("if", "true"), self.contexts):
                done[name] = self._job(name, job, read)
            else:
                done[name] = JobRun("skipped")
        return done

    def _job(self, name: str, job: Any, workflow: Any) -> JobRun:
        run = JobRun("success")
        temp, workspace = self.folder / name / "temp", self.folder / name / "workspace"
        for folder in (temp, workspace):
            folder.mkdir(parents=True)
        steps: dict[str, dict[str, str]] = {}
        contexts = {**self.contexts, "steps": steps, "runner": {"temp": str(temp)}, "result": run}
        for step in job["steps"]:
            if not truth(step.get("if", "success()"), contexts):
                continue
            run.steps.append(step.get("name", step.get("uses")))
            code, log = self._step(step, workflow, contexts, (temp, workspace))
            run.log += log
            outcome = "success" if code == 0 else "failure"
            if "id" in step:
                steps[step["id"]] = {"outcome": outcome}
            if code and not step.get("continue-on-error"):
                run.result = "failure"
        summary = temp / "summary.md"
        run.summary = summary.read_text(encoding="utf-8") if summary.exists() else ""
        return run

    def _step(
        self, step: Any, workflow: Any, contexts: Contexts, folders: tuple[Path, Path]
    ) -> tuple[int, str]:
        temp, workspace = folders
        given = {
            key: filled(str(value), contexts)
            for key, value in {**workflow.get("env", {}), **step.get("env", {})}.items()
        }
        if "uses" in step:
            inputs = {k: filled(str(v), contexts) for k, v in step.get("with", {}).items()}
            name = step["uses"].partition("@")[0]
            return ACTIONS[name](self, inputs, given, workspace)
        variables = {
            **os.environ,
            **self.environment,
            **given,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(temp / "summary.md"),
            "RUNNER_TEMP": str(temp),
        }
        below = workflow.get("defaults", {}).get("run", {}).get("working-directory", ".")
        return shell(step["run"], workspace / below, variables)


def shell(script: str, folder: Path, variables: Mapping[str, str]) -> tuple[int, str]:
    """Run a script as runners do; return its exit code and what it wrote."""
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


# --------------------------------------------------------------------------------------- actions

Action = Callable[[Runner, Mapping[str, str], Mapping[str, str], Path], tuple[int, str]]


def _checkout(runner: Runner, _: Any, __: Any, workspace: Path) -> tuple[int, str]:
    for command in (
        ["git", "clone", "--quiet", str(runner.repository.clone), "."],
        ["git", "fetch", "--quiet", "origin", runner.contexts["github"]["sha"]],
        ["git", "checkout", "--quiet", "--detach", runner.contexts["github"]["sha"]],
    ):
        subprocess.run(command, cwd=workspace, check=True, capture_output=True)
    return 0, ""


def _nothing(*_: Any) -> tuple[int, str]:
    return 0, ""


def _upload(runner: Runner, inputs: Mapping[str, str], *_: Any) -> tuple[int, str]:
    source, there = Path(inputs["path"]), runner.repository.artifacts / inputs["name"]
    there.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, there, dirs_exist_ok=True)
    elif source.exists():
        shutil.copy(source, there)
    return 0, ""


def _download(runner: Runner, inputs: Mapping[str, str], *_: Any) -> tuple[int, str]:
    there = runner.repository.artifacts / inputs["name"]
    if not there.exists():
        return 1, "Artifact not found"
    shutil.copytree(there, inputs["path"], symlinks=True)
    return 0, ""


def _script(
    runner: Runner, inputs: Mapping[str, str], given: Mapping[str, str], _: Path
) -> tuple[int, str]:
    host = runner.repository
    data = {
        "script": inputs["script"],
        "environment": given,
        "payload": runner.contexts["github"]["event"],
        "pulls": host.pulls,
        "comments": host.comments,
    }
    answer = run_in_node("github-script.mjs", data)
    host.comments[:] = answer["comments"]
    return (1 if answer["failed"] else 0), "\n".join([*answer["said"], *answer["failed"]])


ACTIONS: Mapping[str, Action] = {
    "actions/checkout": _checkout,
    "actions/setup-python": _nothing,
    "actions/upload-artifact": _upload,
    "actions/download-artifact": _download,
    "actions/github-script": _script,
}


# ----------------------------------------------------------------------------------- expressions


def filled(text: str, contexts: Contexts) -> str:
    """Return a text with its expressions evaluated."""
    return re.sub(
        r"\$\{\{(.*?)\}\}", lambda m: str(evaluated(m[1], contexts)), text, flags=re.DOTALL
    )


def truth(condition: str, contexts: Contexts) -> bool:
    """Tell whether a condition holds; without a status function only after success."""
    inner = re.sub(r"^\s*\$\{\{(.*)\}\}\s*$", r"\1", str(condition), flags=re.DOTALL)
    asks_status = re.search(r"\b(success|failure|cancelled|always)\(\)", inner)
    run = contexts.get("result")
    if run is not None and run.result != "success" and not asks_status:
        return False
    return bool(evaluated(inner, contexts))


def evaluated(expression: str, contexts: Contexts) -> Any:
    """Return the value of an expression: comparisons, `&&`, `||`, `!`, `format`, contexts."""
    words = [_word(token) for token in TOKEN.findall(expression)]
    run = contexts.get("result")
    names = {
        "at": lambda path: _at(path, contexts),
        "format": lambda text, *values: re.sub(r"\{(\d)\}", lambda m: values[int(m[1])], text),
        "cancelled": lambda: False,
        "success": lambda: run is None or run.result == "success",
    }
    return eval(" ".join(words), {"__builtins__": {}}, names)


def _word(token: str) -> str:
    if token in WORDS:
        return WORDS[token]
    if token[0] == "'":
        return json.dumps(token[1:-1])
    if re.fullmatch(r"[A-Za-z][\w.-]*", token) and token not in {"true", "false"}:
        return f"at({token!r})"
    return {"true": "True", "false": "False"}.get(token, token)


def _at(path: str, contexts: Contexts) -> Any:
    value: Any = contexts
    for name in path.split("."):
        value = value.get(name, "") if isinstance(value, Mapping) else ""
    return value


def with_commands(folder: Path) -> dict[str, str]:
    """Return a PATH with the program of this environment, and with a `pip` that only notes."""
    (folder / "pip").write_text(f'#!/bin/sh\necho "pip $*" >> "{folder}/pip.log"\n')
    (folder / "pip").chmod(0o755)
    here = Path(sys.executable).parent
    return {"PATH": f"{folder}:{here}:{os.environ['PATH']}"}
