"""The real Argdown, as an oracle: what ``argdown json`` makes of files, in the terms of a graph."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from argmap.formats.foreign import names_of
from argmap.graph import ArgumentGraph

_HERE = Path(__file__).parents[2] / "build" / "argdown" / "node_modules" / ".bin" / "argdown"
PROGRAM = (
    os.environ.get("ARGMAP_ARGDOWN")
    or shutil.which("argdown")
    or (str(_HERE) if _HERE.exists() and shutil.which("node") else None)
)
WHY_NOT = "there is no argdown: npm install --prefix build/argdown @argdown/cli@1.7.5"
TYPES = {
    "support": "supports",
    "attack": "attacks",
    "undercut": "attacks",
    "contradictory": "contradicts",
}

Shape = tuple[dict[str, str], set[tuple[str, ...]]]
"""Texts by title, and for each source of a link its type, the source and the target."""


def exported(folder: Path) -> dict[str, Any]:
    """Let Argdown read all files in a folder, at once; its export by the name of each."""
    assert PROGRAM is not None
    command = [PROGRAM, "json", str(folder / "*.argdown"), str(folder / "out")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    made = {
        path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "out").glob("*.json")
    }
    assert len(made) == len(list(folder.glob("*.argdown"))), (done.stdout + done.stderr)[-2000:]
    return made


def seen_by_argdown(data: dict[str, Any]) -> Shape:
    """Return the statements and relations of an export; arguments that are links as these."""
    texts = {}
    for title, statement in data["statements"].items():
        said = [
            m["text"] for m in statement["members"] if not m.get("isReference") and m.get("text")
        ]
        texts[title] = said[-1].strip(" ") if said else ""
    arguments = data["arguments"]
    links = {
        title: argument["data"]
        for title, argument in arguments.items()
        if "link" in (argument.get("data") or {})
    }
    relations: set[tuple[str, ...]] = set()
    for argument in arguments.values():
        titles = [member["title"] for member in argument.get("pcs") or ()]
        relations.update(("supports", title, titles[-1]) for title in titles[:-1])
    premises: dict[str, list[str]] = {}
    targets: dict[str, str] = {}
    for relation in data["relations"]:
        start, end = relation["from"], relation["to"]
        if end in links and relation["relationType"] == "support" and start not in links:
            premises.setdefault(end, []).append(start)
        elif relation["fromType"] == "argument" and start in links:
            targets[start] = end
        else:
            relations.add(_sorted(TYPES[relation["relationType"]], start, end))
    for title, said in links.items():
        target = targets.get(title) or said["to"]
        relations.update(_sorted(said["link"], premise, target) for premise in premises[title])
    for title, statement in data["statements"].items():
        for other in (statement.get("data") or {}).get("restates", ()):
            relations.add(_sorted("restates", title, other))
    return texts, relations


def seen_by_us(graph: ArgumentGraph) -> Shape:
    """Return the same of a graph; Argdown knows one space for each run of them."""
    names = names_of(graph)
    texts = {
        names[key]: re.sub(r"[ \t\r\n]+", " ", statement.text).strip(" ")
        for key, statement in graph.statements.items()
    }
    links = graph.links.values()
    return texts, {
        _sorted(link.type.value, names[source], names[link.target])
        for link in links
        for source in link.sources
    }


def _sorted(type_: str, start: str, end: str) -> tuple[str, ...]:
    return (type_, *sorted((start, end))) if type_ == "contradicts" else (type_, start, end)
