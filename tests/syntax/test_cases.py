"""What is read in each case, and that each fix mends what it is offered for, and no more.

Run with ``UPDATE_CASES=1`` to write down what is read now; read the difference before you keep it.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from argmap.model import Essay, Fix
from argmap.syntax.places import SourceText
from tests.syntax.cases_in import ALL, FILES, IDS, Case, cases_in, described, read_case


@pytest.mark.parametrize(("file", "case"), ALL, ids=IDS)
def test_case(file, case):
    found = described(read_case(case.essay))
    if os.environ.get("UPDATE_CASES"):
        text = file.read_text(encoding="utf-8")
        head = f"{case.title}\n.\n{case.essay}.\n"
        assert head in text
        text = text.replace(f"{head}{case.read}.\n", f"{head}{found}.\n")
        file.write_text(text, encoding="utf-8", newline="\n")
    else:
        assert found == case.read


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_case_is_lost_to_a_slip_in_the_dots(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines.count(".") == 3 * len(cases_in(file))
    titles = [case.title for case in cases_in(file)]
    assert len(titles) == len(set(titles))


def rules_of(essay: Essay) -> Counter[str]:
    return Counter(fault.rule for fault in essay.faults)


def applied(text: str, fix: Fix) -> str:
    source = SourceText(text)
    for edit in sorted(fix.edits, key=lambda edit: edit.range, reverse=True):
        start, end = source.offset(edit.range.start), source.offset(edit.range.end)
        source = SourceText(source.text[:start] + edit.text + source.text[end:])
    return source.text


@pytest.mark.parametrize(("file", "case"), ALL, ids=IDS)
def test_a_fix_mends_its_fault_and_leaves_the_rest(file: object, case: Case) -> None:
    essay = read_case(case.essay)
    for fault in essay.faults:
        if fault.fix is None:
            continue
        for edit in fault.fix.edits:
            lines = (edit.range.start.line, edit.range.end.line)
            assert fault.range.touches_lines(*lines) or edit.text == "\n"
        mended = read_case(applied(case.essay, fault.fix))
        gone = rules_of(essay) - rules_of(mended)
        assert gone[fault.rule] == 1, (fault, described(mended))
        assert not rules_of(mended) - rules_of(essay), (fault, described(mended))
        if fault.fix.safe and fault.rule not in ("escaped-span", "misplaced-attributes"):
            assert [(s.key, s.text) for s in mended.statements] == [
                (s.key, s.text) for s in essay.statements
            ]
