"""How mdformat writes what is ours: its renderers, and what is put right behind those of others.

A few characters that Unicode keeps for internal use stand for what is decided later; none of them
reaches the result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import indent
from typing import TYPE_CHECKING

from argmap.mdformat.inline import (
    WRAP_POINT,
    as_written,
    attributes,
    breaks_kept,
    has_directives,
    in_paragraph,
    reads_the_same,
    soft_break,
)
from argmap.mdformat.leaves import AFTER, BEFORE, CONTENT, LABELS, LEAF, NOTE, NOTE_REF
from argmap.mdformat.parsing import BOM, FOREIGN, WHITE
from argmap.syntax.inline import DIRECTIVE_TOKEN, SPAN

if TYPE_CHECKING:
    from mdformat.renderer import RenderContext, RenderTreeNode
    from mdformat.renderer.typing import Postprocess, Render

_GLUE_BEFORE, _GLUE_AFTER = "\ufdd1", "\ufdd2"
"""At the beginning or end of a leaf that touches its neighbour, with no blank line between."""
_GLUED_AFTER = re.compile(rf"{_GLUE_AFTER}\n[ >]*(?=\n)")
_GLUED_BEFORE = re.compile(rf"\n[ >]*(?=\n[ >]*{_GLUE_BEFORE})")
_AS_WRITTEN = "\ufdd3"
"""In place of the words of a paragraph that stays as it is written."""
_RULE_OF_TABLE = re.compile(r"^(?=[^\n]*-)[|: -]+$", re.MULTILINE)
_TASK = "xxxx"
"""What mdformat-gfm puts before the first line of a task, to have it broken in time."""
_TICKS = (" ", WRAP_POINT, "x", "X")
_NO_FENCE = re.compile(r"^[ \t]*[^\S \t\n][^\S\n]*:::", re.MULTILINE)
"""What is a fence once mdformat has taken away the white space before it, as U+3000."""
_BRACKET = "\ufdd4"
"""In place of a bracket that mdformat-gfm would take for a task's."""


# Renderers


def _span(node: RenderTreeNode, context: RenderContext) -> str:
    """Write a mark."""
    assert node.nester_tokens is not None
    wraps = context.do_wrap and in_paragraph(node)
    opening = attributes(node.nester_tokens.opening.markup, wraps=wraps)
    closing = attributes(node.nester_tokens.closing.markup, wraps=wraps)
    words = "".join(child.render(context) for child in node.children)
    if opening == "[" and words in _TICKS:
        opening = _BRACKET
    return f"{opening}{words}{closing}"


def _content(node: RenderTreeNode, context: RenderContext) -> str:
    """Write a comment as it is."""
    return node.content


def _leaf(node: RenderTreeNode, context: RenderContext) -> str:
    """Write a block as it is, and remember whether it touches its neighbours."""
    context.env["used_refs"].update(node.meta.get(LABELS, ()))
    before = _GLUE_BEFORE if node.meta.get(BEFORE) else ""
    after = _GLUE_AFTER if node.meta.get(AFTER) else ""
    return f"{before}{node.content}{after}"


def _note_ref(node: RenderTreeNode, context: RenderContext) -> str:
    """Write a reference to a footnote."""
    return f"[^{node.meta['label']}]"


def _note(node: RenderTreeNode, context: RenderContext) -> str:
    """Write a footnote where it stands."""
    label = f"[^{node.meta['label']}]:"
    with context.indented(4):
        blocks = [child.render(context) for child in node.children]
    body = indent("\n\n".join(blocks), "    ")
    begins_with_words = bool(node.children) and node.children[0].type == "paragraph"
    return f"{label} {body.lstrip(' ')}" if begins_with_words else f"{label}\n{body}".rstrip("\n")


RENDERERS: Mapping[str, Render] = {
    SPAN: _span,
    FOREIGN: _span,
    DIRECTIVE_TOKEN: _content,
    LEAF: _leaf,
    NOTE: _note,
    NOTE_REF: _note_ref,
}


# Behind the renderers of others


def _after_text(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    return breaks_kept(text, node)


def _after_soft_break(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    return soft_break(node) if text == WRAP_POINT else text


def _after_inline(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Take the words as they are written where argmap would read the formatted ones otherwise."""
    content = node.content
    task = text.startswith(_TASK) and not content.startswith(_TASK)
    written = text[len(_TASK) :] if task else text
    written = written.replace(WRAP_POINT, " ").replace(_BRACKET, "[")
    keeps_lines = context.do_wrap and has_directives(content)
    if not keeps_lines and reads_the_same(content, written, context.env.get("references", {})):
        return text
    if node.parent is not None and node.parent.type == "paragraph":
        return f"{_TASK if task else ''}{_AS_WRITTEN}"
    return content


def _after_paragraph(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Put back what stays as it is written; keep lazy lines from becoming a table.

    They would where their indent is written out, and a text that has tables is read as such here
    even where no plugin for tables is installed, which would do the same.
    """
    content = node.children[0].meta.get(WHITE, "") + node.children[0].content
    if _AS_WRITTEN in text:
        return text.replace(_AS_WRITTEN, as_written(content))
    if _NO_FENCE.search(content):
        return as_written(content)
    if not _RULE_OF_TABLE.search(text):
        return text
    return _RULE_OF_TABLE.sub(lambda match: match.group().replace("-", "\\-", 1), text)


def _after_heading(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Put the attributes of a heading back, in its one line."""
    content, start = node.meta.get(CONTENT, ("", None))
    breaks = (each for each in node.walk() if each.type == "softbreak")
    if any(soft_break(each) == "\n" for each in breaks):
        # Its words are read without a space there, which no single line can say.
        return f"{as_written(content)}\n{'===' if node.tag == 'h1' else '---'}"
    if start is None:
        return text
    raw = content[start:]
    gap = "" if start and not content[start - 1].isspace() else " "
    return f"{text.rstrip(' ')}{gap}{' '.join(line.strip(' ') for line in raw.split(chr(10)))}"


def _after_root(text: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Take out the blank lines between blocks that touched."""
    text = _GLUED_AFTER.sub("", text)
    text = _GLUED_BEFORE.sub("", text)
    text = text.replace(_GLUE_BEFORE, "").replace(_GLUE_AFTER, "").replace(_BRACKET, "[")
    return f"\ufeff{text}" if context.env.get(BOM) else text


POSTPROCESSORS: Mapping[str, Postprocess] = {
    "text": _after_text,
    "softbreak": _after_soft_break,
    "inline": _after_inline,
    "paragraph": _after_paragraph,
    "heading": _after_heading,
    "root": _after_root,
}
