"""Why something came out as it did, in one sentence that names what decides.

That of a statement is said in the language in force (:mod:`argmap.words`), which is English but for
pages; that of a link, and of what is given, in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
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
from argmap.words import say, say_number

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


_TRIED = (
    "{} attacks it, and no answer to that stands",
    "{} attack it, and no answer to that stands",
)
_UNANSWERED = ("{} attacks it, and nothing answers that", "{} attack it, and nothing answers that")

_Which = tuple[tuple[str, str], tuple[str, str]]
"""What is said of all of some premises, and of some of them: of one, and of several."""
_ARE_OPEN: _Which = (
    ("{}, which is open", "{}, which are open"),
    ("{}, of which {} is open", "{}, of which {} are open"),
)
_FALL: _Which = (
    ("{}, which falls", "{}, which fall"),
    ("{}, of which {} falls", "{}, of which {} fall"),
)
_NUMBERS = {"stands": STANDS, "falls": FALLS, "contested": CONTESTED, "open": OPEN}


def _joined(template: str, parts: Iterable[str]) -> str:
    """Put what there is of some parts in a row, each two by a template."""
    said = [part for part in parts if part]
    return reduce(lambda first, then: say(template, first, then), said) if said else ""


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
                parts.append(self._say("{} answers it", "{} answer it", answers))
            return _joined("{}; {}", parts)
        if state == FALLS:
            attacks = self.net.attacks[node]
            inner = self._steps(self._inner(node), (STANDS,))
            holding = inner or self._steps(attacks, (STANDS,))
            if inner:
                return self._say("{} attacks it, and stands", "{} attack it, and stand", inner)
            return _joined("{}; {}", [self._without_grounds(node), self._elsewhere(holding)])
        parts = [self._with_grounds(node)]
        if state == CONTESTED:
            parts.append(self._doubts(node))
        else:
            parts += self._repelled(node)
        return _joined("{}; {}", parts)

    def _with_grounds(self, node: int) -> str:
        statement = self.net.statements[node]
        if statement.kind is Kind.EVIDENCE:
            return say("it is evidence")
        if statement.has(Flag.ASSUMED):
            return say("it is assumed")
        if statement.has(Flag.CONCEDED):
            return say("its author grants it")
        holding = self._steps(self.net.supports[node], (STANDS,))
        if holding:
            one = "it is supported by {}, which stands"
            return self._say(one, "it is supported by {}, which stand", holding)
        doubted = self._steps(self.net.supports[node], (CONTESTED,))
        if doubted:
            return say("its support by {} is contested", self._names(doubted))
        return self._without_grounds(node)  # in a circle

    def _without_grounds(self, node: int) -> str:
        supports = self.net.supports[node]
        if not supports:
            by = self.net.statements[node].by
            return (
                say("only the word of {} is given for it", by) if by else say("nothing supports it")
            )
        words = []
        bare = self._steps(supports, (OPEN,))
        if bare:
            words.append(self._of_which(bare, (OPEN, WORD), _ARE_OPEN))
        failing = self._steps(supports, (FALLS,))
        falling = [step for step in failing if self._premises([step], (FALLS,))]
        if falling:
            words.append(self._of_which(falling, (FALLS,), _FALL))
        cut = [step for step in failing if step not in falling]
        if cut:
            undercuts = [a for step in cut for a in self._steps(self.net.attacks[step], (STANDS,))]
            one, several = "{}, by a step that falls to {}", "{}, by steps that fall to {}"
            names = self._names(cut), self._names(undercuts)
            words.append(say_number(one, several, len(cut), *names))
        others = self._steps(supports, (STANDS, CONTESTED))
        if not words and others:
            return say("it is supported only in a circle, by {}", self._names(others))
        return say("it is supported by no more than {}", _joined("{}, and {}", words))

    def _of_which(self, steps: Sequence[int], states: Sequence[int], words: _Which) -> str:
        """Name the premises of some steps, and those of them that are in some states."""
        all_of_them, some_of_them = words
        every = self._premises(steps, range(CHALLENGES))
        some = self._premises(steps, states)
        names = listed([self._name(n) for n in some])
        if len(some) == len(every) or not some:
            return say_number(*all_of_them, len(every), self._names(steps))
        return say_number(*some_of_them, len(some), self._names(steps), names)

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
            parts.append(self._elsewhere(holding))
        doubted = self._steps(attacks, (CONTESTED,))
        if doubted:
            parts.append(say("the attack by {} is contested", self._names(doubted)))
        said = self._steps(attacks, (CHALLENGES,))
        if said:
            tried = any(self.net.attacks[n] for a in said for n in self.net.step(a).sources)
            parts.append(self._say(*(_TRIED if tried else _UNANSWERED), said))
        return _joined("{}; {}", parts)

    def _elsewhere(self, holding: Sequence[int]) -> str:
        one = "{} attacks it from another work, and stands"
        return self._say(one, "{} attack it from another work, and stand", holding)

    def _inner(self, node: int) -> list[int]:
        """Return the attacks on a node from within its work."""
        return [a for a in self.net.attacks[node] if not self.net.step(a).across]

    def _repelled(self, node: int) -> list[str]:
        attacks = self.net.attacks[node]
        if self.net.statements[node].has(Flag.CONCEDED):
            weighing = self._steps(attacks, _FELT)
            return [self._say("{} answers it", "{} answer it", weighing)] if weighing else []
        parts = []
        for step in attacks[:_MOST]:
            one, several = "{} attacks it, but {}", "{} attack it, but {}"
            parts.append(self._say(one, several, [step], self._why_not(step)))
        if len(attacks) > _MOST:
            more = len(attacks) - _MOST
            one = "{} more attacks it to no effect"
            parts.append(say_number(one, "{} more attack it to no effect", more, more))
        return parts

    def _why_not(self, node: int) -> str:
        """Say why a step is without effect, to go behind its premises."""
        step = self.net.step(node)
        if self.states[node] == YIELDS:
            return self._granted(step.sources)
        for source in step.sources:
            state = self.states[source]
            why = self._why_not_source(source, state, by_word=step.by_word)
            if why:
                return say("{} {}", self._name(source), why) if len(step.sources) > 1 else why
        undercuts = self._steps(self.net.attacks[node], _FELT)
        if undercuts:
            return self._say("{} attacks the step", "{} attack the step", undercuts)
        return say_number("has no grounds", "have no grounds", len(step.sources))

    def _why_not_source(self, source: int, state: int, *, by_word: bool) -> str:
        """Say why a premise gives a step no effect; nothing where it does not do so."""
        if state == FALLS:
            holding = self._steps(self.net.attacks[source], (STANDS,))
            return say("falls to {}", self._names(holding)) if holding else say("falls")
        if state == OPEN and by_word:
            answers = self._steps(self._inner(source), _FELT)
            if answers:
                one = "has no grounds, and {} answers it"
                return self._say(one, "has no grounds, and {} answer it", answers)
        if state == OPEN or (state == WORD and not by_word):
            return say("has no grounds")
        return ""

    def _granted(self, sources: Sequence[int]) -> str:
        answers = [a for s in sources for a in self._steps(self.net.attacks[s], _FELT)]
        if not answers:
            return say_number("is granted", "are granted", len(sources))
        one, several = "is granted, and answered by {}", "are granted, and answered by {}"
        return say_number(one, several, len(sources), self._names(answers))

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

    def _plural(self, steps: Iterable[int]) -> bool:
        return self._number(steps) > 1

    def _number(self, steps: Iterable[int]) -> int:
        return len({s for step in steps for s in self.net.step(step).sources})

    def _say(self, one: str, several: str, steps: Sequence[int], *given: object) -> str:
        """Say something of the premises of some steps, in words for one or for several."""
        return say_number(one, several, self._number(steps), self._names(steps), *given)

    def _names(self, steps: Iterable[int]) -> str:
        sources = {source for step in steps for source in self.net.step(step).sources}
        return listed([self._name(source) for source in sorted(sources)])

    def _name(self, node: int) -> str:
        return name_in(self.graph, self.net.keys[node], self.home)
