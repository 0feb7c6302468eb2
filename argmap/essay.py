"""From a text to an :class:`~argmap.model.Essay`: marks are judged and become statements and links.

Nothing here raises for what a text holds. What is wrong becomes a fault, and is then read as it was
most likely meant (a mark without a kind as a claim, the first of two kinds), so that one slip does
not set off a row of others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from argmap.attribute_values import date, paragraphs, references, scheme, weight
from argmap.front_matter import FrontMatter, read_front_matter
from argmap.model import (
    Edit,
    Essay,
    Fault,
    Fix,
    Flag,
    Kind,
    LinkType,
    Paragraph,
    Reference,
    Section,
    StatedLink,
    Statement,
)
from argmap.suppressions import read_suppressions
from argmap.syntax import Document, Form, Mark, read
from argmap.syntax.ids import id_slip
from argmap.syntax.marks import MarkAttribute, Word
from argmap.syntax.places import Range, SourceText
from argmap.syntax.vocabulary import FLAGS, KINDS, LINKS
from argmap.work_ids import id_from

_OPENED_HEAD = re.compile(r"---[ \t]*\n\s*\w+:")
_PLAIN = ("by", "source", "url", "cite", "quote", "sense")


def read_essay(source: str, path: str, *, default_lang: str = "en") -> Essay:
    """Read one essay from its text.

    ``path`` is what findings will name; without an ``id`` in the front matter the work is called
    by the file's name. Linear in the length of the text.
    """
    document = read(source)
    return _Judge(document, path, default_lang).essay()


class _Judge:
    """Goes over the marks of one document, in reading order."""

    def __init__(self, document: Document, path: str, default_lang: str) -> None:
        self.document = document
        self.path = path
        self.faults: list[Fault] = list(document.faults)
        head = self._front_matter()
        self.head = head
        self.id = head.values.get("id") or id_from(path)
        self.lang = head.values.get("lang") or default_lang
        self.statements: dict[int, Statement] = {}  # by index of the mark
        self.links: list[StatedLink] = []
        self.seen: dict[str, Range] = {}
        self.again: dict[str, int] = {}  # how often an id stands
        self.via: dict[str, Range] = {}
        self.nameless = 0
        self.known = {mark.id.text for mark in document.marks if mark.id}
        self.sections = tuple(
            Section(h.title, h.level, h.range, self._references(h.on)) for h in document.sections
        )

    def essay(self) -> Essay:
        for index, mark in enumerate(self.document.marks):
            self._mark(index, mark)
        self._check_names()
        line_count = self.document.source.line_count
        suppressions = read_suppressions(self.document.directives, line_count, self.faults)
        values = self.head.values
        extra: Mapping[str, Any] = {}
        if self.head.original is not None:
            extra = {"original": self.head.original}
        return Essay(
            self.id,
            self.lang,
            self.path,
            values.get("title", ""),
            values.get("author", ""),
            values.get("stance", ""),
            values.get("date", ""),
            tuple(self.statements.values()),
            tuple(self.links),
            self.sections,
            tuple(Paragraph(p.range, p.covered) for p in self.document.paragraphs),
            suppressions,
            tuple(sorted(self.faults, key=lambda fault: fault.range)),
            line_count,
            MappingProxyType(dict(extra)),
        )

    def _fault(self, rule: str, place: Range, message: str, hint: str) -> None:
        self.faults.append(Fault(rule, place, message, hint))

    def _references(self, attribute: MarkAttribute | None) -> tuple[Reference, ...]:
        return references(attribute, self.faults, self.known)

    def _front_matter(self) -> FrontMatter:
        found = self.document.front_matter
        if found is not None:
            text, offset = found
            head = read_front_matter(text, self.document.source, offset)
            self.faults.extend(head.faults)
            return head
        if _OPENED_HEAD.match(self.document.source.text):
            message = "the front matter is opened and not closed"
            place = self.document.source.line_range(1)
            self._fault("bad-front-matter", place, message, "close it with a line of three dashes")
        return FrontMatter()

    # Marks

    def _mark(self, index: int, mark: Mark) -> None:
        kinds = [word for word in mark.classes if word.text in KINDS]
        links = [a for a in mark.attributes if a.name in LINKS]
        if mark.attribute("from") is not None:
            self._link_between(mark, kinds, links)
            return
        flags = frozenset(Flag(word.text) for word in mark.classes if word.text in FLAGS)
        if not kinds:
            if mark.form is Form.HEADING and not links and not flags and not mark.classes:
                self._bare_heading(mark)
                return
            if not mark.broken:
                hint = f"say what it is: {', '.join('.' + kind for kind in KINDS)}"
                message = f"{_called(mark)} has no kind"
                self._fault("missing-kind", mark.attributes_range, message, hint)
        kind = Kind(kinds[0].text) if kinds else Kind.CLAIM
        statement = self._statement(mark, kind, flags)
        self.statements[index] = statement
        self._check_form(mark, flags)
        stated = self._links_of(mark, statement, links)
        if not links and mark.parent is not None:
            self._implied_link(statement, mark)
        self._check_via(mark, links, stated)

    def _bare_heading(self, mark: Mark) -> None:
        """A heading that only hands down its questions is no statement."""
        for attribute in mark.attributes:
            if attribute.name != "on":
                message = f"{attribute.name} stands on a heading that has no kind"
                hint = "give the heading a kind, or keep only on"
                self._fault("missing-kind", attribute.range, message, hint)

    def _statement(self, mark: Mark, kind: Kind, flags: frozenset[Flag]) -> Statement:
        name = mark.id.text if mark.id else None
        if name is None:
            self.nameless += 1
            local = f"~{self.nameless}"
        else:
            local = self._distinct(name, mark)
        on = self._references(mark.attribute("on"))
        if not on and mark.attribute("on") is None:
            on = next((self.sections[i].on for i in mark.section[::-1] if self.sections[i].on), ())
        values: dict[str, Any] = {
            a.name: a.value for a in reversed(mark.attributes) if a.name in _PLAIN
        }
        if not mark.text.strip() and mark.form is not Form.IMPLICIT and not mark.broken:
            hint = "put the words of the statement in it"
            self._fault("empty-statement", mark.range, f"{_called(mark)} has no text", hint)
        return Statement(
            key=f"{self.id}@{self.lang}:{local}",
            id=name,
            kind=kind,
            text=mark.text,
            range=mark.range,
            text_range=mark.text_range,
            flags=flags,
            section=tuple(self.sections[i].title for i in mark.section),
            on=on,
            date=date(mark, self.faults),
            weight=weight(mark, self.faults),
            scheme=scheme(mark, self.faults),
            answers=self._references(mark.attribute("answers")),
            at=paragraphs(mark, self.faults),
            places=self._places(mark),
            **values,
        )

    def _distinct(self, name: str, mark: Mark) -> str:
        """Keep keys apart even where an id stands twice, and report the second."""
        place = mark.id.range if mark.id else mark.range
        first = self.seen.get(name)
        if first is None:
            self.seen[name] = place
            return name
        message = f"the id {name!r} stands already at line {first.start.line}"
        self._fault("duplicate-id", place, message, "give this statement an id of its own")
        count = self.again[name] = self.again.get(name, 1) + 1
        return f"{name}~{count}"  # which is no id, so that none can equal it

    def _places(self, mark: Mark) -> Mapping[str, Range]:
        places = {a.name: a.value_range for a in reversed(mark.attributes)}
        if mark.id:
            places["id"] = mark.id.range
        for word in mark.classes:
            places.setdefault("kind" if word.text in KINDS else word.text, word.range)
        places["attributes"] = mark.attributes_range
        return MappingProxyType(places)

    def _check_form(self, mark: Mark, flags: frozenset[Flag]) -> None:
        text = mark.attribute("text")
        if mark.form is Form.IMPLICIT:
            if text is None:
                message = f"{_called(mark)} is implicit and says nothing"
                hint = 'give its words in the comment, as text="…"'
                self._fault("misused-implicit", mark.attributes_range, message, hint)
            return
        if Flag.IMPLICIT in flags:
            place = next(word.range for word in mark.classes if word.text == "implicit")
            message = ".implicit stands on words that are there"
            hint = 'an implicit statement is a comment alone on its line, with text="…"'
            self._fault("misused-implicit", place, message, hint)
        elif text is not None:
            message = "text is given to a statement that has words of its own"
            hint = "take text out; only an implicit statement has it"
            self._fault("misused-implicit", text.range, message, hint)

    # Links

    def _links_of(
        self, mark: Mark, statement: Statement, links: list[MarkAttribute]
    ) -> list[StatedLink]:
        via = mark.attribute("via")
        made: list[StatedLink] = []
        for attribute in links:
            targets = self._references(attribute)
            if targets:
                named = via if via is not None and len(links) == 1 and len(targets) == 1 else None
                made.append(
                    StatedLink(
                        LinkType(attribute.name),
                        statement.key,
                        (),
                        targets,
                        attribute.range,
                        _composed(named) if named else None,
                        named.value_range if named else None,
                    )
                )
        self.links.extend(made)
        return made

    def _check_via(self, mark: Mark, links: list[MarkAttribute], made: list[StatedLink]) -> None:
        via = mark.attribute("via")
        if via is None:
            return
        slip = id_slip(via.value, 0, 0)
        if slip is not None:
            fix = None
            if slip.rule == "id-not-nfc":
                fix = Fix(slip.fix_title, (Edit(via.value_range, _composed(via)),))
            message = f"as a link's name, {slip.message}"
            self.faults.append(Fault(slip.rule, via.value_range, message, slip.hint, fix))
        if not links:
            message = "via names a link, and this mark makes none"
            hint = "add supports or attacks, or take via out"
        elif len(links) > 1:
            names = " and ".join(a.name for a in links)
            message = f"via names one link, and this mark makes several ({names})"
            hint = "state the links in marks of their own, each with its own via"
        elif made and len(made[0].targets) > 1:
            message = f"via names one link, and {links[0].name} has {len(made[0].targets)} targets"
            hint = "state the links in marks of their own, each with its own via"
        else:
            self.via.setdefault(_composed(via), via.value_range)
            return
        self._fault("misused-via", via.range, message, hint)

    def _implied_link(self, statement: Statement, mark: Mark) -> None:
        """A nested item's first mark bears on the first mark of the item around it."""
        parent = self.statements.get(mark.parent if mark.parent is not None else -1)
        if parent is None or Kind.QUESTION in (statement.kind, parent.kind):
            return
        rebuts = statement.kind is Kind.REBUTTAL
        target = Reference(parent.key.rpartition(":")[2], None, None, mark.range)
        link_type = LinkType.ATTACKS if rebuts else LinkType.SUPPORTS
        self.links.append(
            StatedLink(link_type, statement.key, (), (target,), mark.range, implied=True)
        )

    def _link_between(self, mark: Mark, kinds: list[Word], links: list[MarkAttribute]) -> None:
        """Read a mark with ``from``: a link between other statements, whose text says why."""
        from_ = mark.attribute("from")
        assert from_ is not None
        if kinds:
            message = f".{kinds[0].text} stands beside from"
            hint = "a mark with from states a link, not a statement: take the kind or from out"
            self._fault("misused-from", kinds[0].range, message, hint)
        elif flags := [word for word in mark.classes if word.text in FLAGS]:
            message = f".{flags[0].text} stands beside from"
            hint = "a mark with from states a link, not a statement: take the flag or from out"
            self._fault("misused-from", flags[0].range, message, hint)
        elif mark.id:
            message = "an id stands beside from"
            hint = "name the link by via, or take from out"
            self._fault("misused-from", mark.id.range, message, hint)
        elif argues := mark.attribute("answers") or mark.attribute("scheme"):
            message = f"{argues.name} stands beside from"
            hint = f"give {argues.name} to one of the statements, or take from out"
            self._fault("misused-from", argues.range, message, hint)
        sources = self._references(from_)
        if not links:
            message = "from states no link"
            hint = "say what they do: supports, attacks, contradicts or restates"
            self._fault("misused-from", from_.range, message, hint)
        via = mark.attribute("via")
        made: list[StatedLink] = []
        for attribute in links:
            targets = self._references(attribute)
            if sources and targets:
                named = via if via is not None and len(links) == 1 and len(targets) == 1 else None
                made.append(
                    StatedLink(
                        LinkType(attribute.name),
                        None,
                        sources,
                        targets,
                        mark.range,
                        _composed(named) if named else None,
                        named.value_range if named else None,
                        mark.text,
                    )
                )
        self.links.extend(made)
        self._check_via(mark, links, made)

    def _check_names(self) -> None:
        """The names of links and the ids of statements are one name space."""
        for name, place in self.via.items():
            first = self.seen.get(name)
            if first is not None:
                line = first.start.line
                message = f"the link's name {name!r} is the id of the statement at line {line}"
                hint = "give the link a name of its own"
                self._fault("duplicate-id", place, message, hint)


def _composed(via: MarkAttribute) -> str:
    """Return a link's name as references to it are read."""
    return unicodedata.normalize("NFC", via.value)


def _called(mark: Mark) -> str:
    """What to call a mark in a message."""
    return f"#{mark.id.text}" if mark.id else "this mark"


def read_essay_bytes(content: bytes, path: str, *, default_lang: str = "en") -> Essay:
    """Read one essay from the bytes of its file.

    Where they are not UTF-8, the first that is not is a fault, each stands as U+FFFD in the text,
    and the rest is read all the same.
    """
    try:
        text = content.decode("utf-8")
        wrong = content.find(0)
    except UnicodeDecodeError as error:
        text = content.decode("utf-8", "replace")
        wrong = error.start
    essay = read_essay(text, path, default_lang=default_lang)
    if wrong < 0:
        return essay
    before = SourceText(content[:wrong].decode("utf-8"))
    at = before.position(len(before.text))
    what = f"the byte 0x{content[wrong]:02X} here is no letter"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        what = "it is UTF-16"
    elif b"\0" in content:
        what = f"the byte 0x{content[wrong]:02X} here is no letter, and the file holds NUL bytes"
    message = f"the file is not UTF-8 text: {what}"
    hint = "save the file as UTF-8, or leave it out if it is no text"
    place = Range(at, at._replace(column=at.column + 1))
    fault = Fault("invalid-utf8", place, message, hint)
    return replace(essay, faults=tuple(sorted((fault, *essay.faults), key=lambda f: f.range)))
