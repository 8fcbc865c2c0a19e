"""Whatever its shape, a document says of what it quotes in which language it is, and of nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from accord import words
from every_shape import COUNCIL, DAY, DECKHAND, ENVOY, FLOOR, shapes
from lxml import etree
from paper_languages import spoken_in
from reading import page_of
from word_reading import parts_of

from briefing.model import Brief
from briefing.render import render
from briefing.settings import Template

Reader = Callable[[Brief, Template], list[tuple[str, str]]]
TABLES, LINES = shapes("Titre"), shapes("Titre", compact=True)
IN_TABLES = (
    "trawlers", "Lake Council", words(COUNCIL), words(ENVOY), words(FLOOR), words(DAY), words(DECKHAND), "14,000",
    "Tomas Adeyar",
)  # fmt: skip
IN_LINES = ("days after a court in Orvane upheld the licences", "Name of a person")
OWN_IN_TABLES = (
    "Qui", "les sources divergent", "non indiqué", "Morts", "Destructions", "Publication", "Complétez les phrases",
    "Réponses", "Ce qu’en disent les sources", "16 mai 2026",
)  # fmt: skip
OWN_IN_LINES = ("Morts", "orthographe", "mars 2019", "16 mai 2026")


@pytest.fixture(scope="module")
def french(template: Template) -> Template:
    return replace(template, language="fr", citations="numbers")


def in_page(shown: Brief, french: Template) -> list[tuple[str, str]]:
    """The texts of a page, each with the language of what holds it."""
    texts = page_of(render(shown, "html", french)).xpath("//main//text()")
    holders = ((text, text.getparent().getparent() if text.is_tail else text.getparent()) for text in texts)
    return [(str(text), holder.xpath("string((ancestor-or-self::*/@lang)[last()])")) for text, holder in holders]


def in_word(shown: Brief, french: Template) -> list[tuple[str, str]]:
    """The runs of a Word file, each with its language."""
    body = etree.fromstring(parts_of(render(shown, "docx", french))["word/document.xml"])
    return [
        ("".join(run.itertext("{*}t")), run.xpath("string(*[local-name()='rPr']/*[local-name()='lang']/@*[1])"))
        for run in body.iter("{*}r")
    ]


def in_paper(shown: Brief, french: Template) -> list[tuple[str, str]]:
    """The lines of a PDF, each with its language."""
    return [(text, language) for language, text in spoken_in(render(shown, "pdf", french))]


def languages(told: list[tuple[str, str]], phrases: Iterable[str]) -> dict[str, set[str]]:
    """In which languages the words stand that begin what a run or a line holds."""
    texts = [(text.replace("\u00a0", " ").lstrip("« [,"), language) for text, language in told]
    return {phrase: {language for text, language in texts if text.startswith(phrase)} for phrase in phrases}


@pytest.mark.parametrize(("read", "own"), [(in_page, "fr"), (in_word, ""), (in_paper, "")])
class DescribeWhatIsQuoted:
    def it_names_its_language_in_tables(self, read: Reader, own: str, french: Template) -> None:
        told = read(TABLES, french)
        assert languages(told, IN_TABLES) == {phrase: {"en"} for phrase in IN_TABLES}
        assert languages(told, OWN_IN_TABLES) == {phrase: {own} for phrase in OWN_IN_TABLES}

    def it_names_its_language_in_lines(self, read: Reader, own: str, french: Template) -> None:
        told = read(LINES, french)
        assert languages(told, IN_LINES) == {phrase: {"en"} for phrase in IN_LINES}
        assert languages(told, OWN_IN_LINES) == {phrase: {own} for phrase in OWN_IN_LINES}
