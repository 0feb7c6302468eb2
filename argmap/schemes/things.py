"""Schemes that go by how things are: likeness, signs, causes, cases, words, what is not known."""

from __future__ import annotations

from argmap.schemes.scheme import Scheme, granted, named, unless

THINGS: tuple[Scheme, ...] = (
    Scheme(
        "analogy",
        named("analogy", "유추", "類比", "loại suy"),
        ("C1 is like C2 in the respect R", "A is true of C1", "R bears on A"),
        "A is true of C2",
        (
            granted("respect", "In what respect are the two cases alike?"),
            granted("true-there", "Is it true of the case from which it is carried over?"),
            granted("relevance", "Does that respect bear on what is carried over?"),
            unless("difference", "Do they differ in something that matters here?"),
            unless("counter-case", "Is there a case as like, of which it is not true?"),
        ),
        "argument from analogy",
        ("parallel", "comparison", "likeness", "metaphor"),
    ),
    Scheme(
        "precedent",
        named("precedent", "선례", "先例", "tiền lệ"),
        ("In the case C1 it came out, or was decided, that A", "C2 is a case of the same kind"),
        "In C2 it will, or should, be so again",
        (
            granted("same-kind", "Is the present case of the same kind as the earlier one?"),
            granted("as-told", "Did the earlier case go as is told?"),
            unless("changed", "Has something changed since, so that it no longer guides?"),
            unless("other-precedent", "Does another precedent point the other way?"),
        ),
        "argument from precedent",
        ("history", "past-case"),
    ),
    Scheme(
        "example",
        named("example", "예시", "舉例", "ví dụ"),
        ("The case C has the features F and G", "C is typical of what has F"),
        "What has F generally has G",
        (
            granted("true", "Is it true of the case that is given?"),
            granted("typical", "Is the case typical, and not picked?"),
            granted("strength", "How far does one case bear out so general a claim?"),
            unless("counter-examples", "Are there cases that go the other way?"),
        ),
        "argument from example",
        ("instance", "case", "generalisation", "generalization", "anecdote"),
    ),
    Scheme(
        "sign",
        named("sign", "징후", "徵兆", "dấu hiệu"),
        ("A is seen here", "Where A is seen, B is generally the case"),
        "B is the case here",
        (
            granted("strength", "How closely does the sign go with what it is a sign of?"),
            unless("other-causes", "Could something else account for it better?"),
            granted("seen", "Has the sign really been seen?"),
        ),
        "argument from sign",
        ("symptom", "omen", "indicator", "signal"),
    ),
    Scheme(
        "cause-to-effect",
        named("cause to effect", "원인에서 결과로", "由因及果", "từ nguyên nhân đến kết quả"),
        ("Where A comes about, B generally follows", "A comes about here, or will"),
        "B will follow",
        (
            granted("strength", "How strong is the general link between the two?"),
            granted("evidence", "What shows that there is such a link?"),
            unless("interference", "Is there something at work that would prevent the effect?"),
        ),
        "argument from cause to effect",
        ("cause", "causal", "prediction"),
    ),
    Scheme(
        "correlation-to-cause",
        named(
            "correlation to cause", "상관에서 인과로", "由相關推因果", "từ tương quan đến nhân quả"
        ),
        ("A and B go together",),
        "A causes B",
        (
            granted("correlation", "Do they go together, and often enough to count?"),
            unless("chance", "Could it be chance?"),
            unless("third-factor", "Could some third thing bring about both?"),
            unless("reverse", "Could it be the other way round?"),
            granted("mechanism", "Is it known how the one would bring about the other?"),
        ),
        "argument from correlation to cause",
        ("correlation", "post-hoc"),
    ),
    Scheme(
        "evidence-to-hypothesis",
        named(
            "evidence to hypothesis",
            "최선의 설명으로의 추론",
            "由證據推假說",
            "từ chứng cứ đến giả thuyết",
        ),
        ("If A were so, B would be seen", "B is seen"),
        "A is so",
        (
            granted("follows", "Would it be seen, if the hypothesis were true?"),
            granted("seen", "Has it been seen?"),
            unless("alternatives", "Would something else explain it as well, or better?"),
            granted("tested", "Has anything been looked for that would speak against it?"),
        ),
        "argument from evidence to a hypothesis; abductive argumentation",
        ("abduction", "best-explanation", "inference-to-the-best-explanation", "explanation"),
    ),
    Scheme(
        "ignorance",
        named("ignorance", "무지에 의한 논증", "訴諸無知", "dựa vào điều chưa biết"),
        ("If A were so, it would be known", "It is not known that A"),
        "A is not so",
        (
            granted("search", "How far has it been looked for?"),
            granted("would-be-known", "Would it have been found, if it were so?"),
            granted("burden", "On whom does it fall to show it?"),
        ),
        "argument from ignorance",
        ("absence", "silence", "lack-of-evidence", "ad-ignorantiam"),
    ),
    Scheme(
        "composition",
        named("composition", "부분에서 전체로", "由部分推全體", "từ bộ phận đến toàn thể"),
        ("All the parts of W have the feature F",),
        "W has F",
        (
            granted("carries-over", "Is it a feature that a whole has when its parts have it?"),
            granted("all-parts", "Is it true of all the parts, or of those that matter?"),
            unless("together", "Do the parts together bring about something else?"),
        ),
        "argument from composition",
        ("part-to-whole",),
    ),
    Scheme(
        "division",
        named("division", "전체에서 부분으로", "由全體推部分", "từ toàn thể đến bộ phận"),
        ("W has the feature F", "P is a part of W"),
        "P has F",
        (
            granted("carries-over", "Is it a feature that parts have when the whole has it?"),
            granted("part", "Is it a part in the sense that is meant?"),
            unless("odd-one", "Is this part unlike the rest?"),
        ),
        "argument from division",
        ("whole-to-part",),
    ),
    Scheme(
        "verbal-classification",
        named("verbal classification", "명칭에 의한 분류", "依名歸類", "xếp loại theo tên gọi"),
        ("X is called, or falls under, F", "What falls under F has the feature G"),
        "X has G",
        (
            granted("falls-under", "What shows that it falls under that word?"),
            granted("word", "Does the word mean the same in both places, and enough?"),
            unless("borderline", "Is this one an odd or doubtful case of it?"),
        ),
        "argument from verbal classification",
        ("classification", "definition", "category"),
    ),
    Scheme(
        "alternatives",
        named("alternatives", "배제에 의한 논증", "排除法", "loại trừ khả năng"),
        ("Either A or B is the case", "B is not the case"),
        "A is the case",
        (
            granted("exhaustive", "Are these all the possibilities?"),
            granted("excluded", "What shows that the other is not the case?"),
            unless("both", "Could both be the case?"),
        ),
        "argument from alternatives",
        ("elimination", "dilemma", "disjunction"),
    ),
)
"""In the order in which they are listed."""
