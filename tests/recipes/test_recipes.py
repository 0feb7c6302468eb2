"""docs/recipes.md: each recipe is followed, with the real tool where that is here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import argmap
from tests.commands.run_argmap import argmap as run_argmap

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "recipes.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
FILES = {name: body for _, name, body in FENCES if name}
COMMANDS = [line for language, _, body in FENCES if language == "sh" for line in body.splitlines()]
WORDS = [
    "Tea cools",
    "cups lose heat",
    "the room is colder",
    "Not in a flask.",
    "a flask only delays it",
]
MARKS = ("supports", "attacks", "physics}", "<!--{", "{#", "A thermometer")


@pytest.fixture(autouse=True)
def _in_a_folder_with_the_essay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tea.md").write_text(FILES["tea.md"], "utf-8")
    beside = Path(sys.executable).parent  # where argmap is, as on the path of its user
    monkeypatch.setenv("PATH", f"{beside}{os.pathsep}{os.environ['PATH']}")


def commands(program: str) -> list[list[str]]:
    found = [shlex.split(line) for line in COMMANDS]
    return [words[1:] for words in found if words[0] == program]


def pandoc(*arguments: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("argmap") is None:
        pytest.skip("there is no command argmap for pandoc to call")
    shutil.copy(DOCS / "recipes" / "argument.lua", ".")
    return pandoc_as_it_is(*arguments)


def pandoc_as_it_is(*arguments: str) -> subprocess.CompletedProcess[str]:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not here: its recipe is not followed")
    return subprocess.run(["pandoc", *arguments], capture_output=True, text=True)


def without_map(html: str) -> str:
    before, _, rest = html.partition("<figure")
    return before + rest.partition("</figure>")[2]


def test_every_command_is_of_a_program_that_is_tried():
    assert {shlex.split(line)[0] for line in COMMANDS} == {"argmap", "pandoc", "quarto", "mkdocs"}


def test_the_essay_has_no_findings_and_the_flowchart_is_what_is_shown(capsys):
    assert run_argmap(capsys, "check", "tea.md").status == 0
    for arguments in commands("argmap"):
        ran = run_argmap(capsys, *arguments)
        assert (ran.status, ran.err) == (0, "")
    (shown,) = [body for language, _, body in FENCES if language == "mermaid"]
    assert Path("tea.mmd").read_text("utf-8") == shown
    assert "flask" in Path("near-flask.mmd").read_text("utf-8")


def test_the_lines_for_a_notebook():
    (code,) = [body for language, _, body in FENCES if language == "python"]
    names: dict[str, argmap.ArgumentGraph] = {}
    exec(code, names)  # the page of this project
    assert "Tea cools" in names["graph"]._repr_svg_()


def test_pandoc_makes_a_page_with_the_map(capsys):
    first, second = commands("pandoc")
    done = pandoc(*first)
    assert (done.returncode, done.stderr) == (0, "")
    page = Path("tea.html").read_text("utf-8")
    picture = page[page.index("<svg") : page.index("</svg>") + 6]
    assert 'id="tea@en:flask"' in picture
    ET.fromstring(picture)
    text = without_map(page)
    assert all(words in " ".join(re.sub("<[^>]+>", "", text).split()) for words in WORDS)
    assert not any(mark in text.partition("<body")[2] for mark in MARKS)
    assert 'id="cups" class="statement premise assumed"' in " ".join(text.split())
    done = pandoc(*second)
    assert (done.returncode, done.stderr) == (0, "")
    held = zipfile.ZipFile("tea.docx")
    (name,) = [each for each in held.namelist() if each.endswith(".png")]
    assert held.read(name).startswith(b"\x89PNG")


def test_pandoc_puts_the_map_where_the_page_says_and_keeps_what_is_not_ours():
    (block,) = [body for language, name, body in FENCES if language == "markdown" and not name]
    Path("other.md").write_text(
        f"[A]{{#a .claim}} and [b]{{.smallcaps data-x=1}} <!-- mine -->\n\n## H {{#h on=q}}\n\n{block}",
        "utf-8",
    )
    done = pandoc("other.md", "--lua-filter", "argument.lua")
    assert done.stdout.startswith(
        '<p><span id="a" class="statement claim">A</span> and <span\n'
        'class="smallcaps" data-x="1">b</span> <!-- mine --></p>\n<h2 id="h">H</h2>\n'
        '<div id="argument-map">\n<figure class="argument-map"'
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tea.md", "-M", "argument-map=half"], "it may be whole, spine or none"),
        (["-"], "name the essay's file"),
    ],
)
def test_what_the_filter_cannot_do_it_says(arguments, said):
    if arguments == ["-"]:
        with Path("tea.md").open("rb") as essay:
            if shutil.which("pandoc") is None:
                pytest.skip("pandoc is not here: its recipe is not followed")
            command = ["pandoc", "--lua-filter", str(DOCS / "recipes" / "argument.lua")]
            done = subprocess.run(command, stdin=essay, capture_output=True, text=True)
    else:
        done = pandoc(*arguments, "--lua-filter", "argument.lua")
    assert done.returncode != 0
    assert said in done.stderr


def test_a_document_without_statements_stays_as_it_is():
    Path("plain.md").write_text("Plain <!-- mine --> [x]{.y}.\n", "utf-8")
    done = pandoc("plain.md", "--lua-filter", "argument.lua")
    assert done.stdout == '<p>Plain <!-- mine --> <span class="y">x</span>.</p>\n'


def with_the_filter() -> None:
    (lines,) = [body for language, name, body in FENCES if language == "yaml" and not name]
    shutil.copy(DOCS / "recipes" / "argument.lua", ".")
    Path("tea.md").write_text(FILES["tea.md"].replace("---\n", "---\n" + lines, 1), "utf-8")


def test_quarto_makes_a_page_with_the_map():
    if shutil.which("quarto") is None:
        pytest.skip("quarto is not here: its recipe is not followed")
    with_the_filter()
    ((*arguments,),) = commands("quarto")
    done = subprocess.run(["quarto", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    page = Path("tea.html").read_text("utf-8")
    assert 'id="tea@en:flask"' in page
    assert not any(mark in without_map(page).partition("<body")[2] for mark in MARKS)


def test_the_filter_draws_the_essay_that_quarto_names_and_not_the_copy_that_pandoc_is_given():
    with_the_filter()
    copied = Path("copy").with_suffix(".md")
    copied.write_text(Path("tea.md").read_text("utf-8").replace("#flask", "#jug"), "utf-8")
    filter_ = Path("argument.lua").resolve()
    filter_.write_text(
        'quarto = { doc = { input_file = "tea.md" } }\n' + filter_.read_text("utf-8"), "utf-8"
    )
    page = pandoc_as_it_is(str(copied), "--lua-filter", str(filter_)).stdout
    assert 'id="tea@en:flask"' in page
    assert 'id="tea@en:jug"' not in page


def test_mkdocs_makes_a_site_of_essays_with_maps(tmp_path):
    if find_spec("mkdocs") is None:
        pytest.skip("mkdocs is not here: its recipe is not followed")
    docs = tmp_path / "docs" / "my essays"
    docs.mkdir(parents=True)
    shutil.copy("tea.md", docs)
    (docs / "spine.md").write_text(
        FILES["tea.md"].replace("id: tea", "id: s\nargument-map: spine")
        + "\n<!-- argument-map -->\n\nThe end.\n",
        "utf-8",
    )
    (tmp_path / "docs" / "index.md").write_text("# Home\n\nPlain.\n", "utf-8")
    shutil.copy(DOCS / "recipes" / "mkdocs_hooks.py", tmp_path)
    # No theme is as small as this one, and search is no part of the recipe.
    config = FILES["mkdocs.yml"] + "theme:\n  name: mkdocs\nplugins: []\n"
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    ((_, *options),) = commands("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    site = tmp_path / "site" / "my essays"
    ET.fromstring((site / "tea.map.svg").read_bytes())
    assert "Content-Security-Policy" in (site / "tea.map.html").read_text("utf-8")
    page = (site / "tea" / "index.html").read_text("utf-8")
    main = page[page.index('role="main"') : page.index("<footer")]
    assert 'href="../tea.map.html"><img alt="The argument: Tea cools" src="../tea.map.svg"' in main
    assert all(words in " ".join(main.split()) for words in WORDS)
    assert not any(mark in main for mark in MARKS)
    placed = (site / "spine" / "index.html").read_text("utf-8")
    assert placed.index("a flask only") < placed.index("spine.map.svg") < placed.index("The end.")
    assert not (site.parent / "index.map.svg").exists()
