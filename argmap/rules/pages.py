"""Rules as documents: one or all of them in a format, and the pages of the documentation."""

from __future__ import annotations

import json
import re
from pathlib import Path

from argmap.errors import ArgmapError
from argmap.rules.explain import data, explain, overview, page, page_name
from argmap.rules.registry import RULES
from argmap.rules.rule import Rule

__all__ = ["COMMAND", "INDEX", "pages", "write_pages", "written_as"]

COMMAND = "argmap rule --all --format md -o docs/rules"
"""What makes the pages of this project's own documentation."""

INDEX = "README.md"
"""The name of the page that lists all rules."""

_PAGE = re.compile(r"AM\d{3}-[a-z0-9-]+\.md")
_MADE = f"<!-- Made by `{COMMAND}`: edit the rule's module instead. -->\n\n"


def written_as(format_: str, rule: Rule | None = None, *, every: bool = False) -> str:
    """Write one rule, or all of them, as ``text``, ``json`` or ``md``; all end in a line end.

    Without a rule, ``text`` and ``md`` list the rules, or explain each where ``every`` is true;
    JSON explains always.
    """
    if format_ == "json":
        found = [data(each) for each in RULES] if rule is None else data(rule)
        return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    if rule is not None:
        return page(rule) if format_ == "md" else explain(rule.code)
    if not every:
        return overview()
    write = page if format_ == "md" else _explained
    return "\n".join([overview(), *map(write, RULES)])


def _explained(rule: Rule) -> str:
    return explain(rule.code)


def pages() -> dict[str, str]:
    """Return the index and the page of every rule, by file name."""
    index = {INDEX: _MADE + overview(linked=True)}
    return index | {page_name(rule): _MADE + page(rule) for rule in RULES}


def write_pages(folder: Path) -> None:
    """Write the pages to a folder, each whole or not at all; remove those of rules that have gone.

    Only files named as pages are (``AM201-unsupported-claim.md``) are removed. Raises
    :class:`ArgmapError` where the folder cannot be written.
    """
    from argmap.writing import write_file

    if folder.exists() and not folder.is_dir():
        raise ArgmapError(f"{folder} is a file: name a folder for the pages of the rules")
    made = pages()
    for name, text in made.items():
        write_file(folder / name, text.encode())
    for file in sorted(folder.iterdir()):
        if _PAGE.fullmatch(file.name) and file.name not in made:
            try:
                file.unlink()
            except OSError as error:
                why = error.strerror or str(error)
                raise ArgmapError(f"cannot remove {file}: {why}; remove it by hand") from None
