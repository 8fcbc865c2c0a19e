"""What is known of a source, and who says so: the text, the file beside its text, or the operator."""

import pytest
from reading_notation import Draw, ReadText, Write, Zipped

from briefing.errors import NothingToBuildError, SettingError
from briefing.model import Document
from briefing.settings import load_project
from briefing.sources import fingerprints, read

ARTICLE = "The bridge is shut\n\nThe council of Orla shut the bridge on Tuesday after a barge had hit it.\n"
FRENCH = "Les deux États ont signé mardi un traité sur le fleuve, a déclaré le ministre des affaires étrangères."


def of(documents: tuple[Document, ...], field: str) -> list[str | None]:
    return [getattr(document.source, field) for document in documents]


def manners(document: Document) -> dict[str, str]:
    return {finding.field: finding.manner for finding in document.source.found}


class DescribeASidecar:
    def it_tells_of_the_source_beside_it(self, write: Write) -> None:
        write("a.txt", ARTICLE)
        sidecar = write(
            "a.txt.meta.toml",
            """
            title = "Orla's bridge"
            author = "Jane Doe"
            publisher = "Orla Post"
            published = 2024-05-05
            modified = "2024-05-06"
            address = "https://post.example/a"
            language = "en"
            reliability = "B"
            """,
        )
        reading = read([sidecar.parent])
        (document,) = reading.documents
        source = document.source
        assert (source.title, source.author, source.publisher) == ("Orla's bridge", "Jane Doe", "Orla Post")
        assert (source.published, source.modified) == ("2024-05-05", "2024-05-06")
        assert (source.address, source.language, source.reliability) == ("https://post.example/a", "en", "B")
        assert {*manners(document).values()} == {"sidecar"}
        assert reading.skipped == ()

    def it_leaves_what_the_source_states_in_a_note(self, write: Write) -> None:
        write("a.txt", f"The bridge is shut\nPublished: 3 May 2024\n{ARTICLE}")
        folder = write("a.txt.meta.toml", "published = 2024-05-05").parent
        (document,) = read([folder]).documents
        assert document.source.published == "2024-05-05"
        assert document.notes == ("Its date is given by the operator; it states “2024-05-03”.",)

    def it_leaves_what_the_source_states_alike_as_it_is(self, write: Write) -> None:
        write("a.txt", ARTICLE)
        folder = write("a.txt.meta.toml", 'title = "The bridge is shut"').parent
        (document,) = read([folder]).documents
        assert (manners(document), document.notes) == ({"title": "stated"}, ())

    def it_holds_nothing_that_nobody_sees(self, write: Write) -> None:
        write("a.txt", ARTICLE)
        folder = write("a.txt.meta.toml", r'publisher = "Orla\u202e \u0007\n Post"').parent
        assert of(read([folder]).documents, "publisher") == ["Orla Post"]

    def it_is_none_without_a_name(self, write: Write) -> None:
        assert [one.path for one in read([write("a.txt", ARTICLE), write(".meta.toml", "")]).skipped] == [
            "demo/.meta.toml"
        ]

    def it_is_followed_where_its_source_is_given_by_itself(self, write: Write) -> None:
        source = write("a.txt", ARTICLE)
        sidecar = write("a.txt.meta.toml", 'publisher = "Orla Post"')
        assert of(read([source]).documents, "publisher") == ["Orla Post"]
        assert of(read([source, sidecar]).documents, "publisher") == ["Orla Post"]

    def it_tells_of_all_that_lies_in_a_file(self, write: Write, zipped: Zipped) -> None:
        write("saved.zip", zipped({"a.txt": ARTICLE, "news/b.txt": f"{ARTICLE}Ferries run."}))
        folder = write("saved.zip.meta.toml", 'publisher = "Orla Post"').parent
        assert of(read([folder]).documents, "publisher") == ["Orla Post", "Orla Post"]

    def it_may_say_that_a_source_is_in_another_language(self, write: Write) -> None:
        write("a.txt", ARTICLE)
        write("b.txt", f"{ARTICLE}Ferries run.")
        folder = write("b.txt.meta.toml", 'language = "de"').parent
        (skipped,) = read([folder]).skipped
        assert (skipped.path, skipped.language) == ("demo/b.txt", "de")

    def it_may_say_that_a_source_is_in_the_language_of_the_brief(self, write: Write) -> None:
        source = write("a.txt", f"Le traité\n{FRENCH}\nДоговор о реке\n{FRENCH} Oui.")
        with pytest.raises(NothingToBuildError, match="It is in French"):
            read([source])
        write("a.txt.meta.toml", 'language = "en"')
        (document,) = read([source]).documents
        assert manners(document)["language"] == "sidecar"
        assert [document.text[one.start : one.end] for one in document.dropped] == ["Договор о реке"]


class DescribeTheNotesOfAFolder:
    def it_tells_of_sources_by_their_paths(self, write: Write) -> None:
        write("a.txt", ARTICLE)
        write("in/b.txt", f"{ARTICLE}Ferries run.")
        notes = write("sources.toml", '["a.txt"]\npublisher = "Orla Post"\n["in/b.txt"]\npublisher = "Radio"')
        reading = read([notes.parent])
        assert of(reading.documents, "publisher") == ["Orla Post", "Radio"]
        assert reading.skipped == ()

    @pytest.mark.parametrize("name", ["in", "in/*", "in*", "*/b.txt", "*"])
    def it_tells_of_all_that_a_name_fits(self, write: Write, name: str) -> None:
        write("in/deep/b.txt", ARTICLE)
        folder = write("sources.toml", f'["{name}"]\nreliability = "A"').parent
        assert of(read([folder]).documents, "reliability") == ["A"]

    @pytest.mark.parametrize("name", ["b.txt", "i", "deep", "*.md"])
    def it_tells_of_nothing_else(self, write: Write, name: str) -> None:
        write("in/deep/b.txt", ARTICLE)
        folder = write("sources.toml", f'["{name}"]\nreliability = "A"').parent
        with pytest.raises(SettingError, match=r"sources\.toml tells of the source"):
            read([folder])

    def it_tells_of_what_lies_in_an_archive(self, write: Write, zipped: Zipped) -> None:
        write("saved.zip", zipped({"a.txt": ARTICLE, "news/b.txt": f"{ARTICLE}Ferries run."}))
        folder = write("sources.toml", '["saved.zip/news/b.txt"]\nreliability = "C"').parent
        assert of(read([folder]).documents, "reliability") == ["F", "C"]

    def it_says_nothing_where_it_lies_in_an_archive(self, write: Write, zipped: Zipped) -> None:
        told = '["a.txt"]\nreliability = "A"'
        folder = write("saved.zip", zipped({"a.txt": ARTICLE, "sources.toml": told, "a.txt.meta.toml": told})).parent
        reading = read([folder])
        assert of(reading.documents, "reliability") == ["F"]
        assert [one.path for one in reading.skipped] == [
            "demo/saved.zip/a.txt.meta.toml",
            "demo/saved.zip/sources.toml",
        ]

    def it_says_the_most_by_the_longest_name(self, write: Write) -> None:
        write("in/a.txt", ARTICLE)
        told = (
            '["in/a.txt"]\npublisher = "Post"\n["*"]\npublisher = "All"\nreliability = "D"\n["in"]\nreliability = "B"'
        )
        folder = write("sources.toml", told).parent
        (document,) = read([folder]).documents
        assert (document.source.publisher, document.source.reliability, document.notes) == ("Post", "B", ())


class DescribeSeveralWhoSay:
    def it_is_followed_from_the_nearest_on(self, write: Write) -> None:
        write("in/a.txt", ARTICLE)
        write("briefing.toml", '[sources."in/a.txt"]\npublisher = "1"\nauthor = "1"\ntitle = "1"\naddress = "http://1"')
        write("sources.toml", '["in/a.txt"]\npublisher = "2"\nauthor = "2"\ntitle = "2"')
        write("in/sources.toml", '["a.txt"]\npublisher = "3"\nauthor = "3"')
        folder = write("in/a.txt.meta.toml", 'publisher = "4"').parent.parent
        (document,) = read([folder], project=load_project([folder])).documents
        source = document.source
        assert (source.publisher, source.author, source.title, source.address) == ("4", "3", "2", "http://1")
        assert "a.txt.meta.toml goes before sources.toml on its publisher: “4”, not “3”." in document.notes
        assert "sources.toml goes before briefing.toml on its title: “2”, not “1”." in document.notes
        assert "Its title is given by the operator; it states “The bridge is shut”." in document.notes


class DescribeWhatCannotBeFollowed:
    @pytest.mark.parametrize(
        ("name", "toml", "told"),
        [
            ("a.txt.meta.toml", 'publsher = "X"', r"a\.txt\.meta\.toml has the unknown key “publsher”.*“publisher”"),
            ("a.txt.meta.toml", 'published = "May"', r"“published” is “May”, which is no date"),
            ("a.txt.meta.toml", 'language = "english"', r"“language” is “english”, which is no code of a language"),
            ("a.txt.meta.toml", 'title = " "', r"“title” is “ ”, which is empty"),
            ("a.txt.meta.toml", 'reliability = "G"', r"“reliability” cannot be 'G'"),
            ("a.txt.meta.toml", "title =", r"a\.txt\.meta\.toml is not valid TOML"),
            ("b.txt.meta.toml", 'title = "X"', r"b\.txt\.meta\.toml tells of the source “b\.txt”.*“a\.txt”"),
            ("sources.toml", '["b.txt"]\ntitle = "X"', r"sources\.toml tells of the source “b\.txt”.*“a\.txt”"),
            ("sources.toml", '["a.txt"]\ntilte = "X"', r"unknown key “tilte”.*“title”"),
            ("sources.toml", '[a.txt]\ntitle = "X"', r"“a” holds a table\. Put the name of a source in quotes"),
            ("sources.toml", '"a.txt" = "X"', r"“a\.txt” must be a table"),
            ("sources.toml", '["a.txt"]\nmodified = 2024-05-05T10:00:00', r"“modified” cannot be"),
        ],
    )
    def it_says_where_and_the_way_out(self, write: Write, name: str, toml: str, told: str) -> None:
        write("a.txt", ARTICLE)
        folder = write(name, toml).parent
        with pytest.raises(SettingError, match=told):
            read([folder])


class DescribeFingerprints:
    @pytest.mark.parametrize("name", ["a.txt.meta.toml", "sources.toml"])
    def it_is_another_where_the_operator_says_something_else(self, write: Write, name: str) -> None:
        folder = write("a.txt", ARTICLE).parent
        silent = fingerprints([folder])
        table = '["a.txt"]\n' if name == "sources.toml" else ""
        write(name, f'{table}publisher = "X"')
        first = fingerprints([folder])
        write(name, f'{table}publisher = "Y"')
        assert len({silent, first, fingerprints([folder])}) == 3
        assert read([folder]).fingerprints == fingerprints([folder])


class DescribeFrontMatter:
    @pytest.mark.parametrize("name", ["a.md", "a.txt"])
    @pytest.mark.parametrize("authors", ["author: Jane Doe, John Roe", "authors: [Jane Doe, 'John Roe']", "by"])
    def it_tells_of_the_text_behind_it(self, document: ReadText, name: str, authors: str) -> None:
        listed = 'authors:\n  - "[[Jane Doe]]"\n  - John Roe' if authors == "by" else authors
        head = f"title: Orla\n{listed}\nsite: Orla Post\ndate: 2024-05-05\nupdated: 6 May 2024\nlang: en-GB"
        made = document(f"---\n{head}\nsource: https://post.example/a\ntags:\n  - bridge\n---\n{ARTICLE}", name)
        source = made.source
        assert (source.title, source.author, source.publisher) == ("Orla", "Jane Doe, John Roe", "Orla Post")
        assert (source.published, source.modified) == ("2024-05-05", "2024-05-06")
        assert (source.address, source.language) == ("https://post.example/a", "en")
        assert {*manners(made).values()} == {"metadata"}
        assert {one.reason for one in made.dropped} == {"front matter"}

    @pytest.mark.parametrize("name", ["a.md", "a.txt"])
    def it_is_none_where_sentences_stand_between_lines(self, document: ReadText, name: str) -> None:
        made = document(f"---\nThe council shut the bridge.\n---\n{ARTICLE}", name)
        assert "front matter" not in {one.reason for one in made.dropped}
        assert "The council shut the bridge." in made.text

    def it_goes_before_the_date_line_which_is_told(self, document: ReadText) -> None:
        made = document(f"---\ndate: 2024-05-03\n---\nThe bridge\n\nPublished: 2 May 2024\n\n{ARTICLE}", "a.md")
        assert made.source.published == "2024-05-03"
        assert made.notes == ("Its metadata dates it 2024-05-03, its text 2024-05-02; the former is given.",)

    @pytest.mark.parametrize(
        ("in_file", "in_text", "manner"), [("2024-05", "3 May 2024", "stated"), ("2024-05-03", "May 2024", "metadata")]
    )
    def it_agrees_with_a_date_line_that_is_more_or_less_precise(
        self, document: ReadText, in_file: str, in_text: str, manner: str
    ) -> None:
        made = document(f"---\ndate: {in_file}\n---\nThe bridge\n\nPublished: {in_text}\n\n{ARTICLE}", "a.md")
        assert (made.source.published, manners(made)["published"], made.notes) == ("2024-05-03", manner, ())


class DescribeADateOfChange:
    def it_is_what_an_update_states(self, document: ReadText) -> None:
        made = document(f"The bridge\nPublished: 3 May 2024 | Updated: 4 May 2024\n{ARTICLE}")
        assert (made.source.published, made.source.modified) == ("2024-05-03", "2024-05-04")
        assert manners(made)["modified"] == "stated"

    def it_is_the_date_of_publication_too_where_nothing_else_is_stated(self, document: ReadText) -> None:
        made = document(f"The bridge\nLast updated: 4 May 2024\n{ARTICLE}")
        assert (made.source.published, made.source.modified) == ("2024-05-04", "2024-05-04")
        assert made.notes == ("It states only when it was updated; that date is given.",)


class DescribeALineInAnotherScript:
    @pytest.mark.parametrize(
        "words", ["إعلان توقيع معاهدة بين البلدين", "Договор о реке", "条約は火曜日に署名された。"]
    )
    @pytest.mark.parametrize("line", ["{}", "- {}", "# {}", "1. {}", "“{}”", "> {}"])
    @pytest.mark.parametrize("name", ["a.txt", "a.md"])
    def it_is_set_aside_alone(self, drawn: Draw, words: str, line: str, name: str) -> None:
        shown = drawn(f"{ARTICLE}\n{line.format(words)}\n\nFerries carry workers over the river.", name)
        foreign = [row for row in shown.split("\n") if words in row]
        assert [row.startswith("(text in another language): ") for row in foreign] == [True]
        assert "paragraph: Ferries carry workers over the river." in shown

    @pytest.mark.parametrize("words", ["معاهدة", "Договор о реке", "条約は火曜日に署名された。"])
    def it_stays_where_it_is_quoted_within_a_paragraph(self, drawn: Draw, words: str) -> None:
        told = f"The ministry said “{words}” on the treaty of the river, which it had signed on Tuesday."
        assert f"paragraph: {told}" in drawn(f"{ARTICLE}\n{told}")
