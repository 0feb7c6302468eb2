"""Reading configuration files, and those they extend, into what is in force."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from argmap.config import BuildConfig, Config, OnlineConfig, RuleChoice
from argmap.errors import ArgmapError
from argmap.model import Severity
from argmap.reading import suggestion

_FOLDERS = ("essays", "originals", "baseline", "cache", "build.maps")
"""The keys that hold paths: they count from the folder of the file that sets them."""


def table_of(file: Path) -> Mapping[str, Any] | None:
    """Return argmap's table of a TOML file, or None where it has none.

    Raises :class:`ArgmapError` for what cannot be read or is not TOML.
    """
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


def required_table(file: Path) -> Mapping[str, Any]:
    """Return argmap's table of a file that is named, and so must have one."""
    if not file.is_file():
        what = "is a folder" if file.is_dir() else f"is not there{suggestion(file)}"
        raise ArgmapError(f"the configuration {file} {what}: name an argmap.toml or pyproject.toml")
    table = table_of(file)
    if table is None:
        raise ArgmapError(f"{file} has no [tool.argmap]: add it, or name another file")
    return table


def config_of(file: Path, table: Mapping[str, Any]) -> Config:
    """Read the table of a file and of those it extends into what is in force."""
    values: dict[str, Any] = {}
    origins: dict[str, Path] = {}
    files: list[Path] = []
    while True:
        files.append(file)
        extended = _add(values, origins, file, table)
        if extended is None:
            break
        if extended.resolve() in [each.resolve() for each in files]:
            raise ArgmapError(f"{file}: extend leads back to {extended}: take it out of one file")
        try:
            table = required_table(extended)
        except ArgmapError as error:
            raise ArgmapError(f"{file}: extend: {error}") from None
        file = extended
    return _config(values, origins, tuple(_from_here(each) for each in files))


def _add(
    values: dict[str, Any], origins: dict[str, Path], file: Path, table: Mapping[str, Any]
) -> Path | None:
    """Add what a file sets and no closer one does; return the file that it extends."""
    from argmap.config.tables import validate

    shown = _from_here(file)
    said = validate(table, shown).model_dump(by_alias=True, exclude_unset=True)
    folder = _from_here(file.parent)
    extend = said.pop("extend", "")
    for key, value in _flat(said):
        if key not in values:
            values[key] = _placed(value, folder) if key in _FOLDERS else value
            if key == "build.theme" and value.endswith(".toml"):
                values[key] = str(folder / value)
            origins[key] = shown
    return folder / extend if extend else None


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    """List keys with dots, so that tables are merged key by key and lists are taken whole."""
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        if isinstance(value, dict) and not prefix:
            flat.extend(_flat(value, f"{prefix}{key}."))
        else:
            flat.append((f"{prefix}{key}", value))
    return flat


def _placed(value: str | list[str], folder: Path) -> Path | tuple[Path, ...] | None:
    if isinstance(value, list):
        return tuple(folder / each for each in value)
    return folder / value if value else None


def _config(
    values: Mapping[str, Any], origins: Mapping[str, Path], files: tuple[Path, ...]
) -> Config:
    root = _from_here(files[0].parent)
    default = Config()
    build = default.build
    level = values.get("fail-level", "warning")
    return Config(
        root,
        files,
        values.get("default-lang", default.default_lang),
        values.get("essays", tuple(root / folder for folder in default.essays)),
        values.get("originals"),
        RuleChoice(
            tuple(values.get("select", ())),
            tuple(values.get("ignore", ())),
            _severities(_under(values, "severity.")),
        ),
        {
            pattern: RuleChoice(
                tuple(table.get("select", ())),
                tuple(table.get("ignore", ())),
                _severities(table.get("severity", {})),
            )
            for pattern, table in _under(values, "per-file.").items()
        },
        None if level == "never" else Severity(level),
        values.get("baseline"),
        values.get("cache", root / default.cache if default.cache else None),
        values.get("jobs", default.jobs),
        BuildConfig(
            values.get("build.maps", root / build.maps),
            tuple(values.get("build.formats", build.formats)),
            tuple((left, right) for left, right in values.get("build.contrast", ())),
            values.get("build.spines", build.spines),
            values.get("build.questions", build.questions),
            values.get("build.editions", build.editions),
            tuple(values.get("build.closely", build.closely)),
            values.get("build.weigh", build.weigh),
            values.get("build.paper", build.paper),
            values.get("build.theme", build.theme),
        ),
        OnlineConfig(**_online(_under(values, "online."))),
        {name: tuple(forms) for name, forms in _under(values, "names.").items()},
        {
            edition: dict(table.get("uncovered", {}))
            for edition, table in _under(values, "verify.").items()
        },
        origins,
    )


def _online(values: Mapping[str, Any]) -> dict[str, Any]:
    def plain(value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    return {key.replace("-", "_"): plain(value) for key, value in values.items()}


def _under(values: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {
        key.removeprefix(prefix): value for key, value in values.items() if key.startswith(prefix)
    }


def _severities(table: Mapping[str, str]) -> dict[str, Severity]:
    return {word: Severity(level) for word, level in table.items()}


def _from_here(path: Path) -> Path:
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
