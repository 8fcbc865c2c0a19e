"""What a trained pipeline recognises, beside what is known and what is explained → one name for each place.

What is recognised is drawn in braces: `{ORG Upland Voice} left.`
"""

import re

import pytest
from language_notation import document, named, table
from spacy.tokens import Doc

from briefing.language import entities, pipeline

MARK = re.compile(r"\{(?P<label>[A-Z_]+) (?P<name>[^{}]+)\}")

FOUND = """
    They praised {PERSON Vesna Orlin}. => person Vesna Orlin
    They praised {PER Vesna Orlin}. => person Vesna Orlin
    They praised {ORG Zurlu}. => organisation Zurlu
    They went to {GPE Zurlu}. => place Zurlu
    They spoke to the {NORP Zurlu}. => people Zurlu
    After the {EVENT Zurlu War} they left. => event Zurlu War
    They read {WORK_OF_ART Zurlu}. => thing Zurlu
    They won {MONEY Zurlu}. => -
"""

KNOWN_FIRST = """
    {ORG Norway} left. => state Norway
    They left {PERSON Nairobi}. => place Nairobi
    The {PERSON African Union} met. => organisation African Union
    {PERSON Wagner} sang. => person Wagner
    The {ORG Apple} was sold. => organisation Apple
    Apple was sold. => -
"""

PARTS = """
    The {ORG Norway Lions} won. => organisation Norway Lions
    {PERSON Kenya Orlin} sang. => person Kenya Orlin
    The {EVENT 2019 Norway Open} began. => event 2019 Norway Open
    The {ORG Norway's Defence} budget rose. => state Norway
    They crossed {LOC northern Kenya}. => state Kenya
    The {ORG West African Sahel} is dry. => place Sahel
    They recalled {LOC West Germany}. => place West Germany
    After the {EVENT Ministry of Health Cup} they left. => event Ministry of Health Cup
"""

TRIMMED = """
    {PERSON Besides Vesna Orlin}, nobody left. => person Vesna Orlin
    They praised {PERSON An Orlin}. => person An Orlin
    The {ORG Zurlu regional bloc} left. => organisation Zurlu
    The {ORG West African} bloc left. => people West African
    {PERSON Policeman Vesna Orlin} left. => person Vesna Orlin
    The {ORG CCTV} broke down. => thing CCTV
    They live in {PERSON Zurlu Province}. => place Zurlu Province
    The {ORG Zurlu Treaty} was signed. => thing Zurlu Treaty
    The faction {ORG Zurlu} ash-{PERSON Orlin} left. => organisation Zurlu ash-Orlin
    They praised {ORG Zurlu} at-large members. => organisation Zurlu
    {PERSON Vesna} “{MISC El Zurlu}” {PERSON Orlin} left. => person Vesna “El Zurlu” Orlin
    The {ORG Zurlu} and {ORG Orlin Union} (ZOU) left.
    => organisation Zurlu and Orlin Union; organisation ZOU = Zurlu and Orlin Union
    The {ORG Zurlu} and {ORG Orlin Union} (OU) left.
    => organisation Zurlu; organisation Orlin Union; organisation OU = Orlin Union
    {PERSON Hurricane Zurlu} came. => thing Hurricane Zurlu
"""

EXPLAINED_FIRST = """
    They met President {ORG Ana Kovac}. => person Ana Kovac
    The author, {ORG JK Orlin}, left. => person JK Orlin
    The {LOC Upland Forum} left. => organisation Upland Forum
    The {MISC Upland Health Agency} left. => organisation Upland Health Agency
    The militia {PERSON Zurlu} left. => organisation Zurlu
    {NORP Orlian} Airlines left. => organisation Orlian Airlines
    They met observer {ORG Liberal Union}. => organisation Liberal Union
    {PERSON Upland Voice} reports that it rained. => outlet Upland Voice
    {PERSON Upland Voice} reported that it rained. => person Upland Voice
    {ORG Upland Voice} reports that it rained. => outlet Upland Voice
    The {PERSON Upland Gazette} said so. => outlet Upland Gazette
    It was in {ORG Die Zeit}. => outlet Die Zeit
"""

AGAIN = """
    They praised {ORG Zurlu}. Zurlu left. => organisation Zurlu; organisation Zurlu
    They praised {ORG Zurlu}. Zurlu Orlin left. => organisation Zurlu
    The {ORG Zurlu Water Users} (ZWU) met. ZWU left.
    => organisation Zurlu Water Users; organisation ZWU = Zurlu Water Users; organisation ZWU = Zurlu Water Users
    They praised {PERSON Vesna Orlin}. Orlin left. => person Vesna Orlin; person Orlin = Vesna Orlin
"""


CORRECTED = """
    {PERSON Zurlu} is a village in the hills. {PERSON Zurlu} has a mill. => place Zurlu; place Zurlu
    They praised {ORG Zurlu}. So did {PERSON Zurlu}, and {ORG Zurlu}.
    => organisation Zurlu; organisation Zurlu; organisation Zurlu
    They came from the town of {ORG Zurlu}. => place Zurlu
    The {PERSON Zurlu} river rose. => place Zurlu
    It rained in {PERSON Zurlu}. => place Zurlu
    It rained in {PERSON Zurlu}’s fields. => person Zurlu
    It rained in {PERSON Zurlu Orlin} and on. => person Zurlu Orlin
    They praised {ORG Zurlu}, a company. => organisation Zurlu
    They met {PERSON Vesna Orlin}. {LOC Orlin} left. => person Vesna Orlin; person Orlin = Vesna Orlin
    They met {PERSON John London}. {LOC London} was cold. => person John London; place London
"""


def recognised(drawing: str) -> Doc:
    """The Doc of a drawing, with what its braces say for the names that a pipeline recognised."""
    text, spans = "", []
    at = 0
    for mark in MARK.finditer(drawing):
        text += drawing[at : mark.start()]
        spans.append((len(text), len(text) + len(mark["name"]), mark["label"]))
        text, at = text + mark["name"], mark.end()
    nlp = pipeline.load()
    with nlp.select_pipes(disable=["recognised", "names", "roles", "dates", "attribution"]):
        (doc,) = nlp.pipe([pipeline.prepared(nlp, document(text + drawing[at:]), None)])
    doc.ents = [doc.char_span(start, end, label) for start, end, label in spans]
    return nlp.get_pipe("names")(doc)


class DescribeRecognisedNames:
    @pytest.mark.parametrize(("text", "found"), table(FOUND))
    def it_takes_them_under_its_own_labels(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    @pytest.mark.parametrize(("text", "found"), table(KNOWN_FIRST))
    def it_believes_a_known_name_first_but_for_those_that_mean_two_things(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    @pytest.mark.parametrize(("text", "found"), table(PARTS))
    def it_takes_no_known_name_out_of_a_longer_one(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    @pytest.mark.parametrize(("text", "found"), table(TRIMMED))
    def it_takes_off_what_is_no_part_of_a_name(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    @pytest.mark.parametrize(("text", "found"), table(EXPLAINED_FIRST))
    def it_believes_titles_and_how_outlets_speak_before_what_is_recognised(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    @pytest.mark.parametrize(("text", "found"), table(AGAIN))
    def it_finds_a_name_again_where_it_is_not_recognised(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    @pytest.mark.parametrize(("text", "found"), table(CORRECTED))
    def it_learns_from_the_document_what_a_name_is(self, text: str, found: str) -> None:
        assert named(recognised(text)) == found

    def it_keeps_no_people_events_or_things_in_a_sentence(self) -> None:
        assert {"people", "event", "thing"} == entities.OTHERS
        doc = recognised("The {NORP Zurlu}, the {EVENT Zurlu War} and the {ORG Zurlu Treaty} were named.")
        for component in ("roles", "dates", "attribution"):
            doc = pipeline.load().get_pipe(component)(doc)
        assert [sentence.entities for sentence in pipeline.sentences(document(doc.text), doc)] == [()]
