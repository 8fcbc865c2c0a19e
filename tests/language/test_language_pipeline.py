"""A trained pipeline → the names it recognises; the shipped one, or another that the user names."""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from language_notation import document
from spacy.tokens import Doc

from briefing.errors import SettingError
from briefing.language import analyse, recognised, signature
from briefing.language.recogniser import recogniser
from briefing.model import Sentence

MakePipeline = Callable[..., str]


@pytest.fixture
def make_pipeline(tmp_path: Path) -> MakePipeline:
    """Writes a small spaCy pipeline that knows a few names, and tells its folder."""

    def make(component: str = "ner", lang: str = "en", **labels: str) -> str:
        nlp = spacy.blank(lang, meta={"name": "small", "version": "1.2"})
        patterns = [{"label": label, "pattern": name} for name, label in labels.items()]
        nlp.add_pipe("entity_ruler", name=component).add_patterns(patterns or [{"label": "ORG", "pattern": "?"}])
        nlp.add_pipe("sentencizer")
        nlp.to_disk(tmp_path / "small")
        return str(tmp_path / "small")

    return make


def names(found: tuple[Sentence, ...]) -> list[str]:
    return [f"{entity.kind} {entity.text}" for sentence in found for entity in sentence.entities]


class DescribeAnotherPipeline:
    @pytest.mark.parametrize(
        ("label", "kind"),
        [
            ("PERSON", "person"),
            ("PER", "person"),
            ("ORG", "organisation"),
            ("GPE", "place"),
            ("LOC", "place"),
            ("FAC", "place"),
        ],
    )
    def it_recognises_names_in_place_of_the_shipped_one(
        self, make_pipeline: MakePipeline, label: str, kind: str
    ) -> None:
        pipeline = make_pipeline(Zurlu=label)
        assert names(analyse([document("They praised Zurlu.")], pipeline=pipeline)) == [f"{kind} Zurlu"]

    def it_is_named_in_the_signature(self, make_pipeline: MakePipeline) -> None:
        assert signature(make_pipeline(Zurlu="ORG")).startswith("en_small 1.2 + ")

    def it_takes_labels_that_are_no_actors_for_nothing(self, make_pipeline: MakePipeline) -> None:
        pipeline = make_pipeline(Zurlu="WORK_OF_ART")
        assert names(analyse([document("They praised Zurlu.")], pipeline=pipeline)) == []

    def it_sees_a_long_document_in_parts_and_finds_the_same(
        self, make_pipeline: MakePipeline, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pipeline = make_pipeline(Zurlu="ORG")
        text = document("\n".join(["They praised Zurlu. It rained."] * 20))
        whole = analyse([text, text], pipeline=pipeline)
        monkeypatch.setattr(recognised, "LONGEST_PART", 7)
        monkeypatch.setattr(recognised, "LARGEST_BATCH", 30)
        assert analyse([text, text], pipeline=pipeline) == whole
        assert len(names(whole)) == 40

    def it_is_not_shown_what_is_too_long_to_be_a_sentence(
        self, make_pipeline: MakePipeline, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pipeline, shown = make_pipeline(Zurlu="ORG"), []

        def look(docs: list[Doc]) -> list[Doc]:
            shown.extend(doc.text.strip() for doc in docs)
            return docs

        monkeypatch.setattr(recogniser(pipeline), "pipe", look)
        analyse([document("It rained.\n" + "they praised Zurlu " * 333 + "x\nIt was dry.")], pipeline=pipeline)
        assert shown == ["It rained.", "It was dry."]


class DescribeAPipelineThatCannotBeUsed:
    @pytest.mark.parametrize("name", ["en_core_web_nowhere", "../nowhere", "no such name", ""])
    def it_is_said_where_there_is_none(self, name: str) -> None:
        with pytest.raises(SettingError, match=f"No spaCy pipeline “{name}” is installed"):
            signature(name)

    def it_is_said_where_it_recognises_no_names(self, make_pipeline: MakePipeline) -> None:
        with pytest.raises(SettingError, match="has no component “ner”"):
            signature(make_pipeline(component="ruler"))

    def it_is_said_where_it_is_for_another_language(self, make_pipeline: MakePipeline) -> None:
        with pytest.raises(SettingError, match="is for the language “fr”; name one for “en”"):
            signature(make_pipeline(lang="fr"))

    def it_is_said_where_the_folder_holds_something_else(self, tmp_path: Path) -> None:
        with pytest.raises(SettingError, match="is no spaCy pipeline"):
            signature(str(tmp_path))

    def it_is_said_where_it_does_not_load(self, make_pipeline: MakePipeline) -> None:
        folder = Path(make_pipeline(Zurlu="ORG"))
        (folder / "config.cfg").unlink()
        with pytest.raises(SettingError, match="cannot be loaded"):
            analyse([document("They praised Zurlu.")], pipeline=str(folder))
