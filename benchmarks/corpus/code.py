"""An application in React: components that ask for every string once, as i18next's pages show it.

Beside `src` lies the content of this project, and the same source texts as JSON for i18next's own
command line.
"""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpus.strings import Entry
from benchmarks.corpus.writing import write_project
from compiler.messages import i18next
from compiler.messages.expressible import NotExpressible
from compiler.messages.reading import read_message

_SETTINGS = """\
code:
  - {files: ["../src/**/*.tsx"], functions: [t], namespace: portal}
"""
_PEER = """\
export default {
  locales: ["en"],
  extract: {
    input: ["src/**/*.tsx"],
    output: "locales/{{language}}/{{namespace}}.json",
    defaultNS: "portal",
    keySeparator: false,
  },
};
"""
_HEAD = """\
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../shared/Button";
import { Panel } from "../shared/Panel";

interface Props {
  values: Record<string, string | number>;
  isOpen?: boolean;
  onClose: (reason: string) => void;
}

// Shown in the customer's own area; see the design of that page.
export const {name} = ({ values, isOpen = false, onClose }: Props) => {
  const { t } = useTranslation("portal");
  const [selected, setSelected] = useState<string | null>(null);
  const total = useMemo(() => Object.values(values).length, [values]);
  const close = useCallback(() => {
    setSelected(null);
    onClose("closed");
  }, [onClose]);

  if (!isOpen && total === 0) {
    return null;
  }
  return (
    <Panel className="panel panel--wide" onClose={close} data-testid="panel-{name}">
"""
_TAIL = """\
    </Panel>
  );
};
"""


def write_code(folder: Path, entries: Sequence[Entry], files: int) -> None:
    """Write project/, src/ of so many files, and what i18next-cli reads, below a folder."""
    write_project(folder / "project", entries)
    settings = folder / "project" / "clientarea.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + _SETTINGS, encoding="utf-8")
    locales = folder / "locales" / "en"
    locales.mkdir(parents=True)
    texts: dict[str, str] = {}
    for entry in entries:
        forms = i18next.entries_of(entry.label, read_message(entry.texts["en"]), "en")
        texts.update({} if isinstance(forms, NotExpressible) else forms)
    (locales / "portal.json").write_text(json.dumps(texts, indent=2), encoding="utf-8")
    # Only what Git knows, or would take, counts as code around a project.
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    (folder / ".gitignore").write_text("build\n", encoding="utf-8")
    (folder / "i18next.config.js").write_text(_PEER, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
    size = -(-len(entries) // files)
    for number in range(files):
        some = entries[number * size : (number + 1) * size]
        path = folder / "src" / f"area{number // 50}" / f"Component{number}.tsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_component(f"Component{number}", some), encoding="utf-8")


def _component(name: str, entries: Sequence[Entry]) -> str:
    return "".join((_HEAD.replace("{name}", name), *_uses(entries), _TAIL))


def _uses(entries: Sequence[Entry]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        shape = read_message(entry.texts["en"]).shape
        names = sorted({"count" if one in shape.plurals else one for one in shape.arguments})
        passed = ", ".join(f"{one}: values.{one}" for one in names)
        call = f't("{entry.label}"{f", {{ {passed} }}" if passed else ""})'
        if number % 3 == 0:
            yield f'      <h3 className="panel__title">{{{call}}}</h3>\n'
        elif number % 3 == 1:
            yield (
                f'      <Button\n        isActive={{selected === "{number}"}}\n'
                f'        onClick={{() => setSelected("{number}")}}\n'
                f"        title={{{call}}}\n      />\n"
            )
        else:
            yield f"      {{total > {number} && <p>{{{call}}}</p>}}\n"
