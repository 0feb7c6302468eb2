"""How a statement or step is judged from what bears on it: the definition of docs/weighing.md.

Everything has a *state*, a small number that is 0 until it is known. A node is judged only when
the answer is the same whatever the unknown turns out to be, so that a state once set stays. What
is still unknown in a circle when nothing more can be judged is contested: that is the grounded
reading (Dung 1995), the least fixed point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.model import Flag, Kind, Statement
from argmap.weigh.network import Network

__all__ = ["Judge", "state_kind"]

UNKNOWN, STANDS, FALLS, CONTESTED, OPEN = range(5)
WORD = 5
"""Open, and nothing in its work answers it: a bare word, which an author who reports it faces."""
CHALLENGES = 6
"""An attack by a bare word: it contests, and no more."""
YIELDS = 7
"""An attack by what its author grants against the author's own case: it changes no standing."""

_SHOWN = (UNKNOWN, STANDS, FALLS, CONTESTED, OPEN, OPEN, CONTESTED, CONTESTED)

_NO, _YES, _PERHAPS = 1, 2, 3


def state_kind(state: int) -> int:
    """Return the state that readers are told: one of STANDS, FALLS, CONTESTED and OPEN."""
    return _SHOWN[state]


def _need_no_grounds(statement: Statement) -> bool:
    return statement.accepted or Flag.CONCEDED in statement.flags


class Judge:
    """Judges the nodes of one network, one after another.

    ``values`` holds what is known, by number, and is changed only by :meth:`settle` and by who
    calls it. ``forced`` holds states that are given and not judged: what is assumed or left out.
    """

    def __init__(self, net: Network) -> None:
        self.net = net
        self.values: list[int] = [UNKNOWN] * len(net.onward)
        self.forced: Mapping[int, int] = {}
        self._granted = [Flag.CONCEDED in s.flags for s in net.statements]
        self._accepted = [
            s.kind is not Kind.QUESTION and _need_no_grounds(s) for s in net.statements
        ]
        self._bare: set[int] = set()  # statements of a circle of which it is known that no
        # grounds hold, though not yet whether they fall

    def settle_all(self) -> None:
        """Judge everything; linear (but see :meth:`settle` for circles)."""
        rank = self.net.rank
        for place, node in enumerate(self.net.order):
            if rank[node] == place:
                self.settle(place)

    def settle(self, place: int) -> None:
        """Judge what stands at a place of the order: a node, or a whole circle."""
        members = self.net.circles.get(place)
        if members is None:
            node = self.net.order[place]
            self.values[node] = self._judge(node) or CONTESTED
        else:
            self._settle_circle(members)

    def _judge(self, node: int) -> int:
        forced = self.forced.get(node)
        if forced is not None:
            return forced
        return self._statement(node) if node < self.net.count else self._step(node)

    # --- circles ------------------------------------------------------------------------------

    def _settle_circle(self, members: Sequence[int]) -> None:
        """Judge a circle. Linear in its links for each time that support in a circle is found out.

        That happens once for what is supported only from within, and again when what supported it
        from outside of that falls; after MOST_ROUNDS times the rest is contested.
        """
        inside = set(members)
        self._bare = set()
        for node in members:
            self.values[node] = UNKNOWN
        queue = list(members)
        for _ in range(_MOST_ROUNDS):
            self._spread(queue, inside)
            unknown = [node for node in members if not self.values[node]]
            if not unknown:
                break
            queue = self._unfounded(unknown)
            if not queue:
                break
            self._bare.update(queue)
            queue += [end for node in queue for end in self.net.onward[node] if end in inside]
        for node in members:
            if not self.values[node]:
                self.values[node] = CONTESTED
        self._bare = set()

    def _spread(self, queue: list[int], inside: set[int]) -> None:
        states, onward, count = self.values, self.net.onward, self.net.count
        for node in queue:  # grows as it goes
            if states[node]:
                continue
            states[node] = self._judge(node)
            found = states[node] != UNKNOWN
            if not found and node < count and node not in self._bare:
                found = self._grounds(node) == _NO
                if found:
                    self._bare.add(node)
            if found:
                queue.extend(end for end in onward[node] if end in inside and not states[end])

    def _unfounded(self, unknown: Sequence[int]) -> list[int]:
        """Find the unknown statements that nothing but each other could give grounds; linear."""
        net, states = self.net, self.values
        possible = {node for node in unknown if node < net.count and self._possible(node)}
        missing: dict[int, int] = {}
        for node in unknown:
            if node >= net.count and not net.step(node).attack:
                sources = net.step(node).sources
                missing[node] = sum(not states[s] and s not in possible for s in sources)
        passed = [step for step, count in missing.items() if not count]
        for step in passed:  # grows as it goes
            for end in net.onward[step]:
                if end >= net.count or states[end] or end in possible:
                    continue
                possible.add(end)
                for above in net.onward[end]:
                    if above in missing:
                        missing[above] -= 1
                        if not missing[above]:
                            passed.append(above)
        found = (node for node in unknown if node < net.count and node not in possible)
        return [node for node in found if node not in self._bare]

    def _possible(self, node: int) -> bool:
        """Whether a statement is accepted, or supported by what is settled and does not fail."""
        if self._accepted[node]:
            return True
        known = (self.values[step] for step in self.net.supports[node])
        return any(state in (STANDS, CONTESTED) for state in known)

    # --- one node -----------------------------------------------------------------------------

    def _grounds(self, node: int) -> int:
        if self._accepted[node]:
            return _YES
        if node in self._bare:
            return _NO
        worst = _NO
        known = True
        states = self.values
        for step in self.net.supports[node]:
            state = states[step]
            if state == STANDS:
                return _YES
            if state == CONTESTED:
                worst = _PERHAPS
            elif not state:
                known = False
        return worst if known else UNKNOWN

    def _statement(self, node: int) -> int:
        attacks = self.net.attacks[node]
        grounds = self._grounds(node)
        if not attacks:
            return _ALONE[grounds]
        held = held_across = doubted = doubted_across = unknown = unknown_across = False
        for step in attacks:
            state = self.values[step]
            if self.net.step(step).across:
                held_across = held_across or state == STANDS
                doubted_across = doubted_across or state == CONTESTED
                unknown_across = unknown_across or not state
            elif self._granted[node]:
                pass  # "even so": it weighs what is granted, and does not deny it
            else:
                held = held or state == STANDS
                doubted = doubted or state in (CONTESTED, CHALLENGES)
                unknown = unknown or not state
        if held:
            return FALLS
        if unknown or not grounds:
            return UNKNOWN
        if grounds == _PERHAPS:
            return CONTESTED
        if grounds == _YES and (doubted or doubted_across or held_across):
            return CONTESTED
        if grounds == _NO and held_across:
            return FALLS
        if unknown_across:
            return UNKNOWN
        if grounds == _YES:
            return STANDS
        # Doubts from another work are no answer to a word in this one.
        return OPEN if doubted else WORD

    def _step(self, node: int) -> int:
        step = self.net.step(node)
        states = self.values
        open_premise = doubted = unknown = word = False
        for source in step.sources:
            state = states[source]
            if state == FALLS:
                return FALLS
            if state == OPEN or (state == WORD and not step.by_word):
                open_premise = True
            elif not state:
                unknown = True
                open_premise = open_premise or (source in self._bare and not step.by_word)
            elif state == CONTESTED:
                doubted = True
            elif state == WORD:
                word = True
        if open_premise:
            return OPEN
        undercut = False
        for attack in self.net.attacks[node]:
            state = states[attack]
            if not state:
                unknown = True
            elif state == STANDS and not self.net.step(attack).across:
                return FALLS
            elif state in _FELT:
                undercut = True
        if unknown:
            return UNKNOWN
        if step.granting:
            return YIELDS
        if word:  # which a word is enough to answer
            return FALLS if undercut else CONTESTED if doubted else CHALLENGES
        return CONTESTED if doubted or undercut else STANDS


_ALONE = (UNKNOWN, WORD, STANDS, CONTESTED)
_FELT = frozenset((STANDS, CONTESTED, CHALLENGES))
_MOST_ROUNDS = 100
