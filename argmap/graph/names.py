"""Names: which statement or link a reference means, and what was meant where it means none.

Statement ids and link names share one name space in each essay. A reference may be an ``id`` in
this essay; ``work:id``, in that work's edition in this essay's language, else in the default
language, else in ``en``, else in the first by name; or ``work@lang:id``, exactly.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.model import Essay, Kind, Range, Reference, Statement

if TYPE_CHECKING:
    from argmap.nearest import NameIndex

_FALLBACK_LANG = "en"


class Cause(StrEnum):
    """Why a reference, or the name of a link, could not be used."""

    UNKNOWN_ID = "unknown-id"
    """The edition is loaded and has nothing by that id."""
    WORK_NOT_LOADED = "work-not-loaded"
    EDITION_NOT_LOADED = "edition-not-loaded"
    """The work is loaded, but not in the language asked for."""
    SELF = "self"
    """A statement or link that refers to itself."""
    NOT_A_STATEMENT = "not-a-statement"
    """It is the name of a link where only a statement will do: in ``from``, ``contradicts`` and
    ``restates``."""
    NOT_A_QUESTION = "not-a-question"
    """In ``on``, ``work:id`` is there but is no question."""
    LINK_NOT_MADE = "link-not-made"
    """It is the name of a link that could not be made; that link has a problem of its own."""
    VIA_CONFLICT = "via-conflict"
    """The name given by ``via`` belongs to a statement, or to a link of another type or target."""
    PLAIN_LABEL = "plain-label"
    """In ``on``, it is no question that is loaded, and so a label; no problem in itself."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads nowhere, where it stands and why.

    ``essay`` is the key of the essay and ``path`` its file; ``reference.range`` is the place.
    ``role`` is the attribute it stands in (``supports``, ``from``, ``on``, ``answers``, ``via``…).
    ``carrier`` is the key of the statement whose mark holds it, None for a mark with ``from`` and
    for a heading. ``nearest`` is a reference that would resolve, ready to be put in its place.
    """

    essay: str
    path: str
    reference: Reference
    role: str
    cause: Cause
    nearest: str | None = None
    carrier: str | None = None


class Names:
    """The statements of some essays, and all names by which they and their links are known.

    Building is linear in statements and links; :meth:`find` is a few dictionary look-ups.
    """

    def __init__(self, essays: Iterable[Essay], default_lang: str) -> None:
        self.default_lang = default_lang
        self.essays, self.duplicate_editions = _editions(essays)
        self.by_key: dict[str, Essay] = {essay.key: essay for essay in self.essays}
        self.works: dict[str, dict[str, Essay]] = defaultdict(dict)
        self.statements: dict[str, Statement] = {}
        self.home: dict[str, Essay] = {}
        self.names: dict[str, dict[str, str]] = {}
        self.questions: dict[str, str] = {}
        for essay in self.essays:
            self.works[essay.id][essay.lang] = essay
            names = self.names[essay.key] = {}
            for statement in essay.statements:
                self.statements[statement.key] = statement
                self.home[statement.key] = essay
                if statement.id is not None:
                    names.setdefault(statement.id, statement.key)
                    if statement.kind is Kind.QUESTION:
                        self.questions.setdefault(statement.id, statement.key)
                if statement.id is None or not statement.key.endswith(statement.id):
                    # No one can type such a name, but a link implied by a list may lead there.
                    names.setdefault(statement.name, statement.key)
            for link in essay.links:
                if link.via is not None:
                    names.setdefault(link.via, f"{essay.key}:{link.via}")
        self._indexes: dict[str, NameIndex] = {}

    def edition(self, essay: Essay, reference: Reference) -> Essay | None:
        """Return the essay that a reference made in ``essay`` leads into, or None."""
        if reference.work is None:
            return essay
        editions = self.works.get(reference.work)
        if editions is None:
            return None
        if reference.lang is not None:
            return editions.get(reference.lang)
        for lang in (essay.lang, self.default_lang, _FALLBACK_LANG):
            if lang in editions:
                return editions[lang]
        return editions[min(editions)]

    def find(self, essay: Essay, reference: Reference) -> str | None:
        """Return the key that a reference made in ``essay`` means, or None.

        A key may be that of a named link that in the end is not made, as its own target is
        unknown.
        """
        edition = self.edition(essay, reference)
        return None if edition is None else self.names[edition.key].get(reference.id)

    def essay_of_link(self, key: str) -> Essay:
        """Return the essay whose key the key of a link begins with, or raise :class:`KeyError`."""
        end = key.find(":")
        while end >= 0:
            if key[:end] in self.by_key:
                return self.by_key[key[:end]]
            end = key.find(":", end + 1)
        raise KeyError(key)

    def find_question(self, essay: Essay, reference: Reference) -> str | None:
        """Return the key of the question that ``on`` means, or None where it is only a label.

        Without a work, it is a question of this essay, else of the first essay, in the order of
        their paths, that has a question by that id.
        """
        key = self.find(essay, reference)
        statement = None if key is None else self.statements.get(key)
        if statement is not None and statement.kind is Kind.QUESTION:
            return key
        return self.questions.get(reference.id) if reference.work is None else None

    def why_not(self, essay: Essay, reference: Reference) -> Cause:
        """Say why :meth:`find` found nothing."""
        if reference.work is not None and reference.work not in self.works:
            return Cause.WORK_NOT_LOADED
        if self.edition(essay, reference) is None:
            return Cause.EDITION_NOT_LOADED
        return Cause.UNKNOWN_ID

    def suggest(
        self, essay: Essay, reference: Reference, exclude: Collection[str] = ()
    ) -> str | None:
        """Return a reference that was probably meant and that resolves, as one would write it.

        ``exclude`` holds ids of this essay that cannot be meant. For a bare id that is near none
        of this essay's, it is the same id in the only other work that has it.
        """
        if reference.work is None:
            name = self._index(essay).nearest(reference.id, exclude)
            return name if name is not None else self._elsewhere(essay, reference)
        edition = self.edition(essay, reference)
        if edition is not None:
            name = self._index(edition).nearest(reference.id, exclude if edition is essay else ())
            return None if name is None else str(replace(reference, id=name))
        work: str | None = reference.work
        if work not in self.works:
            work = self._work_index.nearest(reference.work)
        if work is None:
            return None
        for lang in (reference.lang, None):
            meant = replace(reference, work=work, lang=lang)
            if self.find(essay, meant) is not None:
                return str(meant)
        return None

    def is_clear(self, essay: Essay, reference: Reference, exclude: Collection[str] = ()) -> bool:
        """Tell whether what :meth:`suggest` returns is nearer than all else it might have been."""
        if reference.work is None:
            index = self._index(essay)
            none_here = index.nearest(reference.id, exclude) is None
            return none_here or index.is_clear(reference.id, exclude)
        edition = self.edition(essay, reference)
        if edition is not None:
            mine = exclude if edition is essay else ()
            return self._index(edition).is_clear(reference.id, mine)
        return reference.work in self.works or self._work_index.is_clear(reference.work)

    def suggest_question(self, essay: Essay, reference: Reference) -> str | None:
        """Return the id of the loaded question that is nearest to a label, or None."""
        return self._question_index.nearest(reference.id)

    def is_clear_question(self, reference: Reference) -> bool:
        """Tell whether one question is nearer to a label than every other."""
        return self._question_index.is_clear(reference.id)

    def _elsewhere(self, essay: Essay, reference: Reference) -> str | None:
        others = (replace(reference, work=work) for work in self.works if work != essay.id)
        found = [other for other in others if self.find(essay, other) is not None]
        return str(found[0]) if len(found) == 1 else None

    def _index(self, essay: Essay) -> NameIndex:
        index = self._indexes.get(essay.key)
        if index is None:
            typed = (name for name in self.names[essay.key] if "~" not in name)
            index = self._indexes[essay.key] = _index_of(typed)
        return index

    @cached_property
    def _work_index(self) -> NameIndex:
        return _index_of(self.works)

    @cached_property
    def _question_index(self) -> NameIndex:
        return _index_of(self.questions)


def _index_of(names: Iterable[str]) -> NameIndex:
    from argmap.nearest import NameIndex  # only where something is misspelt

    return NameIndex(names)


def _editions(essays: Iterable[Essay]) -> tuple[tuple[Essay, ...], tuple[Essay, ...]]:
    """Put essays in the order of their paths; set aside those whose edition was there before."""
    first: dict[str, Essay] = {}
    later: list[Essay] = []
    for essay in sorted(essays, key=lambda essay: (essay.path, essay.key)):
        if essay.key in first:
            later.append(essay)
        else:
            first[essay.key] = _with_distinct_keys(essay)
    return tuple(first.values()), tuple(later)


def _with_distinct_keys(essay: Essay) -> Essay:
    """Give the second and later statements of one key a key of their own: ``key~2``, ``key~3``.

    The reader does this already; essays made by hand may not. A link then belongs to the last of
    these statements that begins before it.
    """
    counts = Counter(statement.key for statement in essay.statements)
    if len(counts) == len(essay.statements):
        return essay
    statements: list[Statement] = []
    same: dict[str, list[Statement]] = defaultdict(list)
    for statement in essay.statements:
        number = len(same[statement.key]) + 1
        own = statement if number == 1 else replace(statement, key=f"{statement.key}~{number}")
        same[statement.key].append(own)
        statements.append(own)
    links = [
        link
        if link.source is None or counts[link.source] < 2
        else replace(link, source=_carrier(same[link.source], link.range).key)
        for link in essay.links
    ]
    return replace(essay, statements=tuple(statements), links=tuple(links))


def _carrier(statements: Sequence[Statement], place: Range) -> Statement:
    before = [statement for statement in statements if statement.range.start <= place.start]
    return before[-1] if before else statements[0]
