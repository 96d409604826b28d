"""`python -m tests.judgements SOURCE …`: print what is drawn and has no verdict yet, with texts.

As JSON lines, to be judged and put into record.tsv; texts are printed here and kept nowhere.
"""

import json
import sys
import tempfile
from pathlib import Path

from tests.judgements.drawing import SOURCES, draw
from tests.judgements.record import RECORD, read_record

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"

known = {one.key for one in read_record()} if RECORD.exists() else set()
for name in sys.argv[1:] or SOURCES:
    with tempfile.TemporaryDirectory() as folder:
        for drawn in draw(name, DATA, Path(folder)):
            if drawn.key not in known:
                about = ("severity", "message", "texts")
                line = dict(
                    zip(("source", "path", "label", "rule", "hash"), drawn.key, strict=True)
                )
                shown = line | {name: getattr(drawn, name) for name in about}
                sys.stdout.write(f"{json.dumps(shown, ensure_ascii=False)}\n")
