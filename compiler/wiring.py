"""The only place that makes adapters: a project's files and history, the stores of a target.

Adapters are imported where they are made, so that a verb pays for its own alone.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compiler.base.failure import UsageError

if TYPE_CHECKING:
    from compiler.adapters.code_files import CodePaths
    from compiler.adapters.work_tree import WorkTree
    from compiler.channels.agreements.trials import Printer
    from compiler.edit.reach import Reach
    from compiler.images.work import ImageWork
    from compiler.ports.clock import Clock
    from compiler.ports.clone import Clone
    from compiler.ports.history import History
    from compiler.ports.links import LinkProber, Network
    from compiler.ports.pdf import PdfReader
    from compiler.ports.pdf_facts import PdfFacts, Pdfs
    from compiler.ports.readers import Readers
    from compiler.ports.store import ObjectStore
    from compiler.ports.translator import Translator
    from compiler.settings import Integration, TargetSettings
    from compiler.templating.trials import Renderer


def project_folder(given: str | None, project_file: str) -> Path:
    """Return the project's folder: the one given, or the nearest above with a project file.

    Raises UsageError where there is none.
    """
    start = Path(given) if given is not None else Path.cwd()
    if given is not None and not start.is_dir():
        raise UsageError(f"there is no folder `{given}`")
    places = [start] if given is not None else [start, *start.parents]
    for place in places:
        if (place / project_file).is_file():
            return place.resolve()
    where = f"in `{given}`" if given is not None else "here or in a folder above"
    raise UsageError(f"no `{project_file}` {where}; `clientarea init` begins a project")


def work_tree(project: Path) -> "WorkTree":
    """Return the project's files as they are on the disk."""
    from compiler.adapters.git_folder import work_tree_top
    from compiler.adapters.work_tree import WorkTree

    return WorkTree(project, work_tree_top(project))


def history(project: Path) -> "History":
    """Return the Git repository around the project."""
    from compiler.adapters.git import GitRepository

    return GitRepository(project)


def reach_of(project: Path, code: Sequence[str]) -> "Reach":
    """Return what editing commands may write; ``code`` are the patterns of code, as settings."""
    from compiler.adapters.git_folder import work_tree_top
    from compiler.base.globs import glob_pattern
    from compiler.edit.reach import Reach

    return Reach(project, work_tree_top(project), [glob_pattern(one) for one in code])


def code_paths(project: Path, patterns: Sequence[str], suffixes: frozenset[str]) -> "CodePaths":
    """Return the files of code that patterns match, by path seen from the project.

    Raises HistoryError where Git cannot be asked.
    """
    from compiler.adapters.code_files import code_files
    from compiler.adapters.git_folder import work_tree_top
    from compiler.base.globs import glob_pattern

    return code_files(
        project, work_tree_top(project), [glob_pattern(one) for one in patterns], suffixes
    )


def way_to(project: Path) -> str:
    """Return the way from the top of the Git work tree to a project; nothing where it is that."""
    from compiler.adapters.git_folder import work_tree_top

    top = work_tree_top(project)
    way = "." if top is None else project.resolve().relative_to(top.resolve()).as_posix()
    return "" if way == "." else way


def top_around(project: Path) -> Path:
    """Return the top of the Git work tree around a project, the project itself outside of Git."""
    from compiler.adapters.git_folder import work_tree_top

    return work_tree_top(project) or project


def clone_of(project: Path) -> "Clone | None":
    """Return the clone around the project, None outside of Git."""
    from compiler.adapters.git_clone import GitClone
    from compiler.adapters.git_folder import work_tree_top

    top = work_tree_top(project)
    return None if top is None else GitClone(project.resolve(), top)


def people_merge_here() -> bool:
    """Tell whether somebody may merge in this clone: not where a continuous integration runs."""
    return os.environ.get("CI", "").casefold() in ("", "0", "false")


def believes_what_is_kept() -> bool:
    """Tell whether work that was kept is believed: one's own, or that of a folder that is named."""
    from compiler.adapters.cache_place import shares_work

    return shares_work() or people_merge_here()


def system_clock() -> "Clock":
    """Return the clock of this machine."""
    from compiler.adapters.clock import SystemClock

    return SystemClock()


def readers() -> "Readers":
    """Return what reads addresses without credentials."""
    from compiler.adapters.http_reader import HttpReader

    return HttpReader()


NETWORK: "Network | None" = None
"""In place of the internet; nothing of a project, of settings or of an environment sets it."""


def link_prober() -> "LinkProber":
    """Return what follows links, into public networks only."""
    from compiler.adapters.internet import Internet
    from compiler.adapters.link_prober import HttpLinkProber

    return HttpLinkProber(NETWORK or Internet())


def pdf_reader() -> "PdfReader":
    """Return what reads PDFs, each in a process of its own."""
    from compiler.adapters.pdf_reader import PdfiumReader

    return PdfiumReader()


def template_renderer() -> "Renderer":
    """Return what renders templates, in a process of its own."""
    from compiler.adapters.template_worker import TemplateWorker

    return TemplateWorker()


def agreement_press() -> "Printer":
    """Return what prints agreements, in a process of its own; nothing without the extra."""
    from compiler.adapters.agreement_press import AgreementPress

    return AgreementPress()


def image_work(project: Path, heard: Callable[[int, int], None]) -> "ImageWork":
    """Return what works on images with all cores, and keeps what comes of them.

    In the folder that ``CLIENTAREA_CACHE`` names, else in the project's own. ``heard`` hears how
    far it is. Raises UsageError for a folder that others could fill.
    """
    from compiler.adapters.image_folder import own_results, shared_results
    from compiler.adapters.image_work import KeptImageWork
    from compiler.adapters.workers import cores

    shared = os.environ.get("CLIENTAREA_CACHE")
    store = shared_results(shared, top_around(project)) if shared else own_results(project)
    return KeptImageWork(store, cores(), heard)


def fresh_image_work(heard: Callable[[int, int], None]) -> "ImageWork":
    """Return what works on images, and keeps nothing for the next run."""
    from compiler.adapters.image_folder import no_results
    from compiler.adapters.image_work import KeptImageWork
    from compiler.adapters.workers import cores

    return KeptImageWork(no_results(), cores(), heard)


def open_pdfs(pdfs: "Pdfs") -> "Mapping[str, PdfFacts]":
    """Return what PDFs are, by path, each opened in a process of its own; nothing without extra."""
    from compiler.adapters.pdf.inspecting import can_open_pdfs, open_pdfs

    return open_pdfs(pdfs) if can_open_pdfs() else {}


def translator(name: str, integration: "Integration") -> "Translator | None":
    """Return who translates for an integration; None where only the memory is asked.

    Only a key that may go to the integration's address is read from the environment. Raises
    UsageError where it may not, or is not there.
    """
    from compiler.adapters.translators.table import OFFLINE, Access
    from compiler.adapters.translators.table import translator as made
    from compiler.translate.keys import ALLOW, destination

    if integration.provider in OFFLINE:
        access = Access(name, None, None, None, integration.timeout)
        return made(integration.provider, access)
    where = destination(
        name,
        integration.provider,
        integration.base_url,
        integration.api_key,
        os.environ.get(ALLOW, ""),
    )
    key = os.environ.get(where.variable) if where.variable else None
    if where.variable and not key:
        raise UsageError(
            f"`integrations.{name}` has its key in `{where.variable}`, which is not set"
        )
    return made(
        integration.provider,
        Access(
            name,
            integration.model,
            where.address,
            key,
            integration.timeout,
            where.local,
            integration.options,
        ),
    )


def object_store(address: str, project: Path, target: "TargetSettings") -> "ObjectStore":
    """Return the store behind an address of a target.

    That is ``file:FOLDER``, relative to the project, or ``s3://BUCKET/PREFIX``. Raises UsageError
    for an address that no store may have, StoreError where a service cannot be reached at all.
    """
    scheme, _, rest = address.partition(":")
    make = _STORES.get(scheme)
    if make is None:
        raise UsageError(
            f"`{address}` is no store this version knows;"
            " write `file:FOLDER` or `s3://BUCKET/PREFIX`"
        )
    return make(rest, project, target)


def _s3_store(rest: str, project: Path, target: "TargetSettings") -> "ObjectStore":
    try:
        from compiler.adapters.s3_client import S3Access, connect
        from compiler.adapters.s3_store import S3Store
    except ImportError as error:
        raise UsageError(
            "a target in `s3://` needs the extra `s3`: `pip install 'clientarea[s3]'`"
        ) from error
    del project  # a bucket is the same from everywhere
    bucket, _, prefix = rest.removeprefix("//").partition("/")
    access = S3Access(target.region, target.endpoint, target.path_style, target.kms_key)
    return S3Store(connect(bucket, prefix.strip("/"), access))


def _folder_store(folder: str, project: Path, _: "TargetSettings") -> "ObjectStore":
    from compiler.adapters.folder_store import FolderStore

    hosted = folder.startswith("//") and not folder.startswith("///")
    if hosted or not folder.strip() or not folder.isprintable() or folder[0] == "~":
        raise UsageError(
            f"`file:{folder}` names no folder; write `file:FOLDER` for one in the project,"
            " `file:/FOLDER` for one elsewhere"
        )
    root = project / folder
    settled = Path(os.path.realpath(root))  # unlike resolve, it takes links in a circle
    for taken in (project, *(project / name for name in _TAKEN)):
        inside = taken is not project and settled.is_relative_to(taken)
        if inside or taken.is_relative_to(settled):
            raise UsageError(
                f"`file:{folder}` cannot be a store, as `{taken}` has a use of its own;"
                " choose another folder"
            )
    return FolderStore(root)


_TAKEN = ("content", "schemas", "build/out", ".git")
"""Folders of a project that a store may not be, lie in or hold."""


_STORES: "dict[str, Callable[[str, Path, TargetSettings], ObjectStore]]" = {
    "file": _folder_store,
    "s3": _s3_store,
}
