"""The configuration file as pydantic sees it; imported only where there is one.

These classes are also what is published as a JSON Schema (``argmap schema config``), for editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from argmap.config import CACHE_FOLDER
from argmap.errors import ArgmapError
from argmap.nearest import nearest

Lang = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Level = Literal["error", "warning", "info"]
Paper = Annotated[
    str,
    StringConstraints(pattern=r"^(a[0-5]|letter|legal|tabloid)(-(portrait|landscape))?$"),
]
Selector = Annotated[str, StringConstraints(min_length=1)]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Table(BaseModel):
    """What all tables share: keys in kebab-case, and none that is unknown."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=_kebab, strict=True, allow_inf_nan=False
    )


class BuildTable(Table):
    """``[tool.argmap.build]``: what ``argmap build`` writes."""

    maps: str = Field("maps", description="Folder of the maps, from the file's own folder.")
    formats: list[Literal["svg", "png", "dot", "md", "json"]] = Field(
        default=["svg", "dot", "md"], description="What to write for every map."
    )
    contrast: list[Annotated[list[str], Field(min_length=2, max_length=2)]] = Field(
        default=[], description="Pairs of works to contrast."
    )
    spines: bool = Field(
        default=True, description="Draw the main claims of each longer essay on one sheet."
    )
    questions: bool = Field(
        default=True, description="Draw each question of a contrast on a sheet of its own."
    )
    editions: bool = Field(default=True, description="Compare the editions of each work.")
    closely: list[str] = Field(
        default=[], description="Statements to draw with their words in every edition, by id."
    )
    weigh: bool = Field(default=True, description="Tell what stands, and what it leans on.")
    paper: Paper = Field("a3", description="The sheet for main claims and questions.")
    theme: Selector = Field(
        "default",
        description="The colours: default, dark, print, high-contrast, or a .toml file.",
    )


class OnlineTable(Table):
    """``[tool.argmap.online]``: how ``argmap check --online`` asks for web links."""

    timeout: float = Field(20.0, gt=0, le=600, description="Seconds that one request may take.")
    jobs: int = Field(8, ge=1, le=64, description="Requests at one time.")
    per_host: int = Field(2, ge=1, le=64, description="Requests at one time to one host.")
    pause: float = Field(
        0.2, ge=0, le=600, description="Seconds between the beginnings of requests to one host."
    )
    retries: int = Field(2, ge=0, le=10, description="How often to ask again after a failure.")
    max_redirects: int = Field(8, ge=0, le=50, description="Redirects to follow.")
    anchors: bool = Field(default=True, description="Look for the part that a link names.")
    cache_days: float = Field(7.0, ge=0, description="Days that an answer is good for.")
    skip_hosts: list[str] = Field(default=[], description="Hosts not to ask, as *.example.org.")
    allow_private: bool = Field(
        default=False, description="Ask addresses of this machine and of local networks, too."
    )


class PerFileTable(Table):
    """``[tool.argmap.per-file."drafts/*"]``: rules for the files that a pattern names."""

    select: list[Selector] = Field(default=[], description="Only these rules.")
    ignore: list[Selector] = Field(default=[], description="Not these rules.")
    severity: dict[str, Level] = Field(default={}, description="How grave a rule is.")


class VerifyTable(Table):
    """``[tool.argmap.verify."work@lang"]``: what one digest may leave out of its original."""

    uncovered: dict[str, Selector] = Field(
        default={}, description="Paragraphs that are none of the argument, each with a reason."
    )


class ConfigTable(Table):
    """``[tool.argmap]``, or the whole of ``argmap.toml``."""

    extend: str = Field("", description="A configuration file to start from.")
    default_lang: Lang = Field("en", description="Language of essays and editions by default.")
    essays: list[str] = Field(["essays"], description="Folders of the project's essays.")
    originals: str = Field("", description="Folder of the texts that essays are digests of.")
    select: list[Selector] = Field(
        default=["ALL"], description="The rules in force: codes, names, beginnings of codes."
    )
    ignore: list[Selector] = Field(default=[], description="Rules that are not in force.")
    severity: dict[str, Level] = Field(default={}, description="How grave a rule is.")
    per_file: dict[str, PerFileTable] = Field(
        default={}, description="Rules for some files, by a pattern of their paths."
    )
    fail_level: Literal["error", "warning", "info", "never"] = Field(
        "warning", description="The mildest severity that makes a check fail."
    )
    baseline: str = Field("", description="File of known findings that are not reported.")
    cache: str = Field(CACHE_FOLDER, description='Folder of the cache; "" for none.')
    jobs: int = Field(0, ge=0, le=256, description="Processes to check with; 0: as many as pay.")
    build: BuildTable = Field(default_factory=lambda: BuildTable.model_validate({}))
    online: OnlineTable = Field(default_factory=lambda: OnlineTable.model_validate({}))
    names: dict[str, list[str]] = Field(
        default={}, description="Names, and how else they are written, in any script."
    )
    verify: dict[str, VerifyTable] = Field(
        default={}, description="What digests may leave out of their originals, by edition."
    )


_TABLES: dict[str, type[Table]] = {
    "build": BuildTable,
    "online": OnlineTable,
    "per-file": PerFileTable,
    "verify": VerifyTable,
}


def validate(table: Mapping[str, Any], file: Path) -> ConfigTable:
    """Check a table; raises :class:`ArgmapError` with the key and the nearest valid one."""
    try:
        return ConfigTable.model_validate(dict(table))
    except ValidationError as error:
        first = error.errors()[0]
        loc = [str(part) for part in first["loc"]]
        where = ".".join(loc)
        if first["type"] == "extra_forbidden":
            model = _TABLES.get(loc[0], ConfigTable) if len(loc) > 1 else ConfigTable
            known = sorted(_kebab(name) for name in model.model_fields)
            near = nearest(loc[-1], known)
            way_out = f"did you mean {near}?" if near else f"known are {', '.join(known)}"
            raise ArgmapError(f"{file}: there is no key {where}; {way_out}") from None
        said = first["msg"][0].lower() + first["msg"][1:]
        raise ArgmapError(f"{file}: {where}: {said}") from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of ``argmap.toml`` and of ``[tool.argmap]``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap.toml",
        **ConfigTable.model_json_schema(by_alias=True),
    }
