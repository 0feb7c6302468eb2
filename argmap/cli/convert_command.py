"""``argmap convert``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.telling import note, write_result
from argmap.config import find_config
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.formats.converting import Converted
    from argmap.formats.interface import Fault

_MOST_SHOWN = 20
"""Findings shown of one file; a file in the wrong format may have thousands."""


@click.command("convert")
@click.argument("inputs", metavar="IN...", nargs=-1, required=True, type=click.Path(path_type=str))
@click.option("-o", "--output", metavar="OUT", required=True, type=click.Path(path_type=str),
              help="Where to write: a file, a folder, or - for standard output.")  # fmt: skip
@click.option("--from", "from_", metavar="FORMAT", default="",
              help="The format to read; by default what each file holds tells.")  # fmt: skip
@click.option("--to", metavar="FORMAT", default="",
              help="The format to write; by default the suffix of OUT tells.")  # fmt: skip
@click.option("--strict", is_flag=True,
              help="Write nothing, and exit with 1, where something would be lost.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N",
              help="Processes for many files; one a core by default.")  # fmt: skip
@click.option("--stdin-filename", metavar="NAME", default="stdin", show_default=True,
              help="What to call the data read from -.")  # fmt: skip
def command(
    inputs: tuple[str, ...],
    output: str,
    from_: str,
    to: str,
    strict: bool,
    jobs: int,
    stdin_filename: str,
) -> int:
    """Convert arguments from one format to another.

    IN are files, folders, or - for standard input. Where OUT is a file, all of them are joined in
    it; in a folder, each gives a file of its own. What the new format cannot hold is counted on
    standard error, and so is what could not be read. Exits with 1 when something could not be read,
    or with --strict would be lost, and with 2 for misuse.

    \b
    Examples:
      argmap convert essays/x.md -o x.json
      argmap convert debate.json -o essays/ --to markdown
      argmap convert essays -o essays.graphml
      argmap convert essays/x.md -o - --to mermaid
    """
    from argmap.cli.progress import progress
    from argmap.formats.converting import Request, convert_all, convert_each
    from argmap.formats.inputs import STDIN, find_inputs
    from argmap.formats.registry import find_format, formats
    from argmap.formats.safe.decoding import MOST_BYTES
    from argmap.formats.sink import Sink, is_folder, target_format

    if from_:
        find_format(from_, reading=True)
    stdin = sys.stdin.buffer.read(MOST_BYTES + 1) if STDIN in inputs else None
    found = find_inputs(inputs, stdin, stdin_filename)
    folder = is_folder(output, found)
    request = Request(from_, target_format(to, output, folder=folder), find_config().default_lang)
    for line in formats().unusable:
        note(line)
    sink = Sink(Path(output), folder=folder, inputs=found)
    done: dict[int, Converted] = {}
    held: list[tuple[Path, bytes]] = []
    with progress("Converting") as tell:
        if folder:
            results = convert_each(found, request, jobs, tell)
        else:
            results = iter([(0, convert_all(found, request, tell))])
        for number, converted in results:
            if converted.written is not None and output == STDIN:
                held.append((Path(STDIN), _single(converted, request.to)))
            elif converted.written is not None:
                files = sink.files(number, converted.written)
                if strict:
                    held.extend(files)
                else:
                    _write(files)
            done[number] = replace(converted, written=None)  # which may be large
    failed = _report([done[number] for number in sorted(done)], request.to, strict=strict)
    if not (strict and failed):
        _write(held)
    return 1 if failed else 0


def _single(converted: Converted, to: str) -> bytes:
    assert converted.written is not None
    files = converted.written.files
    if len(files) > 1:
        raise ArgmapError(f"{to} takes {len(files)} files here: name a folder, as -o out/")
    return files[0].data


def _write(files: Sequence[tuple[Path, bytes]]) -> None:
    from argmap.writing import refuse_unwritable

    for path, _ in files:  # none is written where one cannot be
        if str(path) != "-":
            refuse_unwritable(path, named=True)
    for path, content in files:
        write_result(content, path)


def _report(done: Sequence[Converted], to: str, *, strict: bool) -> bool:
    """Tell what could not be read and what was lost; return whether that fails the command."""
    from argmap.formats.interface import Losses

    losses = Losses()
    faults = [each for converted in done for each in converted.faults]
    for name, fault in _shown(faults):
        _say(name, fault)
    for converted in done:
        for loss in converted.losses:
            losses.add(loss.kind, loss.example, loss.count)
    skipped = [name for converted in done for name in converted.skipped]
    if skipped:
        files = "1 file" if len(skipped) == 1 else f"{len(skipped)} files"
        note(f"passed over {files} in no format known, as {skipped[0]}")
    for loss in losses.found():
        example = f", as {loss.example}" if loss.example else ""
        note(f"not carried into {to}: {loss.kind}: {loss.count}{example}")
    lost = strict and bool(losses.found())
    if lost or (strict and faults):
        note("nothing was written, as --strict asks")
    return lost or bool(faults)


def _shown(faults: Sequence[tuple[str, Fault]]) -> list[tuple[str, Fault]]:
    """Leave out most findings of a file that has very many, and say so."""
    from collections import Counter

    counts: Counter[str] = Counter()
    shown: list[tuple[str, Fault]] = []
    for name, fault in faults:
        counts[name] += 1
        if counts[name] <= _MOST_SHOWN:
            shown.append((name, fault))
    for name, count in counts.items():
        if count > _MOST_SHOWN:
            note(f"{name}: {count - _MOST_SHOWN} more findings are not shown")
    return shown


def _say(name: str, fault: Fault) -> None:
    from argmap.report.cells import visible

    hint = f"; {fault.hint}" if fault.hint else ""
    line = f"{name}:{fault.range.start}: {fault.rule}: {fault.message}{hint}"
    click.echo(visible(line), err=True)
