from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.fixing import add_ignores
from argmap.model import Finding
from argmap.strip import strip
from tests.fixing.checking import findings_of
from tests.syntax.soup import soup
from tests.syntax.test_damage import damaged

WHY = "no reason is given"
SHORT = f"<!-- argmap: ignore AM201 {WHY} -->"
A = "[A]{#a .claim .thesis}"

BETWEEN = "x\n## T {#t .claim .thesis}"
PLACES = {
    "a paragraph": (f"{A}\n", f"{SHORT}\n{A}\n"),
    "the last line of a paragraph": (f"x\ny {A}", f"{SHORT}\nx\ny {A}"),
    "a heading": ("x\n\n## T {#t .claim .thesis}", f"x\n\n{SHORT}\n## T {{#t .claim .thesis}}"),
    "a heading below words": (
        "x\n## T {#t .claim .thesis}",
        f"x\n{SHORT}\n## T {{#t .claim .thesis}}",
    ),
    "a heading of two lines": (f"T {A}\n===", f"{SHORT}\nT {A}\n==="),
    "a quotation": (f"> x\n>\n> {A}", f"> x\n>\n> {SHORT}\n> {A}"),
    "a quotation of quotations": (f"> > {A}", f"> > {SHORT}\n> > {A}"),
    "a list item": (f"- x\n- {A}\n- y", f"- x\n- {A} {SHORT}\n- y"),
    "a list item of two lines": (
        "- [A\n  b]{#a .claim .thesis}\n",
        f"- [A\n  b]{{#a .claim .thesis}} {SHORT}\n",
    ),
    "a nested list item": (f"- x\n  1. {A}", f"- x\n  1. {A} {SHORT}"),
    "a task": (f"- [ ] {A}", f"- [ ] {A} {SHORT}"),
    "a second paragraph in an item": (f"10. x\n\n    {A}\n", f"10. x\n\n    {SHORT}\n    {A}\n"),
    "a second paragraph behind tabs": (f"-\tx\n\n\t{A}\n", f"-\tx\n\n\t{SHORT}\n\t{A}\n"),
    "a list in a quotation": (f"> - x\n>\n>   {A}", f"> - x\n>\n>   {SHORT}\n>   {A}"),
    "a table": (f"| a |\n|---|\n| {A} |", f"{SHORT}\n| a |\n|---|\n| {A} |"),
    "a block": ("::: {#a .claim .thesis}\nA\n:::", f"::: {{#a .claim .thesis}}\n{SHORT}\nA\n:::"),
    "a block of several": (
        "x\n\n::: {#a .claim .thesis}\nA\n\nB\n:::",
        f"x\n\n{SHORT}\n::: {{#a .claim .thesis}}\nA\n\nB\n:::",
    ),
    "words in a block": (f"::: {{.note}}\nx\n\n{A}\n:::", f"::: {{.note}}\nx\n\n{SHORT}\n{A}\n:::"),
    "what a comment marks": (
        "<!-- {#a .claim .thesis} -->\nwords",
        f"<!-- {{#a .claim .thesis}} -->\n{SHORT}\nwords",
    ),
    "a list that a comment marks": (
        "<!-- {#a .claim .thesis} -->\n- x\n- y",
        f"<!-- {{#a .claim .thesis}} -->\n{SHORT}\n- x\n- y",
    ),
    "an implicit statement before a block": (
        '<!-- {#a .claim .thesis .implicit text="A"} -->\n\nx',
        f'{SHORT}\n<!-- {{#a .claim .thesis .implicit text="A"}} -->\n\nx',
    ),
    "a note": (f"x[^1]\n\n[^1]: {A}", f"x[^1]\n\n[^1]: {A} {SHORT}"),
    "behind the front matter": (f"---\nid: x\n---\n\n{A}", f"---\nid: x\n---\n\n{SHORT}\n{A}"),
    "letters beyond the first plane": (f"- 😀 수익 {A}", f"- 😀 수익 {A} {SHORT}"),
    "two in one paragraph": (
        f"{A}\nand [B]{{#b .claim .thesis}}",
        f"{SHORT}\n{A}\nand [B]{{#b .claim .thesis}}",
    ),
    "a hard line break": (f"- {A}  \n  more", f"- {A} {SHORT}  \n  more"),
    "a comment that is there already": (
        f"<!-- argmap: ignore AM301 {WHY} -->\n{A} [B]{{.evidence attacks=a}}",
        f"<!-- argmap: ignore AM201, AM301 {WHY} -->\n{A} [B]{{.evidence attacks=a}}",
    ),
    "a comment with another reason": (
        f"<!-- argmap: ignore AM301 another -->\n{A} [B]{{.evidence attacks=a}}",
        f"<!-- argmap: ignore AM301 another -->\n{SHORT}\n{A} [B]{{.evidence attacks=a}}",
    ),
}


@pytest.mark.parametrize(("before", "after"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_comment_goes_where_it_rules(before: str, after: str, end: str, mark: str) -> None:
    if mark and before.startswith("---"):
        pytest.skip("front matter begins the file")
    if "\n" not in before and "\n" in after:
        end = "\n"
    text = mark + before.replace("\n", end)
    found = findings_of({"e.md": text})
    done = add_ignores({"e.md": text}, found, {"AM201": WHY})
    assert done.texts["e.md"] == mark + after.replace("\n", end)
    wanted = [each for each in found if each.code == "AM201"]
    assert (list(done.silenced), done.left) == (wanted, ())
    silent_and_else_the_same(found, wanted, done.texts["e.md"])
    if before != BETWEEN:
        assert strip(done.texts["e.md"]) == strip(text)


def said(finding: Finding) -> tuple[str, str]:
    """What a finding says, but for lines that it names: comments move them."""
    return finding.code, re.sub(r"\bline \d+", "line", finding.message)


def silent_and_else_the_same(found: list[Finding], gone: list[Finding], text: str) -> None:
    now = Counter(map(said, findings_of({"e.md": text})))
    assert now == Counter(said(each) for each in found if each not in gone)


def test_several_rules_with_one_reason_share_a_comment() -> None:
    text = "[A]{#a .claim} [B]{#b .evidence supports=x}\n"
    found = findings_of({"e.md": text})
    reasons = {each.code: WHY for each in found}
    assert len(reasons) > 2
    done = add_ignores({"e.md": text}, found, reasons)
    assert (
        done.texts["e.md"] == f"<!-- argmap: ignore {', '.join(sorted(reasons))} {WHY} -->\n{text}"
    )
    assert findings_of(done.texts) == []


def test_several_reasons_have_comments_of_their_own() -> None:
    text = f"{A} [B]{{#b .evidence supports=a}} [C]{{#c .claim .thesis}}\n"
    found = findings_of({"e.md": text})
    done = add_ignores({"e.md": text}, found, {"AM301": "one", "unsupported-claim": "two"})
    assert done.texts["e.md"] == (
        f"<!-- argmap: ignore AM201 two -->\n<!-- argmap: ignore AM301 one -->\n{text}"
    )
    assert findings_of(done.texts) == []


def test_silencing_again_changes_nothing() -> None:
    once = add_ignores({"e.md": A}, findings_of({"e.md": A}), {"AM201": WHY})
    again = add_ignores(once.texts, findings_of(once.texts), {"AM201": WHY})
    assert (again.texts, again.changed, again.silenced) == (once.texts, (), ())


def test_only_the_rules_named_and_the_texts_given() -> None:
    found = findings_of({"a.md": A, "b.md": A})
    done = add_ignores({"a.md": A}, found, {"AM201": WHY, "AM301": WHY})
    assert done.changed == ("a.md",)
    assert [(each.path, why) for each, why in done.left] == [("b.md", "the file is not written to")]


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        ("---\nid: x!\n---\n\n[A]{#a .claim .thesis .assumed}\n", "AM002", "front matter"),
        (f"<!-- argmap: ignore AM301 {WHY} -->\nx\n", "AM028", "what is wrong with a comment"),
        ('<!-- {#a .claim .thesis .implicit text="A"} -->\n', "AM201", "disable and enable"),
    ],
)
def test_what_no_comment_can_silence_is_left_with_the_reason(
    text: str, code: str, why: str
) -> None:
    done = add_ignores({"e.md": text}, findings_of({"e.md": text}), {code: WHY})
    assert done.texts["e.md"] == text
    assert [each.code for each, _ in done.left] == [code]
    assert why in done.left[0][1]


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("a --> b", "line break or -->"),
        ("a\nb", "line break or -->"),
        ("a\u2028b", "line break or -->"),
        ("", "needs a reason"),
        ("  ", "needs a reason"),
        ("AM301", "needs a reason"),
        ("AM301 is worse", "would be read as 'is worse'"),
        ("so be it -", "would be read as 'so be it'"),
        (", so be it", "would be read as"),
    ],
)
def test_a_reason_that_a_comment_cannot_hold_is_refused(reason: str, why: str) -> None:
    with pytest.raises(ArgmapError, match=why):
        add_ignores({"e.md": A}, findings_of({"e.md": A}), {"AM201": reason})


@pytest.mark.parametrize(
    "reason",
    ["{.claim}", "<b> & [x]{.claim}", "이유, 또 이유", "no-reason-given", "a -- b", "{x ::: y"],
)
def test_any_other_reason_is_kept_word_for_word(reason: str) -> None:
    done = add_ignores({"e.md": A}, findings_of({"e.md": A}), {"AM201": f" {reason} "})
    assert done.texts["e.md"] == f"<!-- argmap: ignore AM201 {reason} -->\n{A}"
    assert findings_of(done.texts) == []


def test_a_rule_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(ArgmapError, match=r"there is no rule 'unsuported-claim': .* AM201\?"):
        add_ignores({}, [], {"unsuported-claim": WHY})


@settings(max_examples=25)
@example(
    "word# \u3000:d a heading in \n.\n::: {#aword# \u3000:d a heading in a block\n.\n::: {#a .clai\u3000:d a heading in a block\n.\n::: {#a .claim}\n## H\n\n- one\n- two\n\n| x | y |\n|---|---|\n| z | w |\n\n```\n::: {",
    "\r\n",
)
@given(damaged() | soup(), st.sampled_from(["\n", "\r\n"]))
def test_whatever_the_text_exactly_these_are_silenced_and_nothing_else_changes(
    text: str, end: str
) -> None:
    text = text.replace("\r\n", "\n").replace("\n", end)
    found = findings_of({"e.md": text})
    done = add_ignores({"e.md": text}, found, {each.code: "so be it" for each in found})
    made = done.texts["e.md"]
    assert lines_of(strip(made)) == lines_of(strip(text))
    assert len(done.silenced) + len(done.left) == len(found)
    silent_and_else_the_same(found, list(done.silenced), made)


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def test_a_paragraph_right_below_a_heading_has_it_at_the_end_of_the_line() -> None:
    text = f"## T\n{A}\n"
    done = add_ignores({"e.md": text}, findings_of({"e.md": text}), {"AM201": WHY})
    assert done.texts["e.md"] == f"## T\n{A} {SHORT}\n"
    assert strip(done.texts["e.md"]) == strip(text)


def test_very_many_findings_are_silenced_in_few_steps() -> None:
    odd = "::: {.claim}\n[A]{.claim .thesis}\n\n" + "## T\nx [B]{.claim .thesis}\n" * 60
    done = add_ignores({"e.md": odd}, findings_of({"e.md": odd}), {"AM201": WHY, "AM017": WHY})
    assert done.left == ()
    assert {"AM201", "AM017"}.isdisjoint(each.code for each in findings_of(done.texts))
