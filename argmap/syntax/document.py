"""One walk over the finished tokens: marks, sections, paragraphs, directives and faults.

The walk keeps a stack of the headings above, of the list items around, and of the blocks that are
marked; a mark's text is gathered from the inline tokens as they pass. Nested marks repeat the text
of inner ones, so the cost is the length of the text times the depth of marks (which is bounded).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from argmap.syntax.attributes import AttributeList
from argmap.syntax.faults import Fault
from argmap.syntax.fences import BlockMark
from argmap.syntax.inline import COMMENT_SPAN, DIRECTIVE_TOKEN, SLIP, SPAN, InlineMark
from argmap.syntax.marks import Directive, Document, Form, Heading, Mark, MarkAttribute, Prose
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer

_OPENINGS = {f"{SPAN}_open": Form.SPAN, f"{COMMENT_SPAN}_open": Form.COMMENT_SPAN}
_CLOSINGS = (f"{SPAN}_close", f"{COMMENT_SPAN}_close")
_BREAKS = ("softbreak", "hardbreak")
_SPOKEN = ("text", "text_special", "code_inline", "image")


@dataclass(slots=True)
class _Draft:
    """A mark in the making; ``start`` and ``end`` are offsets into the document."""

    form: Form
    attributes: AttributeList
    placer: Placer
    start: int
    section: tuple[int, ...]
    parent: int | None
    end: int = 0
    text_start: int | None = None
    text_end: int = 0
    parts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Item:
    """A list item around the walk, and the index of its own first mark."""

    first_mark: int | None = None


class _Walk:
    def __init__(self, source: SourceText, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults
        self.drafts: list[_Draft] = []
        self.sections: list[Heading] = []
        self.paragraphs: list[Prose] = []
        self.directives: list[Directive] = []
        self._headings: list[int] = []
        self._items: list[_Item] = []
        self._blocks: list[int | None] = []  # the mark of each open block, if it has one
        self._marked = 0  # how many of them have one
        self._front_matter: tuple[str, int] | None = None

    def document(self, tokens: Sequence[Token]) -> Document:
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(token, tokens[index - 1] if index else token)
            elif token.nesting > 0:
                self._open(token, tokens[index + 1])
            elif token.nesting < 0:
                self._close(token)
            elif token.type == "html_block":
                self._html(token)
            elif token.type == "front_matter":
                self._front_matter = (token.content, 2)
        return Document(
            self.source,
            tuple(self._finish(draft) for draft in self.drafts),
            tuple(self.sections),
            tuple(self.paragraphs),
            tuple(self.directives),
            tuple(self.faults),
            self._front_matter,
        )

    def _open(self, token: Token, following: Token) -> None:
        if token.type == "list_item_open":
            self._items.append(_Item())
        elif token.type == "heading_open":
            self._section(token, following)
        mark: int | None = None
        block: BlockMark | None = token.meta.get("argmap_comment") or token.meta.get("argmap")
        if isinstance(block, BlockMark):
            mark = self._draft(block.form, block.attributes, block.placer, block.start)
            draft = self.drafts[mark]
            draft.end = token.meta.get("argmap_end") or self._end_of(token)
            token.meta["argmap_mark"] = mark
            self._marked += 1
        self._blocks.append(mark)

    def _end_of(self, token: Token) -> int:
        """Return the offset behind the last visible character of a block."""
        last = token.map[1] if token.map else 1
        starts_at = min(last, self.source.line_count)
        while starts_at > 1 and not self.source.line(starts_at).strip():
            starts_at -= 1
        line = self.source.line(starts_at).rstrip()
        return self.source.line_start(starts_at) + len(line)

    def _close(self, token: Token) -> None:
        if token.type == "list_item_close" and self._items:
            self._items.pop()
        if self._blocks and self._blocks.pop() is not None:
            self._marked -= 1

    def _section(self, token: Token, inline: Token) -> None:
        level = int(token.tag[1:])
        while self._headings and self.sections[self._headings[-1]].level >= level:
            self._headings.pop()
        block: BlockMark | None = token.meta.get("argmap_comment") or token.meta.get("argmap")
        on: MarkAttribute | None = None
        if block is not None:
            _, _, attributes = block.placer.words(block.attributes)
            on = next((a for a in attributes if a.name == "on"), None)
        placer = Placer.of(inline, self.source)
        if placer is not None:
            place = placer.range(0, len(inline.content))
        else:
            place = self.source.line_range(token.map[0] + 1 if token.map else 1)
        title = plain_text(inline.children or ())
        self.sections.append(Heading(title, level, place, on))
        # The heading itself stands under those above it; what follows stands under it, too.
        self._headings.append(len(self.sections) - 1)

    def _draft(self, form: Form, attributes: AttributeList, placer: Placer, start: int) -> int:
        index = len(self.drafts)
        parent: int | None = None
        if self._items and self._items[-1].first_mark is None:
            self._items[-1].first_mark = index
            if len(self._items) > 1:
                parent = self._items[-2].first_mark
        section = tuple(self._headings)
        if form is Form.HEADING:
            section = section[:-1]
        self.drafts.append(_Draft(form, attributes, placer, start, section, parent))
        return index

    def _html(self, token: Token) -> None:
        directive = token.meta.get("argmap_directive")
        if directive is not None:
            self.directives.append(directive)
        block = token.meta.get("argmap")
        if isinstance(block, BlockMark):
            index = self._draft(block.form, block.attributes, block.placer, block.start)
            draft = self.drafts[index]
            draft.end = token.meta["argmap_end"]
            for item in block.attributes.items:
                if item.name == "text":
                    draft.parts.append(item.value)
                    draft.text_start, draft.text_end = block.placer.offsets(
                        item.value_start, item.value_end
                    )
            token.meta["argmap_mark"] = index

    def _inline(self, token: Token, opening: Token) -> None:
        placer = Placer.of(token, self.source)
        children = token.children or ()
        before = len(self.drafts)
        if placer is not None and any(child.meta for child in children):
            self._inline_marks(children, placer)
        covered = self._marked > 0 or len(self.drafts) > before
        if opening.type == "paragraph_open" and placer is not None and token.content:
            self.paragraphs.append(Prose(placer.range(0, len(token.content)), covered))
        if self._marked and token.content:
            text = plain_text(children)
            first = last = 0
            if placer is not None:
                first, last = placer.offsets(0, len(token.content))
            for index in self._blocks:
                if index is not None:
                    draft = self.drafts[index]
                    draft.parts.append(text)
                    if draft.text_start is None:
                        draft.text_start = first
                    draft.text_end = max(draft.text_end, last)

    def _inline_marks(self, children: Sequence[Token], placer: Placer) -> None:
        open_marks: list[tuple[int, int]] = []  # (mark, index of its opening token)
        for index, child in enumerate(children):
            if child.type in _OPENINGS:
                mark: InlineMark = child.meta["argmap"]
                start = placer.offset(mark.start)
                made = self._draft(_OPENINGS[child.type], mark.attributes, placer, start)
                draft = self.drafts[made]
                _, draft.end = placer.offsets(mark.start, mark.end)
                draft.text_start, draft.text_end = placer.offsets(mark.text_start, mark.text_end)
                open_marks.append((made, index))
                child.meta["argmap_mark"] = made
                self.faults.extend(placer.fault(slip) for slip in mark.attributes.slips)
            elif child.type in _CLOSINGS and open_marks:
                made, opened = open_marks.pop()
                self.drafts[made].parts.append(plain_text(children[opened + 1 : index]))
            elif child.type == SLIP:
                self.faults.append(placer.fault(child.meta["argmap"]))
            elif child.type == DIRECTIVE_TOKEN:
                text, start, end = child.meta["argmap"]
                place = placer.range(start, end)
                directive = Directive(text, place, place.start.line, place.end.line)
                self.directives.append(directive)

    def _finish(self, draft: _Draft) -> Mark:
        name, classes, attributes = draft.placer.words(draft.attributes)
        text_start = draft.end if draft.text_start is None else draft.text_start
        return Mark(
            draft.form,
            name,
            classes,
            attributes,
            "\n".join(draft.parts),
            self.source.range(draft.start, draft.end),
            self.source.range(text_start, max(text_start, draft.text_end)),
            draft.placer.range(draft.attributes.start, draft.attributes.end),
            draft.section,
            draft.parent,
        )


def collect(tokens: Sequence[Token], source: SourceText, faults: list[Fault]) -> Document:
    """Walk over finished tokens; ``faults`` are those of the block pass, which are kept first."""
    return _Walk(source, faults).document(tokens)


def plain_text(children: Sequence[Token]) -> str:
    """Return what a reader sees of inline tokens, as one line.

    A line break is a space, but for one between two Chinese or Japanese characters, where the
    script has none. Raw HTML and annotations say nothing; an image says its description.
    """
    parts: list[str] = []
    breaks: list[int] = []
    for child in children:
        if child.type in _SPOKEN:
            parts.append(child.content)
        elif child.type in _BREAKS:
            breaks.append(len(parts))
            parts.append(" ")
    for at in breaks:
        before = "".join(parts[max(0, at - 2) : at])[-1:]
        after = "".join(parts[at + 1 : at + 3])[:1]
        if _unspaced(before) and _unspaced(after):
            parts[at] = ""
    text = "".join(parts)
    return " ".join(text.split()) if "\n" in text or "  " in text else text.strip()


def _unspaced(char: str) -> bool:
    """Tell whether ``char`` belongs to a script that is written without spaces, or its punctuation."""
    if not char or char < "\u2e80" or "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff":
        return False
    return unicodedata.east_asian_width(char) in "WF"
