"""Makes the documentation as a site that loads nothing from other hosts: `make docs`.

The project's Markdown is copied in the layout that it has here, so that a link that works at a code host
works in the site, build/docs/index.html. A page of the gallery gets its program's text where it links to it,
and what the program has made below.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from gallery import EDITOR, GALLERY, PROJECT, examples, run

SOURCE = PROJECT / "build" / "docs-source"
SITE = PROJECT / "build" / "docs"
MADE = PROJECT / "build" / "gallery"
PAGES = ("README.md", "CHANGELOG.md", "docs/*.md", "docs/*.png", "docs/gallery/*.md", "docs/gallery/*.png")
NOTES = ("benchmarks/**/README.md", "src/geobrief/**/README.md")
SHOWN = ("page.html", "host.html")
"""Live pages of an example, the first that there is; `host.html` is one with a map in it."""
LANGUAGES = {".py": "python", ".sh": "bash"}

_LOADED = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\b(?:src|srcset)=["']?(?:https?:)?//[^>]*>"""
    r"""|<link\b(?![^>]*\brel=["']?(?:canonical|license|me))[^>]*\bhref=["']?(?:https?:)?//[^>]*>"""
    r"""|@import\s+["'(]?(?:https?:)?//[^;]*|url\(["']?(?:https?:)?//[^)]*\)""",
    re.IGNORECASE,
)


def copy_sources(source: Path) -> None:
    """Copies the pages and pictures, and the notes that these link to, in their layout."""
    for pattern in (*PAGES, *NOTES):
        for path in PROJECT.glob(pattern):
            if "node_modules" not in path.parts:
                target = source / path.relative_to(PROJECT)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, target)


def put_in_programs(source: Path, made: Path) -> None:
    """Puts each example's program and what it has made into its page."""
    gallery = source / GALLERY.relative_to(PROJECT)
    for name, program in examples().items():
        page = gallery / f"{name}.md"
        files = (
            sorted(path for path in (made / name).iterdir() if path.is_file())
            if (made / name).exists()
            else []
        )
        for path in files:
            target = gallery / name / path.name
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
        text = page.read_text(encoding="utf-8")
        before, link, after = text.partition(f"[{program.name}]({program.name})")
        if not link:
            raise RuntimeError(f"{GALLERY / page.name} does not link to {program.name}.")
        page.write_text(before + _program(name, files) + after, encoding="utf-8")


def remote_loads(site: Path) -> list[str]:
    """What the pages and styles of a built site would load from other hosts, each with its file."""
    found = []
    for path in sorted((*site.rglob("*.html"), *site.rglob("*.css"))):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(site)}: {match[0][:120]}" for match in _LOADED.finditer(text)]
    return found


def build(source: Path, site: Path, made: Path) -> None:
    """Builds the site from what the examples have made.

    Raises:
        RuntimeError: A page, link or brief is broken, with what MkDocs says; or a page would load something.
    """
    shutil.rmtree(source, ignore_errors=True)
    copy_sources(source)
    put_in_programs(source, made)
    config = source.parent / "mkdocs.yml"
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^docs_dir: .*", f"docs_dir: {source.resolve().as_posix()}", text)
    text = re.sub(r"(?m)^site_dir: .*", f"site_dir: {site.resolve().as_posix()}", text)
    config.write_text(
        text.replace("root: ../..", f"root: {made.parent.resolve().as_posix()}"), encoding="utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    if loaded := remote_loads(site):
        raise RuntimeError("The site would load from other hosts:\n" + "\n".join(loaded))


def main() -> None:
    """Runs the examples and builds the site."""
    argparse.ArgumentParser(description=main.__doc__).parse_args()
    shutil.rmtree(MADE, ignore_errors=True)
    for name in examples():
        if name != EDITOR:
            run(name, MADE / name)
            print(f"{name} has run")
    build(SOURCE, SITE, MADE)
    print(f"Open {SITE / 'index.html'}")


def _program(name: str, files: list[Path]) -> str:
    program = examples()[name]
    parts = [f"```{LANGUAGES[program.suffix]}\n{program.read_text(encoding='utf-8').rstrip()}\n```"]
    if files:
        links = ", ".join(f"[{path.name}]({name}/{path.name})" for path in files)
        parts.append(f"It makes {links}.")
        parts.append(_live(name, files))
    return "\n\n".join(filter(None, parts))


def _live(name: str, files: list[Path]) -> str:
    """The live page: of a brief through our own plugin, any other in a frame."""
    names = {path.name for path in files}
    folder = files[0].parent / "brief"
    if folder.exists() and "page.html" in names:
        return f"## Live\n\n```geobrief {folder.resolve().as_posix()}\n{_language(files)}```"
    shown = next((each for each in SHOWN if each in names), "")
    frame = f'<iframe src="{name}/{shown}" title="Live" loading="lazy" sandbox="allow-scripts"'
    return f'## Live\n\n{frame} style="width: 100%; height: 640px; border: 0"></iframe>' if shown else ""


def _language(files: list[Path]) -> str:
    """The option that the plugin needs to speak the language of the page that the example made."""
    page = next(path for path in files if path.name == "page.html").read_text(encoding="utf-8")
    found = re.search(r'<html lang="([\w-]+)"', page)
    return f"language: {found[1]}\n" if found else ""


if __name__ == "__main__":
    main()
