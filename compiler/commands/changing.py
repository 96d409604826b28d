"""All changes between two versions, those inside of PDFs and images too, and how much they weigh.

Whoever shows them takes them from here: no secret is left in them.
"""

from compiler.commands.comparing import Compared
from compiler.commands.project_images import ProjectImages
from compiler.review.breaking import weighed_changes
from compiler.review.change import Change
from compiler.review.changes import Read, changes_of
from compiler.review.discretion import discreet_change, discreet_seen
from compiler.review.pdfs import differing_pdfs
from compiler.review.picture_changes import differing_images
from compiler.review.versions import Versions
from compiler.review.visible import Seen, visible_changes
from compiler.wiring import pdf_reader


def changes_between(versions: Versions, images: ProjectImages) -> list[Change]:
    """Return every change; PDFs and images are opened where they differ."""
    reader = pdf_reader()
    texts = {digest: reader.text(data) for digest, data in differing_pdfs(versions).items()}
    read = Read(texts, images.surveyed(differing_images(versions)))
    return list(map(discreet_change, weighed_changes(changes_of(versions, read), versions)))


def seen_between(found: Compared) -> list[Seen]:
    """Return what visitors of each area and language see different."""
    return list(map(discreet_seen, visible_changes(found.before_bundles, found.now_bundles)))
