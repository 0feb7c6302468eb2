"""One walk over the finished block tokens: marks, sections, paragraphs, directives and faults.

The walk keeps a stack of the headings above, of the list items around, and of the blocks that are
marked; a mark's text is gathered from the inline tokens as they pass. Nested marks repeat the text
of inner ones, so the cost is the length of the text times the depth of marks (which is bounded).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from argmap.syntax.attributes import AttributeList
from argmap.syntax.block_marks import COMMENT, DIRECTIVE, HALF
from argmap.syntax.faults import Fault
from argmap.syntax.fences import END, MARK, BlockMark
from argmap.syntax.marks import Directive, Document, Form, Heading, Mark, MarkAttribute, Prose
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer
from argmap.syntax.scan import Scan, scan
from argmap.syntax.slips import Slip
from argmap.syntax.spoken import spoken, spoken_marks

_CONTAINERS = (
    *("blockquote_open", "list_item_open", "argmap_block_open", "footnote_reference_open"),
    "dd_open",
)
_STRAY_FENCE = re.compile(r"\n[ \t]*(:::+)(?![^\n])")
_ANY_FENCE = re.compile(r"(?:^|\n)[ \t]*:::+[ \t]*[^\s:]")
_SWALLOWS = ("unclosed-attributes", "malformed-attribute", "single-quotes", "unknown-kind")
"""Slips behind which a kind may be hidden."""


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


@dataclass(slots=True)
class _Around:
    """An open block: the mark on it, and the headings that hold again behind it."""

    mark: int | None
    headings: list[int] | None


class _Walk:
    """The walk over one document; the fields are its state."""

    def __init__(
        self, source: SourceText, faults: list[Fault], md: MarkdownIt, env: EnvType
    ) -> None:
        self.source = source
        self.faults = faults
        self.md = md
        self.env = env
        self.drafts: list[_Draft] = []
        self.sections: list[Heading] = []
        self.paragraphs: list[Prose] = []
        self.directives: list[Directive] = []
        self._headings: list[int] = []
        self._items: list[_Item] = []
        self._around: list[_Around] = []
        self._marked: list[int] = []  # the marks among the open blocks
        self._cells = 0  # that have words, in the row of a table
        self._front_matter: tuple[str, int] | None = None

    def document(self, tokens: Sequence[Token]) -> Document:
        """Go through the tokens."""
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
                self._front_matter = (token.content, self.source.line_start(2))
        return Document(
            self.source,
            tuple(self._finish(draft) for draft in self.drafts),
            tuple(self.sections),
            tuple(self.paragraphs),
            tuple(self.directives),
            tuple(sorted(self.faults, key=lambda fault: fault.range)),
            self._front_matter,
        )

    # Blocks

    def _open(self, token: Token, following: Token) -> None:
        kind = token.type
        headings = list(self._headings) if kind in _CONTAINERS else None
        if kind == "list_item_open":
            self._items.append(_Item())
        elif kind == "heading_open":
            self._section(token, following)
        elif kind == "tr_open":
            self._cells = 0
        mark: int | None = None
        block: BlockMark | None = token.meta.get(COMMENT) or token.meta.get(MARK)
        if isinstance(block, BlockMark):
            mark = self._draft(block.form, block.attributes, block.placer, block.start)
            self.drafts[mark].end = token.meta.get(END) or self._end_of(token)
            self._marked.append(mark)
        self._around.append(_Around(mark, headings))

    def _end_of(self, token: Token) -> int:
        """Return the offset behind the last visible character of a block."""
        first, last = token.map or (0, 1)
        last = min(last, self.source.line_count)
        while last > first + 1 and not self.source.line(last).strip(" \t>"):
            last -= 1
        return self.source.line_start(last) + len(self.source.line(last).rstrip())

    def _close(self, token: Token) -> None:
        if token.type == "list_item_close" and self._items:
            self._items.pop()
        if self._around:
            around = self._around.pop()
            if around.mark is not None:
                self._marked.pop()
            if around.headings is not None:
                self._headings = around.headings

    def _section(self, token: Token, inline: Token) -> None:
        level = int(token.tag[1:])
        while self._headings and self.sections[self._headings[-1]].level >= level:
            self._headings.pop()
        block: BlockMark | None = token.meta.get(COMMENT) or token.meta.get(MARK)
        on: MarkAttribute | None = None
        if isinstance(block, BlockMark):
            _, _, attributes = block.placer.words(block.attributes)
            on = next((a for a in attributes if a.name == "on"), None)
        placer = Placer.of(inline, self.source)
        if placer is not None:
            place = placer.range(0, len(inline.content))
        else:
            place = self.source.line_range(token.map[0] + 1 if token.map else 1)
        self.sections.append(Heading(self._words(self._scan(inline)), level, place, on))
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
        directive = token.meta.get(DIRECTIVE)
        if directive is not None:
            self.directives.append(directive)
        block = token.meta.get(MARK)
        if isinstance(block, BlockMark):
            index = self._draft(block.form, block.attributes, block.placer, block.start)
            draft = self.drafts[index]
            draft.end = token.meta[END]
            _, _, attributes = block.placer.words(block.attributes)
            for attribute in attributes:
                if attribute.name == "text" and draft.text_start is None:
                    draft.parts.append(attribute.value)
                    draft.text_start = self.source.offset(attribute.value_range.start)
                    draft.text_end = self.source.offset(attribute.value_range.end)

    # Lines

    def _scan(self, token: Token) -> Scan:
        """Scan an inline token; without ``{`` and ``<!--`` there is nothing to find."""
        content = token.content
        if "{" not in content and "<!--" not in content:
            return Scan(content)
        return scan(content, self.env["references"], half=token.meta.get(HALF))

    def _words(self, found: Scan) -> str:
        return spoken(self.md, self.env, found, 0, len(found.text))

    def _inline(self, token: Token, opening: Token) -> None:
        content = token.content
        placer = Placer.of(token, self.source) if content else None
        if placer is None:
            return
        before = len(self.drafts)
        found = self._scan(token)
        words = spoken_marks(self.md, self.env, found) if found.marks else ()
        for mark, said in zip(found.marks, words, strict=True):
            index = self._draft(mark.form, mark.attributes, placer, placer.offset(mark.start))
            draft = self.drafts[index]
            draft.end = placer.offset(mark.end - 1) + 1
            draft.text_start, draft.text_end = placer.offsets(mark.text_start, mark.text_end)
            draft.parts.append(said)
        for text, start, end in found.directives:
            place = placer.range(start, end)
            self.directives.append(Directive(text, place, place.start.line, place.end.line))
        self.faults.extend(placer.fault(slip) for slip in found.slips)
        if opening.type == "paragraph_open":
            covered = bool(self._marked) or len(self.drafts) > before
            self.paragraphs.append(Prose(placer.range(0, len(content)), covered))
            if "\n" in content and ":::" in content:
                self._stray_fences(content, placer)
        if self._marked:
            said = self._words(found)
            first, last = placer.offsets(0, len(content))
            glue = self._glue(opening)
            for index in self._marked:
                draft = self.drafts[index]
                if draft.parts:
                    draft.parts.append(glue)
                draft.parts.append(said)
                if draft.text_start is None:
                    draft.text_start = first
                draft.text_end = last

    def _glue(self, opening: Token) -> str:
        """Return what stands before the words of a block: the cells of a row make one line."""
        if opening.type not in ("td_open", "th_open"):
            return "\n"
        self._cells += 1
        return ("\n", ": ")[self._cells - 1] if self._cells < 3 else " · "

    def _stray_fences(self, content: str, placer: Placer) -> None:
        """Find bare fences that end a paragraph and close nothing."""
        opening = _ANY_FENCE.search(content)
        for match in _STRAY_FENCE.finditer(content):
            if opening is None or match.start() < opening.start():
                message = "this fence closes nothing"
                hint = "take it out, or open a block before it with ::: {…}"
                slip = Slip("stray-fence", *match.span(1), message, hint)
                self.faults.append(placer.fault(slip))

    def _finish(self, draft: _Draft) -> Mark:
        name, classes, attributes = draft.placer.words(draft.attributes)
        text_start = draft.end if draft.text_start is None else draft.text_start
        return Mark(
            draft.form,
            name,
            classes,
            attributes,
            "".join(draft.parts),
            self.source.range(draft.start, draft.end),
            self.source.range(text_start, max(text_start, draft.text_end)),
            draft.placer.range(draft.attributes.start, draft.attributes.end),
            draft.section,
            draft.parent,
            any(slip.rule in _SWALLOWS for slip in draft.attributes.slips),
        )


def collect(
    tokens: Sequence[Token],
    source: SourceText,
    faults: list[Fault],
    md: MarkdownIt,
    env: EnvType,
) -> Document:
    """Walk over finished block tokens; ``md`` and ``env`` serve to find the words of marks."""
    return _Walk(source, faults, md, env).document(tokens)
