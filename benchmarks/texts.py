"""Checking and compiling long texts, against what makes pages of the same Markdown."""

import json

from benchmarks.corpus.texts import TEXT_LOCALES
from benchmarks.peers.proof import YardstickError
from benchmarks.peers.sites import Site, astro_site, hugo_site, mkdocs_site
from benchmarks.timing import Command, Task, in_turn
from benchmarks.workbench import CLIENTAREA, Result, Workbench, write_text_corpus

_TEXTS = 2_000
_OURS, _HUGO, _ASTRO, _MKDOCS = "clientarea build", "hugo", "astro build", "mkdocs build"
_EDITED, _HUGO_EDITED = "clientarea build, one text changed", "hugo, one text changed"


def measure(bench: Workbench) -> Result:
    """Measure a first build, and one after a sentence was added to one language of one text."""
    count = min(_TEXTS, bench.keys)
    write_text_corpus(bench.scratch, bench.keys, count)
    project, markdown = bench.scratch / "texts", bench.scratch / "markdown"
    peers = bench.home / "peers"
    hugo = hugo_site(peers / "hugo", bench.scratch / "hugo", markdown, TEXT_LOCALES)
    astro = astro_site(peers / "astro", bench.scratch / "astro", markdown)
    mkdocs = mkdocs_site(peers / "mkdocs", bench.scratch / "mkdocs", markdown)
    build = (CLIENTAREA, "build")
    ours = next(iter(sorted((project / "content/texts").rglob("*.de.md"))))
    theirs = next(iter(sorted((hugo.folder / hugo.content / "de").rglob("*.md"))))
    tasks = {
        _OURS: Task({_OURS: build}, project, makes=("build",)),
        "an edit": Task({"edit": _edit(str(ours)), _EDITED: build}, project),
        _HUGO: _cold(hugo, _HUGO),
        "the same": Task(
            {"same edit": _edit(str(theirs)), _HUGO_EDITED: hugo.command}, hugo.folder
        ),
        _ASTRO: _cold(astro, _ASTRO),
        _MKDOCS: _cold(mkdocs, _MKDOCS),
    }
    runs = in_turn(tasks, bench.rounds)
    for site in (hugo, astro, mkdocs):
        site.prove(count * len(TEXT_LOCALES))
    _prove_ours(bench, count)
    shown = (_OURS, _HUGO, _ASTRO, _MKDOCS, _EDITED, _HUGO_EDITED)
    pairs = *((_OURS, peer) for peer in (_HUGO, _ASTRO, _MKDOCS)), (_EDITED, _HUGO_EDITED)
    return Result(
        title=f"Texts: {count:,} in {len(TEXT_LOCALES)} languages",
        runs={name: runs[name] for name in shown},
        ratios={f"{mine} / {other}": runs[mine].ratio(runs[other]) for mine, other in pairs},
        remarks=("bounds: 1.50x hugo, 0.15x astro; one text changed 0.10x hugo",),
        versions={"hugo": hugo.version, "astro": astro.version, "mkdocs": mkdocs.version},
    )


def _cold(site: Site, name: str) -> Task:
    return Task({name: site.command}, site.folder, makes=site.makes)


def _edit(path: str) -> Command:
    return ("sh", "-c", "printf '\\nNoch ein Satz.\\n' >> \"$1\"", "sh", path)


def _prove_ours(bench: Workbench, count: int) -> None:
    """Raise YardstickError where a bundle lacks a text, or the edit."""
    public = bench.scratch / "texts/build/out/public/default/texts"
    for locale in TEXT_LOCALES:
        bundles = [json.loads(path.read_bytes()) for path in (public / locale).glob("*.json")]
        texts = [entry for bundle in bundles for entry in bundle.values()]
        edited = [entry for entry in texts if "Noch ein Satz." in entry["html"]]
        if len(texts) != count or len(edited) != (locale == "de"):
            message = f"clientarea has {len(texts)} texts in {locale}, {len(edited)} edited"
            raise YardstickError(message)
