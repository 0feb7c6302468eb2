"""A small work in four languages, and how its editions are compared."""

from __future__ import annotations

from argmap.compare.editions import Difference, Drift, Rank, What, compare_editions
from argmap.compare.editions_prose import prose_of
from argmap.essay import read_essay
from argmap.graph import ArgumentGraph

BODY = {
    "en": """[Tea is a bad trade]{#bad .claim .thesis}, for [the house lost at least $5 billion in
2024]{#loss .evidence supports=bad source="The Ledger"} and [a cup costs more than it
brings]{#cost .premise supports=bad}: [leaves cost $40 a chest]{#leaves .evidence supports=cost
source="The Ledger"}.

[Coffee lost money, too, and then it did not]{#coffee .rebuttal by="the trade" attacks=bad}. But
[coffee got cheaper with use]{#cheaper .rebuttal .assumed attacks=coffee}.
""",
    "ko": """[차는 나쁜 장사다]{#bad .claim .thesis}. [2024년에 최소 50억 달러를 잃었고]{#loss .evidence
supports=bad source="The Ledger"}, [한 잔에 버는 것보다 더 든다]{#cost .premise supports=bad}. [찻잎은 한 상자에
40달러다]{#leaves .evidence supports=cost source="The Ledger"}.

[커피도 처음에는 손해였다]{#coffee .rebuttal by="업계" attacks=bad}. 그러나 [커피는 쓸수록
싸졌다]{#cheaper .rebuttal .assumed attacks=coffee}.
""",
    "zh-Hant": """[茶是賠本生意]{#bad .claim .thesis}。[2024年至少虧損50億美元]{#loss .evidence supports=bad
source="The Ledger"}，[一杯的成本高於收入]{#cost .premise supports=bad}：[茶葉一箱40美元]{#leaves .evidence
supports=cost source="The Ledger"}。

[咖啡起初也虧本]{#coffee .rebuttal by="業界" attacks=bad}。但是[咖啡越用越便宜]{#cheaper .rebuttal .assumed
attacks=coffee}。
""",
    "vi": """[Trà là nghề lỗ vốn]{#bad .claim .thesis}. [Năm 2024 lỗ ít nhất 5 tỷ USD]{#loss .evidence
supports=bad source="The Ledger"}, [một tách tốn hơn thu]{#cost .premise supports=bad}: [lá trà giá 40 USD
một thùng]{#leaves .evidence supports=cost source="The Ledger"}.

[Cà phê lúc đầu cũng lỗ]{#coffee .rebuttal by="giới buôn" attacks=bad}. Nhưng [cà phê càng dùng càng
rẻ]{#cheaper .rebuttal .assumed attacks=coffee}.
""",
}


def edition(lang: str, *changes: tuple[str, str], body: str | None = None) -> str:
    """Write one edition, each change made to its text, which must hold what is changed."""
    text = BODY[lang] if body is None else body
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return f"---\nid: tea\nlang: {lang}\n---\n\n{text}"


def without(lang: str, *ids: str) -> str:
    """Write one edition without some of its statements."""
    import re

    text = BODY[lang]
    for id_ in ids:
        text, count = re.subn(rf"\[[^\[\]]*\]\{{#{id_} [^}}]*\}}", "", text)
        assert count == 1, id_
    return edition(lang, body=text)


def graph_of(*texts: str) -> ArgumentGraph:
    return ArgumentGraph.build(
        read_essay(text, f"essay-{number}.md") for number, text in enumerate(texts)
    )


def drift(base: str, other: str, names: dict[str, tuple[str, ...]] | None = None) -> Drift:
    """Compare two editions, the first being the base."""
    graph = graph_of(base, other)
    first = next(essay for essay in graph.essays if essay.path == "essay-0.md")
    prose = {
        essay.key: prose_of(essay, text)
        for essay, text in zip(graph.essays, (base, other), strict=True)
    }
    (only,) = compare_editions(graph, "tea", first.lang, names=names, prose=prose).drifts
    return only


def said(difference: Difference) -> list[tuple[Rank, What, str, str]]:
    """Return a difference's changes in short."""
    return [(each.rank, each.what, each.base, each.edition) for each in difference.changes]
