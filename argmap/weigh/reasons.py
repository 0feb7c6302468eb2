"""Why something came out as it did, in one sentence that names what decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from argmap.model import Flag, Kind
from argmap.weigh.judging import (
    CHALLENGES,
    CONTESTED,
    FALLS,
    OPEN,
    STANDS,
    WORD,
    YIELDS,
    state_kind,
)
from argmap.weigh.naming import listed, name_in

if TYPE_CHECKING:
    from argmap.weigh.standing import Weighing

_MOST = 3
"""As many attacks that come to nothing are named."""
_FELT = (STANDS, CONTESTED, CHALLENGES)


def reason(weighing: Weighing, key: str) -> str:
    """Say why a statement or link has its standing; see :meth:`Weighing.reason`."""
    standing = weighing.standings[key]
    given = weighing.forced.get(key)
    if given is not None:
        return f"{standing}: it is {'assumed' if given == 'stands' else 'left out'} here"
    words = _Words(weighing, weighing.graph.essay_of(key).key)
    nodes = weighing.network.nodes_of(key)
    if nodes[0] < weighing.network.count:
        return f"{standing}: {words.statement(nodes[0])}"
    node = next(n for n in nodes if state_kind(weighing.states[n]) == _NUMBERS[standing])
    return f"{standing}: {words.link(node)}"


_NUMBERS = {"stands": STANDS, "falls": FALLS, "contested": CONTESTED, "open": OPEN}


class _Words:
    def __init__(self, weighing: Weighing, home: str) -> None:
        self.net = weighing.network
        self.states = weighing.states
        self.graph = weighing.graph
        self.home = home

    def statement(self, node: int) -> str:
        state = self.states[node]
        if state in (OPEN, WORD):
            parts = [self._without_grounds(node)]
            answers = self._steps(self._inner(node), (CONTESTED, CHALLENGES))
            if answers:
                s = "" if self._plural(answers) else "s"
                parts.append(f"{self._names(answers)} answer{s} it")
            return "; ".join(parts)
        if state == FALLS:
            attacks = self.net.attacks[node]
            inner = self._steps(self._inner(node), (STANDS,))
            holding = inner or self._steps(attacks, (STANDS,))
            s = "" if self._plural(holding) else "s"
            if inner:
                return f"{self._names(inner)} attack{s} it, and stand{s}"
            elsewhere = f"{self._names(holding)} attack{s} it from another work, and stand{s}"
            return f"{self._without_grounds(node)}; {elsewhere}"
        parts = [self._with_grounds(node)]
        if state == CONTESTED:
            parts.append(self._doubts(node))
        else:
            parts += self._repelled(node)
        return "; ".join(part for part in parts if part)

    def _with_grounds(self, node: int) -> str:
        statement = self.net.statements[node]
        if statement.kind is Kind.EVIDENCE:
            return "it is evidence"
        if statement.has(Flag.ASSUMED):
            return "it is assumed"
        if statement.has(Flag.CONCEDED):
            return "its author grants it"
        holding = self._steps(self.net.supports[node], (STANDS,))
        if holding:
            plural = self._plural(holding)
            stand = "stand" if plural else "stands"
            return f"it is supported by {self._names(holding)}, which {stand}"
        doubted = self._steps(self.net.supports[node], (CONTESTED,))
        if doubted:
            return f"its support by {self._names(doubted)} is contested"
        return self._without_grounds(node)  # in a circle

    def _without_grounds(self, node: int) -> str:
        supports = self.net.supports[node]
        if not supports:
            by = self.net.statements[node].by
            return f"only the word of {by} is given for it" if by else "nothing supports it"
        words = []
        bare = self._steps(supports, (OPEN,))
        if bare:
            words.append(self._of_which(bare, (OPEN, WORD), ("is open", "are open")))
        failing = self._steps(supports, (FALLS,))
        falling = [step for step in failing if self._premises([step], (FALLS,))]
        if falling:
            words.append(self._of_which(falling, (FALLS,), ("falls", "fall")))
        cut = [step for step in failing if step not in falling]
        if cut:
            undercuts = [a for step in cut for a in self._steps(self.net.attacks[step], (STANDS,))]
            by = "by a step that falls" if len(cut) == 1 else "by steps that fall"
            words.append(f"{self._names(cut)}, {by} to {self._names(undercuts)}")
        others = self._steps(supports, (STANDS, CONTESTED))
        if not words and others:
            return f"it is supported only in a circle, by {self._names(others)}"
        return f"it is supported by no more than {', and '.join(words)}"

    def _of_which(self, steps: Sequence[int], states: Sequence[int], verb: tuple[str, str]) -> str:
        """Name the premises of some steps, and those of them that are in some states."""
        every = self._premises(steps, range(CHALLENGES))
        some = self._premises(steps, states)
        names = listed([self._name(n) for n in some])
        if len(some) == len(every) or not some:
            return f"{self._names(steps)}, which {verb[len(every) > 1]}"
        return f"{self._names(steps)}, of which {names} {verb[len(some) > 1]}"

    def _premises(self, steps: Iterable[int], states: Sequence[int]) -> list[int]:
        found = {source for step in steps for source in self.net.step(step).sources}
        return sorted(node for node in found if self.states[node] in states)

    def _doubts(self, node: int) -> str:
        attacks: Sequence[int] = self.net.attacks[node]
        if self.net.statements[node].has(Flag.CONCEDED):
            attacks = [a for a in attacks if self.net.step(a).across]
        parts: list[str] = []
        holding = self._steps(attacks, (STANDS,))
        if holding:
            s = "" if self._plural(holding) else "s"
            parts.append(f"{self._names(holding)} attack{s} it from another work, and stand{s}")
        doubted = self._steps(attacks, (CONTESTED,))
        if doubted:
            parts.append(f"the attack by {self._names(doubted)} is contested")
        said = self._steps(attacks, (CHALLENGES,))
        if said:
            s = "" if self._plural(said) else "s"
            tried = any(self.net.attacks[n] for a in said for n in self.net.step(a).sources)
            answer = "no answer to that stands" if tried else "nothing answers that"
            parts.append(f"{self._names(said)} attack{s} it, and {answer}")
        return "; ".join(parts)

    def _inner(self, node: int) -> list[int]:
        """Return the attacks on a node from within its work."""
        return [a for a in self.net.attacks[node] if not self.net.step(a).across]

    def _repelled(self, node: int) -> list[str]:
        attacks = self.net.attacks[node]
        if self.net.statements[node].has(Flag.CONCEDED):
            weighing = self._steps(attacks, _FELT)
            s = "" if self._plural(weighing) else "s"
            return [f"{self._names(weighing)} answer{s} it"] if weighing else []
        parts = []
        for step in attacks[:_MOST]:
            s = "" if self._plural([step]) else "s"
            parts.append(f"{self._names([step])} attack{s} it, but {self._why_not(step)}")
        if len(attacks) > _MOST:
            more = len(attacks) - _MOST
            parts.append(f"{more} more attack{'' if more > 1 else 's'} it to no effect")
        return parts

    def _why_not(self, node: int) -> str:
        """Say why a step is without effect, to go behind its premises."""
        step = self.net.step(node)
        if self.states[node] == YIELDS:
            return self._granted(step.sources)
        for source in step.sources:
            state = self.states[source]
            attacks = self.net.attacks[source]
            one = f"{self._name(source)} " if len(step.sources) > 1 else ""
            if state == FALLS:
                holding = self._steps(attacks, (STANDS,))
                return f"{one}falls{f' to {self._names(holding)}' if holding else ''}"
            if state == OPEN and step.by_word:
                answers = self._steps(self._inner(source), _FELT)
                s = "" if self._plural(answers) else "s"
                told = f", and {self._names(answers)} answer{s} it" if answers else ""
                return f"{one}has no grounds{told}"
            if state == OPEN or (state == WORD and not step.by_word):
                return f"{one}has no grounds"
        undercuts = self._steps(self.net.attacks[node], _FELT)
        if undercuts:
            s = "" if self._plural(undercuts) else "s"
            return f"{self._names(undercuts)} attack{s} the step"
        return "has no grounds" if len(step.sources) == 1 else "have no grounds"

    def _granted(self, sources: Sequence[int]) -> str:
        answers = [a for s in sources for a in self._steps(self.net.attacks[s], _FELT)]
        told = f", and answered by {self._names(answers)}" if answers else ""
        return f"is granted{told}" if len(sources) == 1 else f"are granted{told}"

    def link(self, node: int) -> str:
        """Say why a step has its state."""
        step = self.net.step(node)
        state = self.states[node]
        attacks = self.net.attacks[node]
        premises = listed([self._name(source) for source in step.sources])
        s = "" if len(step.sources) > 1 else "s"
        if state == STANDS:
            beaten = [f"the attack by {self._names([a])} fails" for a in attacks[:_MOST]]
            return "; ".join([f"{premises} stand{s}", *beaten])
        if state == OPEN:
            bare = [n for n in step.sources if self.states[n] in (OPEN, WORD)]
            names = listed([self._name(n) for n in bare]) if bare else premises
            return f"{names} {'are' if len(bare) > 1 else 'is'} open"
        if state == FALLS:
            falling = [n for n in step.sources if self.states[n] == FALLS]
            if falling:
                names = listed([self._name(n) for n in falling])
                return f"{names} fall{'' if len(falling) > 1 else 's'}"
            against = self._steps(attacks, _FELT)
            plural = "" if self._plural(against) else "s"
            return f"{self._names(against)} attack{plural} this step" if against else "it is beaten"
        if state == CHALLENGES:
            return f"{premises} {'are' if not s else 'is'} a bare word that nothing answers"
        if state == YIELDS:
            return f"the author grants {premises}, against the author's own case"
        doubted = [n for n in step.sources if state_kind(self.states[n]) == CONTESTED]
        parts = []
        if doubted:
            names = listed([self._name(n) for n in doubted])
            parts.append(f"{names} {'are' if len(doubted) > 1 else 'is'} contested")
        against = self._steps(attacks, _FELT)
        if against:
            plural = "" if self._plural(against) else "s"
            parts.append(f"{self._names(against)} attack{plural} this step")
        return "; ".join(parts) or f"it stands in a circle with {premises}"

    # --- names --------------------------------------------------------------------------------

    def _steps(self, steps: Iterable[int], states: Sequence[int]) -> list[int]:
        return [step for step in steps if self.states[step] in states]

    def _plural(self, steps: Sequence[int]) -> bool:
        return len({s for step in steps for s in self.net.step(step).sources}) > 1

    def _be(self, steps: Sequence[int]) -> str:
        return "are" if self._plural(steps) else "is"

    def _names(self, steps: Iterable[int]) -> str:
        sources = {source for step in steps for source in self.net.step(step).sources}
        return listed([self._name(source) for source in sorted(sources)])

    def _name(self, node: int) -> str:
        return name_in(self.graph, self.net.keys[node], self.home)
