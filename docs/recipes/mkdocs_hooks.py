"""Annotated essays as pages with their maps, in MkDocs (1.6 or newer).

In ``mkdocs.yml``::

    hooks:
      - mkdocs_hooks.py

A page with statements loses its marks, and gets its map: a picture that leads to the map with the
text beside it, a page of its own. It stands where the page says ``<!-- argument-map -->``, and
before its first paragraph otherwise; ``argument-map: spine`` in the front matter draws the main
claims only, ``argument-map: none`` nothing. MkDocs runs this file as it is: copy it beside
``mkdocs.yml``, and change it as you like.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from argmap.strip import strip

PLACE = "<!-- argument-map -->"


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Any) -> str:
    """Take the marks out of a page, and put its map in."""
    stripped = strip(markdown)
    what = page.meta.get("argument-map", "whole")
    if what not in ("whole", "spine", "none"):
        raise PluginError(f"{page.file.src_uri}: argument-map is {what}: whole, spine or none")
    if stripped == markdown or what == "none":
        return stripped
    here = PurePosixPath(page.file.src_uri)
    for suffix in (".map.svg", ".map.html"):
        content = drawn(page.file.abs_src_path, suffix[5:], what)
        name = here.with_suffix(suffix).as_posix()
        files.append(File.generated(config, name, content=content))
    picture, whole = (quote(here.with_suffix(f".map.{kind}").name) for kind in ("svg", "html"))
    title = "".join(c if c.isalnum() or c == " " else " " for c in str(page.meta.get("title", "")))
    image = f"[![The argument: {title.strip() or here.stem}]({picture})]({whole})"
    if PLACE in stripped:
        return stripped.replace(PLACE, image, 1)
    return f"{image}\n\n{stripped}"


def drawn(essay: str, kind: str, what: str) -> bytes:
    """Draw the map of an essay by ``argmap map``; its message is MkDocs's own."""
    command = [sys.executable, "-m", "argmap", "map", "-f", kind]
    if what == "spine":
        command.append("--spine")
    done = subprocess.run([*command, "--", essay], capture_output=True)
    if done.returncode:
        raise PluginError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
