"""Cases in Markdown files: a title, an essay and what is read in it, with lines of a lone dot between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from argmap.essay import read_essay
from argmap.model import Essay

FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
_CASE = re.compile(
    r"^(?P<title>[^\n.][^\n]*)\n\.\n(?P<essay>.*?)^\.\n(?P<read>.*?)^\.$", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class Case:
    """``essay`` is the text, ``read`` its statements and links, then its faults, a line each."""

    title: str
    essay: str
    read: str


def cases_in(file: Path) -> list[Case]:
    text = file.read_text(encoding="utf-8")
    return [Case(m["title"], m["essay"], m["read"]) for m in _CASE.finditer(text)]


ALL = [(file, case) for file in FILES for case in cases_in(file)]
IDS = [f"{file.stem}: {case.title}" for file, case in ALL]


def described(essay: Essay) -> str:
    """What was read, a line each: ``kind #id .flag: text``, ``source -> target``, ``range rule: …``."""
    lines = []
    for s in essay.statements:
        flags = "".join(f" .{flag}" for flag in sorted(s.flags))
        on = f" on {' '.join(map(str, s.on))}" if s.on else ""
        lines.append(f"{s.kind}{f' #{s.id}' if s.id else ''}{flags}: {s.text!r}{on}")
    for link in essay.links:
        sources = [link.source.rpartition(":")[2]] if link.source else map(str, link.sources)
        named = f" via {link.via}" if link.via else ""
        implied = " (implied)" if link.implied else ""
        targets = " and ".join(map(str, link.targets))
        lines.append(f"{' and '.join(sources)} {link.type} {targets}{named}{implied}")
    for s in essay.suppressions:
        lines.append(f"silences {' '.join(s.codes)} on {s.first_line}-{s.last_line}: {s.reason}")
    for fault in essay.faults:
        fix = f" ({fault.fix.title})" if fault.fix else ""
        lines.append(f"{fault.range} {fault.rule}: {fault.message}{fix}")
    return "".join(f"{line}\n" for line in lines)


def read_case(text: str) -> Essay:
    return read_essay(text, "essay.md")
