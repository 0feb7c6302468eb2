"""The values of attributes, in quotes or bare: where each ends, and what is wrong with it."""

from __future__ import annotations

import re
import unicodedata

from argmap.syntax.slips import Slip, SlipList, short_of
from argmap.syntax.vocabulary import COMMAS, LISTS

_BARE = re.compile(r"[\w.:@-]+")
_LISTED = re.compile(rf"[\w:@-]++(?:\s*+[{COMMAS}]\s*+[\w:@-]++(?!\s*=))+")
_LIST_BREAK = re.compile(rf"[{COMMAS}\s]+")
_SINGLE_QUOTES = "'‘’"
_TYPOGRAPHIC = "“”„«»"
_SINGLE = re.compile(
    r"'[^'{}]*+(?:'(?=[^\s{}])[^'{}]*+)*'(?![^\s{}])"
    r"|[‘’][^‘’{}]*+(?:[‘’](?=[^\s{}])[^‘’{}]*+)*[‘’](?![^\s{}])"
)
_CURLY = re.compile(r"[“”„«»][^{}“”„«»\"]*+[“”«»]")
_INNER = re.compile(r'"[^{}]*?"(?=\s*(?:[}#]|\.[a-z]|[\w-]+=|\Z))')
_WORD = re.compile(r"[^\s{}]*")
_BRACE = re.compile(r"[{}]")
WRONG_QUOTES = _SINGLE_QUOTES + _TYPOGRAPHIC
"""What people quote values with that Pandoc does not take for quotes."""

Value = tuple[int, int, int]
"""Where a value begins and ends, without its quotes, and where the next item may begin."""


class ValueReader:
    """Reads the values of one list; what is wrong is noted in ``slips``."""

    __slots__ = ("end", "no_single", "slips", "text")

    def __init__(self, text: str, end: int, slips: SlipList) -> None:
        self.text = text
        self.end = end
        self.slips = slips
        self.no_single = False  # no single quote closes any more

    def word_end(self, pos: int) -> int:
        """Return where the word at ``pos`` ends: at white space or a brace."""
        match = _WORD.match(self.text, pos, self.end)
        return match.end() if match else pos

    def quoted(self, name: str, pos: int, start: int) -> Value:
        """Read a value in double quotes that open at ``pos``; its item begins at ``start``."""
        text = self.text
        close = text.find('"', pos + 1, self.end)
        stop = close + 1
        behind = text[stop : stop + 1] if close >= 0 and stop < self.end else "}"
        runs_on = not (behind in "}" + COMMAS or behind.isspace())
        if close < 0 or (runs_on and text.find("}", pos, close) >= 0):
            return self._unclosed(name, pos, start)
        if runs_on or text[close - 1] == "\\":
            inner = _INNER.match(text, pos, self.end)
            if inner and inner.end() > stop:
                return self._quotes_inside(name, pos, inner.end())
        backslash = text.find("\\", pos, close)
        if backslash >= 0:
            hint = "leave it out; a value in double quotes can hold neither a backslash nor a quote"
            message = f"the value of {name} holds a backslash"
            self.slips.note("malformed-attribute", backslash, backslash + 1, message, hint)
        elif not text[pos + 1 : close].strip():
            self._no_value(name, pos, stop)
        elif runs_on:
            message = "a space is missing behind a closing quote"
            hint = "put a space behind it; a value cannot hold a double quote"
            fix = ((stop, stop, " "),)
            title = "Insert the space"
            rule = "malformed-attribute"
            self.slips.all.append(Slip(rule, close, stop + 1, message, hint, fix, title))
        elif behind in COMMAS:
            self.comma_behind(stop, stop + 1)
            return pos + 1, close, stop + 1
        elif name in LISTS and any(comma in text[pos + 1 : close] for comma in COMMAS):
            words = " ".join(_LIST_BREAK.split(text[pos + 1 : close])).strip()
            self._commas(name, (pos + 1, close), words)
        return pos + 1, close, stop

    def _unclosed(self, name: str, pos: int, start: int) -> Value:
        """Read a value whose quote does not close, or only at that of some list further on.

        It ends at the list's own ``}``, or takes one word where that is missing, too.
        """
        brace = _BRACE.search(self.text, pos, self.end)
        own = brace is not None and brace.group() == "}"
        stop = brace.start() if brace and own else self.word_end(pos + 1)
        message = f"the double quote before the value of {name} is not closed"
        self.slips.note("unclosed-attributes", start, stop, message, 'close the value with "')
        return pos + 1, stop, stop

    def _quotes_inside(self, name: str, pos: int, stop: int) -> Value:
        """Read a value that holds double quotes, escaped or not, up to the last of them."""
        inside = self.text[pos + 1 : stop - 1]
        found = [(pos + 1 + m.start(), pos + 1 + m.end()) for m in re.finditer(r'\\?"', inside)]
        self.slips.all.append(
            Slip(
                "malformed-attribute",
                pos,
                stop,
                f"the value of {name} holds a double quote",
                "put single quotes inside it",
                tuple((first, last, "'") for first, last in found),
                "Use single quotes inside",
                safe=False,
            )
        )
        return pos + 1, stop - 1, stop

    def comma_behind(self, start: int, stop: int) -> None:
        """Report a comma behind an attribute; what parts it from the next is then a space."""
        message = f"attributes are parted by spaces, not by {self.text[start]!r}"
        glued = stop < self.end and not (self.text[stop].isspace() or self.text[stop] == "}")
        fix = ((start, stop, " " if glued else ""),)
        hint = "take the comma out"
        rule = "malformed-attribute"
        self.slips.all.append(Slip(rule, start, stop, message, hint, fix, "Remove the comma"))

    def _commas(self, name: str, span: tuple[int, int], words: str) -> None:
        message = f"what {name} names is parted by commas"
        self.slips.mend("comma-separated-ids", span, message, words, "Part them by spaces")

    def _no_value(self, name: str, start: int, stop: int) -> None:
        hint = f"write {name}=value, or leave it out"
        self.slips.note("bad-value", start, stop, f"{name} has no value", hint)

    def wrongly_quoted(self, name: str, pos: int) -> Value:
        """Read a value in single or typographic quotes."""
        text = self.text
        single = text[pos] in _SINGLE_QUOTES
        match = None
        if not (single and self.no_single):
            match = (_SINGLE if single else _CURLY).match(text, pos, self.end)
        if match:
            close, stop = match.end() - 1, match.end()
        else:  # unclosed: it takes one word
            self.no_single = self.no_single or single
            close = stop = self.word_end(pos + 1)
        value = text[pos + 1 : close]
        rule = "single-quotes" if single else "malformed-attribute"
        kind = "single" if single else "typographic"
        message = f"the value of {name} stands in {kind} quotes"
        if match and '"' in value and "\\" not in value:
            inner = (pos + 1 + found.start() for found in re.finditer('"', value))
            swapped = tuple((at, at + 1, "'") for at in inner)
            fix = ((pos, pos + 1, '"'), *swapped, (close, stop, '"'))
            hint = "write it in double quotes, with single quotes inside"
            title = "Swap the quotes"
            self.slips.all.append(Slip(rule, pos, stop, message, hint, fix, title, safe=False))
        elif match is None or "\\" in value:
            self.slips.note(
                rule, pos, stop, message, "write it in double quotes, without quotes inside"
            )
        else:
            fix = ((pos, pos + 1, '"'), (close, stop, '"'))
            hint = f'write "{short_of(value)}"'
            self.slips.all.append(Slip(rule, pos, stop, message, hint, fix, "Use double quotes"))
        return pos + 1, close, stop

    def bare(self, name: str, pos: int) -> Value:
        """Read a value without quotes."""
        stop = self.word_end(pos)
        value = self.text[pos:stop]
        if _BARE.fullmatch(value):
            return pos, stop, stop
        if not value:
            self._no_value(name, pos - 1, pos)
            return pos, stop, stop
        if name in LISTS and (listed := _LISTED.match(self.text, pos, self.end)):
            stop = max(listed.end(), self.word_end(listed.end()))
            words = " ".join(_LIST_BREAK.split(self.text[pos:stop])).strip()
            self._commas(name, (pos, stop), f'"{words}"')
            return pos, stop, stop
        trimmed = value.rstrip(COMMAS)
        if '"' in value or "\\" in value:
            message = f"the value of {name} holds a quote or a backslash"
            self.slips.note("malformed-attribute", pos, stop, message, "write it in double quotes")
        elif trimmed != value and _BARE.fullmatch(trimmed):
            self.comma_behind(pos + len(trimmed), stop)
            return pos, pos + len(trimmed), stop
        elif not all(c in ".:@-_" or unicodedata.category(c)[0] in "LMN" for c in value):
            message = f"the value of {name} needs double quotes"
            self.slips.mend("malformed-attribute", (pos, stop), message, f'"{value}"', "Quote it")
        return pos, stop, stop
