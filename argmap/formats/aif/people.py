"""Who says what in AIF: a person's locution (L) asserts, by a YA node, what an I-node holds.

Names come from the participants of the nodeset, and where it lists none, from the locution itself,
which begins with them: ``Rachel : dogs bark``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from argmap.formats.foreign import spelt

__all__ = ["ASSERTING", "person_name", "speakers"]

ASSERTING = "Asserting"
_ASSERTS = frozenset({"asserting", "agreeing", "restating", "default illocuting"})
_LONGEST_NAME = 80


def speakers(
    nodes: Iterable[Mapping[str, Any]],
    into: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
    data: Mapping[str, Any],
) -> dict[str, str]:
    """Return who asserts what, by the ids of I-nodes; linear.

    ``nodes`` are those that are neither statements nor steps, ``into`` has the ids from which edges
    lead to a node, ``texts`` what the I-nodes hold, and ``data`` the nodeset with its people. Of
    several that assert the same, the first is taken.
    """
    kinds: dict[str, tuple[str, str]] = {}
    for node in nodes:
        type_, text = node.get("type"), node.get("text")
        kinds[spelt(node["nodeID"])] = (str(type_), text if isinstance(text, str) else "")
    if not kinds:
        return {}
    names = _names(data)
    found: dict[str, str] = {}
    for id_, text in texts.items():
        for act in into.get(id_, ()):
            type_, called = kinds.get(act, ("", ""))
            if type_ != "YA" or called.strip().lower() not in _ASSERTS:
                continue
            said = (each for each in into.get(act, ()) if kinds.get(each, ("",))[0] == "L")
            name = next((n for each in said if (n := _who(each, kinds, names, text))), "")
            if name:
                found[id_] = name
                break
    return found


def person_name(participant: Mapping[str, Any]) -> str:
    """Return what a participant is called: first name, then surname."""
    parts = (participant.get("firstname"), participant.get("surname"))
    return " ".join(" ".join(part for part in parts if isinstance(part, str)).split())


def _names(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the name of who speaks, by the locution's id."""
    people: dict[str, str] = {}
    for person in entries(data, "participants"):
        if _is_id(person.get("participantID")):
            people[spelt(person["participantID"])] = person_name(person)
    if not people:
        return {}
    found: dict[str, str] = {}
    for said in entries(data, "locutions"):
        if _is_id(said.get("nodeID")) and _is_id(said.get("personID")):
            name = people.get(spelt(said["personID"]))
            if name:
                found.setdefault(spelt(said["nodeID"]), name)
    return found


def _who(
    locution: str, kinds: Mapping[str, tuple[str, str]], names: Mapping[str, str], text: str
) -> str:
    if locution in names:
        return names[locution]
    name, colon, rest = kinds[locution][1].partition(":")
    same = "".join(rest.split()) == "".join(text.split())
    return " ".join(name.split()) if colon and same and len(name) <= _LONGEST_NAME else ""


def entries(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """Return the objects in a list of a nodeset; what is no object or no list is left out."""
    listed = data.get(key)
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _is_id(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)
