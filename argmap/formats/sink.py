"""Where results go: one file, or a folder; never over an input, and never one over another."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from argmap.errors import ArgmapError
from argmap.formats.inputs import STDIN, Input, companions
from argmap.formats.interface import Output, Written
from argmap.formats.joining import laid_out
from argmap.formats.registry import find_format, format_to_write, formats

__all__ = ["Sink", "is_folder", "stems", "target_format"]

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for its devices."""


class Sink:
    """Says where the result of each input goes.

    ``target`` is the path that was named, and ``folder`` whether it is meant as a folder.
    """

    def __init__(self, target: Path, *, folder: bool, inputs: Sequence[Input]) -> None:
        self.target = target
        self.folder = folder
        self.inputs = inputs
        self.taken: dict[str, str] = {}
        for given in inputs:
            if given.path is not None:
                for path in (given.path, *companions(given.path)):
                    self.taken[_folded(path)] = path.as_posix()
        self.bases = _bases(inputs)

    def files(self, number: int, written: Written) -> list[tuple[Path, bytes]]:
        """Say what goes where, of the input of a number.

        Raises :class:`ArgmapError` where that is an input's place, or another result's, and where a
        file that goes with the first, as a text with its annotations, is there without that.
        """
        if self.folder:
            placed = [(self.target / path, out) for path, out in self._below(number, written)]
        else:
            placed = [(Path(path), out) for path, out in laid_out(written, self.target)]
        for path, _ in placed:
            other = self.taken.get(_folded(path))
            if other is not None:
                raise ArgmapError(f"{path} would overwrite {other}: name another place with -o")
            self.taken[_folded(path)] = f"what {self.inputs[number].name} gives"
        _refuse_beside(placed)
        return [(path, out.data) for path, out in placed]

    def _below(self, number: int, written: Written) -> Iterator[tuple[PurePath, Output]]:
        base = self.bases[number]
        names = stems(written.files)
        alone = len(self.inputs) == 1
        for output in written.files:
            stem = names[output.stem]
            if not stem:
                yield base.with_name(f"{base.name}{output.suffix}"), output
            elif alone:
                yield PurePath(f"{stem}{output.suffix}"), output
            else:
                yield base / f"{stem}{output.suffix}", output


def _refuse_beside(placed: Sequence[tuple[Path, Output]]) -> None:
    """Refuse to write over a file that nobody named, and that is not of an earlier run."""
    first: dict[Path, Path] = {}
    for path, out in placed:
        main = first.setdefault(path.with_suffix(""), path)
        if path == main or main.exists() or not path.is_file():
            continue
        if path.read_bytes() != out.data:
            raise ArgmapError(
                f"{path} is there already, and would be written along with {main.name}: name "
                "another place with -o"
            )


def _bases(inputs: Sequence[Input]) -> dict[int, PurePath]:
    """Return where each input's result goes, below the folder and without a suffix.

    Two inputs that differ in their suffixes keep them; others of the same name get a number.
    """
    bases = [given.relative.with_suffix("") for given in inputs]
    counts: dict[str, int] = {}
    for base in bases:
        counts[_folded(base)] = counts.get(_folded(base), 0) + 1
    taken: set[str] = set()
    made: dict[int, PurePath] = {}
    for number, given in enumerate(inputs):
        base = bases[number] if counts[_folded(bases[number])] == 1 else given.relative
        stem, count = base, 1
        while _folded(base) in taken:
            count += 1
            base = stem.with_name(f"{stem.name}-{count}")
        taken.add(_folded(base))
        made[number] = base
    return made


def stems(files: Sequence[Output]) -> dict[str, str]:
    """Make file names of stems: letters, digits, hyphens and full stops within, each once."""
    made: dict[str, str] = {"": ""}
    taken: set[str] = set()
    for output in files:
        if output.stem in made:
            continue
        composed = unicodedata.normalize("NFC", output.stem)
        kept = "".join(c if c in "-_." or c.isalnum() else "-" for c in composed)[:80]
        name = kept.strip(".-") or "essay"
        if _RESERVED.fullmatch(name):
            name = f"essay-{name}"
        stem, count = name, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name.casefold())
        made[output.stem] = name
    return made


def _folded(path: PurePath) -> str:
    """Write a path as file systems that fold letters take it."""
    whole = os.path.realpath(path) if isinstance(path, Path) else str(path)
    return unicodedata.normalize("NFC", whole).casefold()


def is_folder(output: str, inputs: Sequence[Input]) -> bool:
    """Tell whether an output that is named is meant as a folder.

    It is where one is there, where it ends in a slash, and where it has no suffix of a format and
    there are several inputs or a folder of them.
    """
    if output == STDIN:
        return False
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
        return True
    suffix = Path(output).suffix.lower()
    if any(suffix in f.suffixes for f in formats().by_name.values() if f.write is not None):
        return False
    return len(inputs) > 1 or any(given.found for given in inputs)


def target_format(to: str, output: str, *, folder: bool) -> str:
    """Return the name of the format to write.

    Raises :class:`ArgmapError` where nothing tells it.
    """
    if to:
        return find_format(to, reading=False).name
    if folder or output == STDIN:
        where = "standard output" if output == STDIN else f"the folder {output}"
        raise ArgmapError(f"{where} tells no format: say --to")
    return format_to_write(output).name
