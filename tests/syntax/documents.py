"""Generated documents, and what should be read in them, place by place.

A generator writes Markdown and knows every mark in it. It does not compute a single place: it puts
a sentinel (a character of a private plane) where each range begins and ends, and once the text
is whole, with its quotes, indents and line ends, the sentinels are taken out and their lines and
columns counted. So nothing of the reader is used to say what the reader should find.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from argmap.syntax.marks import Form

FIRST_SENTINEL = 0xF0000

WORDS = (
    *("profit", "Servers", "cost-cutting", "2024", "a_b", "don't", "x1", "né"),
    *(
        "e\u0301te\u0301",
        "뜨거운",
        "감자",
        "生意",
        "賺錢。",
        "かな",
        "😀",
        "👩‍🚀",
        "không",
        "(so",
        "far)",
    ),
)
PLAIN_WORDS = tuple(w for w in WORDS if unicodedata.normalize("NFC", w) == w and "\u200d" not in w)
IDS = ("no-profit", "손실-2024", "賺錢", "lợi_nhuận", "x1", "Été", "かな", "a-b_c")
QUOTED = (
    "The Information",
    "他說：好",
    "a] b",
    "[c",
    "x: y; z",
    "€ 5 (five)",
    "p. 12–14",
    "it's",
    "ok}",
)
BARE = ("arithmetic", "2024-09-16", "work@lang:id", "p12", "손실", "a.b:c@d-e_f")
KINDS = ("claim", "premise", "evidence", "rebuttal", "question")
FLAGS = ("thesis", "assumed", "conceded")
OTHERS = ("by", "source", "url", "cite", "date", "quote", "weight", "scheme", "sense", "at", "via")

SILENT = (
    ("~~~ md", "> [x]{.claim}", "~~~"),  # which Pandoc 2.17 at times takes for prose
    ("```", "[x]{.claim}", "::: {.claim}", "<!-- {.claim} -->", "```"),
    ("<div>", "[x]{.claim}", "</div>", ""),
    ("***",),
    ("<!-- [x]{.claim}", "and more -->"),
    ("[label]: https://example.org/[x]{.claim}",),
)

Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass
class Stretch:
    """A range to come: the sentinels at its start and end."""

    start: str
    end: str


@dataclass
class Value:
    """An attribute as it was written."""

    name: str
    value: str
    whole: Stretch
    inner: Stretch


@dataclass
class Expected:
    """A mark as it was written; ``text`` has ``\\n`` where a line was broken."""

    form: Form
    whole: Stretch
    attributes: Stretch
    id: tuple[str, Stretch] | None = None
    classes: list[tuple[str, Stretch]] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    text: str = ""
    inner: Stretch | None = None
    parent: Expected | None = None


@dataclass
class Run:
    """Inline content: how it is written, what it says, and where it begins and ends."""

    written: str
    says: str
    inner: Stretch


@dataclass
class Written:
    """A block: its lines, and the runs of words in it that a mark around it would hold."""

    lines: list[str]
    runs: list[Run]
    lazy: frozenset[int] = frozenset()  # lines that may stand without the ``>`` before them
    is_list: bool = False  # which another list right behind would continue


@dataclass
class Generated:
    """A text and the marks in it, in reading order; ``places`` has the position of each sentinel."""

    text: str
    marks: list[Expected]
    places: dict[str, tuple[int, int]]

    def range(self, stretch: Stretch) -> tuple[tuple[int, int], tuple[int, int]]:
        return self.places[stretch.start], self.places[stretch.end]


def said(text: str) -> str:
    """What broken lines say: no space between two Chinese or Japanese characters, else one."""
    cjk = "[\u3001-\u9fff]"
    text = re.sub(" *\n *", "\n", text)
    joined = re.sub(f"(?<={cjk})\n(?={cjk})", "", text)
    return re.sub(" +", " ", joined.replace("\n", " ")).strip()


class Writer:
    """Writes one document, from choices that ``draw`` makes."""

    def __init__(self, draw: Draw, *, plain: bool = False) -> None:
        self.draw = draw
        self.plain = plain
        self.sentinels = 0
        self.marks: list[Expected] = []
        self.ids = iter(range(10_000))
        self.notes = iter(range(1, 10_000))
        self.items: list[list[Expected]] = []  # the marks of each list item around
        self.emphatic = False  # emphasis within emphasis has rules of its own

    # Choices

    def pick(self, options: Any) -> Any:
        return self.draw(st.sampled_from(options))

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == one_in)

    def number(self, least: int, most: int) -> int:
        return int(self.draw(st.integers(least, most)))

    def stretch(self) -> Stretch:
        self.sentinels += 2
        start = FIRST_SENTINEL + self.sentinels
        return Stretch(chr(start), chr(start + 1))

    # Attributes

    def attributes(self, mark: Expected, *, breaks: bool, cell: bool = False) -> str:
        """Write ``{…}`` with a kind, and note it in ``mark``."""
        gap = ("\n", " ", "  ") if breaks else (" ", "  ")
        items = [self.class_(mark, self.pick(KINDS))]
        if self.chance(2):
            items.append(self.id_(mark))
        if self.chance(4):
            items.append(self.class_(mark, self.pick(FLAGS)))
        names = self.draw(st.lists(st.sampled_from(OTHERS), max_size=2, unique=True))
        if self.chance(2):
            names.append(self.pick(("supports", "attacks", "restates", "on", "answers")))
        for name in names:
            items.append(self.value(mark, name, breaks=breaks, cell=cell))
        items = self.draw(st.permutations(items))
        mark.classes.sort(key=lambda word: [word[1].start in item for item in items].index(True))
        mark.values.sort(key=lambda value: [value.whole.start in i for i in items].index(True))
        edge = self.pick(("", "", " "))
        inside = items[0] + "".join(self.pick(gap) + item for item in items[1:])
        outer = mark.attributes
        return f"{outer.start}{{{edge}{inside}{edge}}}{outer.end}"

    def id_(self, mark: Expected) -> str:
        name = f"{self.pick(IDS)}{next(self.ids)}"
        inner = self.stretch()
        mark.id = (name, inner)
        return f"#{inner.start}{name}{inner.end}"

    def class_(self, mark: Expected, name: str) -> str:
        inner = self.stretch()
        mark.classes.append((name, inner))
        return f"{inner.start}.{name}{inner.end}"

    def value(self, mark: Expected, name: str, *, breaks: bool, cell: bool) -> str:
        whole, inner = self.stretch(), self.stretch()
        if name in ("supports", "attacks", "restates", "on", "answers", "at", "via"):
            value = self.pick(("loss-2024", "work:id", "aws", "손실", "p12"))
            written = value
            if self.chance(3):
                value = f"{value} other"
                written = value if not breaks else value.replace(" ", self.pick((" ", "\n")))
        elif self.chance(2):
            value = written = self.pick(BARE)
        else:
            value = self.pick(QUOTED)
            if cell and not self.plain and self.chance(3):
                value += "|" + value
            written = value.replace("|", "\\|") if cell else value
            if breaks and self.chance(3):
                written = written.replace(" ", "\n", 1)
        quote = '"' if " " in value or "\n" in written or value in QUOTED or "|" in value else ""
        if not quote and self.chance(4):
            quote = '"'
        mark.values.append(Value(name, value, whole, inner))
        body = f"{quote}{inner.start}{written}{inner.end}{quote}"
        return f"{whole.start}{name}={body}{whole.end}"

    # Lines

    def run(self, *, breaks: bool = True, cell: bool = False, size: int = 3) -> Run:
        """Write inline content that begins with a word or a mark."""
        inner = self.stretch()
        written, says = self.pieces(breaks=breaks, cell=cell, depth=0, size=size, first=True)
        return Run(f"{inner.start}{written}{inner.end}", says, inner)

    def pieces(
        self, *, breaks: bool, cell: bool, depth: int, size: int, first: bool
    ) -> tuple[str, str]:
        written = says = ""
        for number in range(self.number(1, size)):
            kind = self.pick(("word", "word", "span", "span", "comment", "noise", "emphasis"))
            if depth > 2 or (number == 0 and first and kind not in ("span", "emphasis")):
                kind = "word"
            if kind == "emphasis" and self.emphatic:
                kind = "word"
            alone = kind in ("comment", "noise")  # which must not begin a line
            gap = " " if alone or not breaks else self.pick((" ", " ", "\n"))
            one, speech = self.piece(kind, breaks=breaks, cell=cell, depth=depth)
            if written:
                written, says = written + gap, says + gap
            written, says = written + one, says + speech
            if kind == "comment":  # so that a word stands behind it, and no mark begins a line
                word = self.word(cell=cell)
                written, says = f"{written} {word[0]}", f"{says} {word[1]}"
        return written, says

    def piece(self, kind: str, *, breaks: bool, cell: bool, depth: int) -> tuple[str, str]:
        if kind == "word":
            return self.word(cell=cell)
        if kind == "noise":
            return self.noise()
        if kind == "emphasis":
            sign = self.pick(("*", "**", "_"))
            self.emphatic = True
            written, says = self.pieces(
                breaks=breaks, cell=cell, depth=depth + 1, size=2, first=True
            )
            self.emphatic = False
            return f"{sign}{written}{sign}", says
        form = Form.SPAN if kind == "span" else Form.COMMENT_SPAN
        mark = Expected(form, self.stretch(), self.stretch(), inner=self.stretch())
        self.note(mark)
        if kind == "span":
            written, says = self.inside(mark, breaks=breaks, cell=cell, depth=depth)
            attributes = self.attributes(mark, breaks=breaks, cell=cell)
            one = f"[{written}]{attributes}"
        else:
            attributes = self.attributes(mark, breaks=breaks, cell=cell)
            written, says = self.inside(mark, breaks=breaks, cell=cell, depth=depth)
            one = f"<!--{attributes}-->{written}<!--/-->"
        return f"{mark.whole.start}{one}{mark.whole.end}", says

    def inside(self, mark: Expected, *, breaks: bool, cell: bool, depth: int) -> tuple[str, str]:
        written, says = self.pieces(breaks=breaks, cell=cell, depth=depth + 1, size=3, first=True)
        mark.text = said(says)
        assert mark.inner
        return f"{mark.inner.start}{written}{mark.inner.end}", says

    def word(self, *, cell: bool) -> tuple[str, str]:
        word = self.pick(PLAIN_WORDS if self.plain else WORDS)
        if cell and not self.plain and self.chance(5):
            return f"{word}\\|{word}", f"{word}|{word}"
        return word, word

    def noise(self) -> tuple[str, str]:
        """What holds no mark, whatever it looks like, and what it says."""
        return self.pick(
            (
                ("`[x]{.claim}`", "[x]{.claim}"),
                ("``a ` [x]{.claim}``", "a ` [x]{.claim}"),
                (r"\[x\] so", "[x] so"),
                ('<b title="[x]{.claim}">', ""),
                ("<https://a.b/[x]{.claim}>", "https://a.b/[x]{.claim}"),
                ("[words](https://example.org/a)", "words"),
                ('[words](<a b> "]{.claim}")', "words"),
                ("[small]{.smallcaps}", "small"),
                ('[wide]{width=50% #fig-x key="]"}', "wide"),
                ("<!-- a note ]{.claim} -->", ""),
                ("a&amp;b", "a&b"),
                (r"$x^{1}$ \frac{a}{b}", r"$x^{1}$ \frac{a}{b}"),
                ("{{< video a.mp4 >}}", "{{< video a.mp4 >}}"),
                ("![an *image*](i.png)", "an image"),
            )
        )

    def note(self, mark: Expected) -> None:
        """Put a mark in reading order, and find the mark that a nested item's first bears on."""
        if self.items and not self.items[-1] and len(self.items) > 1 and self.items[-2]:
            mark.parent = self.items[-2][0]
        if self.items:
            self.items[-1].append(mark)
        self.marks.append(mark)

    # Blocks

    def blocks(self, column: int, depth: int, most: int) -> Written:
        """Write some blocks with blank lines between them."""
        lines: list[str] = []
        runs: list[Run] = []
        lazy: set[int] = set()
        before = ""
        for _ in range(self.number(1, most)):
            kinds = ["paragraph", "paragraph", "atx", "setext", "comment", "implicit", "silent"]
            if depth < 3:
                kinds += ["list", "div", "table", "other"]
                kinds += ["quote"]
            if depth == 0 and not self.plain:
                kinds += ["note"]
            kind = self.pick(kinds)
            if kind == "list" == before:  # which would go on
                kind = "paragraph"
            block = self.block(kind, column, depth)
            if lines:
                lines.append("")
            lazy |= {len(lines) + n for n in block.lazy}
            lines += block.lines
            runs += block.runs
            before = "list" if block.is_list else kind
        return Written(lines, runs, frozenset(lazy))

    def block(self, kind: str, column: int, depth: int) -> Written:
        return getattr(self, f"_{kind}")(column, depth)

    def _paragraph(self, column: int, depth: int) -> Written:
        run = self.run(size=5)
        lead = "\u3000" if self.chance(6) else ""
        lines = (lead + run.written).split("\n")
        if column == 0 and depth == 0 and self.chance(4):  # further lines may be indented
            lines = [lines[0], *("  " + line for line in lines[1:])]
        return Written(lines, [run], frozenset(range(1, len(lines))))

    def _atx(self, column: int, depth: int) -> Written:
        level = "#" * self.number(1, 6)
        mark = None
        if self.chance(2):
            mark = Expected(Form.HEADING, self.stretch(), self.stretch())
            self.note(mark)
        run = self.run(breaks=False)
        line = f"{level} {run.written}"
        if mark:
            line = f"{level} {mark.whole.start}{run.written} {self.attributes(mark, breaks=False)}"
            line += mark.whole.end
            self.holds(mark, [run])
        if self.chance(3):
            line += " ##"
        return Written([line], [run])

    def _setext(self, column: int, depth: int) -> Written:
        mark = None
        if self.chance(2):
            mark = Expected(Form.HEADING, self.stretch(), self.stretch())
            self.note(mark)
        run = self.run()
        text = run.written
        if mark:
            text = f"{mark.whole.start}{text} {self.attributes(mark, breaks=True)}{mark.whole.end}"
            self.holds(mark, [run])
        return Written([*text.split("\n"), self.pick(("===", "---------"))], [run])

    def _comment(self, column: int, depth: int) -> Written:
        mark = Expected(Form.COMMENT_BLOCK, self.stretch(), self.stretch())
        self.note(mark)
        attributes = self.attributes(mark, breaks=self.chance(4))
        if any(name == "implicit" for name, _ in mark.classes):
            raise AssertionError
        kinds = ["paragraph"]
        if depth < 3:
            kinds += ["list", "table", "quote"]
        block = self.block(self.pick(kinds), column, depth)
        self.holds(mark, block.runs)
        lines = f"{mark.whole.start}<!-- {attributes} -->".split("\n")
        if self.chance(3):
            lines.append("")
        shift = len(lines)
        lines += block.lines
        last = max(n for n, line in enumerate(lines) if line.strip(" >"))
        lines[last] += mark.whole.end
        lazy = frozenset(n + shift for n in block.lazy)
        return Written(lines, block.runs, lazy, block.is_list)

    def _implicit(self, column: int, depth: int) -> Written:
        mark = Expected(Form.IMPLICIT, self.stretch(), self.stretch())
        self.note(mark)
        value = self.value(mark, "text", breaks=False, cell=False)
        mark.inner = mark.values[0].inner
        mark.text = mark.values[0].value
        kind = self.class_(mark, "premise")
        flag = self.class_(mark, "implicit")
        inside = f"{mark.attributes.start}{{{kind} {value} {flag}}}{mark.attributes.end}"
        return Written([f"{mark.whole.start}<!-- {inside} -->{mark.whole.end}"], [])

    def _silent(self, column: int, depth: int) -> Written:
        return Written(list(self.pick(SILENT[1:] if self.plain else SILENT)), [])

    def _other(self, column: int, depth: int) -> Written:
        """Another tool's block, which nests as ours do."""
        run = self.run()
        opening = self.pick(("::: {.note}", "::: warning", "::: {#fig-x width=50%}"))
        return Written([opening, *run.written.split("\n"), ":::"], [run])

    def _div(self, column: int, depth: int) -> Written:
        mark = Expected(Form.BLOCK, self.stretch(), self.stretch())
        self.note(mark)
        colons = self.pick((":::",) if self.plain else (":::", "::::"))
        opening = f"{mark.whole.start}{colons}{self.pick(('', ' '))}"
        opening += self.attributes(mark, breaks=False)
        inside = self.blocks(column, depth + 1, 2)
        self.holds(mark, inside.runs)
        closing = f"{self.pick((':::', ':::::'))}{mark.whole.end}"
        lazy = frozenset(n + 1 for n in inside.lazy)
        return Written([opening, *inside.lines, closing], inside.runs, lazy)

    def _list(self, column: int, depth: int) -> Written:
        lines: list[str] = []
        runs: list[Run] = []
        lazy: set[int] = set()
        sign = self.pick(("-", "+", "1.", "7)"))
        for number in range(self.number(1, 2)):
            self.items.append([])
            tab = not self.plain and column % 4 == 0 and self.chance(3)
            lead = f"{sign}\t" if tab else sign + " "
            width = 4 if tab else len(lead)
            indent = "\t" if tab and self.chance(2) else " " * width
            inside = self._item(column + width, depth + 1)
            self.items.pop()
            if number and self.chance(2):
                lines.append("")
            lazy |= {len(lines) + n for n in inside.lazy}
            lines.append(lead + inside.lines[0])
            lines += [indent + line if line else "" for line in inside.lines[1:]]
            runs += inside.runs
        return Written(lines, runs, frozenset(lazy), is_list=True)

    def _item(self, column: int, depth: int) -> Written:
        """An item: a paragraph, and perhaps a nested list right below it, or other blocks."""
        first = self._paragraph_of_item()
        if depth < 3 and self.chance(2):
            nested = self._list(column, depth)
            if nested.lines[0].startswith("7)"):  # which could not end a paragraph
                first.lines.append("")
            lazy = first.lazy | {len(first.lines) + n for n in nested.lazy}
            return Written(first.lines + nested.lines, first.runs + nested.runs, frozenset(lazy))
        if self.chance(2):
            others = self.blocks(column, depth, 1)
            lazy = first.lazy | {len(first.lines) + 1 + n for n in others.lazy}
            runs = first.runs + others.runs
            return Written([*first.lines, "", *others.lines], runs, frozenset(lazy))
        return first

    def _paragraph_of_item(self) -> Written:
        run = self.run(size=3)
        lines = run.written.split("\n")
        return Written(lines, [run], frozenset(range(1, len(lines))))

    def _quote(self, column: int, depth: int) -> Written:
        inside = self.blocks(column + 2, depth + 1, 2)
        lines: list[str] = []
        for number, line in enumerate(inside.lines):
            if number in inside.lazy and self.chance(4):
                lines.append(line)
            else:
                lines.append(f"> {line}" if line else ">")
        # A lazy line stays one in the quotations around: else it would end the paragraph there.
        lazy = frozenset(n for n in inside.lazy if not lines[n].startswith(">"))
        return Written(lines, inside.runs, lazy)

    def _table(self, column: int, depth: int) -> Written:
        columns = self.number(1, 3)
        rows = self.number(1, 2)
        outer = self.chance(2) or columns == 1
        lines: list[str] = []
        runs: list[Run] = []
        for number in range(rows + 1):
            cells = [self.run(breaks=False, cell=True, size=2) for _ in range(columns)]
            runs += cells
            line = self.pick((" | ", " |  ")).join(cell.written for cell in cells)
            lines.append(f"| {line} |" if outer else line)
            if number == 0:
                rule = "|".join([self.pick(("---", ":--:"))] * columns)
                lines.append(f"|{rule}|" if outer else rule)
        return Written(lines, runs)

    def _note(self, column: int, depth: int) -> Written:
        inside = self.blocks(4, 2, 2)
        if not re.match("[^\\s`~<#>*+:|-]", _bare(inside.lines[0])):
            paragraph = self._paragraph_of_item()
            self.marks_first(paragraph, inside)
            inside = Written(
                [*paragraph.lines, "", *inside.lines],
                paragraph.runs + inside.runs,
                paragraph.lazy,
            )
        lines = [f"[^{next(self.notes)}]: {inside.lines[0]}"]
        lines += [f"    {line}" if line else "" for line in inside.lines[1:]]
        return Written(lines, inside.runs)

    def marks_first(self, paragraph: Written, behind: Written) -> None:
        """Bring the marks of a paragraph, written last, before those of what it stands above."""
        whole = "".join(behind.lines)
        late = [mark for mark in self.marks if mark.whole.start in "".join(paragraph.lines)]
        rest = [mark for mark in self.marks if mark not in late]
        at = next((i for i, m in enumerate(rest) if m.whole.start in whole), len(rest))
        self.marks[:] = rest[:at] + late + rest[at:]

    def holds(self, mark: Expected, runs: list[Run]) -> None:
        """Let a mark hold the words of some runs."""
        mark.text = "\n".join(said(run.says) for run in runs)
        if runs:
            mark.inner = Stretch(runs[0].inner.start, runs[-1].inner.end)


def _bare(text: str) -> str:
    return "".join(char for char in text if ord(char) < FIRST_SENTINEL)


def _placed(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the sentinels out of a text and count where they stood."""
    places: dict[str, tuple[int, int]] = {}
    out: list[str] = []
    line, column = 1, 1
    for char, following in zip(text, text[1:] + "\0", strict=True):
        if ord(char) >= FIRST_SENTINEL:
            places[char] = (line, column)
            continue
        out.append(char)
        if char == "\ufeff" and len(out) == 1:
            continue
        if char == "\n" or (char == "\r" and following != "\n"):
            line, column = line + 1, 1
        elif char != "\r":
            column += 1
    return "".join(out), places


@st.composite
def documents(draw: Draw, *, plain: bool = False) -> Generated:
    """Draw a document with marks in all places that marks can have.

    A ``plain`` one has no tabs, notes, escaped pipes, combining characters, carriage
    returns or byte order marks.
    """
    writer = Writer(draw, plain=plain)
    written = writer.blocks(0, 0, 4)
    text = "\n".join(written.lines) + draw(st.sampled_from(("\n", "", "\n\n")))
    if not plain:
        text = text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))))
        text = draw(st.sampled_from(("", "", "\ufeff"))) + text
    found, places = _placed(text)
    return Generated(found, writer.marks, places)


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text as editors count them."""
    yield from re.split("\r\n|\r|\n", text.removeprefix("\ufeff"))
