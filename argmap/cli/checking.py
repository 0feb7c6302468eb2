"""One check as the command line runs it: what is asked for, by which rules, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from argmap.checking.checker import WORTH_KEEPING, Result, Setup, check_sources
from argmap.cli.reading import configured, data_paths, find_named, read_with_data
from argmap.cli.telling import note, terminal_width, wants_colour
from argmap.config import Config, RuleChoice
from argmap.model import Severity
from argmap.originals import read_originals
from argmap.report.dispatch import Checked, Format, report
from argmap.rules.run import check, fails
from argmap.rules.selection import select
from argmap.sources import Sources

if TYPE_CHECKING:
    from argmap.graph import ArgumentGraph
    from argmap.model import Finding
    from argmap.project import Project
    from argmap.report.outputs import Output

__all__ = ["Checking", "Reports"]


class Reports(NamedTuple):
    """What is printed, and which files are written beside it."""

    format: Format
    outputs: tuple[Output, ...]
    statistics: bool


@dataclass(frozen=True, slots=True)
class Checking:
    """The configuration in force, the files, and how they are checked."""

    config: Config
    sources: Sources
    setup: Setup
    data: tuple[Project, ArgumentGraph] | None = None
    """Where files in other formats are named: all that was read."""

    @classmethod
    def begin(
        cls,
        paths: Sequence[str],
        stdin_filename: str,
        config_file: Path | None,
        choice: RuleChoice,
        *,
        fail_level: str | None = None,
        jobs: int | None = None,
        cached: bool = True,
    ) -> Checking:
        """Read the configuration, lay the command line's options over it, and find the files."""
        config = configured(config_file)
        if fail_level is not None:
            level = None if fail_level == "never" else Severity(fail_level)
            config = replace(config, fail_level=level)
        selection = select(config, choice)
        if data := data_paths(paths):
            own = [path for path in paths if path not in data]
            read = read_with_data(data, own, stdin_filename, config, around=True)
            return cls(config, read[0].sources, Setup(selection, config.default_lang), read)
        sources = find_named(paths, stdin_filename, config)
        setup = Setup(
            selection, config.default_lang, originals=read_originals(sources.paths, config)
        )
        if sources.size >= WORTH_KEEPING:
            setup = _with_means(setup, config, config.jobs if jobs is None else jobs, cached=cached)
        return cls(config, sources, setup)

    def reports(self, format_: str, outputs: Sequence[str], *, statistics: bool = False) -> Reports:
        """Read where reports go. Raises for a format that does not exist."""
        made: list[Output] = []
        if outputs:
            from argmap.report.outputs import parse_output

            made = [parse_output(output) for output in outputs]
        chosen = Format(format_)
        if statistics and chosen not in (Format.FULL, Format.CONCISE, Format.JSON):
            raise click.UsageError(f"--statistics is written as text or json, not as {chosen}.")
        return Reports(chosen, tuple(made), statistics)

    def result(self) -> Result:
        """Check the files."""
        from argmap.cli.progress import progress

        if self.data is not None:
            return self.graph()[1]
        with progress("Checking") as tell:
            result = check_sources(self.sources, replace(self.setup, progress=tell))
        if self.setup.cache is not None and self.setup.cache.note is not None:
            note(self.setup.cache.note)
        return result

    def graph(self) -> tuple[ArgumentGraph, Result]:
        """Check the files as the one graph that they make, and return that, too."""
        from argmap.checking.unit import graph_of, seen_in
        from argmap.project import read_essays

        lang = self.setup.default_lang
        if self.data is not None:
            essays, graph = self.data[0].essays, self.data[1]
        else:
            essays = read_essays(self.sources, lang)
            graph = graph_of(essays, lang, self.setup.originals)
        findings = check(graph, self.setup.selection)
        return graph, Result(findings, tuple(seen_in(essay, graph) for essay in essays))

    def online(self) -> Result:
        """Check the files, and their links on the web."""
        from argmap.checking.cache import make_folder
        from argmap.checking.online import check_online
        from argmap.cli.progress import progress
        from argmap.online import Settings

        memory = self.config.cache
        if memory is not None:
            with suppress(OSError):  # asking notes that it cannot be written
                make_folder(memory)
        settings = Settings(
            **asdict(self.config.online),
            cache_file=None if memory is None else memory / "links.json",
        )
        with progress("Asking the web") as tell:
            return check_online(self.sources, replace(self.setup, progress=tell), settings, note)

    def sift(
        self, result: Result, baseline: Path | None, *, update: bool, online: bool, whole: bool
    ) -> list[Finding]:
        """Leave out what the baseline knows, or write the baseline."""
        file = baseline or self.config.baseline
        if file is None:
            if update:
                raise click.UsageError("--update-baseline needs a file: name it with --baseline.")
            return result.findings
        from argmap.baseline import judge, read_baseline, sift, updated, write_baseline

        known = read_baseline(file, missing_is_empty=update)
        speaks = judge(result.seen, self.setup.selection, whole=whole, online=online)
        source_of = self.sources.source_of
        if update:
            made = updated(result.findings, known, source_of, speaks)
            write_baseline(file, made)
            count = sum(made.values())
            note(f"{file} holds {count} {'finding' if count == 1 else 'findings'} now")
            known = made
        sifted = sift(result.findings, known, source_of, speaks)
        if not update and (sifted.known or sifted.spent):
            note(_of_baseline(file, sifted.known, sifted.spent))
        return sifted.new

    def print(
        self,
        findings: Sequence[Finding],
        result: Result,
        reports: Reports,
        *,
        to_stderr: bool = False,
    ) -> int:
        """Print and write the reports, and return the exit status."""
        from argmap.cli.telling import write_result

        checked = Checked(
            len(result.seen), result.statements, tuple(each.path for each in result.seen)
        )
        for format_, path in reports.outputs:
            text = report(findings, format_, checked=checked, source_of=self.sources.source_of)
            write_result(text, path)
        if reports.statistics:
            text = _statistics(findings, reports.format)
        else:
            text = report(
                findings,
                reports.format,
                checked=checked,
                source_of=self.sources.source_of,
                color=wants_colour(),
                width=terminal_width(),
            )
        click.echo(text, nl=False, err=to_stderr)
        return 1 if fails(findings, self.config.fail_level) else 0


def _with_means(setup: Setup, config: Config, jobs: int, *, cached: bool) -> Setup:
    """Add the cache and the pool, which pay only where there is enough to do."""
    from argmap.checking.cache import Cache
    from argmap.checking.pool import processes

    cache = Cache(config.cache) if cached and config.cache is not None else None
    return replace(setup, cache=cache, pool=processes(jobs))


def _of_baseline(file: Path, known: int, spent: int) -> str:
    said = f"{known} {'finding is' if known == 1 else 'findings are'} known to {file}"
    if spent:
        entries = "1 of its entries is" if spent == 1 else f"{spent} of its entries are"
        said += f"; {entries} found no more: --update-baseline takes them out"
    return said


def _statistics(findings: Sequence[Finding], format_: Format) -> str:
    from argmap.report.tally import statistics, statistics_json

    if format_ is Format.JSON:
        return statistics_json(findings)
    return statistics(findings, wants_colour())
