"""One source is spelled in two ways in an essay.

Two values of `source` differ only in case, spaces, punctuation, the width or composition of letters
or a leading "The", or by one slip within a longer word ("The Infromation"). The spelling that
stands there less often is reported, of equals the later one.

Names that differ in a number ("Reuters 2023" and "Reuters 2024"), in a short word ("Part I" and
"Part II"), in the first letter of a word, by an ending ("Korea" and "Korean"), by accents alone or
in a Chinese or Japanese character are different names.

## Why it matters

Counts by source, and whatever asks on how many sources a claim rests, take one source for two.

## What to do

Write it the same way everywhere. If the two are different sources, say what tells them apart: the
year, the section, the person.

## Bad

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="The Informer"}, [most sleep too
little]{#sleep .evidence supports=late source="The Informer"}, and [the tired
learn less]{#less .evidence supports=late source="The Infromer"}, says [the
school]{#school .evidence supports=late source="Head teacher"}.
```

## Good

```markdown
[School should start at nine]{#late .claim .thesis}, for [two pupils in three arrive
tired]{#tired .evidence supports=late source="The Informer"}, [most sleep too
little]{#sleep .evidence supports=late source="The Informer"}, and [the tired
learn less]{#less .evidence supports=late source="The Informer"}, says [the
school]{#school .evidence supports=late source="Head teacher"}.
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.model import Edit, Fix
from argmap.rules.naming import short
from argmap.rules.rule import Breach
from argmap.rules.sources import folded, plain, words

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Essay, Statement

_SHORTEST = 5
"""Words shorter than this are never slips of each other: "Mike" and "Nike", "I" and "II"."""
_LONGEST = 60
"""Letters of a name beyond which no slips are looked for."""
_MOST_ALIKE = 8
"""How many names that have the same letters left are compared with one."""
_ENDINGS = "dnrsy"
"""A last letter that is there or not makes another word: "Africa" and "African"."""
_IDEOGRAPHS = r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_UNQUOTABLE = re.compile(r"[\"\\{}<>\n\r]")
_BARE = re.compile(r"[\w.:@-]+")


def check(graph: ArgumentGraph) -> Iterator[Breach]:
    """Yield a breach for each spelling of a source that another spelling outnumbers."""
    for essay in graph.essays:
        spelled: dict[str, list[Statement]] = {}
        for statement in essay.statements:
            if statement.source:
                spelled.setdefault(" ".join(statement.source.split()), []).append(statement)
        if len(spelled) > 1:
            yield from _in_essay(essay, spelled)


def _in_essay(essay: Essay, spelled: dict[str, list[Statement]]) -> Iterator[Breach]:
    names = list(spelled)
    place = {name: number for number, name in enumerate(names)}
    rank = {name: (-len(spelled[name]), place[name]) for name in names}
    best: dict[str, str] = {}  # by fold, the spelling that is kept
    for name in names:
        fold = folded(name)
        if fold not in best or rank[name] < rank[best[fold]]:
            best[fold] = name
    for name in names:
        kept = best[folded(name)]
        if kept != name:
            yield _breach(essay, spelled[name], name, kept)
    for wrong, right in _slips(sorted(best.values(), key=rank.__getitem__)):
        yield _breach(essay, spelled[wrong], wrong, right)


def _slips(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is one slip away from a name before it, and the first such; linear in letters.

    Only names that have all words but one in common are compared. Two words one slip apart have in
    common what they are with one letter taken out.
    """
    apart: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for number, name in enumerate(names):
        parts = words(name)
        if sum(map(len, parts)) <= _LONGEST:
            for at, word in enumerate(parts):
                if len(word) >= _SHORTEST:
                    others = (*parts[:at], "", *parts[at + 1 :])
                    apart.setdefault(others, []).append((word, number))
    rights: dict[int, int] = {}
    for alike in apart.values():
        before: dict[str, list[tuple[str, int]]] = {}
        for word, number in alike if len(alike) > 1 else ():
            cuts = {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
            near = {other for cut in cuts for other in before.get(cut, ())}
            found = [other for spelling, other in near if _is_slip(word, spelling)]
            if found:
                rights.setdefault(number, min(found))
                continue
            for cut in cuts:
                at_cut = before.setdefault(cut, [])
                if len(at_cut) < _MOST_ALIKE:
                    at_cut.append((word, number))
    for number in sorted(rights):
        yield names[number], names[rights[number]]


def _is_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if one[0] != other[0]:
        return False
    if any(letter.isdigit() for letter in one + other) or re.search(_IDEOGRAPHS, one + other):
        return False
    if longer[:-1] == shorter and longer[-1] in _ENDINGS:
        return False
    from argmap.nearest import slips

    # A Korean syllable counts as its letters: one slip, where another syllable would be several.
    apart = [unicodedata.normalize("NFD", word) for word in (one, other)]
    bare = ["".join(c for c in word if not unicodedata.combining(c)) for word in apart]
    return bare[0] != bare[1] and slips(apart[0], apart[1], 1) is not None


def _breach(essay: Essay, statements: list[Statement], wrong: str, right: str) -> Breach:
    alike = unicodedata.normalize("NFC", wrong) == unicodedata.normalize("NFC", right)
    other = "in other code points" if alike else repr(short(right, _LONGEST))
    return Breach(
        essay.path,
        statements[0].place("source"),
        f"the source {short(wrong, _LONGEST)!r} is also spelled {other}",
        "write it the same way everywhere; if they are two sources, say what tells them apart",
        _fix(statements, wrong, right),
    )


def _fix(statements: list[Statement], wrong: str, right: str) -> Fix | None:
    places = [s.places["source"] for s in statements if "source" in s.places]
    if len(places) < len(statements) or _UNQUOTABLE.search(right):
        return None
    if _BARE.fullmatch(wrong) and not _BARE.fullmatch(right):
        return None  # it may stand without quotes, and the other cannot
    edits = tuple(Edit(place, right) for place in places)
    return Fix(f"Write {short(right)!r}", edits, safe=plain(wrong) == plain(right))
