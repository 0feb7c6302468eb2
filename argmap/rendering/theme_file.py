"""One's own theme: a TOML file that says what differs from one of argmap's.

.. code-block:: toml

    base = "print"
    attack = "#8A1C00"
    line-width = 1.3
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from argmap.errors import ArgmapError
from argmap.rendering.themes import DEFAULT, THEMES, Theme

__all__ = ["find_theme", "read_theme", "theme_keys"]

_COLOR = r"^#[0-9A-Fa-f]{6}$"
_MOST_BYTES = 100_000


def find_theme(name: str) -> Theme:
    """Return the theme of a name, or that of a file whose name ends with ``.toml``.

    Raises :class:`ArgmapError` for an unknown name, with the nearest one, and as
    :func:`read_theme` does.
    """
    if name.lower().endswith(".toml"):
        return read_theme(Path(name))
    if name in THEMES:
        return THEMES[name]
    raise ArgmapError(f"there is no theme {name!r}; {_way_out(name, THEMES)}, or name a .toml file")


def theme_keys() -> list[str]:
    """Return the keys that a theme's file may have."""
    return ["base", *(field.name.replace("_", "-") for field in fields(Theme)[1:])]


def read_theme(file: Path) -> Theme:
    """Read a theme from a TOML file.

    Raises :class:`ArgmapError` for what cannot be read, an unknown key (with the nearest known), a
    colour that is not ``#`` and six hex digits, and a width of lines beyond 0.5 to 4.
    """
    import tomllib

    from argmap.reading import suggestion

    if file.is_dir():
        raise ArgmapError(f"the theme {file} is a folder: name a .toml file")
    if not file.is_file():
        raise ArgmapError(f"the theme {file} is not there{suggestion(file)}")
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ArgmapError(f"{file} is too large to be a theme: it is a page of colours")
        table = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ArgmapError(f"cannot read {file}: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise ArgmapError(f"cannot read {file}: it is not valid TOML ({why})") from None
    return _theme(table, file)


def _theme(table: dict[str, Any], file: Path) -> Theme:
    from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

    given: dict[str, Any] = {"base": (str, DEFAULT.name)}
    for field in fields(Theme)[1:]:
        given[field.name] = (
            (float, Field(1.0, ge=0.5, le=4, allow_inf_nan=False))
            if field.name == "line_width"
            else (str, Field("#000000", pattern=_COLOR))
        )
    model: type[BaseModel] = create_model(
        "ThemeTable",
        __config__=ConfigDict(
            extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-")
        ),
        **given,
    )
    try:
        said = model.model_validate(table).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise ArgmapError(f"{file}: {_fault(error.errors()[0])}") from None
    base = said.pop("base", DEFAULT.name)
    if base not in THEMES:
        raise ArgmapError(f"{file}: base: there is no theme {base!r}; {_way_out(base, THEMES)}")
    upper: dict[str, Any] = {
        key: each.upper() if isinstance(each, str) else each for key, each in said.items()
    }
    return replace(THEMES[base], name=file.stem, **upper)


def _fault(first: Any) -> str:
    key = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        return f"there is no key {key}; {_way_out(key, theme_keys())}"
    if first["type"] == "string_pattern_mismatch":
        return f"{key}: {first['input']!r} is not a colour: write # and six hex digits, as #005B94"
    said = first["msg"][0].lower() + first["msg"][1:]
    return f"{key}: {said}"


def _way_out(name: str, known: Any) -> str:
    from argmap.nearest import nearest

    near = nearest(name, sorted(known))
    return f"did you mean {near}?" if near else f"known are {', '.join(known)}"
