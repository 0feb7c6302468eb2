"""Gradual semantics: how strong a statement is, from its base score and what bears on it.

Each is a function of a base score, the strengths of the attackers and those of the supporters, all
from 0 to 1, to a strength from 0 to 1. With neither attackers nor supporters it is the base score.
Sums are :func:`math.fsum`'s, the same whatever the order and the version of Python.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import exp, fsum
from types import MappingProxyType

__all__ = [
    "SEMANTICS",
    "Semantics",
    "dfquad",
    "euler_based",
    "h_categorizer",
    "quadratic_energy",
]

Semantics = Callable[[float, Sequence[float], Sequence[float]], float]

_MOST_ENERGY = 700.0
"""Beyond it e to the power of the energy has no float, and strength has long been 1."""


def dfquad(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """DF-QuAD: attackers and supporters are each put together, then held against each other.

    With ``F(v1 … vn) = 1 - (1 - v1) … (1 - vn)`` (0 of none), ``a`` that of the attackers and
    ``s`` that of the supporters: ``base - base * (a - s)`` where ``a >= s``, else
    ``base + (1 - base) * (s - a)``. One attacker of strength 1 makes it 0 if nothing supports.

    Source: A. Rago, F. Toni, M. Aurisicchio, P. Baroni, "Discontinuity-Free Decision Support with
    Quantitative Argumentation Debates", KR 2016.
    """
    against, for_it = _together(attackers), _together(supporters)
    if against >= for_it:
        return base - base * (against - for_it)
    return base + (1.0 - base) * (for_it - against)


def _together(strengths: Sequence[float]) -> float:
    left = 1.0
    for strength in strengths:
        left *= 1.0 - strength
    return 1.0 - left


def quadratic_energy(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Quadratic energy: strength moves from the base as far as the balance of both drives it.

    With the energy ``E``, the sum of the supporters less that of the attackers, and
    ``h(x) = max(x, 0)² / (1 + max(x, 0)²)``: ``base - base * h(-E) + (1 - base) * h(E)``.

    Source: N. Potyka, "Continuous Dynamical Systems for Weighted Bipolar Argumentation", KR 2018.
    """
    energy = fsum(supporters) - fsum(attackers)
    pull = energy * energy / (1.0 + energy * energy)
    return base + (1.0 - base) * pull if energy > 0.0 else base - base * pull


def euler_based(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Euler-based: as quadratic energy, by the exponential of the balance.

    With the energy ``E`` as there: ``1 - (1 - base²) / (1 + base * e^E)``. It never falls below
    the square of the base, and what has a base of 0 stays there.

    Source: L. Amgoud, J. Ben-Naim, "Evaluation of arguments in weighted bipolar graphs",
    International Journal of Approximate Reasoning 99 (2018).
    """
    energy = min(fsum(supporters) - fsum(attackers), _MOST_ENERGY)
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(energy))


def h_categorizer(base: float, attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """h-categorizer: ``base / (1 + the sum of the attackers)``; supporters are not seen.

    Source: P. Besnard, A. Hunter, "A logic-based theory of deductive arguments", Artificial
    Intelligence 128 (2001), where every base is 1; with bases, L. Amgoud, J. Ben-Naim, D. Doder,
    S. Vesic, "Acceptability Semantics for Weighted Argumentation Frameworks", IJCAI 2017.
    """
    return base / (1.0 + fsum(attackers))


SEMANTICS: Mapping[str, Semantics] = MappingProxyType(
    {
        "df-quad": dfquad,
        "quadratic-energy": quadratic_energy,
        "euler-based": euler_based,
        "h-categorizer": h_categorizer,
    }
)
"""The semantics by the names that ``--semantics`` takes, the default first."""
