"""The configuration: ``[tool.argmap]`` in ``pyproject.toml``, or ``argmap.toml``; the closest wins.

What is in force is a :class:`Config`, plain data with a default for everything. Where there is no
file, nothing is parsed, and pydantic is not even imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.model import Severity

__all__ = [
    "CACHE_FOLDER",
    "FILES",
    "BuildConfig",
    "Config",
    "FailLevel",
    "OnlineConfig",
    "RuleChoice",
    "find_config",
    "read_config",
]

FILES = ("argmap.toml", "pyproject.toml")
CACHE_FOLDER = ".argmap_cache"
ALL_RULES = "ALL"
"""The selector of every rule but the quiet ones."""

FailLevel = Severity | None
"""The mildest severity that makes a check fail; None where no finding does."""


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """Which rules are in force, and how grave they are.

    Rules are named by code, by name, or by the beginning of a code; of several words that fit a
    rule the most exact decides, and of two that are alike ``ignore``.
    """

    select: tuple[str, ...] = ()
    """Empty: what is selected elsewhere, and in the end all rules but the quiet ones."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BuildConfig:
    """What ``argmap build`` makes: the folder of maps, its formats, and the works to contrast.

    ``spines``, ``questions`` and ``editions`` tell whether there is a sheet of main claims for each
    longer essay, one for each question of a contrast, and a comparison of each work's editions;
    ``closely`` are ids of statements to be drawn with their words in every edition, ``weigh`` says
    whether there is a page of what stands;
    ``paper`` is the sheet's size.
    """

    maps: Path = Path("maps")
    formats: tuple[str, ...] = ("svg", "dot", "md")
    contrast: tuple[tuple[str, str], ...] = ()
    spines: bool = True
    questions: bool = True
    editions: bool = True
    closely: tuple[str, ...] = ()
    weigh: bool = True
    paper: str = "a3"
    theme: str = "default"
    """A theme's name, or the path of a ``.toml`` file."""


@dataclass(frozen=True, slots=True)
class OnlineConfig:
    """How web links are asked for, where the user wants them asked for (``--online``)."""

    timeout: float = 20.0
    """Seconds that one request may take."""
    jobs: int = 8
    """Requests at one time, over all hosts."""
    per_host: int = 2
    """Requests at one time to one host."""
    pause: float = 0.2
    """Seconds between the beginnings of two requests to one host."""
    retries: int = 2
    max_redirects: int = 8
    anchors: bool = True
    """Whether to look for the part of a page that a link names."""
    cache_days: float = 7.0
    """How long an answer is good for; 0 to ask every time."""
    skip_hosts: tuple[str, ...] = ()
    """Patterns of hosts not to ask."""
    allow_private: bool = False
    """Whether addresses of this machine and of local networks may be asked."""


@dataclass(frozen=True, slots=True)
class Config:
    """What is in force. Folders are absolute, or relative to the working directory.

    ``files`` are those it was read from, the closest first, then those it extends. ``origins``
    tells for each dotted key that is set the file that sets it.
    """

    root: Path = Path()
    files: tuple[Path, ...] = ()
    default_lang: str = "en"
    essays: tuple[Path, ...] = (Path("essays"),)
    originals: Path | None = None
    rules: RuleChoice = field(default_factory=RuleChoice)
    per_file: Mapping[str, RuleChoice] = field(default_factory=dict)
    """By pattern of the path from ``root``, in the order in which they are written."""
    fail_level: FailLevel = Severity.WARNING
    baseline: Path | None = None
    cache: Path | None = Path(CACHE_FOLDER)
    jobs: int = 0
    """Processes to check with; 0 for as many as pay."""
    build: BuildConfig = field(default_factory=BuildConfig)
    online: OnlineConfig = field(default_factory=OnlineConfig)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names, and how else they are written, in any script."""
    uncovered: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By edition: paragraphs of its original that are none of the argument, and why."""
    origins: Mapping[str, Path] = field(default_factory=dict)

    @property
    def file(self) -> Path | None:
        """The closest file, or None where there is no configuration."""
        return self.files[0] if self.files else None

    @property
    def essay_folders(self) -> tuple[Path, ...]:
        """The project's folders of essays; none where no configuration says that it is one."""
        return self.essays if self.files else ()

    def where(self, key: str) -> str:
        """Return what to put before a message about a key: the file that sets it, and the key."""
        file = self.origins.get(key)
        return key if file is None else f"{file}: {key}"


def find_config(start: Path | None = None) -> Config:
    """Read the configuration closest to ``start`` (the working directory), looking upwards.

    Raises :class:`ArgmapError` where the file cannot be read or says something unknown.
    """
    here = (start or Path()).resolve()
    for folder in (here, *here.parents):
        for name in FILES:
            file = folder / name
            if file.is_file():
                from argmap.config.files import config_of, table_of

                table = table_of(file)
                if table is not None:
                    return config_of(file, table)
    return Config()


def read_config(file: Path) -> Config:
    """Read one configuration file that the user names. Raises as :func:`find_config` does."""
    from argmap.config.files import config_of, required_table

    return config_of(file, required_table(file))
