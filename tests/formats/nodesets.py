"""AIF nodesets written down as a few words."""

from __future__ import annotations

import json
from typing import Any


def nodeset(nodes: str, edges: str = "", **more: Any) -> dict[str, Any]:
    """``1:I:text 2:RA`` and ``1>2``; ids are texts, with ``!`` in front numbers."""
    return {
        "nodes": [
            {"nodeID": _id(id_), "type": type_, "text": ":".join(text).replace("_", " ")}
            for id_, type_, *text in (each.split(":") for each in nodes.split())
        ],
        "edges": [
            {"edgeID": str(number), "fromID": _id(from_), "toID": _id(to)}
            for number, (from_, to) in enumerate(each.split(">") for each in edges.split())
        ],
        **more,
    }


def _id(text: str) -> str | int:
    return int(text[1:]) if text.startswith("!") else text


def sorted_out(data: dict[str, Any]) -> dict[str, Any]:
    """A nodeset without its order, and without what is empty."""
    return {
        key: sorted(json.dumps(each, sort_keys=True) for each in value)
        if isinstance(value, list)
        else value
        for key, value in data.items()
        if value
    }


DIALOGUE = nodeset(
    "L1:L:Ann_:_dogs_bark Y1:YA:Asserting 1:I:dogs_bark L2:L:Bob:_so_what Y2:YA:Asserting "
    "2:I:so_what T:TA:Default_Transition 3:RA Y3:YA:Arguing P:PA 4:I:no_one",
    "L1>Y1 Y1>1 L2>Y2 Y2>2 L1>T T>L2 T>Y3 Y3>3 2>3 3>1 4>P P>3",
    locutions=[{"nodeID": "L2", "personID": 7, "start": None, "source": "t"}],
    participants=[{"participantID": "7", "firstname": "Robert", "surname": "B."}],
    schemefulfillments=[{"nodeID": "3", "schemeID": "72"}],
    descriptorfulfillments=None,
)

UNDERCUTS = nodeset(
    "1:I:a 2:I:b 3:I:c 4:I:d 5:I:e 6:RA 7:CA 8:CA 9:RA 10:MA 11:I:f",
    "1>6 2>6 6>3 4>7 7>6 5>8 8>7 3>9 9>8 11>10 10>3",
)
