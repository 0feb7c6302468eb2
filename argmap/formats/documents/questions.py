"""Critical questions as JSON, for programs: those that arguments face, and those of schemes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.formats import json_text
from argmap.formats.documents.graph import range_data
from argmap.graph import ArgumentGraph
from argmap.schemes import Scheme, names, text_in
from argmap.schemes.asking import Asked, Faced


def dumps(graph: ArgumentGraph, faced: Sequence[Faced], *, every: bool = False) -> str:
    """Write ``arguments[]``, each with its ``questions[]``, and a ``summary``.

    ``every`` question, or those that nothing answers; the summary counts all.
    """
    asked = [each for one in faced for each in one.asked]
    left = [each for each in asked if each.open]
    document = {
        "argmap": 1,
        "arguments": [_argument(graph, each, every) for each in faced],
        "summary": {
            "arguments": len(faced),
            "questions": len(asked),
            "open": len(left),
            "raised": sum(1 for each in left if each.raised),
        },
    }
    return json_text.write(document)


def dumps_schemes(schemes: Iterable[Scheme], lang: str = "en") -> str:
    """Write ``schemes[]``, each with its pattern and its questions."""
    return json_text.write({"argmap": 1, "schemes": [_scheme(each, lang) for each in schemes]})


def _argument(graph: ArgumentGraph, faced: Faced, every: bool) -> dict[str, Any]:
    statement = graph.statements[faced.use.key]
    essay = graph.essay_of(faced.use.key)
    shown = faced.asked if every else faced.open
    return {
        "id": faced.use.key,
        "statements": list(faced.use.keys),
        "scheme": faced.use.scheme.id,
        "text": statement.text,
        "by": statement.by,
        "path": essay.path,
        "range": range_data(statement.range),
        "questions": [_asked(each, essay.lang) for each in shown],
    }


def _asked(asked: Asked, lang: str) -> dict[str, Any]:
    return {
        "id": asked.question.id,
        "text": text_in(lang, asked.question),
        "role": str(asked.question.role),
        "raised": list(asked.raised),
        "answers": list(asked.answers),
    }


def _scheme(scheme: Scheme, lang: str) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "names": dict(names(scheme)),
        "premises": list(scheme.premises),
        "conclusion": scheme.conclusion,
        "source": scheme.source or None,
        "questions": [
            {"id": each.id, "text": text_in(lang, each), "role": str(each.role)}
            for each in scheme.questions
        ],
    }
