"""Whatever is in a text: fixing keeps the prose, mends, and is done in one go."""

from __future__ import annotations

import os
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.essay import read_essay
from argmap.fixing import mend
from argmap.fixing.prose import REPAIRS
from argmap.model import Finding, Severity
from argmap.strip import strip
from argmap.syntax.ids import id_slip
from tests.fixing.checking import findings_of, findings_with_ids
from tests.syntax.shapes import SHAPES
from tests.syntax.soup import OURS, PLAIN, soup
from tests.syntax.test_damage import damaged

ESSAYS = sorted((Path(__file__).parents[2] / "essays").rglob("*.md"))
THOROUGH = bool(os.environ.get("ARGMAP_EXAMPLES"))
DAMAGED = ESSAYS if THOROUGH else ESSAYS[1:4]
"""In a plain run two English essays and a Korean one; all where ARGMAP_EXAMPLES is set."""
WRONG = (
    *(
        "[수익]{.claim by='나'}",
        "[賺錢]{.premise .premise}",
        "\\[lãi\\]{#l .claim}",
        "[a] {.claim}",
    ),
    *("[b]{#b\\_c .clam}", "[c]{supports=b,c .premise}", "[d]{#d.claim}", "\n::: claim\nx\n:::\n"),
    *("[e]{#e\u0301 .claim}", " supports=e\u0301 ", "{#f .claim", "[g]{.claim on=frist}", ".clam "),
    "<!-- {.premise .implicit text='x'} -->\n",
)
TEXTS = st.one_of(damaged(), soup(), soup(PLAIN + OURS + WRONG + WRONG), soup(OURS + WRONG, 8))
MANY = settings(max_examples=20)


def without_repairs(texts: Mapping[str, str]) -> list[Finding]:
    return [each for each in findings_with_ids(texts) if each.name not in REPAIRS]


def errors(findings: list[Finding]) -> Counter[str]:
    return Counter(each.code for each in findings if each.severity is Severity.ERROR)


def line_ends(text: str) -> set[str]:
    return set(re.findall(r"\r\n|\r|\n", text))


@MANY
@given(TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_safe_fixes_keep_the_prose_and_make_no_error(text: str, end: str) -> None:
    text = re.sub(r"\r\n|\r|\n", end, text)
    done = mend({"e.md": text}, without_repairs)
    made = done.texts["e.md"]
    assert strip(made) == strip(text)
    assert not errors(findings_of(done.texts)) - errors(findings_of({"e.md": text}))
    assert line_ends(made) <= line_ends(text) or not line_ends(text)
    assert made.startswith("\ufeff") == text.startswith("\ufeff")


@MANY
@given(TEXTS, st.booleans())
@example("\\[a\\]{.claim supports='b'} \\[b\\]{.clam}", True)
def test_fixing_is_done_in_one_go_and_makes_no_fault(text: str, unsafe: bool) -> None:
    done = mend({"e.md": text}, findings_with_ids, unsafe=unsafe)
    again = mend(done.texts, findings_with_ids, unsafe=unsafe)
    assert again.texts == done.texts
    assert again.rounds == 0
    now, before = errors(findings_of(done.texts)), errors(findings_of({"e.md": text}))
    made = Counter({code: n for code, n in (now - before).items() if code.startswith("AM0")})
    assert not made
    assert bool(done.changed) == bool(done.fixed) == (done.texts["e.md"] != text)


@MANY
@given(TEXTS)
def test_every_statement_has_an_id_of_its_own_or_stands_in_a_faulty_list(text: str) -> None:
    done = mend({"e.md": text}, findings_with_ids)
    essay = read_essay(done.texts["e.md"], "e.md")
    old = {statement.id for statement in read_essay(text, "e.md").statements}
    new = [s.id for s in essay.statements if s.id is not None and s.id not in old]
    for name in new:
        assert id_slip(name, 0, 0) is None
    if not essay.faults:
        assert all(statement.id for statement in essay.statements)


@pytest.mark.parametrize("name", SHAPES)
def test_texts_of_any_shape_are_mended(name: str) -> None:
    text = SHAPES[name](30)
    done = mend({"e.md": text}, findings_with_ids, unsafe=True)
    again = mend(done.texts, findings_with_ids, unsafe=True)
    assert again.texts == done.texts


# What is done to an essay by accident, and undone.


def as_a_formatter(text: str) -> str:
    """Escape the brackets of spans, as formatters do that do not know them."""
    return re.sub(r"\[([^\[\]]*)\]\{", r"\\[\1\\]{", text)


def by_autocorrection(text: str) -> str:
    return re.sub(r'(\w=)"([^"{}]*)"', r"\1“\2”", text)


def decomposed(text: str) -> str:
    return re.sub(r"\{[^{}\n]*\}", lambda found: unicodedata.normalize("NFD", found[0]), text)


DAMAGE = {
    "a formatter": as_a_formatter,
    "autocorrection": by_autocorrection,
    "decomposition": decomposed,
    "single quotes": lambda text: re.sub(r'(\w=)"([^"\'{}]*)"', r"\1'\2'", text),
    "commas": lambda text: re.sub(r'(supports)="([\w-]+) ([\w-]+)"', r"\1=\2,\3", text),
    "commas between": lambda text: re.sub(r"\{(#[\w-]+) \.", r"{\1, .", text),
    "glue": lambda text: re.sub(r"\{(#[\w-]+) \.", r"{\1.", text),
    "underscores": lambda text: re.sub(r"(?<=\w)_(?=\w)", r"\\_", text),
    "blank lines before fences": lambda text: text.replace("\n\n::: {", "\n::: {"),
    "formatter and autocorrection": lambda text: as_a_formatter(by_autocorrection(text)),
    "carriage returns": lambda text: as_a_formatter(text).replace("\n", "\r\n"),
}


def said_by(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def underscored(text: str) -> str:
    """Write ids with underscores, which the essays here do without."""
    return re.sub(
        r"\{[^{}]*\}", lambda found: re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", "_", found[0]), text
    )


def to_be_damaged(path: Path, damage: str, *, whole: bool = THOROUGH) -> str:
    """Return an essay, or its head and the shorter of the sections that a damage does harm to.

    A plain run does without the rest: what mends one section mends the others.
    """
    text = path.read_text("utf-8")
    if damage == "underscores":
        text = underscored(text)
    if whole:
        return text
    head, *sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    hurt = [section for section in sections if DAMAGE[damage](section) != section]
    return head + "".join(sorted(hurt, key=len)[:2])


WHOLE = (DAMAGED[0], "formatter and autocorrection")
"""What is done to the whole of an essay in a plain run too: it takes two rounds."""
PAIRS = [
    pytest.param(path, damage, id=f"{said_by(path)}-{damage}")
    for path in DAMAGED
    for damage in DAMAGE
    if DAMAGE[damage](text := to_be_damaged(path, damage)) != text
]


def test_every_damage_is_done_to_some_essay() -> None:
    assert {pair.values[1] for pair in PAIRS} == set(DAMAGE)


@pytest.mark.parametrize(("path", "damage"), PAIRS)
def test_damage_to_real_essays_is_undone(path: Path, damage: str) -> None:
    text = to_be_damaged(path, damage, whole=THOROUGH or (path, damage) == WHOLE)
    wrong = DAMAGE[damage](text)
    done = mend({"e.md": wrong}, findings_of)
    end = "\r\n" if damage == "carriage returns" else "\n"
    mended = done.texts["e.md"].replace(end, "\n")
    assert strip(mended) == strip(text)
    now, before = read_essay(mended, "e.md"), read_essay(text, "e.md")
    # The words of an implicit statement stand in an attribute, and what they are made of is theirs.
    assert [(s.key, unicodedata.normalize("NFC", s.text), s.kind) for s in now.statements] == [
        (s.key, s.text, s.kind) for s in before.statements
    ]
    assert len(now.links) == len(before.links)
    assert errors(findings_of({"e.md": mended})) == errors(findings_of({"e.md": text}))


@pytest.mark.parametrize("path", DAMAGED if THOROUGH else DAMAGED[:2], ids=said_by)
def test_ids_taken_from_real_essays_come_back_valid_and_unique(path: Path) -> None:
    text = path.read_text("utf-8")
    bare = re.sub(r"\{#[\w-]+ ", "{", text)
    done = mend({"e.md": bare}, findings_with_ids)
    essay = read_essay(done.texts["e.md"], "e.md")
    ids = [statement.id for statement in essay.statements]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert strip(done.texts["e.md"]) == strip(text)


def test_fixing_is_the_same_for_files_in_any_order() -> None:
    whole = {f"{n}.md": to_be_damaged(path, "a formatter") for n, path in enumerate(ESSAYS)}
    texts = {name: as_a_formatter(text) for name, text in whole.items()}
    shuffled = list(texts.items())
    random.Random(1).shuffle(shuffled)
    assert mend(texts, findings_of).texts == mend(dict(shuffled), findings_of).texts
