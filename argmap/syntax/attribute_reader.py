"""The careful reader of attributes: it names each slip and reads the rest as it was meant.

*One cause, one finding*: words that are no attributes are reported together, a value that lacks
its quotes takes the words behind it, and a list without its ``}`` ends behind the last item that
looks like one, so that prose is not taken for attributes.
"""

from __future__ import annotations

import re
import unicodedata

from argmap.syntax.attribute_judge import is_ours, word_slips
from argmap.syntax.attributes import Attribute, AttributeList, parse_attributes
from argmap.syntax.ids import id_slip
from argmap.syntax.slips import Slip, SlipList, short_of
from argmap.syntax.value_reader import WRONG_QUOTES, ValueReader
from argmap.syntax.vocabulary import CLASSES, COMMAS

_SPACE = re.compile(r"[ \t\n]*")
_ANY_SPACE = re.compile(r"\s+")
_KEY = re.compile(r"[^\s{}=\"'“”‘’«»„#.,;][^\s{}=\"'“”‘’«»„]*")
_EQUALS = re.compile(r"[ \t\n]*=")
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_ESCAPES = re.compile(r"\\[!-/:-@\[-`{-~]")
"""A backslash that escapes something, as CommonMark sees it."""
_FORMS = 'attributes are #id, .kind, key=value or key="value"'


def read_carefully(
    text: str, start: int, end: int, anchored: bool, given_up: set[int] | None
) -> AttributeList:
    """Read the list whose ``{`` stands at ``start``, as ``parse_attributes`` promises."""
    reader = _Reader(text, start, end, given_up)
    closed = reader.read()
    ours = is_ours(reader.items, anchored)
    if given_up is not None and not (closed and ours):
        given_up.update(reader.starts)
    if not closed:
        brace = _brace_in_quotes(text, reader)
        if brace is not None:
            again = read_carefully(text, start, brace + 1, anchored, None)
            if again.ours or not ours:
                return again
        reader = _Reader(text, start, reader.good_end, None)
        reader.read()
        reader.leave_comma()
        ours = is_ours(reader.items, anchored)
    slips = _merged(reader.slips.all)
    if ours:
        slips.extend(word_slips(text, reader.items))
        slips.sort(key=lambda slip: slip.start)
        if closed and any(not (slip.fix and slip.safe) for slip in slips):
            plain = unescaped(text, start, reader.pos)
            if plain is not None:
                return plain
        if not closed and not any(slip.rule == "unclosed-attributes" for slip in slips):
            slips.insert(0, _unclosed(text, start, reader.pos, end))
    return AttributeList(start, reader.pos, tuple(reader.items), tuple(slips), closed, ours)


def unescaped(text: str, start: int, end: int) -> AttributeList | None:
    """Read a list in which a formatter has put backslashes as it was before.

    None where there are none, or where the list is not in order without them.
    """
    written = text[start:end]
    gone = [match.start() for match in _ESCAPES.finditer(written)]
    if not gone:
        return None
    taken = set(gone)
    kept = [at for at in range(len(written) + 1) if at not in taken]
    found = parse_attributes("".join(written[at] for at in kept[:-1]), 0, anchored=True)
    if not (found.ours and found.closed) or found.slips or found.end != len(kept) - 1:
        return None
    items = [
        Attribute(
            item.name,
            item.value,
            *(start + kept[at] for at in (item.start, item.end, item.value_start, item.value_end)),
        )
        for item in found.items
    ]
    slip = Slip(
        "malformed-attribute",
        start,
        end,
        "backslashes stand in these attributes",
        "take them out (a formatter may have put them there)",
        tuple((start + at, start + at + 1, "") for at in gone),
        "Take the backslashes out",
    )
    return AttributeList(start, end, tuple(items), (slip,), closed=True, ours=True)


def _merged(slips: list[Slip]) -> list[Slip]:
    """Make one slip of those that have the same cause, as commas between all attributes."""
    firsts: dict[str, Slip] = {}
    edits: dict[str, list[tuple[int, int, str]]] = {}
    for slip in slips:
        firsts.setdefault(slip.message, slip)
        edits.setdefault(slip.message, []).extend(slip.fix)
    return [slip._replace(fix=tuple(edits[message])) for message, slip in firsts.items()]


def _brace_in_quotes(text: str, reader: _Reader) -> int | None:
    """Find the first ``}`` within the values of an unclosed list: an open quote is before it."""
    for item in reader.items:
        brace = text.find("}", item.value_start, item.value_end)
        if brace >= 0:
            return brace
    return None


def _unclosed(text: str, start: int, end: int, limit: int) -> Slip:
    nothing_behind = _LINE_END.match(text, end, limit)
    return Slip(
        "unclosed-attributes",
        start,
        end,
        "a list of attributes is opened and not closed",
        "close it with }",
        ((end, end, "}"),) if nothing_behind else (),
        "Close the list" if nothing_behind else "",
        safe=False,
    )


class _Reader:
    """One pass over one list; the fields are the state of that pass."""

    __slots__ = (
        "end",
        "given_up",
        "good_end",
        "items",
        "junk",
        "pos",
        "slips",
        "start",
        "starts",
        "text",
        "values",
    )

    def __init__(self, text: str, start: int, end: int, given_up: set[int] | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.given_up = given_up or ()
        self.pos = start + 1
        self.items: list[Attribute] = []
        self.slips = SlipList()
        self.values = ValueReader(text, end, self.slips)
        self.starts: list[int] = []
        self.junk: tuple[int, int] | None = None  # a run of words that are no attributes
        self.good_end = start + 1  # what an unclosed list is cut back to

    def read(self) -> bool:
        """Read up to ``}``; tell whether it was there."""
        text = self.text
        good = True
        while True:
            self._skip_space()
            pos = self.pos
            if pos >= self.end or text[pos] == "{" or pos in self.given_up:
                self._end_junk()
                return False
            if text[pos] == "}":
                self._end_junk()
                self.pos += 1
                return True
            self.starts.append(pos)
            self._item()
            good = good and self.junk is None
            if good:
                self.good_end = self.pos

    def leave_comma(self) -> None:
        """Leave the comma behind an unclosed list to the prose."""
        last = self.slips.all[-1] if self.slips.all else None
        if last is None or last.end != self.pos:
            return
        if self.text[last.start : last.end].startswith(tuple(COMMAS)):
            self.slips.all.pop()
            self.pos = last.start

    def _skip_space(self) -> None:
        match = _SPACE.match(self.text, self.pos, self.end)
        if match:
            self.pos = match.end()
        other = _ANY_SPACE.match(self.text, self.pos, self.end)
        if other:  # U+3000, a no-break space, …: Pandoc would not part attributes there
            start, self.pos = other.span()
            name = unicodedata.name(self.text[start], "a control character").lower()
            message = f"attributes are parted by {name}, not by a plain space"
            self.slips.mend(
                "malformed-attribute", (start, self.pos), message, " ", "Use a plain space"
            )

    # Items

    def _item(self) -> None:
        mark = self.text[self.pos]
        if mark in "#.":
            self._end_junk()
            self._short(mark)
            return
        match = _KEY.match(self.text, self.pos, self.end)
        if match is None:  # a quote, a comma or = where an item should begin
            self._add_junk(self.pos, max(self.values.word_end(self.pos), self.pos + 1))
            return
        start, key_end = match.span()
        equals = _EQUALS.match(self.text, key_end, self.end)
        if equals is None:
            self._bare_word(start)
        else:
            self._end_junk()
            self._valued(start, key_end, equals.end() - 1)

    def _short(self, mark: str) -> None:
        """Read ``#id`` or ``.class``, and mend a comma behind it."""
        start = self.pos
        self.pos = stop = self.values.word_end(start + 1)
        value = self.text[start + 1 : stop]
        trimmed = value.rstrip(COMMAS)
        if trimmed != value:
            self.values.comma_behind(start + 1 + len(trimmed), stop)
        value_end = start + 1 + len(trimmed)
        if mark == ".":
            self._classes(start, value_end, trimmed)
            return
        slip = id_slip(trimmed, start + 1, value_end)
        if slip is not None:
            self.slips.all.append(slip)
            trimmed = unicodedata.normalize("NFC", trimmed).replace("\\", "")
            head, dot, tail = trimmed.partition(".")
            classes = tail.split(".")
            if dot and all(each in CLASSES for each in classes):  # {#a.claim} as it was meant
                trimmed = head
                at = value_end - len(tail)
                for each in classes:
                    self._add(".", each, start, stop, at, at + len(each))
                    at += len(each) + 1
        self._add("#", trimmed, start, stop, start + 1, value_end)

    def _classes(self, start: int, end: int, words: str) -> None:
        """Read ``.claim``, and ``.claim.thesis``, which Pandoc would not read, as two."""
        parts = words.split(".")
        if len(parts) > 1 and all(part in CLASSES for part in parts):
            message = f"spaces are missing in .{words}"
            apart = " ".join(f".{part}" for part in parts)
            self.slips.mend("malformed-attribute", (start, end), message, apart, "Insert the space")
            for part in parts:
                self._add(".", part, start, start + 1 + len(part), start + 1, start + 1 + len(part))
                start += 1 + len(part)
        else:
            self._add(".", words, start, end, start + 1, end)

    def _add(self, name: str, value: str, start: int, end: int, first: int, last: int) -> None:
        self.items.append(Attribute(name, value, start, end, first, last))

    def _bare_word(self, start: int) -> None:
        self.pos = stop = self.values.word_end(start)
        word = self.text[start:stop].rstrip(COMMAS)
        if word not in CLASSES:
            self._add_junk(start, stop)
            return
        self._end_junk()
        message = f"{word} stands without its dot"
        self.slips.mend(
            "malformed-attribute", (start, stop), message, f".{word}", "Put a dot before it"
        )
        self._add(".", word, start, stop, start, start + len(word))

    # Words that are no attributes

    def _add_junk(self, start: int, stop: int) -> None:
        self.junk = (self.junk[0] if self.junk else start, stop)
        self.pos = stop

    def _end_junk(self) -> None:
        """Report a run of words once: as part of the value before it, or as no attribute."""
        if self.junk is None:
            return
        start, stop = self.junk
        self.junk = None
        words = " ".join(self.text[start:stop].split())
        if not words.strip(COMMAS + " "):
            self.values.comma_behind(start, stop)
            return
        before = self.items[-1] if self.items else None
        value = f"{before.value} {words}" if before else ""
        if (
            before is not None
            and before.name not in ("", "#", ".")
            and before.value_end == before.end  # bare
            and not any(char in value for char in '"\\“”‘’=')
        ):
            message = f"the value of {before.name} is several words and needs double quotes"
            quoted = f'{before.name}="{value}"'
            self.slips.mend(
                "malformed-attribute", (before.start, stop), message, quoted, "Quote it"
            )
            raw = self.text[before.value_start : stop]
            self.items[-1] = before._replace(value=raw, end=stop, value_end=stop)
            return
        verb = "are no attributes" if " " in words else "is not an attribute"
        self.slips.note("malformed-attribute", start, stop, f"{short_of(words)} {verb}", _FORMS)
        self._add("", words, start, stop, start, stop)

    # Values

    def _valued(self, start: int, key_end: int, equals: int) -> None:
        """Read ``key=value`` in any quotes, with or without spaces around the equals sign."""
        text = self.text
        name = text[start:key_end]
        space = _SPACE.match(text, equals + 1, self.end)
        pos = space.end() if space else equals + 1
        opening = text[pos] if pos < self.end else ""
        first_slip = len(self.slips.all)
        if opening == '"':
            first, last, stop = self.values.quoted(name, pos, start)
        elif opening and opening in WRONG_QUOTES:
            first, last, stop = self.values.wrongly_quoted(name, pos)
        else:
            empty = pos > equals + 1 and self._begins_item(pos)
            first, last, stop = self.values.bare(name, equals + 1 if empty else pos)
        if (equals > key_end or pos > equals + 1) and len(self.slips.all) == first_slip:
            message = f"spaces stand around the = of {name}"
            hint = f"write {name}={short_of(text[pos:stop])}"
            fix = ((key_end, equals, ""), (equals + 1, pos, ""))
            title = "Remove the spaces"
            self.slips.all.append(
                Slip("malformed-attribute", start, stop, message, hint, fix, title)
            )
        self._add(name, text[first:last], start, stop, first, last)
        self.pos = stop

    def _begins_item(self, pos: int) -> bool:
        """Tell whether what stands behind ``=`` and a space is the next item, not a value."""
        if pos >= self.end or self.text[pos] in "#.{}":
            return True
        key = _KEY.match(self.text, pos, self.end)
        return key is not None and _EQUALS.match(self.text, key.end(), self.end) is not None
