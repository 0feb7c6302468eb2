"""The configuration: ``[tool.argmap]`` in ``pyproject.toml``, or ``argmap.toml``; the closest wins.

Without a file everything has a default, and pydantic is not even imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.errors import ArgmapError

FILES = ("argmap.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class BuildConfig:
    """What ``argmap build`` makes: the folder of maps, its formats, and the works to contrast."""

    maps: Path = Path("maps")
    formats: tuple[str, ...] = ("svg", "dot", "md")
    contrast: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """What is in force. Folders are absolute, or relative to the working directory."""

    root: Path = Path()
    file: Path | None = None
    default_lang: str = "en"
    essays: tuple[Path, ...] = (Path("essays"),)
    build: BuildConfig = field(default_factory=BuildConfig)

    @property
    def essay_folders(self) -> tuple[Path, ...]:
        """The project's folders of essays; none where no configuration says that it is one."""
        return self.essays if self.file is not None else ()


def find_config(start: Path | None = None) -> Config:
    """Read the configuration closest to ``start`` (the working directory), looking upwards.

    Raises :class:`ArgmapError` where the file cannot be read or says something unknown.
    """
    here = (start or Path()).resolve()
    for folder in (here, *here.parents):
        for name in FILES:
            file = folder / name
            if file.is_file():
                table = _table(file)
                if table is not None:
                    return _config(table, file)
    return Config()


def _table(file: Path) -> Mapping[str, Any] | None:
    """Return argmap's table of a file, or None where it has none."""
    import tomllib

    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ArgmapError(f"cannot read {file}: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        if file.name == "pyproject.toml" and b"argmap" not in file.read_bytes():
            return None  # broken, but none of our business
        why = " ".join(str(error).split())
        raise ArgmapError(f"cannot read {file}: it is not valid TOML ({why})") from None
    if file.name != "pyproject.toml":
        return data
    tool = data.get("tool", {})
    table = tool.get("argmap") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ArgmapError(f"{file}: tool.argmap is not a table; write [tool.argmap]")
    return table


def _config(table: Mapping[str, Any], file: Path) -> Config:
    from argmap.config_file import validate

    checked = validate(table, file)
    root = _from_here(file.parent)
    return Config(
        root,
        file,
        checked.default_lang,
        tuple(root / folder for folder in checked.essays),
        BuildConfig(
            root / checked.build.maps,
            tuple(checked.build.formats),
            tuple((left, right) for left, right in checked.build.contrast),
        ),
    )


def _from_here(folder: Path) -> Path:
    try:
        return folder.relative_to(Path.cwd())
    except ValueError:
        return folder
