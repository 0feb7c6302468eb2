"""Numbers in digits and in words, read from a text into values.

Words are put together as in all four languages: a multiplier takes what stands before it and is
smaller, and what is left is summed. (*two hundred thousand five hundred*; ``1조 5,000억``;
``一億二千三百萬``; *hai trăm nghìn tỷ*.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from argmap.figures.lexicon import AtomType, Lexicon

_LONGEST = 12  # atoms in one number
_GAP = re.compile(r"(?:\s{1,5}|-|\sand\s)?\Z")
_NATIVE = frozenset("한두세네") | {"다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무", "스물"}
_SUFFIX = re.compile(r"(?:(?P<suffix>[kKMBT])|(?P<small>[mb]))(?![A-Za-z0-9])")
_SUFFIXES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_SIMPLE = re.compile(r"\d+(?:\.\d+)?\Z")
_COMMA_POINT = re.compile(r"\d+,\d+\Z")


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a number: a literal in digits, or one word."""

    start: int
    end: int
    type: AtomType
    value: Decimal
    lang: str
    word: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was read: its stretch of text, its value or values, and what it is made of."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    vague: bool  # a magnitude
    more: bool  # "20多億": more than that
    literal: bool  # begins with digits
    scaled: Decimal  # the factor of its last scale, 1 if none
    atoms: tuple[Atom, ...]

    @property
    def mantissa(self) -> Decimal:
        """What stands before the scale."""
        return self.low / self.scaled


def read_numbers(text: str, lexicon: Lexicon) -> list[Number]:
    """Read all numbers in a text, in its order; whether each is a figure is not asked here."""
    atoms = _atoms(text, lexicon)
    found = []
    at = 0
    while at < len(atoms):
        number, used = _number(text, atoms, at)
        if number is not None:
            found.append(number)
        at += max(used, 1)
    return found


def literal_value(written: str, lang: str) -> Decimal | None:
    """Return what digits with points and commas say, or None for versions and the like.

    In Vietnamese the comma is the decimal sign and the point parts thousands; in the others it
    is the other way round.
    """
    if _SIMPLE.match(written) and not (lang == "vi" and _DOTS.match(written)):
        return Decimal(written)
    if lang == "vi":
        if _DOTS.match(written):
            return Decimal(written.replace(".", "").replace(",", "."))
        if _COMMA_POINT.match(written):
            return Decimal(written.replace(",", "."))
    return Decimal(written.replace(",", "")) if _COMMAS.match(written) else None


def _atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    atoms = []
    for match in lexicon.atoms.finditer(text):
        start, end = match.span()
        written = match["literal"]
        if written is not None:
            value = literal_value(written, lexicon.lang)
            if value is None and "," in written and "." not in written:
                # A list without blanks, "1,5": each is a number of its own.
                for part in re.finditer(r"\d+", written):
                    span = (start + part.start(), start + part.end())
                    atoms.append(Atom(*span, "literal", Decimal(part[0]), "", part[0]))
            elif value is not None:
                atoms.append(Atom(start, end, "literal", value, "", written))
        else:
            word = re.sub(r"\s", " ", match["word"]).lower()
            kind, number, lang = lexicon.atom_types[word]
            atoms.append(Atom(start, end, kind, Decimal(number), lang, word))
    return atoms


def _number(text: str, atoms: Sequence[Atom], at: int) -> tuple[Number | None, int]:
    """Read the number that begins with one atom: it (if it is one), and how many atoms it took."""
    first = atoms[at]
    if first.type in ("over", "half"):
        return None, 1
    taken = [first]
    end = first.end
    factor = Decimal(1)
    if first.type == "literal" and (suffix := _SUFFIX.match(text, end)):
        money = text[max(0, first.start - 1) : first.start] in ("$", "€", "£")
        if suffix["suffix"] or money:
            factor = Decimal(_SUFFIXES[suffix[0].lower()])
            end = suffix.end()
    pair = None
    while factor == 1 and at + len(taken) < len(atoms) and len(taken) < _LONGEST:
        following = atoms[at + len(taken)]
        gap = text[end : following.start]
        if not _joins(taken, following, gap):
            break
        if pair is None and _is_pair(taken[-1], following):
            pair = len(taken)
        taken.append(following)
        end = following.end
    while taken and taken[-1].type == "several":
        taken.pop()
        end = taken[-1].end if taken else end
    if not taken:
        return None, 1
    many = [index for index in range(len(taken)) if index != pair]
    few = [index for index in range(len(taken)) if pair is None or index != pair - 1]
    low = _value([taken[index] for index in many]) * factor
    high = _value([taken[index] for index in few]) * factor
    vague = any(atom.type in ("several", "plural") for atom in taken)
    if vague:
        high = low * 10
    scales = [atom.value for atom in taken if atom.type == "multiplier" and atom.value >= 1000]
    for scale in scales:
        factor *= scale
    number = Number(
        start=first.start,
        end=end,
        low=low,
        high=high,
        vague=vague,
        more=any(atom.type == "over" for atom in taken),
        literal=first.type == "literal",
        scaled=factor if low else Decimal(1),
        atoms=tuple(taken),
    )
    return number, len(taken)


def _joins(taken: Sequence[Atom], following: Atom, gap: str) -> bool:
    """Tell whether a number goes on with one more atom behind a gap."""
    last = taken[-1]
    if last.type == "plural" or following.type == "plural":
        return last.type == following.type == "plural" and gap == " of "
    if len(gap) > 5 or not _GAP.match(gap.lower()) or gap.count("\n") > 1:
        return False
    gap = " " if gap.isspace() else gap
    cjk = following.lang in ("ko", "zh")
    if last.type == "several" or following.type == "over":
        return following.type in ("multiplier", "over") and gap in ("", " ")
    if following.type == "half":
        return last.type in ("literal", "digit", "multiplier")
    if following.type == "multiplier":
        if gap not in ("", " ", "-") or (gap == "-" and cjk):
            return False
        if last.type == "multiplier" and cjk and gap:
            return False
        # "천만" may go on after "5조"; "million hundred" may not, nor "만 만".
        if last.value == following.value:
            return False
        return not (
            last.type == "multiplier" and following.lang == "en" and last.value > following.value
        )
    if last.type in ("multiplier", "half"):
        if following.type == "literal":
            # "1조 5,000억": smaller than the scale before, in the scripts that write so.
            return last.lang in ("ko", "zh") and following.value < last.value and gap in ("", " ")
        # Korean numerals of its own follow no multiplier: "만한 사람" is no number.
        native = following.word in _NATIVE
        return (
            following.type == "digit"
            and following.value < last.value
            and last.lang == following.lang
            and not native
        )
    if last.type == "digit" and following.type == "digit" and last.lang == following.lang:
        if last.value == 0:  # 五百零一, hai trăm linh năm
            return len(taken) > 1 and last.lang in ("zh", "vi")
        if (
            gap in (" ", "-", "")
            and last.value % 10 == 0
            and 0 < following.value < 10 <= last.value
        ):
            return True
        return _is_pair(last, following) and gap == "" and cjk
    return False


def _is_pair(last: Atom, following: Atom) -> bool:
    """Tell whether two words mean "this or the next": 三四, 두세."""
    both = last.type == following.type == "digit" and following.lang in ("ko", "zh")
    return both and following.value == last.value + 1 and last.value >= 1 and following.value < 10


def _value(atoms: Sequence[Atom]) -> Decimal:
    parts: list[Decimal] = []
    scale = Decimal(1)
    for atom in atoms:
        if atom.type in ("literal", "digit"):
            parts.append(atom.value)
        elif atom.type in ("multiplier", "plural"):
            below = Decimal(0)
            while parts and parts[-1] < atom.value:
                below += parts.pop()
            if atom.type == "plural" and parts:
                below = parts.pop()
            parts.append((below or Decimal(1)) * atom.value)
            scale = atom.value
        elif atom.type == "half" and parts:
            parts.append(parts.pop() + scale / 2)
    return sum(parts, Decimal(0))
