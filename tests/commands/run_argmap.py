"""Run the command line in this process, as a user would in a folder."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.cli import run

GOOD = (
    "[Tea cools]{#tea .claim .thesis}, for [cups lose heat]{#cups .evidence supports=tea "
    'source="A thermometer"}.\n'
)
BAD = "[Tea cools]{#tea .claim .thesis}, for [cups lose heat]{#cups .premise supports=tee}.\n"


@dataclass(frozen=True, slots=True)
class Ran:
    status: int
    out: str
    err: str


def argmap(capsys, *arguments: str) -> Ran:
    capsys.readouterr()
    status = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return Ran(status, captured.out, captured.err)
