"""Evidence that both works use."""

from __future__ import annotations

import pytest

from tests.contrast.works import contrasted


def evidence(id_: str, more: str) -> str:
    return f"[Tea sells]{{#{id_} .evidence {more}}}. "


CASES = [
    (
        "one source, spelled alike but for case, width and The",
        evidence("a", 'source="The Ledger" on=page:pay'),
        evidence("b", 'source="ＬＥＤＧＥＲ" on="page:pay page:else"'),
        [("source", "The Ledger", ["a"], ["b"], ["pay", "else"], ["pay"])],
    ),
    (
        "one source by the table of names",
        evidence("a", 'source="WSJ"'),
        evidence("b", 'source="월스트리트저널"'),
        [("source", "Wall Street Journal", ["a"], ["b"], [], [])],
    ),
    (
        "two sources",
        evidence("a", 'source="Reuters 2023"'),
        evidence("b", 'source="Reuters 2024"'),
        [],
    ),
    (
        "one address, of sources named apart",
        evidence("a", 'source="The Ledger" url="http://www.ledger.example/tea/"'),
        evidence("b", 'source="A. Clerk" url="https://ledger.example/tea#top"'),
        [("url", "ledger.example/tea", ["a"], ["b"], [], [])],
    ),
    (
        "an address that says no more than its source",
        evidence("a", 'source="The Ledger" url="https://ledger.example/tea"'),
        evidence("b", 'source="The Ledger" url="https://ledger.example/tea"'),
        [("source", "The Ledger", ["a"], ["b"], [], [])],
    ),
    (
        "one key in a bibliography",
        evidence("a", "cite=ledger2024"),
        evidence("b", "cite=ledger2024"),
        [("cite", "ledger2024", ["a"], ["b"], [], [])],
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_evidence_both_use(left, right, expected):
    table = {"Wall Street Journal": ("WSJ", "월스트리트저널")}
    found = contrasted(left, right, names=table).evidence

    def short(keys):
        return [key.rpartition(":")[2] for key in keys]

    assert [
        (r.what, r.name, *map(short, (r.left, r.right, r.questions, r.shared))) for r in found
    ] == expected
