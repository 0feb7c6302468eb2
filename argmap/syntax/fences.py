"""Over the finished block tokens: pair the flat fence tokens to blocks that nest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from argmap.syntax.attributes import Attribute, AttributeList, parse_attributes
from argmap.syntax.blocks import FENCE, FenceLine
from argmap.syntax.faults import Fault
from argmap.syntax.inline import dress
from argmap.syntax.marks import Form
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer
from argmap.syntax.scan import MAX_NESTING
from argmap.syntax.slips import Slip
from argmap.syntax.vocabulary import CLASSES, near_class

BLOCK = "argmap_block"
MARK = "argmap"
"""In a token's meta: what marks the block that it opens."""
END = "argmap_end"
"""In a token's meta: the offset at which its mark ends, where the token's lines do not say."""

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A mark on a block: its form, the offset it begins at, its attributes with their placer."""

    form: Form
    start: int
    attributes: AttributeList
    placer: Placer


def pair_fences(state: StateCore, source: SourceText, faults: list[Fault]) -> None:
    """Turn the fence tokens of a document into opening and closing tokens, in place."""
    if any(token.type == FENCE for token in state.tokens):
        state.tokens = _Pairing(source, faults).run(state.tokens)


class _Pairing:
    def __init__(self, source: SourceText, faults: list[Fault]) -> None:
        self.text = source.text
        self.placer = Placer(source)
        self.faults = faults
        self.made: list[Token] = []
        self.open: list[Token | None] = []  # None for every other block that nests
        self.depth = 0  # how many of the open ones are fenced
        self.swallowed: dict[int, int] = {}  # by open block, the first fence that an item took in
        self.unclosed = 0  # blocks that were reported; their fences are still to come
        self.line = 0  # the line reached

    def run(self, tokens: list[Token]) -> list[Token]:
        for token in tokens:
            if token.type == FENCE:
                self._fence(token)
                self.line = token.map[1] if token.map else self.line
                continue
            if token.nesting > 0:
                self.open.append(None)
            elif token.nesting < 0:
                while self.open and (block := self.open.pop()) is not None:
                    self._unclosed(block)
            if token.map:
                self.line = max(self.line, token.map[1] if token.nesting <= 0 else token.map[0])
            self.made.append(token)
        while self.open:
            if (block := self.open.pop()) is not None:
                self._unclosed(block)
        return self.made

    def _report(self, slip: Slip) -> None:
        self.faults.append(self.placer.fault(slip))

    def _fence(self, token: Token) -> None:
        line: FenceLine = token.meta["argmap"]
        if line.rest < line.end:
            made = self._opening(line, token)
            self.open.append(made)
            self.made.append(made)
            self.depth += 1
        elif self.open and self.open[-1] is not None:
            block = self.open.pop()
            self._close(block, token.map[1] if token.map else self.line)
        else:
            block = next((each for each in reversed(self.open) if each is not None), None)
            self.swallowed.setdefault(id(block), line.start)
            if self.unclosed:
                self.unclosed -= 1
            else:
                message = "this fence closes nothing"
                hint = "take it out, or open a block before it with ::: {…}"
                self._report(Slip("stray-fence", line.start, line.end, message, hint))
            self.made.extend(_prose(self.text[line.start : line.end], token))

    def _close(self, block: Token | None, last: int) -> None:
        if block is not None and block.map:
            block.map = [block.map[0], max(last, block.map[0] + 1)]
        self.depth -= 1
        self.made.append(Token(f"{BLOCK}_close", "div", -1, block=True, markup=":::"))

    def _unclosed(self, block: Token) -> None:
        mark: BlockMark | None = block.meta.get(MARK)
        if mark is not None:
            self.unclosed += 1
            message = "a block is opened and not closed"
            hint = (
                "close it with ::: on a line of its own, inside the list item or quotation it is in"
            )
            fix = self._taken_out(mark.start, self.swallowed.get(id(block)))
            title = "Take the fence out of the list" if fix else ""
            place = (mark.start, mark.attributes.end)
            slip = Slip("unclosed-block", *place, message, hint, fix, title, safe=False)
            self._report(slip)
        self._close(block, self.line)

    def _taken_out(self, opening: int, fence: int | None) -> tuple[tuple[int, int, str], ...]:
        """Return what puts a fence below the one that opens its block; a formatter indented it."""
        if fence is None:
            return ()
        start, first = (self.text.rfind("\n", 0, at) + 1 for at in (fence, opening))
        margin, moved = self.text[first:opening], self.text[start:fence]
        if margin.strip(" \t>") or moved.strip(" \t>"):
            return ()
        return ((start, fence, f"{margin.rstrip()}\n{margin}"),)

    def _opening(self, line: FenceLine, token: Token) -> Token:
        made = Token(f"{BLOCK}_open", "div", 1, map=token.map, block=True, markup=":::")
        found = self._attributes(line)
        if found is None:  # ::: warning
            made.attrs["class"] = self.text[line.rest : line.end].split()[0]
            return made
        dress(made, found)
        if not found.ours:
            return made
        for slip in found.slips:
            self._report(slip)
        if line.interrupts:
            self._report(self._no_blank_line(line))
        if self.depth >= MAX_NESTING:
            if self.depth == MAX_NESTING:
                message = f"blocks nest deeper than {MAX_NESTING} levels; those inside are not read"
                slip = Slip("nested-too-deep", line.start, line.end, message, "nest them less")
                self._report(slip)
            return made
        made.meta[MARK] = BlockMark(Form.BLOCK, line.start, found, self.placer)
        return made

    def _no_blank_line(self, line: FenceLine) -> Slip:
        start = self.text.rfind("\n", 0, line.start) + 1
        prefix = self.text[start : line.start]
        alone = not prefix.strip(" \t>")
        return Slip(
            "fence-without-blank-line",
            line.start,
            line.end,
            "a block begins with no blank line before it",
            "put a blank line before the fence; Pandoc takes it for prose otherwise",
            ((start, start, f"{prefix.rstrip()}\n"),) if alone else (),
            "Insert a blank line" if alone else "",
        )

    def _attributes(self, line: FenceLine) -> AttributeList | None:
        text = self.text
        start, end = line.rest, line.end
        if text[start] == "{":
            found = parse_attributes(text, start, end, anchored=True)
            behind = text[found.end : end].strip(" \t:")
            if found.ours and found.closed and behind:
                message = "words stand behind the attributes of a block"
                hint = "write the text of the block on the lines below"
                slip = Slip("malformed-attribute", found.end, end, message, hint)
                return found._replace(slips=(*found.slips, slip))
            return found
        match = _WORD.match(text, start, end)
        word = match.group() if match else ""
        kind = word if word in CLASSES else near_class(word)
        if match is None or kind is None:
            return None
        return self._bare_kind(line, kind, match.end())

    def _bare_kind(self, line: FenceLine, kind: str, word_end: int) -> AttributeList:
        """Report ``::: rebuttal`` and read it as it was meant."""
        text = self.text
        start, end = line.rest, line.end
        brace = text.find("{", word_end, end)
        rest = parse_attributes(text, brace, end, anchored=True) if brace >= 0 else None
        inside = text[rest.start + 1 : rest.end - 1].strip() if rest and rest.closed else ""
        name, _, after = inside.partition(" ")
        inner = f"{name} .{kind} {after}" if name.startswith("#") else f".{kind} {inside}"
        mended = f"{{{inner.strip()}}}"
        behind = text[rest.end if rest else word_end : end].strip()
        fix = () if behind or (rest and not rest.closed) else ((start, end, mended),)
        message = f"the kind {text[start:word_end]} of a block stands without braces"
        title = "Put it in braces" if fix else ""
        hint = f"write ::: {mended}"
        self._report(Slip("fence-without-braces", start, end, message, hint, fix, title))
        item = Attribute(".", kind, start, word_end, start, word_end)
        items = (item, *(rest.items if rest else ()))
        slips = rest.slips if rest else ()
        return AttributeList(start, end, items, slips, closed=True, ours=True)


def _prose(text: str, token: Token) -> list[Token]:
    """Make the paragraph that a stray fence is in any other Markdown."""
    words = Token("inline", "", 0, map=token.map, content=text, children=[], block=True)
    opening = Token("paragraph_open", "p", 1, map=token.map, block=True)
    return [opening, words, Token("paragraph_close", "p", -1, block=True)]
