"""Frameworks as ICCMA, the competition of argumentation solvers, writes them: apx, tgf and p af.

- ``p af N`` (ICCMA 2023): arguments are the numbers 1 to N, a line ``i j`` is an attack, and lines
  that begin with ``#`` are comments.
- ``apx`` (ASPARTIX): facts ``arg(a).`` and ``att(a,b).``, in any order, any number on a line;
  comments run from ``%`` or, at the start of a line, ``#`` to its end.
- ``tgf`` (Trivial Graph Format): a name on each line, a line ``#``, and attacks as ``a b``.

The format is found by content. Names are kept as they are written. An attack that is repeated
counts once, since attacks are a relation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NoReturn

from argmap.errors import ArgmapError
from argmap.weigh.frameworks.framework import Framework, shown

SUFFIXES = (".af", ".apx", ".tgf")
"""How files of these formats are commonly named. What they hold decides."""

_MANY = 200_000
"""Arguments that ``p af N`` may state in a short file: each takes memory, and N none to write."""
_BLANK = " \t"
"""Only these separate: a name may hold any other space."""

_P_LINE = re.compile(r"p[ \t]")
_FACT_LINE = re.compile(r"(?:arg|att)[ \t]*\(")
_FACT = re.compile(
    r"[ \t]*(arg|att)[ \t]*\([ \t]*([^\s(),]+)[ \t]*(?:,[ \t]*([^\s(),]+)[ \t]*)?\)[ \t]*\."
)
_FACT_NAME = re.compile(r"[^\s(),]+")
_NUMBER = re.compile(r"0|[1-9][0-9]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|\n")


class FrameworkFormat(StrEnum):
    """A format of frameworks."""

    APX = "apx"
    TGF = "tgf"
    P_AF = "p af"


def read_framework(
    content: bytes, name: str = "the framework"
) -> tuple[Framework, FrameworkFormat]:
    """Read a framework, and say in which format it was written; linear in ``content``.

    ``name`` is what messages call it. Raises :class:`ArgmapError`, one line with the number of the
    line, for its first fault.
    """
    from argmap.reading import decode

    text = decode(content, name).removeprefix("\ufeff")
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if control := _CONTROL.search(text):
        number = len(_LINE_END.findall(text, 0, control.start())) + 1
        _refuse(name, number, f"{shown(control.group())} is a control character: remove it")
    format_ = _format_of(lines, name)
    return _READERS[format_](lines, name), format_


def write_framework(framework: Framework, format_: FrameworkFormat) -> str:
    """Write a framework; linear. Read again it is the same, but for names in ``p af``.

    That format has numbers only; where the names are others, comments tell which is which. Raises
    :class:`ArgmapError` for a name that the format cannot hold, and where apx has nothing to hold.
    """
    return "".join(f"{line}\n" for line in _WRITERS[format_](framework))


def _format_of(lines: list[str], name: str) -> FrameworkFormat:
    """Tell the format by the first line that is no comment in any; tgf must have its ``#``."""
    separated = False
    for number, line in enumerate(lines, 1):
        begun = line.strip(_BLANK)
        separated = separated or begun == "#"
        if not begun or begun[0] in "#%":
            continue
        if _P_LINE.match(begun):
            return FrameworkFormat.P_AF
        if _FACT_LINE.match(begun):
            return FrameworkFormat.APX
        if separated or any(each.strip(_BLANK) == "#" for each in lines[number:]):
            return FrameworkFormat.TGF
        _refuse(
            name,
            number,
            f"{shown(begun)} begins no framework: that is p af N, arg(a). or, in tgf, a name alone "
            "and later a line #",
        )
    if separated:
        return FrameworkFormat.TGF
    raise ArgmapError(f"{name} holds no framework: write one in apx, tgf or p af")


def _read_p_af(lines: list[str], name: str) -> Framework:
    count: int | None = None
    names: tuple[str, ...] = ()
    attacks: dict[tuple[int, int], None] = {}
    position: dict[str, int] = {}
    size = sum(map(len, lines))
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words or words[0][0] == "#":
            continue
        if words[0] == "p":
            if count is not None:
                _refuse(name, number, "a second p line: a file holds one framework")
            if len(words) != 3 or words[1] != "af" or not _NUMBER.fullmatch(words[2]):
                _refuse(name, number, f"{shown(line)} should be p af and the number of arguments")
            if len(words[2]) > 18 or int(words[2]) > max(_MANY, size):
                _refuse(
                    name,
                    number,
                    f"{shown(words[2])} arguments are more than are read of so short a file, which "
                    f"is {max(_MANY, size)}",
                )
            count = int(words[2])
            names = tuple(map(str, range(1, count + 1)))
            position = {each: at for at, each in enumerate(names)}
            continue
        if count is None:
            _refuse(name, number, "an attack before the line p af")
        if len(words) != 2:
            _refuse(name, number, f"{shown(line)} should be two arguments: the first attacks")
        try:
            attacks[position[words[0]], position[words[1]]] = None
        except KeyError as unknown:
            due = f"the arguments are 1 to {count}" if count else "there are no arguments"
            _refuse(name, number, f"{shown(unknown.args[0])} is no argument: {due}")
    return Framework(names, tuple(attacks))


def _read_apx(lines: list[str], name: str) -> Framework:
    position: dict[str, int] = {}
    stated: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines, 1):
        at = 0
        while fact := _FACT.match(line, at):
            kind, first, second = fact.groups()
            if (kind == "att") is (second is None):
                due = "two arguments, as att(a,b)." if kind == "att" else "one, as arg(a)."
                _refuse(name, number, f"{shown(fact.group().strip())}: {kind} takes {due}")
            at = fact.end()
            if second is not None:
                stated.append((number, first, second))
            elif first in position:
                _refuse(name, number, f"the argument {shown(first)} is stated already: keep one")
            else:
                position[first] = len(position)
        left = line[at:].strip(_BLANK)
        if left and not left.startswith("%") and not (at == 0 and left.startswith("#")):
            _refuse(name, number, f"{shown(left)} should be a fact, as arg(a). or att(a,b).")
    return _attacked(position, stated, name, "arg({}).")


def _read_tgf(lines: list[str], name: str) -> Framework:
    position: dict[str, int] = {}
    stated: list[tuple[int, str, str]] = []
    separated = False
    for number, line in enumerate(lines, 1):
        words = [word for word in re.split(r"[ \t]+", line) if word]
        if words == ["#"]:
            if separated:
                _refuse(name, number, "a second line #: one stands between arguments and attacks")
            separated = True
        elif separated and words:
            if len(words) != 2:
                _refuse(name, number, f"{shown(line)} should be two arguments: the first attacks")
            stated.append((number, words[0], words[1]))
        elif words:
            if len(words) != 1:
                _refuse(name, number, f"{shown(line)} should be one name; attacks follow a line #")
            if words[0] in position:
                _refuse(name, number, f"the argument {shown(words[0])} is stated already: keep one")
            position[words[0]] = len(position)
    return _attacked(position, stated, name, "{} before the line #")


def _attacked(
    position: dict[str, int], stated: list[tuple[int, str, str]], name: str, due: str
) -> Framework:
    """Make a framework of arguments and the attacks stated on them, with their lines."""
    attacks: dict[tuple[int, int], None] = {}
    for number, attacker, target in stated:
        for each in (attacker, target):
            if each not in position:
                add = due.format(each if len(each) <= 40 else "it")
                _refuse(name, number, f"{shown(each)} is no argument: state it, as {add}")
        attacks[position[attacker], position[target]] = None
    return Framework(tuple(position), tuple(attacks))


_READERS: dict[FrameworkFormat, Callable[[list[str], str], Framework]] = {
    FrameworkFormat.P_AF: _read_p_af,
    FrameworkFormat.APX: _read_apx,
    FrameworkFormat.TGF: _read_tgf,
}


def _write_p_af(framework: Framework) -> Iterator[str]:
    yield f"p af {len(framework.arguments)}"
    if any(name != str(number) for number, name in enumerate(framework.arguments, 1)):
        for number, name in enumerate(framework.arguments, 1):
            yield f"# {number} is {_plain(name, FrameworkFormat.P_AF)}"
    for attacker, target in framework.attacks:
        yield f"{attacker + 1} {target + 1}"


def _write_apx(framework: Framework) -> Iterator[str]:
    names = framework.arguments
    if not names:
        raise ArgmapError("apx cannot hold a framework without arguments: write tgf or p af")
    for name in names:
        if not _FACT_NAME.fullmatch(_plain(name, FrameworkFormat.APX)):
            _refuse_name(name, FrameworkFormat.APX)
        yield f"arg({name})."
    for attacker, target in framework.attacks:
        yield f"att({names[attacker]},{names[target]})."


def _write_tgf(framework: Framework) -> Iterator[str]:
    names = framework.arguments
    for name in names:
        # A name that another format begins with would have the file taken for that.
        if re.search(r"[ \t]", _plain(name, FrameworkFormat.TGF)) or name == "#":
            _refuse_name(name, FrameworkFormat.TGF)
        if _FACT_LINE.match(name):
            _refuse_name(name, FrameworkFormat.TGF)
        yield name
    yield "#"
    for attacker, target in framework.attacks:
        yield f"{names[attacker]} {names[target]}"


_WRITERS: dict[FrameworkFormat, Callable[[Framework], Iterator[str]]] = {
    FrameworkFormat.P_AF: _write_p_af,
    FrameworkFormat.APX: _write_apx,
    FrameworkFormat.TGF: _write_tgf,
}


def _plain(name: str, format_: FrameworkFormat) -> str:
    """Refuse a name that no text can hold on a line of its own."""
    if not name or _CONTROL.search(name) or "\n" in name or "\r" in name:
        _refuse_name(name, format_)
    return name


def _refuse(name: str, number: int, what: str) -> NoReturn:
    raise ArgmapError(f"{name}, line {number}: {what}")


def _refuse_name(name: str, format_: FrameworkFormat) -> NoReturn:
    raise ArgmapError(f"{format_} cannot hold the name {shown(name)}: choose another, or a format")
