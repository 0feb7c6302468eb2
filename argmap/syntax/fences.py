"""Over the finished block tokens: pair the fences, and find what comments and headings mark.

Everything here counts offsets into the document, so a slip found here needs no mapping.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from argmap.syntax.attributes import AttributeList, Slip, parse_attributes
from argmap.syntax.blocks import FENCE, FenceLine
from argmap.syntax.faults import Fault
from argmap.syntax.marks import Directive, Form
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer
from argmap.syntax.vocabulary import CLASSES, near_class

BLOCK = "argmap_block"
DIRECTIVE = re.compile(r"<!--\s*argmap:\s*(.*?)\s*-->", re.DOTALL)

_WORD = re.compile(r"[\w-]+")
_COMMENT_MARK = re.compile(r"\s*<!--\s*(?=\{)")
_COMMENT_END = re.compile(r"\s*-->")
_COMMENT_CLOSE = re.compile(r"\s*<!--\s*/\s*-->")
_UNMARKABLE = ("fence", "code_block", "html_block", "hr", "front_matter")


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A mark on a block: its form, the offset it begins at, and its attributes with their placer."""

    form: Form
    start: int
    attributes: AttributeList
    placer: Placer


class BlockMarker:
    """Goes over the block tokens of one document; holds its source and the faults found."""

    def __init__(self, state: StateCore, source: SourceText, faults: list[Fault]) -> None:
        self.state = state
        self.placer = Placer(source)
        self.faults = faults

    def run(self) -> None:
        """Turn fence tokens into nested blocks; put comment and heading marks on their blocks."""
        if any(token.type == FENCE for token in self.state.tokens):
            self.state.tokens = self._pair_fences()
        tokens = self.state.tokens
        for index, token in enumerate(tokens):
            if token.type == "html_block" and token.content.lstrip().startswith("<!--"):
                self._comment(tokens, index)
            elif token.type == "heading_open":
                self._heading(token, tokens[index + 1])
            elif token.type == "fence" and "{" in token.info:
                self._code_fence(token)

    def _report(self, slip: Slip, placer: Placer | None = None) -> None:
        self.faults.append((placer or self.placer).fault(slip))

    def _pair_fences(self) -> list[Token]:
        tokens: list[Token] = []
        open_blocks: list[Token | None] = []  # None for every other block that nests
        for token in self.state.tokens:
            if token.type == FENCE:
                line: FenceLine = token.meta["argmap"]
                if line.rest < line.end:
                    made = self._open(line, token)
                    open_blocks.append(made)
                    tokens.append(made)
                elif open_blocks and open_blocks[-1] is not None:
                    tokens.append(_close(open_blocks.pop(), token.map))
                else:
                    message = "this fence closes nothing"
                    hint = "take it out, or open a block before it with ::: {…}"
                    self._report(Slip("stray-fence", line.start, line.end, message, hint))
                continue
            if token.nesting > 0:
                open_blocks.append(None)
            elif token.nesting < 0:
                while open_blocks and (block := open_blocks.pop()) is not None:
                    tokens.append(self._unclosed(block, tokens))
            tokens.append(token)
        while open_blocks:
            if (block := open_blocks.pop()) is not None:
                tokens.append(self._unclosed(block, tokens))
        return tokens

    def _open(self, line: FenceLine, token: Token) -> Token:
        made = Token(f"{BLOCK}_open", "div", 1, map=token.map, block=True, markup=":::")
        found = self._fence_attributes(line)
        if found is None or not found.ours:
            return made
        made.meta["argmap"] = BlockMark(Form.BLOCK, line.start, found, self.placer)
        for slip in found.slips:
            self._report(slip)
        if line.interrupts:
            source = self.state.src
            line_start = source.rfind("\n", 0, line.start) + 1
            bare = not source[line_start : line.start].strip()
            self._report(
                Slip(
                    "fence-without-blank-line",
                    line.start,
                    line.end,
                    "a block begins with no blank line before it",
                    "put a blank line before the fence; Pandoc takes it for prose otherwise",
                    (line_start, line_start, "\n") if bare else None,
                    "Insert a blank line",
                )
            )
        return made

    def _fence_attributes(self, line: FenceLine) -> AttributeList | None:
        source = self.state.src
        start, end = line.rest, line.end
        if source[start] == "{":
            found = parse_attributes(source, start, end)
            if found.ours and found.closed and source[found.end : end].strip(" \t:"):
                message = "words stand behind the attributes of a block"
                hint = "write the text of the block on the lines below"
                self._report(Slip("malformed-attribute", found.end, end, message, hint))
            return found
        match = _WORD.match(source, start, end)
        word = match.group() if match else ""
        kind = word if word in CLASSES else near_class(word)
        if match is None or kind is None:
            return None
        brace = source.find("{", match.end(), end)
        rest = parse_attributes(source, brace, end) if brace >= 0 else None
        inside = source[rest.start + 1 : rest.end - 1].strip() if rest and rest.closed else ""
        before, _, after = inside.partition(" ")
        inner = f"{before} .{kind} {after}" if before.startswith("#") else f".{kind} {inside}"
        message = f"the kind {word} of a block stands without braces"
        mended = f"{{{inner.strip()}}}"
        self._report(
            Slip(
                "fence-without-braces",
                start,
                end,
                message,
                f"write ::: {mended}",
                (start, end, mended),
                "Put it in braces",
            )
        )
        # Read it as it was meant, so that what refers to it is not reported as well.
        meant = parse_attributes(f"{{.{kind}}}", 0)
        item = meant.items[0]
        shifted = type(item)(".", kind, start, match.end(), start, match.end())
        items = (shifted, *(rest.items if rest else ()))
        return AttributeList(start, end, items, rest.slips if rest else (), closed=True, ours=True)

    def _unclosed(self, block: Token, before: list[Token]) -> Token:
        mark: BlockMark | None = block.meta.get("argmap")
        if mark is not None:
            message = "a block is opened and not closed"
            hint = (
                "close it with ::: on a line of its own, inside the list item or quotation it is in"
            )
            end = mark.attributes.end
            self._report(Slip("unclosed-block", mark.start, end, message, hint))
        last = max((t.map[1] for t in before[-8:] if t.map), default=0)
        if block.map:
            block.map = [block.map[0], max(last, block.map[1])]
        return _close(None, None)

    def _comment(self, tokens: list[Token], index: int) -> None:
        """Read a comment that CommonMark takes for a block of raw HTML."""
        token = tokens[index]
        content = token.content.rstrip()
        placer = Placer.of(token, self.placer.source)
        if placer is None:
            return
        if DIRECTIVE.match(content.lstrip()):
            self._directive(tokens, index, content, placer)
        elif closing := _COMMENT_CLOSE.match(content):
            self._report(_at_line_start(content.index("<"), closing.end()), placer)
        elif opening := _COMMENT_MARK.match(content):
            found = parse_attributes(content, opening.end())
            if found.ours:
                for slip in found.slips:
                    self._report(slip, placer)
                if found.closed:
                    self._comment_mark(tokens, index, found, placer)

    def _comment_mark(
        self, tokens: list[Token], index: int, found: AttributeList, placer: Placer
    ) -> None:
        token = tokens[index]
        content = token.content.rstrip()
        start = content.index("<")
        end = _COMMENT_END.match(content, found.end)
        if end is None:
            message = "something stands between the attributes and the end of their comment"
            hint = "a comment mark holds nothing but its attributes: <!-- {…} -->"
            slip = Slip("malformed-attribute", found.start, found.end, message, hint)
            self._report(slip, placer)
            return
        if end.end() < len(content):
            self._report(_at_line_start(start, end.end()), placer)
            return
        if any(item.name == "." and item.value == "implicit" for item in found.items):
            token.meta["argmap"] = BlockMark(Form.IMPLICIT, placer.offset(start), found, placer)
            token.meta["argmap_end"] = placer.offset(len(content) - 1) + 1
            return
        marked = _next_block(tokens, index)
        if marked is None or marked.type in _UNMARKABLE:
            what = "nothing follows it" if marked is None else "what follows is not prose"
            message = f"this comment marks no block: {what}"
            hint = (
                "put it right before the paragraph, list, quotation, table or heading that it marks"
            )
            slip = Slip("comment-marks-nothing", start, len(content), message, hint)
            self._report(slip, placer)
            return
        form = Form.HEADING if marked.type == "heading_open" else Form.COMMENT_BLOCK
        marked.meta["argmap_comment"] = BlockMark(form, placer.offset(start), found, placer)

    def _directive(self, tokens: list[Token], index: int, content: str, placer: Placer) -> None:
        token = tokens[index]
        match = DIRECTIVE.search(content)
        if match is None:
            return
        if match.end() < len(content):
            self._report(_at_line_start(match.start(), match.end()), placer)
            return
        block = _next_block(tokens, index)
        first = token.map[0] + 1 if token.map else 1
        last = block.map[1] if block and block.map else first
        place = placer.range(match.start(), match.end())
        token.meta["argmap_directive"] = Directive(match.group(1), place, first, last)

    def _heading(self, heading: Token, inline: Token) -> None:
        """Find ``{…}`` at the end of a heading and keep it from the inline rules."""
        content = inline.content
        placer = Placer.of(inline, self.placer.source) if content.endswith("}") else None
        if placer is None:
            return
        brace = content.find("{")
        while brace >= 0:
            found = parse_attributes(content, brace)
            if found.closed and found.end == len(content) and content[brace - 1] in " \t\n":
                if found.ours:
                    heading.meta["argmap"] = BlockMark(
                        Form.HEADING, placer.offset(0), found, placer
                    )
                    heading.meta["argmap_end"] = placer.offset(len(content) - 1) + 1
                    inline.content = content[:brace].rstrip()
                    for slip in found.slips:
                        self._report(slip, placer)
                return
            brace = content.find("{", brace + 1)

    def _code_fence(self, token: Token) -> None:
        found = parse_attributes(token.info, token.info.find("{"))
        starts = token.meta.get("argmap_lines")
        if not found.ours or not starts:
            return
        start = self.state.src.find("{", starts[0])
        message = "attributes stand on code"
        hint = "code is never a statement; mark the sentence that speaks of it"
        end = start + found.end - found.start
        self._report(Slip("misplaced-attributes", start, end, message, hint))


def _close(block: Token | None, fence_map: list[int] | None) -> Token:
    if block is not None and block.map and fence_map:
        block.map = [block.map[0], fence_map[1]]
    return Token(f"{BLOCK}_close", "div", -1, block=True, markup=":::")


def _at_line_start(start: int, end: int) -> Slip:
    message = "a comment at the beginning of a line makes raw HTML of the whole line"
    hint = "let a word stand before it on the line, or put it on a line of its own above the block"
    return Slip("comment-at-line-start", start, end, message, hint)


def _next_block(tokens: list[Token], index: int) -> Token | None:
    for token in tokens[index + 1 :]:
        if token.nesting < 0:
            return None
        if token.type == "html_block" and token.content.lstrip().startswith("<!--"):
            continue
        return token
    return None
