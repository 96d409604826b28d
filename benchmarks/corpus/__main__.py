"""`python -m benchmarks.corpus FOLDER COUNT`: writes FOLDER/project and FOLDER/json."""

import sys
from pathlib import Path

from benchmarks.corpus.strings import draw_strings
from benchmarks.corpus.writing import write_json, write_project

folder, count = Path(sys.argv[1]), int(sys.argv[2])
entries = draw_strings(count)
write_project(folder / "project", entries)
write_json(folder / "json", entries)
