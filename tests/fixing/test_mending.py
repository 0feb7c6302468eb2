from __future__ import annotations

from collections.abc import Mapping

import pytest

from argmap.fixing import mend
from argmap.fixing.mending import decode
from argmap.model import Edit, Finding, Fix, Position, Range, Severity
from argmap.strip import strip
from tests.fixing.checking import findings_of, findings_with_ids

GROUND = "[B]{#b .evidence supports=a source=Me}\n"

SAFE = {
    "single quotes": ("[A]{#a .claim .thesis by='x y'}", '[A]{#a .claim .thesis by="x y"}'),
    "curly quotes": ("[A]{#a .claim .thesis by=“x y”}", '[A]{#a .claim .thesis by="x y"}'),
    "commas between ids": (
        "[C]{#c .claim}, [D]{.evidence supports=a,c source=Me}, [A]{#a .claim .thesis}",
        '[C]{#c .claim}, [D]{.evidence supports="a c" source=Me}, [A]{#a .claim .thesis}',
    ),
    "commas between attributes": ("[A]{#a, .claim, .thesis}", "[A]{#a .claim .thesis}"),
    "a kind without its dot": ("[A]{#a claim .thesis}", "[A]{#a .claim .thesis}"),
    "kinds without a space": ("[A]{#a.claim.thesis}", "[A]{#a .claim .thesis}"),
    "spaces round the equals sign": ("[A]{#a .claim by = me}", "[A]{#a .claim by=me}"),
    "a value of several words": ("[A]{#a .claim by=John Doe}", '[A]{#a .claim by="John Doe"}'),
    "a kind given twice": ("[A]{#a .claim .thesis .claim}", "[A]{#a .claim .thesis}"),
    "a value given twice": ("[A]{#a .claim by=me by=me}", "[A]{#a .claim by=me}"),
    "an ideographic space": ("[A]{#a\u3000.claim}", "[A]{#a .claim}"),
    "a block without braces": ("::: claim {#a}\nA\n:::", "::: {#a .claim}\nA\n:::"),
    "a block right below words": ("x\n::: {#a .claim}\nA\n:::", "x\n\n::: {#a .claim}\nA\n:::"),
    "a block in a quotation": (
        "> x\n> ::: {#a .claim}\n> A\n> :::",
        "> x\n>\n> ::: {#a .claim}\n> A\n> :::",
    ),
    "a heading without its space": ("## A{#a .claim}", "## A {#a .claim}"),
    "a space before the list": ("[A] {#a .claim}", "[A]{#a .claim}"),
    "a line break before the list": ("[A]\n{#a .claim}", "[A]{#a .claim}"),
    "escaped brackets": (r"\[A\]{#a .claim}", "[A]{#a .claim}"),
    "escaped braces": (r"[A]\{#a .claim\}", "[A]{#a .claim}"),
    "all escaped": (r"\[A\]\{#a .claim by=\"x\_y z\"\}", '[A]{#a .claim by="x_y z"}'),
    "escaped underscores": (r"[A]{#a .claim source=x\_y}", "[A]{#a .claim source=x_y}"),
    "escaped in a quotation": ("> \\[A\n> b\\]{#a .claim}", "> [A\n> b]{#a .claim}"),
    "escaped within a mark": (
        r"\[A \[b\]{#b .premise} c\]{#a .claim}",
        "[A [b]{#b .premise} c]{#a .claim}",
    ),
    "an id that is not composed": (
        "[A]{#caf\u0065\u0301 .claim}, [B]{.evidence source=Me supports=caf\u0065\u0301}",
        "[A]{#caf\u00e9 .claim}, [B]{.evidence source=Me supports=caf\u00e9}",
    ),
    "a link's name that is not composed": (
        "[A]{#a .claim}, [B]{.premise supports=a via=\u1112\u1161\u11ab}, [C]{.rebuttal attacks=\u1112\u1161\u11ab}",
        "[A]{#a .claim}, [B]{.premise supports=a via=\ud55c}, [C]{.rebuttal attacks=\ud55c}",
    ),
}

UNSAFE = {
    "a kind misspelt": ("[A]{#a .clam}", "[A]{#a .claim}"),
    "an attribute misspelt": (
        f"[A]{{#a .claim}}\n{GROUND}".replace("supports", "suports"),
        f"[A]{{#a .claim}}\n{GROUND}",
    ),
    "a target misspelt": (
        "[A]{#school-late .claim}, [B]{.premise supports=school-lat}",
        "[A]{#school-late .claim}, [B]{.premise supports=school-late}",
    ),
    "a question misspelt": (
        "[A?]{#sleep-enough .question}, [B]{.claim on=sleep-enuogh}",
        "[A?]{#sleep-enough .question}, [B]{.claim on=sleep-enough}",
    ),
    "a rule misspelt": (
        "<!-- argmap: ignore unsuported-claim, no reason is given -->\n[A]{#a .claim .thesis}",
        "<!-- argmap: ignore unsupported-claim, no reason is given -->\n[A]{#a .claim .thesis}",
    ),
    "a list that is not closed": ("[A]{#a .claim", "[A]{#a .claim}"),
    "a block whose list is not closed": ("::: {#a .claim\nA\n:::", "::: {#a .claim}\nA\n:::"),
    "a heading whose list is not closed": ("## A {#a .claim", "## A {#a .claim}"),
    "a fence that a formatter put into a list": (
        "::: {#a .claim}\nA\n\n- x\n- y\n  :::\n\nB\n",
        "::: {#a .claim}\nA\n\n- x\n- y\n\n:::\n\nB\n",
    ),
    "a fence that a formatter put into a list in a quotation": (
        "> ::: {#a .claim}\n> A\n>\n> 1. x\n>    :::\n",
        "> ::: {#a .claim}\n> A\n>\n> 1. x\n>\n> :::\n",
    ),
    "double quotes in single ones": (
        """[A]{#a .claim by='the "City"'}""",
        """[A]{#a .claim by="the 'City'"}""",
    ),
}

REFUSED = {
    "several are as near": "[A]{#aaa1 .claim}, [B]{#aaa2 .claim}, [C]{.premise supports=aaa3}",
    "a misspelt name that would make a circle": (
        "[A]{#alpha .claim supports=beta}, [B]{#beta .premise supports=alpa}"
    ),
    "two values": "[A]{#a .claim by=me by=you}",
    "words that begin a list without the brackets": "\\[- a\\]{#a .claim}",
}


@pytest.mark.parametrize(("before", "after"), SAFE.values(), ids=SAFE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_safe_fixes(before: str, after: str, end: str) -> None:
    texts = {"essay.md": before.replace("\n", end)}
    done = mend(texts, findings_of)
    assert done.texts["essay.md"] == after.replace("\n", end)
    assert sum(done.fixed.values()) >= 1
    assert not [each for each in done.left if each.code.startswith("AM0")]


@pytest.mark.parametrize(("before", "after"), UNSAFE.values(), ids=UNSAFE)
def test_unsafe_fixes_are_for_those_who_ask(before: str, after: str) -> None:
    texts = {"essay.md": before}
    assert mend(texts, findings_of).texts == texts
    assert mend(texts, findings_of, unsafe=True).texts["essay.md"] == after


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_not_fixed(text: str) -> None:
    done = mend({"essay.md": text}, findings_of, unsafe=True)
    assert done.texts["essay.md"] == text
    assert (done.changed, done.fixed, done.rounds) == ((), {}, 0)
    assert list(done.left) == findings_of({"essay.md": text})


def test_a_misspelt_work_is_mended_across_files() -> None:
    texts = {
        "a.md": "---\nid: subprime-crisis\n---\n\n[A]{#a .claim .thesis .assumed}\n",
        "b.md": "[B]{#b .premise .assumed supports=subprime-crysis:a}\n",
    }
    done = mend(texts, findings_of, unsafe=True)
    assert done.changed == ("b.md",)
    assert done.texts["b.md"] == "[B]{#b .premise .assumed supports=subprime-crisis:a}\n"
    assert done.fixed == {"AM102": 1}


def test_a_fix_in_one_file_lets_another_follow() -> None:
    texts = {
        "a.md": "---\nid: one\n---\n\n[A]{#profit.claim .thesis .assumed}\n",
        "b.md": "[B]{#b .claim .thesis .assumed supports=one:profitt}\n",
    }
    done = mend(texts, findings_of, unsafe=True)
    assert done.texts["a.md"].endswith("[A]{#profit .claim .thesis .assumed}\n")
    assert done.texts["b.md"] == "[B]{#b .claim .thesis .assumed supports=one:profit}\n"
    assert done.left == ()


def test_only_the_texts_given_are_mended() -> None:
    others = {"b.md": "[B]{#b .claim by='me'}\n"}
    done = mend({"a.md": "[A]{#a .claim by='me'}\n"}, lambda t: findings_of({**t, **others}))
    assert done.changed == ("a.md",)
    assert [each.path for each in done.left if each.code == "AM004"] == ["b.md"]


def test_what_is_fixed_is_counted_by_rule_and_what_is_left_is_told() -> None:
    done = mend({"e.md": "[A]{.claim by='me'} [B]{.claim by='me' zzz=1}\n"}, findings_with_ids)
    assert done.fixed == {"AM004": 2, "AM035": 1}
    assert "AM010" in [each.code for each in done.left]
    assert done.rounds == 2, "a list is given an id once nothing else is wrong with it"


def test_the_order_of_findings_makes_no_difference() -> None:
    texts = {"e.md": "[A]{.claim by='me'} \\[B\\]{.claim by='x, y' .claim} [C]{.clam}\n"}
    ways = [findings_with_ids, lambda t: findings_with_ids(t)[::-1]]
    done = [mend(texts, way, unsafe=True).texts for way in ways]
    assert done[0] == done[1]


def bad(text: str, *edits: Edit, code: str = "AM004", name: str = "single-quotes") -> Finding:
    fix = Fix("Do harm", edits)
    return Finding(code, name, Severity.ERROR, "bad", "", "e.md", edits[0].range, fix)


def at(line: int, first: int, last: int, text: str) -> Edit:
    return Edit(Range(Position(line, first), Position(line, last)), text)


@pytest.mark.parametrize(
    ("code", "name"),
    [("AM004", "single-quotes"), ("AM019", "escaped-span"), ("AM113", "duplicate-link")],
)
@pytest.mark.parametrize(
    "edit", [at(1, 1, 5, "Less"), at(1, 1, 1, "- "), at(1, 6, 7, ""), at(1, 10, 12, "{#a .clxm x'")]
)
def test_a_fix_that_changes_the_prose_or_makes_a_fault_is_left_out(
    code: str, name: str, edit: Edit
) -> None:
    text = "More [A]{#a .claim} and [B]{#b .claim by='me'}\n"

    def lying(texts: Mapping[str, str]) -> list[Finding]:
        harm = [bad(text, edit, code=code, name=name)] if "More [A]" in texts["e.md"] else []
        return [*harm, *findings_of(texts)]

    done = mend({"e.md": text}, lying)
    assert done.texts["e.md"] == text.replace("'", '"')
    assert done.fixed == {"AM004": 1}


def test_a_fix_that_never_ends_does_end() -> None:
    def endless(texts: Mapping[str, str]) -> list[Finding]:
        name = "b" if "#a" in texts["e.md"] else "a"
        return [bad(texts["e.md"], at(1, 6, 7, name))]

    done = mend({"e.md": "[A]{ #a .claim}\n".replace("{ ", "{")}, endless)
    assert done.rounds <= 2


def test_what_is_not_utf8_is_not_decoded() -> None:
    assert decode(b"[A]{#a .claim by='\xff'}") is None
    assert decode(b"a\0b") is None
    assert decode("\ufeff수익\r\n".encode()) == "\ufeff수익\r\n"


def test_a_file_that_is_not_utf8_is_not_mended_even_if_it_is_given() -> None:
    text = "[A]{#a .claim by='\ufffd'}\n"
    wrong = Finding(
        "AM001", "invalid-utf8", Severity.ERROR, "no", "", "e.md", at(1, 1, 2, "").range
    )
    assert mend({"e.md": text}, lambda t: [wrong, *findings_of(t)]).changed == ()


@pytest.mark.parametrize("name", [*SAFE, *UNSAFE])
def test_mending_again_changes_nothing(name: str) -> None:
    before = {**SAFE, **UNSAFE}[name][0]
    once = mend({"e.md": before}, findings_with_ids, unsafe=True)
    again = mend(once.texts, findings_with_ids, unsafe=True)
    assert (again.texts, again.rounds, again.fixed) == (once.texts, 0, {})


def test_strip_says_the_same_where_a_mark_was_there_before() -> None:
    for before, after in SAFE.values():
        if "\\" not in before and "] {" not in before and "]\n{" not in before:
            assert strip(before) == strip(after)


def test_a_repeated_link_goes() -> None:
    text = '[A]{#a .claim .thesis}, [B]{#b .evidence source=Me supports="a a"}\n'
    done = mend({"e.md": text}, findings_of)
    assert [each.code for each in done.left] == []
    assert done.fixed == {"AM113": 1}
    assert strip(done.texts["e.md"]) == strip(text)
