"""Ids that are none: the finding says so, and what is drawn or written of them is text only."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.commands.run_argmap import argmap

MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})
RUNS = {"script", "img", "onload", "onerror", "javascript:"}
# No white space: that parts the ids of a list.
HOSTILE = [
    'x"]URL="javascript:alert(1)',
    'x";evil[label="E',
    "<script>alert(1)</script>",
    "x`<script>alert(1)</script>`y",
    "a|b``c",
    "[x](javascript:alert(1))",
    'q"><script>alert(1)</script>',
    "\\N\\",
]
COMMANDS = {
    "contrast": ("svg", "dot", "md", "html"),
    "map": ("svg", "dot", "mmd", "html"),
}


def essay(name: str, rival: str, bad: str) -> str:
    return (
        f"---\nid: {name}\n---\n\n[One]{{#one .claim .thesis .assumed on={bad} on=q}} and "
        f"[two]{{#{bad} .premise .assumed supports=one via={bad} on={bad}}}, not "
        f"[three]{{#three .rebuttal attacks={rival}:one on={bad}}} nor "
        f"[four]{{.evidence supports={bad} on=q source=x}}.\n"
    )


class _Elements(HTMLParser):
    """Collects elements, the names of attributes, and what is run as a link."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [tag, *(name for name, _ in attrs)]
        links = [value for name, value in attrs if name.endswith(("href", "src"))]
        self.found += ["javascript:" for link in links if "javascript:" in (link or "")]


def obeyed(html: str) -> list[str]:
    """Return what of a page would be run, or fetched."""
    elements = _Elements()
    elements.feed(html)
    return [each for each in elements.found if each in RUNS]


@pytest.fixture(params=HOSTILE)
def bad(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, rival in (("a", "b"), ("b", "a")):
        (tmp_path / f"{name}.md").write_text(essay(name, rival, request.param), "utf-8")
    return request.param


def test_nothing_of_an_id_is_obeyed(bad: str, capsys):
    assert argmap(capsys, "check", "a.md", "b.md").status == 1
    for command, suffixes in COMMANDS.items():
        for suffix in suffixes:
            name = f"{command}.{suffix}"
            ran = argmap(capsys, command, "a.md", "b.md", "-o", name)
            assert ran.status == 0, (name, ran.err)
            made = Path(name).read_text("utf-8")
            if suffix == "svg":
                ET.fromstring(made)
                assert obeyed(made) == []
            elif suffix == "md":
                assert obeyed(MARKDOWN.render(made)) == []
            elif suffix == "html":
                assert obeyed(made) == ["script", "script"]  # the page's data, and its own
    for command in (["weigh", "-f", "md"], ["stats"], ["map", "-f", "json"]):
        assert argmap(capsys, *command, "a.md").status in (0, 1)
