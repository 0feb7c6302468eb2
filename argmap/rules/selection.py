"""Which rules are in force for a file, and how grave each is there.

Choices stand in layers: the configuration's, those of its ``per-file`` patterns in the order in
which they are written, and the command line's. The last layer that says something of a rule
decides. Within a layer the most exact word does, and of two that are alike ``ignore``; a layer
that selects anything leaves out all that it does not select.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from argmap.config import ALL_RULES, Config, RuleChoice
from argmap.errors import ArgmapError
from argmap.model import Severity
from argmap.rules.registry import RULES, find_rule, nearest_rule
from argmap.rules.rule import Rule

__all__ = ["EVERYTHING", "Force", "Selection", "select"]

Force = Mapping[str, Severity]
"""The rules in force, by code, each with its severity."""

_EXACT = 100
"""How exact a whole code or name is: more than any beginning of a code."""


class _Layer(NamedTuple):
    """One choice, ready to be asked; ``pattern`` is None where it holds for every file."""

    pattern: str | None
    selects: Mapping[str, int]
    ignores: Mapping[str, int]
    severities: Mapping[str, Severity]
    only: bool

    def says(self, rule: Rule, *, quiet: bool) -> bool | None:
        """Tell whether a rule is in force by this layer; None where it does not say."""
        exact_enough = _EXACT if rule.quiet and not quiet else 0
        selected, ignored = self.selects.get(rule.code, -1), self.ignores.get(rule.code, -1)
        if selected < exact_enough:
            selected = -1
        if selected < 0 and ignored < 0:
            return False if self.only else None
        return selected > ignored


class Selection:
    """The rules in force for each path; ``root`` is where the patterns of paths count from.

    With ``quiet``, quiet rules are in force where nothing is said against them.
    """

    def __init__(
        self, layers: Sequence[_Layer] = (), root: Path = Path(), *, quiet: bool = False
    ) -> None:
        self._layers = tuple(layers)
        self._root = root
        self._quiet = quiet
        self._known: dict[tuple[bool, ...], Force] = {}

    def at(self, path: str) -> Force:
        """Return the rules in force for the file at ``path``."""
        fits = tuple(
            layer.pattern is None or self._fits(path, layer.pattern) for layer in self._layers
        )
        force = self._known.get(fits)
        if force is None:
            layers = [layer for layer, fit in zip(self._layers, fits, strict=True) if fit]
            force = self._known[fits] = _force(layers, quiet=self._quiet)
        return force

    def with_quiet_rules(self) -> Selection:
        """Return the selection that ``--fix`` works by, which takes quiet rules for any others."""
        return Selection(self._layers, self._root, quiet=True)

    def _fits(self, path: str, pattern: str) -> bool:
        pure = PurePosixPath(path)
        try:
            inner = PurePosixPath(Path(path).resolve().relative_to(self._root.resolve()).as_posix())
        except ValueError:
            inner = pure
        return fnmatchcase(str(inner), pattern) or fnmatchcase(pure.name, pattern)


def select(config: Config, command_line: RuleChoice | None = None) -> Selection:
    """Make the selection of a configuration, and of what the command line says on top of it.

    Raises :class:`ArgmapError` for a word that names no rule, with where it stands.
    """
    layers = [_layer(None, config.rules, config.where)]
    for pattern, choice in config.per_file.items():

        def where(key: str, pattern: str = pattern) -> str:
            return f"{config.where(f'per-file.{pattern}')}.{key}"

        layers.append(_layer(pattern, choice, where))
    if command_line is not None:
        layers.append(_layer(None, command_line, lambda key: f"--{key}"))
    return Selection(layers, config.root)


def _layer(pattern: str | None, choice: RuleChoice, where: Callable[[str], str]) -> _Layer:
    severities: dict[str, tuple[int, Severity]] = {}
    for word, severity in choice.severity.items():
        for code, exactness in _named(word, where(f"severity.{word}")).items():
            if exactness >= severities.get(code, (-1, severity))[0]:
                severities[code] = (exactness, severity)
    return _Layer(
        pattern,
        _merged(choice.select, where("select")),
        _merged(choice.ignore, where("ignore")),
        {code: severity for code, (_, severity) in severities.items()},
        bool(choice.select),
    )


def _merged(words: Sequence[str], where: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word in words:
        for code, exactness in _named(word, where).items():
            found[code] = max(exactness, found.get(code, -1))
    return found


def _named(word: str, where: str) -> dict[str, int]:
    """Return the codes of the rules that a word names, and how exactly."""
    rule = find_rule(word)
    if rule is not None:
        return {rule.code: _EXACT}
    if word == ALL_RULES:
        return {rule.code: 0 for rule in RULES}
    fitting = [rule for rule in RULES if word and rule.code.startswith(word)]
    if not fitting:
        near = nearest_rule(word)
        way_out = f"did you mean {near.code} ({near.name})?" if near else "argmap rule lists them"
        raise ArgmapError(f"{where}: there is no rule {word!r}; {way_out}")
    return {rule.code: len(word) for rule in fitting}


def _force(layers: Sequence[_Layer], *, quiet: bool) -> Force:
    force: dict[str, Severity] = {}
    for rule in RULES:
        said = (layer.says(rule, quiet=quiet) for layer in reversed(layers))
        if next((each for each in said if each is not None), quiet or not rule.quiet):
            grave = (layer.severities.get(rule.code) for layer in reversed(layers))
            force[rule.code] = next((each for each in grave if each is not None), rule.severity)
    return force


EVERYTHING = Selection()
"""All rules but the quiet ones, as grave as they are."""
