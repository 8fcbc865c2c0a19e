"""Step 3: sources that belong together, and the reasons that brought them there.

Enters: ids of sources, then reasons. Leaves: groups. What is together already is
not joined anew, so that a group of n sources has n - 1 reasons.
"""

from collections.abc import Iterable

from briefing.model import Reason


class Kin:
    """A disjoint-set forest over sources, whose links are reasons.

    Args:
        sources: their ids, in the order of the groups.
    """

    def __init__(self, sources: Iterable[str]) -> None:
        self._leader = {source: source for source in sources}
        self._order = {source: n for n, source in enumerate(self._leader)}
        self._why: list[Reason] = []

    def leader(self, source: str) -> str:
        """The source that stands for the group: its first."""
        while (above := self._leader[source]) != source:
            self._leader[source] = self._leader[above]
            source = above
        return source

    def apart(self, a: str, b: str) -> bool:
        """Whether nothing has brought two sources together yet."""
        return self.leader(a) != self.leader(b)

    def join(self, reason: Reason) -> None:
        """Bring two sources together, unless they are."""
        if self.apart(reason.source, reason.other):
            first, second = sorted(map(self.leader, (reason.source, reason.other)), key=self._order.__getitem__)
            self._leader[second] = first
            self._why.append(reason)

    def groups(self) -> list[tuple[tuple[str, ...], tuple[Reason, ...]]]:
        """The sources of each group and its reasons, in the order of the sources."""
        sources: dict[str, list[str]] = {}
        why: dict[str, list[Reason]] = {}
        for source in self._order:
            sources.setdefault(self.leader(source), []).append(source)
        for reason in self._why:
            why.setdefault(self.leader(reason.source), []).append(reason)
        return [(tuple(group), tuple(why.get(first, ()))) for first, group in sources.items()]
