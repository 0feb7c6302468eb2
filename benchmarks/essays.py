"""Annotated essays of any size in the style of ``essays/``: the same ones on every machine.

Sections of ten blocks, five of them with marks: a claim that supports the thesis, a premise for it,
evidence with its source, an objection and what answers it. Prose, emphasis, links, code, quotes,
lists and tables as essays have them; one section in six is in Korean and one in Vietnamese. Ids are
distinct, and links lead where an author's would, so that a check finds next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

SMALL = """\
---
id: late-start
lang: en
title: School should start at nine
author: A. Teacher
stance: in favour
---

# School should start at nine

## Sleep {on=sleep}

[School should start at nine]{#late .claim .thesis}, and the reason is as plain as a yawn.
[Pupils come to the first lesson unrested]{#unrested .premise supports=late via=lost-sleep}: in the
autumn of 2023 [two pupils in three said that they arrive tired]{#tired .evidence supports=unrested
source="City survey" url="https://example.org/survey"}. They are not lazy; their clocks run late.

[What is taught to the tired is not learnt]{#not-learnt .premise .assumed supports=late
via=lost-sleep}, and then it is taught again.

## Buses {on=buses}

::: {#buses .rebuttal by="the council" attacks=late}
The buses are needed elsewhere at that hour, and there are no more of them.
:::

But [the buses stand still from eight]{#still .evidence attacks=buses source="Timetable, 2024"}, as
anyone can see who walks past the depot.

> A survey is not a trial, and nobody has asked the drivers.

- It costs nothing.
- It can be undone.
"""
"""An essay of one page that passes ``argmap check``."""

_HEAD = """\
---
id: benchmark
lang: en
title: A Benchmark in Many Sections
author: Nobody
stance: none
---

## What is at stake {on=money}

[The business as it stands cannot last]{#thesis .claim .thesis}, and the rest of this essay says why
at greater length than anyone needs.
"""

_WIDTH = 98
_QUESTIONS = ("money", "growth", "trust", "people", "machines")

_ENGLISH = (
    (
        "The firm that sells the most",
        "Anyone who has read the accounts",
        "A warehouse full of servers",
        "Each new model",
        "The investor in question",
        "Growth in the second year",
        "What the brochure calls a platform",
        "The cheaper of the two plans",
    ),
    (
        "costs more to run than it brings in",
        "was meant to pay for itself by the spring",
        "depends on a price that others set",
        "has been promised for years and shown once",
        "turns out to need people, and many of them",
        "is measured in a way that flatters it",
        "rests on a single contract that ends next year",
        "does what the manual says and little else",
    ),
    (
        "because nobody has found a cheaper way",
        "although the figures were published in March",
        "while the rivals give the same thing away",
        "and the margin shrinks with every customer",
        "which is, as they say, history (of a kind)",
        "if one believes the forecast of last autumn",
        "so that the loss grows with the sales",
        "unless the chips become cheaper first",
    ),
)
_KOREAN = (
    (
        "이 회사의 가장 큰 고객은",
        "새 모형을 만들 때마다",
        "지난해의 매출은",
        "투자자들이 믿는 것은",
    ),
    (
        "버는 것보다 더 많이 쓰고",
        "여러 번 약속했지만",
        "남이 정한 값에 기대며",
        "생각보다 사람이 많이 들고",
    ),
    (
        "그 차이는 해마다 커지고 있다",
        "다른 회사들은 같은 것을 거저 준다",
        "아무도 더 싼 길을 찾지 못했다",
        "지난봄의 보고서도 그렇게 말한다",
    ),
)
_VIETNAMESE = (
    (
        "Khách hàng lớn nhất của công ty",
        "Mỗi mô hình mới",
        "Doanh thu năm ngoái",
        "Điều nhà đầu tư tin",
    ),
    (
        "tốn nhiều hơn số tiền thu về",
        "đã được hứa nhiều lần",
        "dựa vào giá do người khác đặt",
        "cần nhiều người hơn ta nghĩ",
    ),
    (
        "và khoản lỗ lớn dần theo từng năm",
        "trong khi đối thủ cho không thứ ấy",
        "vì chưa ai tìm được cách rẻ hơn",
        "như bản báo cáo mùa xuân đã viết",
    ),
)

_DRESSED = (
    "or so [one report](https://example.org/report) has it",
    "and *that* is the good news",
    "as `--help` says itself",
    "which is the **whole** of the plan",
)
"""Emphasis, links and code, for one sentence in a dozen: essays have little of them."""


def essay(*, size: int = 0, statements: int = 0) -> str:
    """Write an essay of at least ``size`` bytes in UTF-8 and at least so many ``statements``."""
    random = Random(2)
    parts = [_HEAD]
    written = len(_HEAD)
    marked = 1
    number = 0
    while written < size or marked < statements:
        number += 1
        for block in _section(random, number):
            parts.append(block)
            written += len(block.encode()) + 1
        marked += _MARKS
    return "\n".join(parts)


_MARKS = 8
"""Statements in a section."""


def _section(random: Random, number: int) -> Iterator[str]:
    phrases = {0: _KOREAN, 3: _VIETNAMESE}.get(number % 6, _ENGLISH)
    s = f"s{number}"
    page = 1 + number % 90

    def words() -> str:
        chosen = [random.choice(part) for part in phrases]
        if random.random() < 1 / 12:
            chosen.append(random.choice(_DRESSED))
        return " ".join(chosen)

    def prose(least: int, most: int) -> str:
        return " ".join(f"{words()}." for _ in range(random.randint(least, most)))

    def marked(attributes: str, figure: str = "") -> str:
        return f"[{words()}{figure}]{{{attributes}}}"

    source = 'source="The quarterly report"'
    claim = marked(f"#{s}-claim .claim supports=thesis at=p{page}")
    premise = marked(f"#{s}-premise .premise supports={s}-claim via={s}-step")
    assumed = marked(f"#{s}-assumed .premise .assumed supports={s}-claim via={s}-step")
    figure = marked(
        f'#{s}-figure .evidence supports={s}-premise {source} at="p{page} p{page + 2}"',
        f": {number}%",
    )
    named = marked(f"#{s}-named .evidence supports={s}-premise", f", {number} times")
    answer = marked(f"#{s}-answer .rebuttal attacks={s}-objection")
    shown = marked(
        f"#{s}-shown .evidence supports={s}-answer {source} "
        f'url="https://example.org/report/{number}"',
        f": {number + 1}%",
    )
    level = "##" if number % 4 == 1 else "###"
    yield f"{level} Section {number} {{on={_QUESTIONS[number % len(_QUESTIONS)]}}}\n"
    yield _filled(f"{prose(1, 3)} {claim}. {prose(2, 4)}")
    yield _filled(prose(3, 6))
    yield _filled(f"{prose(1, 2)} {premise}, for {assumed}. {prose(1, 3)}")
    yield _filled(prose(2, 5))
    yield "<!-- argmap: ignore AM301 the report gives no name for its source -->"
    yield _filled(f"{figure}. {prose(1, 3)} {named}. {prose(1, 2)}")
    if number % 3:
        yield _filled(prose(2, 5))
    else:
        yield _filled(prose(2, 3), "> ")
    yield f'::: {{#{s}-objection .rebuttal by="the industry" attacks={s}-step}}'
    yield _filled(prose(1, 3)).rstrip("\n")
    yield ":::\n"
    yield _filled(prose(2, 5))
    yield _filled(f"{answer}, as {shown}. {prose(2, 4)}")
    if number % 5:
        yield "".join(f"- {words()}.\n" for _ in range(3))
    else:
        yield "| year | words |\n|---|---|\n" + "".join(
            f"| 202{i} | {words()} |\n" for i in range(4)
        )


def _filled(text: str, margin: str = "") -> str:
    """Break a paragraph into lines, each behind ``margin``."""
    lines = [margin]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > _WIDTH and lines[-1] != margin:
            lines.append(margin)
        lines[-1] += word if lines[-1] == margin else f" {word}"
    return "\n".join(lines) + "\n"
