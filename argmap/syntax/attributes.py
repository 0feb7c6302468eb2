"""The attribute parser: ``{#id .kind key=value key="value"}``, Pandoc's, as a strict subset.

It never raises and never gives up on a list half way: whatever is not well formed becomes a
:class:`Slip` at its exact offsets, and the rest of the list is still read. A list stops at its
``}``, or, unclosed, at the next ``{`` or the end of the text; so however many braces a text holds,
reading it costs time in step with its length.

Offsets count into the text that was given; :mod:`argmap.syntax.marks` turns them into places.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from argmap.syntax.vocabulary import (
    ATTRIBUTES,
    CLASSES,
    KINDS,
    LISTS,
    REFERENCES,
    SIGNALS,
    near_attribute,
    near_class,
    near_signal,
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One item of a list: an id (name ``#``), a class (name ``.``) or a key with its value.

    ``start`` to ``end`` is the whole item, ``value_start`` to ``value_end`` its value without
    quotes, as written; ``value`` has line breaks as spaces.
    """

    name: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Slip:
    """Something malformed between two offsets; ``fix`` replaces (start, end) by a text."""

    rule: str
    start: int
    end: int
    message: str
    hint: str
    fix: tuple[int, int, str] | None = None
    fix_title: str = ""


@dataclass(frozen=True, slots=True)
class AttributeList:
    """A list from ``{`` at ``start`` to behind ``}`` at ``end``, whatever its quality.

    ``ours`` tells whether it is argmap's business; the slips of a list that is not are of no
    interest to anyone.
    """

    start: int
    end: int
    items: tuple[Attribute, ...]
    slips: tuple[Slip, ...]
    closed: bool
    ours: bool

    @property
    def foreign(self) -> bool:
        """Whether this is a list of Pandoc's that is none of our business."""
        return (
            self.closed and not self.ours and bool(self.items) and all(i.name for i in self.items)
        )


_SPACE = re.compile(r"[ \t\n]*")
_WORD = re.compile(r"[^\s{}]*")
_KEY = re.compile(r"[^\s{}=\"'“”‘’]+")
_BARE = re.compile(r"[\w.:@-]+")
_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LINE_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_CURLY = "“”„«»"


def parse_attributes(text: str, start: int, end: int | None = None) -> AttributeList:
    """Read the list whose ``{`` stands at ``start``, looking no further than ``end``."""
    return _Reader(text, start, len(text) if end is None else end).read()


def id_slip(value: str, start: int, end: int) -> Slip | None:
    """Say what is wrong with an id that stands between two offsets, or None."""
    if _PLAIN_ID.fullmatch(value):
        return None
    composed = unicodedata.normalize("NFC", value)
    if composed != value and id_slip(composed, start, end) is None:
        return Slip(
            "id-not-nfc",
            start,
            end,
            f"the id {composed!r} is not in the composed form (NFC)",
            "write it composed, so that equal ids are equal letter by letter",
            (start, end, composed),
            "Compose the id",
        )
    return _malformed_id(value, start, end)


def _malformed_id(value: str, start: int, end: int) -> Slip | None:
    if not value:
        hint = "write the id right behind the #, as in {#no-profit .claim}"
        return Slip("malformed-id", start, end, "an id is missing after #", hint)
    if value and unicodedata.category(value[0])[0] != "L":
        message = f"the id {value!r} does not begin with a letter"
        return Slip("malformed-id", start, end, message, "begin it with a letter of any script")
    if all(c in "-_" or unicodedata.category(c)[0] in "LM" or c.isdecimal() for c in value):
        return None
    head, dot, tail = value.partition(".")
    if dot and tail in CLASSES:
        message = f"a space is missing between the id {head!r} and .{tail}"
        hint = f"write #{head} .{tail}"
        fix = (start, end, f"{head} .{tail}")
        return Slip("malformed-id", start, end, message, hint, fix, "Insert the space")
    bad = next(c for c in value if not (c in "-_" or c.isalnum()))
    message = f"the id {value!r} holds {bad!r}"
    hint = "an id is made of letters, digits, - and _"
    return Slip("malformed-id", start, end, message, hint)


class _Reader:
    """One pass over one list; the fields are the state of that pass."""

    __slots__ = ("end", "items", "pos", "slips", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.pos = start + 1
        self.items: list[Attribute] = []
        self.slips: list[Slip] = []

    def read(self) -> AttributeList:
        text = self.text
        closed = False
        while True:
            match = _SPACE.match(text, self.pos, self.end)
            self.pos = match.end() if match else self.pos
            if self.pos >= self.end or text[self.pos] == "{":
                break
            if text[self.pos] == "}":
                closed = True
                self.pos += 1
                break
            self._item()
        ours = self._ours()
        if ours:
            self._check_words()
            if not closed:
                self._unclosed()
        return AttributeList(
            self.start, self.pos, tuple(self.items), tuple(self.slips), closed, ours
        )

    def _slip(self, rule: str, start: int, end: int, message: str, hint: str) -> None:
        self.slips.append(Slip(rule, start, end, message, hint))

    def _mend(
        self, rule: str, span: tuple[int, int], message: str, replacement: str, title: str
    ) -> None:
        hint = f"write {replacement.strip()}"
        fix = (*span, replacement)
        self.slips.append(Slip(rule, *span, message, hint, fix, title))

    def _item(self) -> None:
        mark = self.text[self.pos]
        if mark in "#.":
            self._short(mark)
            return
        match = _KEY.match(self.text, self.pos, self.end)
        if match is None:  # a quote or = where an item should begin
            stop = self._word_end(self.pos + 1)
            self._slip(
                "malformed-attribute",
                self.pos,
                stop,
                f"{self.text[self.pos : stop]} is not an attribute",
                'attributes are #id, .kind, key=value or key="value"',
            )
            self.pos = stop
            return
        start, key_end = match.span()
        space = _SPACE.match(self.text, key_end, self.end)
        after = space.end() if space else key_end
        if after < self.end and self.text[after] == "=":
            self._valued(start, key_end, after)
        else:
            self._bare_word(start, key_end)

    def _word_end(self, pos: int) -> int:
        match = _WORD.match(self.text, pos, self.end)
        return match.end() if match else pos

    def _short(self, mark: str) -> None:
        """Read ``#id`` or ``.class``, and mend a comma behind it."""
        start = self.pos
        stop = self._word_end(start + 1)
        value = self.text[start + 1 : stop]
        trimmed = value.rstrip(",;")
        if trimmed != value:
            self._mend(
                "malformed-attribute",
                (start, stop),
                f"attributes are parted by spaces, not by {value[len(trimmed)]!r}",
                mark + trimmed,
                "Remove the comma",
            )
        stop_value = start + 1 + len(trimmed)
        if mark == "#":
            slip = id_slip(trimmed, start + 1, stop_value)
            if slip is not None:
                self.slips.append(slip)
                trimmed = unicodedata.normalize("NFC", trimmed)
                head, dot, tail = trimmed.partition(".")
                if dot and tail in CLASSES:  # read {#a.claim} as it was meant
                    trimmed = head
                    self.items.append(Attribute(".", tail, start, stop, start, stop_value))
        self.items.append(Attribute(mark, trimmed, start, stop, start + 1, stop_value))
        self.pos = stop

    def _bare_word(self, start: int, stop: int) -> None:
        word = self.text[start:stop].rstrip(",;")
        if word in CLASSES:
            message = f"{word} stands without its dot"
            self._mend(
                "malformed-attribute", (start, stop), message, f".{word}", "Put a dot before it"
            )
            self.items.append(Attribute(".", word, start, stop, start, stop))
        else:
            self._slip(
                "malformed-attribute",
                start,
                stop,
                f"{self.text[start:stop]} is not an attribute",
                'attributes are #id, .kind, key=value or key="value"',
            )
            self.items.append(Attribute("", word, start, stop, start, stop))
        self.pos = stop

    def _valued(self, start: int, key_end: int, equals: int) -> None:
        """Read ``key=value`` in any quotes, with or without spaces around the equals sign."""
        text = self.text
        name = text[start:key_end]
        space = _SPACE.match(text, equals + 1, self.end)
        pos = space.end() if space else equals + 1
        opening = text[pos] if pos < self.end else ""
        first_slip = len(self.slips)
        if opening == '"':
            value_start, value_end, stop = self._quoted(pos)
            self._check_commas(name, value_start, value_end)
        elif opening in ("'", "‘", "’") or (opening and opening in _CURLY):
            value_start, value_end, stop = self._wrongly_quoted(name, pos, opening)
        else:
            value_start, value_end, stop = self._bare_value(name, pos)
        if (equals > key_end or pos > equals + 1) and len(self.slips) == first_slip:
            self._mend(
                "malformed-attribute",
                (start, stop),
                f"spaces stand around the = of {name}",
                f"{name}={text[pos:stop]}",
                "Remove the spaces",
            )
        raw = text[value_start:value_end]
        value = _LINE_BREAK.sub(" ", raw) if "\n" in raw else raw
        self.items.append(Attribute(name, value, start, stop, value_start, value_end))
        self.pos = stop

    def _quoted(self, pos: int) -> tuple[int, int, int]:
        text = self.text
        close = text.find('"', pos + 1, self.end)
        if close < 0:
            brace = text.find("}", pos, self.end)
            stop = brace if brace >= 0 else self.end
            message = "a double quote is opened and not closed"
            self._slip("unclosed-attributes", pos, stop, message, 'close the value with "')
            return pos + 1, stop, stop
        backslash = text.find("\\", pos, close)
        if backslash >= 0:
            self._slip(
                "malformed-attribute",
                backslash,
                backslash + 1,
                "a value holds a backslash",
                "leave it out; a value in double quotes can hold neither a backslash nor a quote",
            )
        stop = close + 1
        if stop < self.end and text[stop] not in " \t\n}":
            message = "a space is missing behind a closing quote"
            self.slips.append(
                Slip(
                    "malformed-attribute",
                    close,
                    stop + 1,
                    message,
                    "put a space behind it; a value cannot hold a double quote",
                    (stop, stop, " "),
                    "Insert the space",
                )
            )
        return pos + 1, close, stop

    def _check_commas(self, name: str, start: int, end: int) -> None:
        value = self.text[start:end]
        if "," in value and name in REFERENCES:
            words = " ".join(value.replace(",", " ").split())
            message = f"the ids of {name} are parted by commas"
            title = "Part them by spaces"
            self._mend("comma-separated-ids", (start, end), message, words, title)

    def _wrongly_quoted(self, name: str, pos: int, opening: str) -> tuple[int, int, int]:
        text = self.text
        closing = "'" if opening == "'" else "‘’" if opening in "‘’" else _CURLY
        close = pos + 1
        while close < self.end and text[close] != "}":
            behind = text[close + 1] if close + 1 < self.end else "}"
            if text[close] in closing and behind in " \t\n}":
                break
            close += 1
        stop = close + 1 if close < self.end and text[close] != "}" else close
        value = text[pos + 1 : close]
        plain = opening in "'‘’"
        rule = "single-quotes" if plain else "malformed-attribute"
        message = f"the value of {name} stands in {'single' if plain else 'typographic'} quotes"
        if '"' in value or "\\" in value:
            self._slip(rule, pos, stop, message, "write it in double quotes, without quotes inside")
        else:
            self._mend(rule, (pos, stop), message, f'"{value}"', "Use double quotes")
        return pos + 1, close, stop

    def _bare_value(self, name: str, pos: int) -> tuple[int, int, int]:
        stop = self._word_end(pos)
        value = self.text[pos:stop]
        if _BARE.fullmatch(value):
            return pos, stop, stop
        if not value:
            self._slip(
                "bad-value",
                pos - 1,
                pos,
                f"{name} has no value",
                f"write {name}=value, or leave it out",
            )
        elif "," in value and name in LISTS:
            words = " ".join(word for word in value.split(",") if word)
            replacement = f'"{words}"' if " " in words else words
            message = f"the ids of {name} are parted by commas"
            self._mend(
                "comma-separated-ids", (pos, stop), message, replacement, "Part them by spaces"
            )
        elif '"' in value or "\\" in value:
            message = f"the value of {name} holds a quote or a backslash"
            self._slip("malformed-attribute", pos, stop, message, "write it in double quotes")
        elif all(c in ".:@-_" or unicodedata.category(c)[0] in "LMN" for c in value):
            return pos, stop, stop  # letters whose marks \w leaves out
        else:
            message = f"the value of {name} needs double quotes"
            self._mend("malformed-attribute", (pos, stop), message, f'"{value}"', "Quote it")
        return pos, stop, stop

    def _ours(self) -> bool:
        anchored = any(item.name not in ("", ".") for item in self.items)
        for item in self.items:
            name, value = item.name, item.value
            if name == ".":
                dotted = item.value_start > item.start
                # {claim} alone may be a template's or a formula's.
                if (dotted or anchored) if value in CLASSES else dotted and near_class(value):
                    return True
            elif name in SIGNALS or (name not in ("#", "") and near_signal(name)):
                return True
        return False

    def _check_words(self) -> None:
        """In a list that is ours, nothing unknown or stated twice passes."""
        seen: set[str] = set()
        kinds = 0
        for item in self.items:
            if item.name == ".":
                again = item.value in seen
                seen.add(item.value)
                self._check_class(item, again)
                if item.value in KINDS and not again:
                    kinds += 1
                    if kinds > 1:
                        self._slip(
                            "several-kinds",
                            item.start,
                            item.end,
                            f".{item.value} is a second kind",
                            f"a statement has one kind: {', '.join(KINDS)}",
                        )
            elif item.name:
                if item.name in seen:
                    what = "id" if item.name == "#" else item.name
                    self._slip(
                        "duplicate-attribute",
                        item.start,
                        item.end,
                        f"{what} is given twice",
                        'keep one; several ids go in one value, as in supports="a b"',
                    )
                seen.add(item.name)
                if item.name != "#":
                    self._check_key(item)

    def _check_class(self, item: Attribute, again: bool) -> None:
        word = item.value
        if again and word in CLASSES:
            message = f".{word} is given twice"
            self._slip("duplicate-attribute", item.start, item.end, message, "keep one")
        if word in CLASSES:
            return
        near = near_class(word)
        message = f".{word} is not a kind or a flag"
        if near:
            self._mend("unknown-kind", (item.start, item.end), message, f".{near}", f"Use .{near}")
        else:
            known = ", ".join(f".{name}" for name in CLASSES)
            hint = f"known are {known}; other classes go on a span of their own"
            self._slip("unknown-kind", item.start, item.end, message, hint)

    def _check_key(self, item: Attribute) -> None:
        name = item.name
        if name in ATTRIBUTES or name.startswith("data-"):
            return
        near = near_attribute(name)
        message = f"there is no attribute {name!r}"
        stop = item.start + len(name)
        if near:
            self._mend(
                "unknown-attribute", (item.start, stop), message, near, f"Rename it to {near}"
            )
        else:
            hint = f"known are {', '.join(ATTRIBUTES)}; your own begin with data-"
            self._slip("unknown-attribute", item.start, stop, message, hint)

    def _unclosed(self) -> None:
        if any(slip.rule == "unclosed-attributes" for slip in self.slips):
            return
        self.slips.insert(
            0,
            Slip(
                "unclosed-attributes",
                self.start,
                self.pos,
                "a list of attributes is opened and not closed",
                "close it with }",
            ),
        )
