"""The YAML at the head of an essay: who wrote it, which work and edition it is.

Only the keys named here are ours; a publishing tool's own (``format``, ``bibliography``…) pass.
Each finding stands at its key or value, which is why its nodes are read here one by one:
pydantic knows no places, and would cost a third of a second on the way to every check. All scalars
are read as the text they are (``2024`` and ``no`` included), aliases are refused where they count,
and nothing is built from tags, so no YAML can run, or grow beyond what was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.syntax.faults import Fault
from argmap.syntax.ids import id_slip
from argmap.syntax.places import Range, SourceText

if TYPE_CHECKING:
    import yaml

KEYS = ("id", "lang", "title", "author", "stance", "date", "original")

RULE = "bad-front-matter"
MAX_LENGTH = 50_000
"""The longest front matter that is read, in characters: PyYAML needs about a second for it."""
_MAX_DEPTH = 20
_MOST_BRACKETS = 100
_BRACKET = re.compile(r"[\[\]{}]")
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_FORM = "write one key: value a line"
# A line that YAML, too, reads as a key and a plain or quoted scalar; most heads have no other.
_PLAIN_LINE = re.compile(
    r"""(?P<key>[A-Za-z][A-Za-z_-]*):[ ]+
    (?: "(?P<double>[^"\\\n]+)" | '(?P<single>[^'\n]+)'
      | (?P<bare>\w(?:[^\s:#]|:(?=[^\s])|[ ](?=[^\s\#]))*)
    )[ ]*(?:\n|\Z)""",
    re.VERBOSE,
)


@dataclass(slots=True)
class FrontMatter:
    """What the head of an essay says; ``places`` maps each key that is there to its value."""

    values: dict[str, str] = field(default_factory=dict)
    original: Mapping[str, Any] | None = None
    places: dict[str, Range] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fail(self, place: Range, message: str, hint: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(RULE, place, message, hint))


class _Entry(NamedTuple):
    """A key and its value: ``text``, or where the value is no scalar None, and then ``node``."""

    key: str
    key_range: Range
    text: str | None
    range: Range
    node: yaml.Node | None = None


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a date in ISO 8601, of any precision from a year to a second."""
    if not _DATE.fullmatch(text) or not text.isascii():
        return False
    from datetime import date, datetime

    try:
        if "T" in text:
            datetime.fromisoformat(text)
        else:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def read_front_matter(text: str, source: SourceText, offset: int) -> FrontMatter:
    """Read the YAML between the two ``---``, which begins at ``offset``; never raises for it."""
    found = FrontMatter()
    entries: Sequence[_Entry] | None = _plain_entries(text, source, offset)
    if entries is None:
        entries = _Yaml(text, source, offset, found).entries()
    for entry in entries:
        if entry.key in KEYS:
            _read_entry(found, entry)
    _suggest_keys(found, entries)
    return found


def _plain_entries(text: str, source: SourceText, offset: int) -> list[_Entry] | None:
    """Read a head of plain lines, without loading YAML; None where it holds anything else."""
    entries: list[_Entry] = []
    at = 0
    if len(text) > MAX_LENGTH or not text.replace("\n", "").isprintable():
        return None
    while at < len(text):
        match = _PLAIN_LINE.match(text, at)
        if match is None:
            return None
        start, end = match.span(match.lastgroup or 0)
        value = text[start:end]
        if match.lastgroup != "bare":
            start, end = start - 1, end + 1
        key_range = source.range(offset + at, offset + match.end("key"))
        place = source.range(offset + start, offset + end)
        entries.append(_Entry(match["key"], key_range, value, place))
        at = match.end()
    return entries


def _read_entry(found: FrontMatter, entry: _Entry) -> None:
    key, place = entry.key, entry.range
    if key in found.places:
        found.fail(entry.key_range, f"the front matter gives {key} twice", "keep one")
        return
    found.places[key] = place
    if key == "original":
        if entry.node is None:
            hint = "write its title, publisher, date or url below it, each on an indented line"
            found.fail(place, "original is not a mapping", hint)
        else:
            plain = _Plain(found, place).value(entry.node)
            if isinstance(plain, dict):
                found.original = plain
        return
    if entry.text is None:
        found.fail(place, f"{key} is not a single value", f"write {key}: and one value")
        return
    text = " ".join(entry.text.split())
    if not text:
        found.fail(place, f"{key} is empty", f"give {key} a value, or leave the line out")
    elif key == "id" and (slip := id_slip(text, 0, len(text))) is not None:
        found.fail(place, f"as a work's id, {slip.message}", slip.hint)
    elif key == "lang" and not _LANG.fullmatch(text):
        found.fail(place, f"lang is {text!r}", "write a language tag, as en, ko or zh-Hant")
    elif key == "date" and not is_date(text):
        hint = "write it as 2024, 2024-09 or 2024-09-16"
        found.fail(place, f"the date {text!r} is not a date in ISO 8601", hint)
    else:
        found.values[key] = text


def _suggest_keys(found: FrontMatter, entries: Sequence[_Entry]) -> None:
    """A misspelt key is one near to a key of ours that is not there."""
    missing = [key for key in KEYS if key not in found.places and len(key) > 2]
    for entry in entries:
        if entry.key in KEYS or not any(abs(len(key) - len(entry.key)) < 3 for key in missing):
            continue
        from difflib import get_close_matches

        if near := get_close_matches(entry.key.lower(), missing, 1, 0.8):
            message = f"the front matter has no key {entry.key!r}"
            found.fail(entry.key_range, message, f"write {near[0]}")


class _Yaml:
    """Reads a head that is more than plain lines, by PyYAML's nodes."""

    def __init__(self, text: str, source: SourceText, offset: int, found: FrontMatter) -> None:
        self.text = text
        self.source = source
        self.offset = offset
        self.found = found

    def entries(self) -> list[_Entry]:
        """Return the entries of the mapping; none where it is not one."""
        import yaml

        whole = self._range(0, len(self.text))
        if len(self.text) > MAX_LENGTH:
            message = f"the front matter is longer than {MAX_LENGTH:,} characters and is not read"
            first = self._range(0, len(self.text.partition("\n")[0]))
            self.found.fail(first, message, "keep long lists in a file of their own")
            return []
        if _depth(self.text) > _MOST_BRACKETS:
            self.found.fail(whole, "the front matter cannot be read: it nests too deep", _FORM)
            return []
        try:
            node = yaml.compose(self.text, Loader=yaml.BaseLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = whole if mark is None else self._range(mark.index, mark.index)
            problem = str(error.problem or error.context or "it cannot be read")
            problem = " ".join(problem.replace("'<stream end>'", "the end").split())
            self.found.fail(place, f"the front matter is not YAML: {problem}", _FORM)
            return []
        except yaml.reader.ReaderError as error:
            message = f"the front matter holds the character U+{error.character:04X}"
            place = self._range(error.position, error.position + 1)
            self.found.fail(place, message, "take it out; no editor shows it")
            return []
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            deep = isinstance(error, RecursionError)
            why = "it nests too deep" if deep else " ".join(str(error).split())[:120]
            self.found.fail(whole, f"the front matter cannot be read: {why}", _FORM)
            return []
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            what = "a list" if isinstance(node, yaml.SequenceNode) else "a single value"
            message = f"the front matter is {what}"
            self.found.fail(self._place(node), message, f"{_FORM}, as id: my-essay")
            return []
        return [self._entry(key, value) for key, value in node.value]

    def _entry(self, key: yaml.Node, value: yaml.Node) -> _Entry:
        import yaml

        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        text = value.value if isinstance(value, yaml.ScalarNode) else None
        mapping = value if isinstance(value, yaml.MappingNode) else None
        return _Entry(name, self._place(key), text, self._place(value), mapping)

    def _place(self, node: yaml.Node) -> Range:
        start, end = node.start_mark.index, node.end_mark.index
        return self._range(start, start + len(self.text[start:end].rstrip()))

    def _range(self, start: int, end: int) -> Range:
        most = len(self.source.text)
        return self.source.range(min(self.offset + start, most), min(self.offset + end, most))


def _depth(text: str) -> int:
    """Return how deep brackets nest at most; PyYAML takes the square of that in time."""
    deepest = depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match.group() in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


class _Plain:
    """Turns a node into plain data; what repeats by alias, or nests too deep, is refused once."""

    def __init__(self, found: FrontMatter, place: Range) -> None:
        self.found = found
        self.place = place
        self.seen: set[int] = set()
        self.refused = False

    def value(self, node: yaml.Node, depth: int = 0) -> Any:
        """Return the data; None where it is refused."""
        import yaml

        if id(node) in self.seen or depth > _MAX_DEPTH:
            return self._refuse("uses an alias" if id(node) in self.seen else "nests too deep")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
                return self._refuse("has a key that is no single word")
            return {str(key.value): self.value(value, depth + 1) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(value, depth + 1) for value in node.value]
        return str(node.value)

    def _refuse(self, why: str) -> None:
        if not self.refused:
            self.refused = True
            self.found.fail(self.place, f"original {why}", "write each value out, on its own line")
