"""Who does what to whom. A case: a sentence with its names in brackets, `=>`, `agents verb patients` for each deed."""

import re

import pytest
from language_notation import table

from briefing.language.deeds import deeds
from briefing.model import Entity

DEEDS = """
    [Orlin Mills] bought [Belmora Foods] on Monday. => Orlin Mills buy Belmora Foods
    [Belmora Foods] was bought by [Orlin Mills]. => Orlin Mills buy Belmora Foods
    [Belmora Foods] has been bought on Monday by the rival [Orlin Mills]. => Orlin Mills buy Belmora Foods
    The court convicted [Ana Kovac]. => - convict Ana Kovac
    The court in [Lipnik] convicted [Ana Kovac]. => - convict Ana Kovac
    The court convicted former president [Ana Kovac] and [Ivan Orlin]. => - convict Ana Kovac+Ivan Orlin
    [Ana Kovac] and [Ivan Orlin] were convicted of fraud. => - convict Ana Kovac+Ivan Orlin
    [Chad], [Kenya] and [Ghana] signed a treaty with [Mali]. => Chad+Kenya+Ghana sign -
    Leaders of [Chad], [Kenya] and [Ghana] signed a treaty. => -
    In [Paris], [Ana Kovac] greeted [Ivan Orlin]. => Ana Kovac greet Ivan Orlin
    Supporters of the former president [Ana Kovac] attacked [Ivan Orlin]. => - attack Ivan Orlin
    [Ana Kovac], the former mayor, has accused [Ivan Orlin] of theft. => Ana Kovac accus Ivan Orlin
    She said that [Kenya] will attack [Ghana]. => Kenya attack Ghana
    [Kenya] attacked [Ghana]’s ports. => Kenya attack -
    [Kenya]’s army left. => -
    [Ana Kovac] resigned. => Ana Kovac resign -
    It rained. => -
"""
NAME = re.compile(r"\[([^]]+)\]")


def drawn(drawing: str, start: int = 0) -> str:
    text = NAME.sub(r"\1", drawing)
    names = [(match.start() - 2 * n, match[1]) for n, match in enumerate(NAME.finditer(drawing))]
    entities = [Entity(start + at, start + at + len(name), name, "person", name) for at, name in names]

    def said(starts: tuple[int, ...]) -> str:
        return "+".join(entity.text for entity in entities if entity.start in starts) or "-"

    told = [(deed.agents, deed.verb, deed.patients) for deed in deeds(text, start, entities)]
    return "; ".join(f"{said(agents)} {verb} {said(patients)}" for agents, verb, patients in told)


class DescribeDeeds:
    @pytest.mark.parametrize(("drawing", "told"), table(DEEDS))
    def it_finds_who_did_it_and_to_whom(self, drawing: str, told: str) -> None:
        assert drawn(drawing) == told
        assert drawn(drawing, start=7) == told

    def it_says_where_the_verb_stands(self) -> None:
        (deed,) = deeds("Then Kenya attacked.", 100, [Entity(105, 110, "Kenya", "state", "Kenya")])
        assert (deed.start, deed.end) == (111, 119)
