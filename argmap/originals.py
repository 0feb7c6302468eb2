"""The texts that essays are digests of, where they are at hand.

They lie in the folder that the configuration names, under the same names as the essays in theirs:
the original of ``essays/a-work/ko.md`` is ``originals/a-work/ko.md`` or ``ko.txt``. No essay has a
say in which file is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from argmap.config import Config
from argmap.errors import ArgmapError

_SUFFIXES = (".md", ".txt")


def read_originals(paths: Iterable[str], config: Config) -> dict[str, str]:
    """Return the text of the original of each essay that has one, by the essay's path.

    Raises :class:`ArgmapError` where the folder is missing or a file in it cannot be read.
    """
    if config.originals is None:
        return {}
    if not config.originals.is_dir():
        where = config.where("originals")
        raise ArgmapError(f"{where}: there is no folder {config.originals.as_posix()}")
    found: dict[str, str] = {}
    folders = [folder.resolve() for folder in config.essay_folders]
    for path in paths:
        essay = Path(path).resolve()
        for folder in folders:
            if essay.is_relative_to(folder):
                inner = config.originals / essay.relative_to(folder)
                files = (inner.with_suffix(suffix) for suffix in _SUFFIXES)
                original = next((file for file in files if file.is_file()), None)
                if original is not None:
                    found[path] = _text(original)
                break
    return found


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise ArgmapError(f"cannot read {file}: {error.strerror or error}") from None
