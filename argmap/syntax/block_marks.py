"""Over the block tokens: what comments above a block, and attributes on a heading, mark."""

from __future__ import annotations

from markdown_it.token import Token

from argmap.syntax.attributes import AttributeList, parse_attributes
from argmap.syntax.comments import directive_in
from argmap.syntax.faults import Fault
from argmap.syntax.fences import END, MARK, BlockMark
from argmap.syntax.marks import Directive, Form
from argmap.syntax.place_map import LINES
from argmap.syntax.places import SourceText
from argmap.syntax.placing import Placer
from argmap.syntax.slips import Slip

COMMENT = "argmap_comment"
"""In a token's meta: the comment that marks the block it opens."""
DIRECTIVE = "argmap_directive"
"""In the meta of a comment's token: what it says to argmap."""

HALF = "argmap_half"
"""In the meta of a comment that began a line, and of the paragraph that holds the other half of its
mark: whether it opens or closes that mark."""

_UNMARKABLE = ("fence", "code_block", "html_block", "hr", "front_matter")
_MOST_BRACES = 8
"""How many ``{`` at the end of a heading are tried: an attribute list may hold some in a value."""


def mark_blocks(tokens: list[Token], source: SourceText, faults: list[Fault]) -> None:
    """Note the marks of comments and headings in the meta of the tokens that they mark."""
    marker = _Marker(source, faults)
    following: Token | None = None  # the block that a comment here would mark
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.type == "html_block" and token.content.lstrip().startswith("<!--"):
            marker.comment(token, following)
            _forgive(tokens, index)
            continue
        if token.type == "heading_open":
            marker.heading(token, tokens[index + 1])
        elif token.type == "fence" and "{" in token.info:
            marker.code_fence(token)
        following = None if token.nesting < 0 else token


def _forgive(tokens: list[Token], index: int) -> None:
    """Tell the paragraphs around a comment that began a line that half of their mark is in it."""
    half = tokens[index].meta.get(HALF)
    at = index - 2 if half == "close" else index + 2
    if half and 0 <= at < len(tokens) and tokens[at].type == "inline":
        tokens[at].meta[HALF] = half


class _Marker:
    def __init__(self, source: SourceText, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults

    def _report(self, slip: Slip, placer: Placer) -> None:
        self.faults.append(placer.fault(slip))

    def comment(self, token: Token, following: Token | None) -> None:
        """Read a comment that CommonMark takes for a block of raw HTML."""
        placer = Placer.of(token, self.source)
        content = token.content.rstrip()
        start = content.index("<!--")
        end = content.find("-->", start + 4)
        if placer is None or end < 0:
            return
        words = content[start + 4 : end].strip()
        directive = directive_in(words)
        found = None
        if words.startswith("{"):
            found = parse_attributes(content, content.index("{", start), end, anchored=True)
        if directive is None and words != "/" and not (found and found.ours):
            return
        if found:
            for slip in found.slips:
                self._report(slip, placer)
        if words == "/":
            token.meta[HALF] = "close"
        elif found and "<!--/-->" not in content:
            token.meta[HALF] = "open"
        if end + 3 < len(content):
            self._report(_at_line_start(start, end + 3), placer)
        elif directive is not None:
            first = token.map[0] + 1 if token.map else 1
            last = following.map[1] if following and following.map else first
            place = placer.range(start, end + 3)
            token.meta[DIRECTIVE] = Directive(directive, place, first, max(first, last))
        elif found is None:
            self._report(_at_line_start(start, end + 3), placer)
        else:
            if found.closed and content[found.end : end].strip():
                self._report(Slip("malformed-attribute", found.end, end, _BEHIND, _ONLY), placer)
            place_in = (start, end + 3)
            self._mark(token, following, found, placer, place_in)

    def _mark(
        self,
        token: Token,
        marked: Token | None,
        found: AttributeList,
        placer: Placer,
        place: tuple[int, int],
    ) -> None:
        start, end = place
        if any(item.name == "." and item.value == "implicit" for item in found.items):
            token.meta[MARK] = BlockMark(Form.IMPLICIT, placer.offset(start), found, placer)
            token.meta[END] = placer.offset(end - 1) + 1
            return
        why = ""
        if marked is None:
            why = "nothing follows it"
        elif marked.type in _UNMARKABLE:
            why = "what follows is not prose"
        elif COMMENT in marked.meta:
            why = "another comment marks what follows"
        elif MARK in marked.meta:
            why = "what follows has attributes of its own"
        if marked is None or why:
            message = f"this comment marks no block: {why}"
            hint = (
                "put it right before the paragraph, list, quotation, table or heading that it marks"
            )
            self._report(Slip("comment-marks-nothing", start, end, message, hint), placer)
            return
        form = Form.HEADING if marked.type == "heading_open" else Form.COMMENT_BLOCK
        marked.meta[COMMENT] = BlockMark(form, placer.offset(start), found, placer)

    def heading(self, heading: Token, inline: Token) -> None:
        """Find ``{…}`` at the end of a heading and keep it from the inline rules."""
        content = inline.content
        if not content.endswith("}"):
            return
        placer = Placer.of(inline, self.source)
        brace = content.rfind("{")
        for _ in range(_MOST_BRACES):
            if placer is None or brace < 0:
                return
            found = parse_attributes(content, brace)
            at_end = found.closed and found.end == len(content)
            if at_end and found.ours:
                self._heading_mark(heading, inline, found, placer)
            if at_end:
                return
            brace = content.rfind("{", 0, brace)

    def _heading_mark(
        self, heading: Token, inline: Token, found: AttributeList, placer: Placer
    ) -> None:
        content = inline.content
        before = content[found.start - 1 : found.start]
        if before in ("]", ")", "`", "*", "_"):  # a span's, or misplaced
            return
        heading.meta[MARK] = BlockMark(Form.HEADING, placer.offset(0), found, placer)
        heading.meta[END] = placer.offset(len(content) - 1) + 1
        inline.content = content[: found.start].rstrip()
        for slip in found.slips:
            self._report(slip, placer)
        if before and not before.isspace():
            message = "a space is missing before the attributes of a heading"
            hint = "put a space before the {"
            fix = ((found.start, found.start, " "),)
            title = "Insert the space"
            rule = "misplaced-attributes"
            slip = Slip(rule, found.start, found.end, message, hint, fix, title)
            self._report(slip, placer)

    def code_fence(self, token: Token) -> None:
        """Report attributes of ours behind the backticks of code."""
        text = self.source.text
        starts = token.meta.get(LINES)
        if not starts:
            return
        brace = text.find("{", starts[0])
        line_end = text.find("\n", brace)
        found = parse_attributes(text, brace, line_end if line_end >= 0 else None)
        if found.unmistakable:
            message = "attributes stand on code"
            hint = "code is never a statement; mark the sentence that speaks of it"
            slip = Slip("misplaced-attributes", brace, found.end, message, hint)
            self._report(slip, Placer(self.source))


def _at_line_start(start: int, end: int) -> Slip:
    message = "a comment at the beginning of a line makes raw HTML of the whole line"
    hint = "let a word stand before it on the line, or put it on a line of its own above the block"
    return Slip("comment-at-line-start", start, end, message, hint)


_BEHIND = "something stands between the attributes and the end of their comment"
_ONLY = "a comment mark holds nothing but its attributes: <!-- {…} -->"
