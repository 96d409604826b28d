"""`python -m benchmarks.corpus FOLDER COUNT`: writes FOLDER/project and FOLDER/json.

With a third argument, a number of files, it writes FOLDER/files in their place.
"""

import sys
from pathlib import Path

from benchmarks.corpus.files import write_files
from benchmarks.corpus.strings import draw_strings
from benchmarks.corpus.writing import write_json, write_project

folder, count, *files = Path(sys.argv[1]), *map(int, sys.argv[2:])
entries = draw_strings(count)
if files:
    write_files(folder / "files", entries, *files)
else:
    write_project(folder / "project", entries)
    write_json(folder / "json", entries)
