"""Schemes about what to do: ends, consequences, values, rules, slopes and what has been spent."""

from __future__ import annotations

from argmap.schemes.scheme import Scheme, granted, unless

ACTIONS: tuple[Scheme, ...] = (
    Scheme(
        "practical-reasoning",
        "practical reasoning",
        ("P has the goal G", "To do A is a way to bring about G"),
        "P should do A",
        (
            granted("possible", "Can it be done?"),
            granted("works", "Would it bring about the goal?"),
            unless("other-goals", "Does it get in the way of goals that matter as much?"),
            unless("other-ways", "Is there a better way to the same goal?"),
            unless("side-effects", "Does it bring about something worse on the way?"),
        ),
        "practical inference; argument from practical reasoning",
        ("means-end", "means-to-end", "goal"),
    ),
    Scheme(
        "positive-consequences",
        "positive consequences",
        ("If A is done, good will come of it",),
        "A should be done",
        (
            granted("likely", "How likely is it that this will come of it?"),
            granted("evidence", "What shows that it will?"),
            granted("good", "Is what would come of it good, and for whom?"),
            unless("bad-consequences", "Would bad things come of it that weigh more?"),
        ),
        "argument from positive consequences",
        ("benefits", "good-consequences", "consequences"),
    ),
    Scheme(
        "negative-consequences",
        "negative consequences",
        ("If A is done, bad things will come of it",),
        "A should not be done",
        (
            granted("likely", "How likely is it that this will come of it?"),
            granted("evidence", "What shows that it will?"),
            granted("bad", "Is what would come of it bad, and for whom?"),
            unless("good-consequences", "Would good things come of it that weigh more?"),
        ),
        "argument from negative consequences",
        ("harms", "bad-consequences", "costs"),
    ),
    Scheme(
        "values",
        "values",
        ("P holds the value V", "To do A serves V"),
        "P has a reason to do A",
        (
            granted("held", "Is this a value that these people hold, or should?"),
            granted("serves", "Does the action serve it?"),
            unless("other-values", "Does it go against another value that weighs more?"),
        ),
        "argument from values",
        ("value", "principle"),
    ),
    Scheme(
        "danger",
        "danger",
        ("If you do A, or leave it, D will happen to you", "D is to be feared"),
        "You should not do A, or not leave it",
        (
            granted("real", "Is it really to be feared, and how much?"),
            granted("likely", "How likely is it, if nothing else is done?"),
            unless("avoidable", "Could it be kept off in some other way?"),
        ),
        "argument from danger appeal; argument from fear appeal",
        ("fear", "fear-appeal", "danger-appeal", "threat", "warning"),
    ),
    Scheme(
        "slippery-slope",
        "slippery slope",
        (
            "A would lead to B, B to C, and so on to Z",
            "Past some point nobody could stop",
            "Z is bad",
        ),
        "A should not be done",
        (
            granted("steps", "What are the steps on the way, with none left out?"),
            granted("weakest", "How strong is the weakest step?"),
            granted("no-stop", "What would make it impossible to stop on the way?"),
            granted("bad-end", "Is the end so bad?"),
        ),
        "slippery slope argument",
        ("gradual-slope", "gradualism", "domino", "thin-end-of-the-wedge"),
    ),
    Scheme(
        "sunk-costs",
        "sunk costs",
        ("P has already spent much on A", "If P leaves A now, that will have been wasted"),
        "P should go on with A",
        (
            granted("going-on", "Would going on bring about what it was spent for?"),
            granted("lost", "Is what was spent lost if it is left now?"),
            unless("further-costs", "Would going on cost more than it could yet bring?"),
        ),
        "argument from sunk costs; argument from waste",
        ("waste", "sunk-cost"),
    ),
    Scheme(
        "rule",
        "established rule",
        ("The rule says that in cases of the kind K, A is to be done", "This case is of kind K"),
        "A is to be done here",
        (
            granted("exists", "Is there such a rule, and does it say this?"),
            granted("applies", "Is this a case of the kind that it is for?"),
            unless("exception", "Is there an exception for cases such as this?"),
            unless("other-rule", "Does another rule go before it here?"),
        ),
        "argument from established rule",
        ("law", "established-rule", "regulation"),
    ),
)
"""In the order in which they are listed."""
