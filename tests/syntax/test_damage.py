"""Damaged essays: whatever is in a text, it is read, and all that is said of it lies inside it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.essay import read_essay, read_essay_bytes
from argmap.model import Essay, Range
from argmap.syntax.places import SourceText
from tests.syntax.soup import OURS, PLAIN, soup

ESSAYS = Path(__file__).parents[2] / "essays"
CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
TEXTS = [path.read_text("utf-8") for path in [*sorted(ESSAYS.rglob("*.md")), *CASES]]


def ranges_in(essay: Essay):
    for fault in essay.faults:
        yield fault.range
        for edit in fault.fix.edits if fault.fix else ():
            yield edit.range
    for statement in essay.statements:
        yield from (statement.range, statement.text_range, *statement.places.values())
        yield from (reference.range for reference in (*statement.on, *statement.answers))
    for link in essay.links:
        yield link.range
        yield from (reference.range for reference in (*link.sources, *link.targets))
    yield from (each.range for each in essay.sections)
    yield from (each.range for each in essay.paragraphs)
    yield from (each.range for each in essay.suppressions)


def check(essay: Essay, text: str) -> None:
    source = SourceText(text)
    for place in ranges_in(essay):
        assert place.start <= place.end
        for position in place:
            assert 1 <= position.line <= source.line_count
            assert 1 <= position.column <= len(source.line(position.line)) + 1
    for statement in essay.statements:
        assert within(statement.text_range, statement.range)
        assert within(statement.places["attributes"], statement.range)
    for suppression in essay.suppressions:
        assert 1 <= suppression.first_line <= suppression.last_line <= source.line_count


def within(inner: Range, outer: Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A piece of an essay with characters taken out, put in, moved and repeated."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.sampled_from((100, 400, 1500)))]
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at] + draw(st.sampled_from(PLAIN + OURS)) + text[at:]
            case 1:
                text = text[:at] + text[at + draw(st.integers(1, 9)) :]
            case 2:
                other = draw(st.integers(0, len(text)))
                text = text[:at] + text[other : other + 40] + text[at:]
            case _:
                piece = draw(st.sampled_from(PLAIN + OURS))
                text = text[:at] + piece * draw(st.integers(2, 40)) + text[at:]
    return text


@given(damaged())
def test_a_damaged_essay_is_read(text):
    check(read_essay(text, "essay.md"), text)


@given(soup())
@example("[a [^1]]{.claim}\n\n[^1]: b [^1]{.premise}\n")
@example("> <!-- {.claim} -->\n>\n>\n\n::: {.claim}")
@example("<!-- {.claim} -->\n[a]: /u\n")
@example("---\n")
@example("\ufeff\ufeff[a]{.claim}")
def test_any_text_is_read(text):
    check(read_essay(text, "essay.md"), text)


@given(st.text(max_size=60))
def test_any_characters_are_read(text):
    check(read_essay(text, "essay.md"), text)


@given(
    st.binary(max_size=80) | damaged().map(str.encode), st.integers(0, 400), st.binary(max_size=2)
)
def test_any_bytes_are_read(content, at, put):
    content = content[:at] + put + content[at:]
    essay = read_essay_bytes(content, "essay.md")
    text = content.decode("utf-8", "replace")
    assert [f.rule for f in essay.faults].count("invalid-utf8") == (
        "\ufffd" in text.replace("\ufffd", "", content.count("\ufffd".encode())) or "\0" in text
    )
    check(essay, text)
