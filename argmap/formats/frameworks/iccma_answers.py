"""Answers on frameworks, printed as the solvers of ICCMA print them.

- On ``p af`` as in 2023: SE prints ``w`` and the extension, as ``w 1 2 5``; DC prints ``YES`` and,
  on the next line, an extension that holds the argument, or ``NO``; DS prints ``YES``, or ``NO``
  and one that does not hold it.
- On ``apx`` and ``tgf`` as in 2015 to 2019: SE prints ``[a,b]``, DC and DS ``YES`` or ``NO``.
- SE prints ``NO`` where there is no extension, which only the stable semantics knows.
"""

from __future__ import annotations

from argmap.formats.frameworks.iccma import FrameworkFormat, read_framework
from argmap.weigh.frameworks import Answer, parse_task, solve


def answer_text(
    content: bytes,
    name: str,
    task: str,
    argument: str | None = None,
    timeout: float | None = None,
) -> str:
    """Read a framework, answer ``task`` (as ``DS-PR``) on it and return the lines to print.

    ``name`` is what messages call the framework, ``argument`` what DC and DS are about, and
    ``timeout`` the seconds that the answer may take, once the framework is read. Raises
    :class:`~argmap.errors.ArgmapError` as :func:`~argmap.formats.frameworks.iccma.read_framework`,
    :func:`~argmap.weigh.frameworks.parse_task` and :func:`~argmap.weigh.frameworks.solve` do.
    """
    asked = parse_task(task)
    framework, format_ = read_framework(content, name)
    shows = format_ is FrameworkFormat.P_AF
    return write_answer(solve(framework, asked, argument, timeout=timeout, witness=shows), format_)


def write_answer(answer: Answer, format_: FrameworkFormat) -> str:
    """Write an answer on a framework of that format, a line break at its end."""
    lines = []
    if answer.accepted is not None:
        lines.append("YES" if answer.accepted else "NO")
    elif answer.extension is None:
        lines.append("NO")
    if answer.extension is not None:
        if format_ is FrameworkFormat.P_AF:
            lines.append(" ".join(["w", *answer.extension]))
        elif answer.accepted is None:
            lines.append(f"[{','.join(answer.extension)}]")
    return "".join(f"{line}\n" for line in lines)
