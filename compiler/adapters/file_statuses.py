"""What of the statuses of files tells whether one of them has changed, as a hash."""

import hashlib
import marshal
from collections.abc import Sequence
from operator import attrgetter

from compiler.adapters.file_listing import Listed

telling = attrgetter("st_mtime_ns", "st_ctime_ns", "st_size", "st_ino", "st_mode")
"""Returns what of a status tells whether a file has changed."""


def hash_of_statuses(files: Sequence[Listed]) -> str:
    """Return a hash of all paths and statuses, in the format of `marshal` without references."""
    statuses = [
        (one.path, telling(one.status)) if one.status is not None else one.path for one in files
    ]
    return hashlib.sha256(marshal.dumps(statuses, 2)).hexdigest()
