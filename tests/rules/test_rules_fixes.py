"""The fixes that rules propose: what the text says after them, and that its prose is the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_examples import findings_of

from argmap.essay import read_essay
from argmap.graph import ArgumentGraph
from argmap.model import Edit, Finding, LinkType
from argmap.strip import strip
from argmap.syntax.places import SourceText

THESIS = "[A]{#a .claim .thesis .assumed}"
EVIDENCE = "[A]{{#a .claim .thesis}} [B]{{#b .evidence supports=a source={0}}}, {1}"


def found(text: str, code: str) -> list[Finding]:
    return [finding for finding in findings_of(text) if finding.code == code]


def fixed(text: str, code: str, *, safe: bool = True) -> str:
    """Apply every fix of one rule that is as safe as asked."""
    edits = [
        edit
        for finding in found(text, code)
        if finding.fix is not None and finding.fix.safe is safe
        for edit in finding.fix.edits
    ]
    source = SourceText(text)
    text = source.text
    parts, last = [], 0
    for edit in sorted(edits, key=_start):
        start, end = (source.offset(position) for position in edit.range)
        if start >= last:  # of two that overlap, the first
            parts += [text[last:start], edit.text]
            last = end
    return "".join([*parts, text[last:]])


def _start(edit: Edit) -> tuple[int, int]:
    return edit.range.start


def said(text: str) -> set[tuple[LinkType, frozenset[str], str]]:
    """Return what the links of an essay say, whatever is stated how often."""
    graph = ArgumentGraph.build([read_essay(text, "essay.md")])
    return {
        (link.type, frozenset({*link.sources, link.target}), "")
        if link.type.symmetric
        else (link.type, frozenset(link.sources), link.target)
        for link in graph.links.values()
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[B]{#b .evidence supports="a a" source=x}', '[B]{#b .evidence supports="a" source=x}'),
        (
            '[B]{#b .evidence supports="a c a" source=x}',
            '[B]{#b .evidence supports="a c" source=x}',
        ),
        ('[B]{#b .evidence supports="a a a" source=x}', '[B]{#b .evidence supports="a" source=x}'),
        ('[B]{#b .evidence supports="a\na" source=x}', '[B]{#b .evidence supports="a" source=x}'),
        ('[why]{from="c c" supports=a}', '[why]{from="c" supports=a}'),
        ('[why]{from=c supports="a a"}', '[why]{from=c supports="a"}'),
        (
            "[B]{#b .claim .assumed contradicts=d} [D]{#d .claim .assumed contradicts=b supports=a}",
            "[B]{#b .claim .assumed contradicts=d} [D]{#d .claim .assumed  supports=a}",
        ),
        (
            '[B]{#b .claim .assumed restates=d} [D]{#d .claim .assumed restates="b a"}',
            '[B]{#b .claim .assumed restates=d} [D]{#d .claim .assumed restates="a"}',
        ),
        (
            '[B]{#b .claim .assumed restates=d} [D]{#d .claim .assumed restates="a b"}',
            '[B]{#b .claim .assumed restates=d} [D]{#d .claim .assumed restates="a"}',
        ),
    ],
)
def test_a_repeated_link_is_taken_out(before: str, after: str) -> None:
    text = f"{THESIS} [C]{{#c .claim .assumed supports=a}}\n{before}\n"
    mended = fixed(text, "AM113")
    assert mended == f"{THESIS} [C]{{#c .claim .assumed supports=a}}\n{after}\n"
    assert said(mended) == said(text)
    assert strip(mended) == strip(text)
    assert found(mended, "AM113") == []


@pytest.mark.parametrize(
    "again",
    [
        # it is the only link of its mark, which in a list would then bear on the item around it
        "[D]{#d .claim .assumed contradicts=b}",
        # alone on its line, which would be empty
        "[D]{#d .claim .assumed\ncontradicts=b\nsupports=a}",
        # a mark of its own, whose words would be left without one
        "[because]{from=d contradicts=b} [D]{#d .claim .assumed}",
        # the list has a fault, so what is written may not be what was read
        '[D]{#d .claim .assumed contradicts="b 3x b"}',
    ],
)
def test_no_fix_where_it_might_do_harm(again: str) -> None:
    text = f"{THESIS}\n[B]{{#b .claim .assumed contradicts=d}} {again}\n"
    if "from" in again:
        text = text.replace("contradicts=d}", "supports=a}").replace(
            "[because]", "[because]{from=d contradicts=b} [because]"
        )
    repeated = found(text, "AM113")
    assert repeated
    assert all(finding.fix is None for finding in repeated)


def test_only_one_attribute_is_cut_from_a_mark() -> None:
    """A mark from which every link was cut would have none."""
    text = (
        f"{THESIS}\n[B]{{#b .claim .assumed contradicts=d}} [E]{{#e .claim .assumed restates=d}}\n"
        "[D]{#d .claim .assumed contradicts=b restates=e}\n"
    )
    assert len(found(text, "AM113")) == 2
    mended = fixed(text, "AM113")
    assert said(mended) == said(text)
    assert "{#d .claim .assumed  restates=e}" in mended


TARGETS = st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=5)
SEPARATORS = st.sampled_from([" ", "  ", "\n", "\n  "])


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([link_type.value for link_type in LinkType]), TARGETS, SEPARATORS
        ),
        max_size=7,
    ),
    st.sampled_from(["", "> ", "- "]),
)
def test_the_fix_never_changes_what_is_said(
    links: list[tuple[str, list[str], str]], prefix: str
) -> None:
    marks = [
        f'[{name}]{{#{name} .claim .assumed .thesis {verb}="{gap.join(ids)}"}}'
        for name, (verb, ids, gap) in zip("abcdefg", links, strict=False)
    ]
    text = "\n\n".join(prefix + mark.replace("\n", "\n" + prefix.strip("- ")) for mark in marks)
    mended = text
    for _ in range(8):
        again = fixed(mended, "AM113")
        if again == mended:
            break
        mended = again
    assert said(mended) == said(text)
    assert strip(mended) == strip(text)
    assert all(finding.fix is None for finding in found(mended, "AM113"))


@pytest.mark.parametrize(
    ("rarer", "after", "safe"),
    [
        ('"le café"', '"Le Café"', True),
        ('"Le   Café"', None, True),
        ('"Le Cafe\u0301"', '"Le Café"', True),
        ('"Ｌｅ Café"', '"Le Café"', True),
        ('"LE\nCAFÉ"', '"Le Café"', True),
        ('"The Le Café"', '"Le Café"', False),
        ('"Le, Café"', '"Le Café"', False),
        ("Le-Café", None, False),
    ],
)
def test_a_source_is_spelled_as_it_is_elsewhere(rarer: str, after: str | None, safe: bool) -> None:
    rest = '[C]{#c .evidence supports=a source="Le Café"}, [D]{#d .evidence supports=a source="Le Café"}'
    text = EVIDENCE.format(rarer, rest)
    mended = fixed(text, "AM303", safe=safe)
    if after is None:
        assert mended == text
        return
    assert fixed(text, "AM303", safe=not safe) == text
    assert mended == EVIDENCE.format(after, rest)
    assert found(mended, "AM303") == []


def test_every_place_of_the_rarer_spelling_is_mended() -> None:
    text = (
        "[A]{#a .claim .thesis}\n\n"
        '<!-- {#b .evidence .implicit text="B" supports=a source="Blomberg"} -->\n\n'
        "[C]{#c .evidence supports=a source=Blomberg} [D]{#d .evidence supports=a source=Bloomberg} "
        '[E]{#e .evidence supports=a source="Bloomberg"}[F]{#f .evidence supports=a source=Letters} '
        "[G]{#g .evidence supports=a source=Bloomberg}\n"
    )
    assert fixed(text, "AM303") == text
    assert fixed(text, "AM303", safe=False) == text.replace("Blomberg", "Bloomberg")


@pytest.mark.parametrize("spelling", ["x --> y", "x } y", "x < y"])
def test_no_spelling_is_written_that_could_close_a_comment_or_a_list(spelling: str) -> None:
    wide = spelling.replace(">", "＞").replace("}", "｝").replace("<", "＜")
    rest = f'[C]{{#c .evidence supports=a source="{spelling}"}}'
    text = EVIDENCE.format(f'"{wide}"', f"{rest} {rest.replace('#c', '#d')}")
    assert [finding.fix for finding in found(text, "AM303")] == [None]
