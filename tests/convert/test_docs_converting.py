"""docs/formats.md: the table of formats is that of the code, and its examples are run.

``ARGMAP_UPDATE_DOCS=1`` writes the table anew.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from argmap.cli import run
from argmap.formats.interface import Format, Source
from argmap.formats.registry import OURS, formats

FILE = Path(__file__).parents[2] / "docs" / "formats.md"
PAGE = FILE.read_text("utf-8")
BEGIN, END = "<!-- formats: begin -->\n", "<!-- formats: end -->\n"
PART = PAGE.partition("## Reports of a check")[0]
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", PART, re.DOTALL | re.MULTILINE)


def table() -> str:
    rows = ["| name | format | suffixes | read | write |", "|---|---|---|---|---|"]
    for name in OURS:
        each = formats().by_name[name]
        suffixes = " ".join(f"`{suffix}`" for suffix in (*each.suffixes, *each.companions))
        read, write = ("yes" if way else "-" for way in (each.read, each.write))
        rows.append(f"| `{name}` | {each.title} | {suffixes} | {read} | {write} |")
    return "\n".join(rows) + "\n"


def test_the_table_is_that_of_the_code() -> None:
    before, _, rest = PAGE.partition(BEGIN)
    shown, _, after = rest.partition(END)
    if os.environ.get("ARGMAP_UPDATE_DOCS"):
        FILE.write_text(f"{before}{BEGIN}{table()}{END}{after}", "utf-8")
    else:
        assert shown == table()


def test_the_example_is_what_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    essay, result = [body for language, body in FENCES if language == "markdown"]
    (session,) = [body for language, body in FENCES if language == "console"]
    Path("tea.md").write_text(essay, "utf-8")
    told: list[str] = []
    for line in session.splitlines():
        if line.startswith("$ "):
            told.append(line)
            assert run(shlex.split(line)[2:]) == 0
            told.extend(capsys.readouterr().err.splitlines())
    assert told == session.splitlines()
    assert Path("again.md").read_text("utf-8") == result
    first = next(body for language, body in FENCES if language == "python")
    exec(first, {})
    assert capsys.readouterr().out.splitlines() == [
        *("flags 1 tea is .thesis", "names in by 1 by of flask", "sources 1 source of room")
    ]


def test_the_format_that_is_shown_reads_and_writes() -> None:
    shown = [body for language, body in FENCES if language == "python"][1]
    names: dict[str, object] = {}
    exec(shown, names)
    format_ = names["FORMAT"]
    assert isinstance(format_, Format)
    assert format_.read is not None
    assert format_.write is not None
    graph = format_.read(Source("x", b"LINES\nA\nB\nC")).graph()
    assert len(graph.links) == 2
    written = format_.write(graph)
    assert written.files[0].data == b"LINES\nA\nB\nC\n"
    assert [loss.count for loss in written.losses] == [2]
