"""Text in another language than the brief's."""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest
from reading_notation import Draw, ReadText, Write

from briefing.errors import NothingToBuildError
from briefing.sources import language, read
from briefing.sources.prose import Prose

ROOT = Path(__file__).parents[2]
ENGLISH = "The two states signed a treaty on the river on Tuesday. It forbids any new dam."
FRENCH = "Les deux États ont signé mardi un traité sur le fleuve, a déclaré le ministre des affaires étrangères."


def examples() -> dict[str, list[str]]:
    """The sentences that spaCy has for each of its languages, by the language's code."""
    spec = find_spec("spacy")
    assert spec
    assert spec.origin
    files = sorted(Path(spec.origin).parent.glob("lang/*/examples.py"))
    return {
        file.parent.name: [
            text for node in ast.walk(tree) if isinstance(node, ast.List) for text in ast.literal_eval(node)
        ]
        for file, tree in ((file, ast.parse(file.read_text("utf-8"))) for file in files)
    }


class DescribeLanguage:
    def it_is_told_where_there_is_text_enough(self, document: ReadText) -> None:
        assert document(ENGLISH).source.language == "en"

    def it_is_not_told_from_a_few_names(self, document: ReadText) -> None:
        assert document("Kovac, Doe, Roe.").source.language is None

    @pytest.mark.parametrize(
        "line",
        [FRENCH, "إعلان توقيع معاهدة بين البلدين", "Договор о реке", "条約は火曜日に署名された。"],
        ids=["fr", "ar", "ru", "ja"],
    )
    def it_drops_lines_in_another(self, drawn: Draw, line: str) -> None:
        assert f"(text in another language): {line}" in drawn(f"{ENGLISH}\n\n{line}\n\n{ENGLISH} Yes.")

    @pytest.mark.parametrize(
        "line", ["Mali, Niger, Burkina Faso", "“Vive la France,” he shouted.", "Ángela Núñez said no."]
    )
    def it_keeps_lines_with_foreign_names_and_words(self, document: ReadText, line: str) -> None:
        assert document(f"{ENGLISH}\n{line}\n{ENGLISH} Yes.").dropped == ()

    def it_skips_a_source_in_another_and_says_so(self, document: ReadText) -> None:
        with pytest.raises(NothingToBuildError, match=r"It is in French, but the brief is in English\."):
            document(f"Le traité\n{FRENCH}\n{FRENCH} Oui.")

    def it_may_be_another_than_english(self, write: Write) -> None:
        made = read([write("a.txt", f"{FRENCH}\n{ENGLISH}")], language="fr").documents[0]
        assert made.source.language == "fr"
        assert [one.reason for one in made.dropped] == ["text in another language"]


class DescribeTheGuess:
    @pytest.mark.parametrize("line", ["Treaty on the River Forbids Dam", "River treaty signed by two more states"])
    def it_is_not_made_of_a_headline_in_the_words_of_the_article(
        self, document: ReadText, monkeypatch: pytest.MonkeyPatch, line: str
    ) -> None:
        monkeypatch.setattr(language, "_identified", lambda text: pytest.fail(f"asked of: {text}"))
        made = document(f"{line}\n\n{ENGLISH}")
        assert (made.source.language, made.dropped) == ("en", ())


class DescribeProse:
    """The treaty of ENGLISH, with who signed it."""

    prose = Prose.of("en", [f"{ENGLISH} Ana de la Cruz signed it for Sorland.", FRENCH])

    @pytest.mark.parametrize(
        "line", ["River Treaty Forbids Dam", "Cruz: no dam on the Arrel", "Sorland signed a treaty"]
    )
    def it_has_a_line_of_its_words_whatever_names_it_holds(self, line: str) -> None:
        assert self.prose.has(line)

    @pytest.mark.parametrize(
        "line",
        [
            "Sorland: Ana de la Cruz",
            "Sorland a signé le traité de la Cruz",
            "Ana de la Cruz signe la fin de la guerre",
            "Der dam on the Arrel, vom Präsidenten eröffnet",
            "Harvest festival draws record crowds",
        ],
        ids=["names", "accents", "particles", "half of it", "other words"],
    )
    def it_does_not_have_another(self, line: str) -> None:
        assert not self.prose.has(line)

    def it_has_no_line_of_another_language_however_long_it_is(self) -> None:
        prose = Prose.of(
            "en", [line for file in (ROOT / "docs").glob("*.md") for line in file.read_text().splitlines()]
        )
        had = {text for texts in examples().values() for text in texts if prose.has(text)}
        assert had
        assert had <= {*examples()["en"]}

    def it_is_empty_in_a_language_whose_function_words_are_not_known(self) -> None:
        assert not Prose.of("fr", [FRENCH]).has(FRENCH)
