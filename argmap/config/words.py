"""What is in force, and which file says so: as TOML that may be put into a file again, and as JSON.

TOML is written here by hand, since the standard library only reads it; the values are strings,
numbers, truth values and lists of strings, and tables of these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from argmap.config import ALL_RULES, Config, RuleChoice

__all__ = ["as_json", "as_toml", "in_force"]

_DEFAULT = "default"


class Setting(NamedTuple):
    """A dotted key, its value as TOML knows it, and the file that sets it; None for a default."""

    key: tuple[str, ...]
    value: Any
    origin: Path | None


def in_force(config: Config) -> list[Setting]:
    """List every setting, in the order of the documentation."""
    build, online = config.build, config.online
    values: dict[tuple[str, ...], Any] = {
        ("default-lang",): config.default_lang,
        ("essays",): [folder.as_posix() for folder in config.essays],
        ("originals",): _path(config.originals),
        ("select",): list(config.rules.select) or [ALL_RULES],
        ("ignore",): list(config.rules.ignore),
        ("fail-level",): config.fail_level or "never",
        ("baseline",): _path(config.baseline),
        ("cache",): _path(config.cache),
        ("jobs",): config.jobs,
        **{("severity", word): level for word, level in config.rules.severity.items()},
        ("build", "maps"): _path(build.maps),
        ("build", "formats"): list(build.formats),
        ("build", "contrast"): [list(pair) for pair in build.contrast],
        ("build", "spines"): build.spines,
        ("build", "questions"): build.questions,
        ("build", "editions"): build.editions,
        ("build", "closely"): list(build.closely),
        ("build", "weigh"): build.weigh,
        ("build", "paper"): build.paper,
        ("build", "theme"): build.theme,
        **{
            ("online", key.replace("_", "-")): _plain_value(value)
            for key, value in asdict(online).items()
        },
    }
    values.update({("names", name): list(forms) for name, forms in config.names.items()})
    values.update(
        {
            ("verify", edition, "uncovered"): dict(reasons)
            for edition, reasons in config.uncovered.items()
        }
    )
    for pattern, choice in config.per_file.items():
        values.update({("per-file", pattern, key): value for key, value in _said(choice)})
    return [Setting(key, value, _origin(config, key)) for key, value in values.items()]


def as_toml(config: Config) -> str:
    """Write what is in force as TOML, with the file that says so behind each line."""
    read = ", which extends ".join(file.as_posix() for file in config.files)
    lines = [f"# {read or 'No configuration: everything has its default.'}"]
    table: tuple[str, ...] = ()
    for setting in in_force(config):
        if setting.key[:-1] != table:
            table = setting.key[:-1]
            lines += ["", f"[{'.'.join(map(_key, table))}]"]
        origin = _DEFAULT if setting.origin is None else setting.origin.as_posix()
        lines.append(f"{_key(setting.key[-1])} = {_toml(setting.value)}  # {_plain(origin)}")
    return "\n".join(lines) + "\n"


def as_json(config: Config) -> str:
    """Write what is in force as JSON: the files, and each key with its value and its origin."""
    settings = [
        {
            "key": list(setting.key),
            "value": setting.value,
            "origin": None if setting.origin is None else setting.origin.as_posix(),
        }
        for setting in in_force(config)
    ]
    files = [file.as_posix() for file in config.files]
    return json.dumps({"files": files, "settings": settings}, ensure_ascii=True, indent=2) + "\n"


def _said(choice: RuleChoice) -> Iterator[tuple[str, Any]]:
    if choice.select:
        yield "select", list(choice.select)
    if choice.ignore:
        yield "ignore", list(choice.ignore)
    if choice.severity:
        yield "severity", dict(choice.severity)


def _origin(config: Config, key: tuple[str, ...]) -> Path | None:
    depth = 2 if key[0] in ("per-file", "verify") else len(key)
    return config.origins.get(".".join(key[:depth]))


def _path(path: Path | None) -> str:
    return "" if path is None else path.as_posix()


def _key(word: str) -> str:
    bare = word.isascii() and word.replace("-", "").replace("_", "").isalnum()
    return word if bare else _toml(word)


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {_toml(each)}' for key, each in value.items())} }}"
    # A JSON string of ASCII is a TOML string, but for characters outside of the first plane.
    if isinstance(value, str):
        return "".join(
            c if ord(c) > 0xFFFF else json.dumps(c)[1:-1].replace("\x7f", "\\u007f") for c in value
        ).join('""')
    return json.dumps(value)


def _plain_value(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _plain(text: str) -> str:
    return text if text.isprintable() else json.dumps(text)
