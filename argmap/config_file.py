"""The configuration file as pydantic sees it; imported only where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from argmap.errors import ArgmapError
from argmap.nearest import nearest

Lang = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=_kebab, strict=True)


class BuildTable(_Table):
    """``[tool.argmap.build]``: what ``argmap build`` writes."""

    maps: str = Field("maps", description="Folder of the maps, from the file's own folder.")
    formats: list[Literal["svg", "png", "dot", "md", "json"]] = Field(
        default=["svg", "dot", "md"], description="What to write for every map."
    )
    contrast: list[Annotated[list[str], Field(min_length=2, max_length=2)]] = Field(
        default=[], description="Pairs of works to contrast."
    )


class ConfigTable(_Table):
    """``[tool.argmap]``, or the whole of ``argmap.toml``."""

    default_lang: Lang = Field("en", description="Language of essays and editions by default.")
    essays: list[str] = Field(["essays"], description="Folders of the project's essays.")
    build: BuildTable = Field(default_factory=lambda: BuildTable.model_validate({}))


def validate(table: Mapping[str, Any], file: Path) -> ConfigTable:
    """Check a table; raises :class:`ArgmapError` with the key and the nearest valid one."""
    try:
        return ConfigTable.model_validate(dict(table))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            model = BuildTable if first["loc"][0] == "build" else ConfigTable
            known = sorted(_kebab(name) for name in model.model_fields)
            near = nearest(str(first["loc"][-1]), known)
            way_out = f"did you mean {near}?" if near else f"known are {', '.join(known)}"
            raise ArgmapError(f"{file}: there is no key {where}; {way_out}") from None
        said = first["msg"][0].lower() + first["msg"][1:]
        raise ArgmapError(f"{file}: {where}: {said}") from None
