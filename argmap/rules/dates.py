"""Which of two dates is the later, as far as that is certain."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(T.*)?")


def certainly_later(one: str, other: str) -> bool:
    """Tell whether ``one`` is later than ``other``, both in ISO 8601 and of any precision.

    They are compared as far as both are precise: no day of 2024 is certainly later than 2024. Of
    two times of day, in whatever zones, only days tell: they must be two apart, as the zones of
    the earth are up to 26 hours apart. What is no such date is never later.
    """
    matches = _PARTS.fullmatch(one), _PARTS.fullmatch(other)
    if matches[0] is None or matches[1] is None:
        return False
    parts = [[int(part) for part in match.groups()[:3] if part] for match in matches if match]
    common = min(map(len, parts))
    if any(match and match[4] for match in matches) and common == 3:
        return _day(parts[0]) - _day(parts[1]) > 1
    return parts[0][:common] > parts[1][:common]


def _day(parts: list[int]) -> int:
    from datetime import date  # only for the rare date with a time of day

    try:
        return date(parts[0], parts[1], parts[2]).toordinal()
    except ValueError:
        return 0
