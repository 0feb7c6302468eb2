"""Names that stand in one edition of a work only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.compare.editions_links import Side
from argmap.compare.editions_parts import Change, Difference, Rank, What
from argmap.verifying.letters import composed, letters, script_of
from argmap.verifying.names import Name, Names

__all__ = ["name_differences"]

_SHORTEST = 4
"""Letters of a name that is told by its looks."""


def name_differences(
    base: Side,
    edition: Side,
    table: Mapping[str, Sequence[str]],
    prose: Mapping[str, str],
) -> Iterator[Difference]:
    """Yield the names in statements both have that the rest of the other edition lacks.

    One difference a name, whatever its statements. What the other edition may write in a script of
    its own counts only where the table of names says how.
    """
    yield from _lacking(base, edition, table, prose, in_base=True)
    yield from _lacking(edition, base, table, prose, in_base=False)


def _lacking(
    side: Side,
    other: Side,
    table: Mapping[str, Sequence[str]],
    prose: Mapping[str, str],
    *,
    in_base: bool,
) -> Iterator[Difference]:
    texts = _texts(side, prose)
    names = Names(table, texts, side.essay.lang)
    there = composed("\n".join(_texts(other, prose)))
    own, script = script_of("\n".join(texts)), script_of(there)
    found: dict[str, tuple[Name, list[str]]] = {}
    for id_, statement in side.statements.items():
        if id_ not in other.statements:
            continue
        said = [(statement.text, False), (statement.source or "", True), (statement.by or "", True)]
        for text, label in said:
            for name in names.in_text(text, label=label):
                if _comparable(name, own, script, table):
                    key = min(name.known, default=letters(name.text))
                    ids = found.setdefault(key, (name, []))[1]
                    if id_ not in ids:
                        ids.append(id_)
    for name, ids in found.values():
        if not names.stands_in(name, there):
            key = side.statements[ids[0]].key
            change = (name.text, "") if in_base else ("", name.text)
            yield Difference(
                name.text,
                key if in_base else None,
                None if in_base else key,
                (Change(Rank.DETAIL, What.NAME, *change),),
                ids=tuple(ids),
            )


def _comparable(name: Name, said: str, script: str, table: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a name said in one script would be found in a text in another, were it there.

    Between two languages in Latin letters a capital alone does not make a name: *North Carolina*
    is *Bắc Carolina*, and titles are translated.
    """
    if name.known:
        forms = [form for known in name.known for form in table[known]]
        return script == "latin" or any(script_of(form) == script for form in forms)
    bare = name.text.replace("-", "").replace(".", "")
    if script != "latin" or not name.text.isascii() or len(bare) < _SHORTEST or bare.isupper():
        return False  # initials, which another edition may spell out
    return said != "latin" or any(map(str.isupper, bare[1:])) or any(map(str.isdigit, bare))


def _texts(side: Side, prose: Mapping[str, str]) -> list[str]:
    texts = [
        f"{s.text}\n{s.source or ''}\n{s.by or ''}\n{s.quote or ''}"
        for s in side.statements.values()
    ]
    return [*texts, prose.get(side.essay.key, "")]
