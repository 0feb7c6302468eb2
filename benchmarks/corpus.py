"""A corpus of many essays: side by side, out of the cache, and with one of them changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from benchmarks.essays import essay
from benchmarks.timing import Comparison, Workshop, in_mebibytes, take_turns

_SIZE = 60_000
_STATEMENTS = 100
_CACHE = ".argmap_cache"


def corpus(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """``argmap check`` of 1,000 essays of 60 kB: with two processes, warm, and with one changed."""
    count = 60 if quick else 1000
    folder = _write(shop, "corpus", count)
    rounds = 1 if quick else 2

    def check(*options: str, cold: bool = False):
        if cold:
            shutil.rmtree(shop.folder / _CACHE, ignore_errors=True)
        return shop.run([*shop.argmap, "check", folder, "--format", "concise", *options])

    check("--no-cache", "--jobs", "1")  # for the bytecode
    two, one = take_turns(
        lambda: check("--no-cache", "--jobs", "2"),
        lambda: check("--no-cache", "--jobs", "1"),
        rounds,
        warm=False,
    )
    yield Comparison(f"{count} essays, 2 jobs : 1 job", two, one, 1 / 1.7)

    cold = [check("--jobs", "1", cold=True).seconds for _ in range(rounds)]
    warm = [check("--jobs", "1").seconds for _ in range(5)]
    yield Comparison(f"{count} essays, out of the cache : cold", warm, cold, 1 / 20)

    changed = []
    file = shop.folder / folder / "0007.md"
    for number in range(5):
        file.write_bytes(file.read_bytes() + f"\nOne more line, the {number}.\n".encode())
        changed.append(check("--jobs", "1").seconds)
    yield Comparison(f"{count} essays, one changed : cold", changed, cold, 1 / 20)


def corpus_memory(shop: Workshop, quick: bool) -> Iterator[Comparison]:
    """Peak memory of a check of many essays against that of a tenth of them."""
    count = 200 if quick else 1000
    many, few = _write(shop, "many", count), _write(shop, "few", count // 10)

    def peak(folder: str) -> int:
        command = [*shop.argmap, "check", folder, "--jobs", "1", "--no-cache"]
        return shop.run([*command, "--format", "concise"]).peak

    one, other = peak(many), peak(few)
    if not one:
        return
    note = (
        f"corpus-memory: {in_mebibytes(other)} for {count // 10} essays and {in_mebibytes(one)} for "
        f"{count}, which hold {in_mebibytes(count * _SIZE)}."
    )
    # Ten times the bytes: a ratio of 10 would be memory that grows with what is read.
    yield Comparison(
        f"peak memory, {count} essays : {count // 10}", [one], [other], 1.5, in_mebibytes, note
    )


def _write(shop: Workshop, folder: str, count: int) -> str:
    """Write essays of distinct works that have nothing to do with each other."""
    (shop.folder / folder).mkdir()
    text = essay(size=_SIZE, statements=_STATEMENTS)
    assert "\nid: benchmark\n" in text
    for number in range(count):
        own = text.replace("\nid: benchmark\n", f"\nid: work-{number}\n", 1)
        shop.write(f"{folder}/{number:04}.md", f"{own}\nThe essay numbered {number} ends here.\n")
    return folder
