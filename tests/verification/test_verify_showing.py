"""What a document shows is held against its record, and its record against the sources at hand."""

import json
import re
from pathlib import Path

import pytest
from containers import with_other_part, with_other_record
from typer.testing import CliRunner

from briefing import build, render, verify
from briefing.cli.app import app
from briefing.model import Brief
from briefing.render.json import SEAL

PORT = "The port reopened\n\nThe port of Orle reopened on 3 May 2024, the mayor said. Twelve ships left on that day.\n"
RAIL = (
    "Trains again\n\nTrains run to the port of Orle again. The port of Orle reopened on 3 May 2024, the mayor said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "a.txt").write_text(PORT, "utf-8")
    (folder / "b.txt").write_text(RAIL, "utf-8")
    return folder


@pytest.fixture
def brief(folder: Path) -> Brief:
    return build([folder])


def sentences(file: Path, sources: Path | None = None) -> str:
    return "\n".join(fault.sentence for fault in verify(file, sources).faults)


class DescribeWhatIsShown:
    def it_finds_a_word_that_the_page_shows_otherwise(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.html"
        file.write_bytes(render(brief, "html").replace(b"ships left", b"boats left"))
        assert "It shows “Twelve ships: Twelve boats left on that day." in sentences(file)

    def it_finds_a_number_that_the_page_shows_otherwise(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.html"
        page = render(brief, "html").decode()
        file.write_text(re.sub(r"(Twelve ships left.*?<a [^>]*>)\d(?=</a>)", r"\g<1>7", page, count=1), "utf-8")
        assert re.search(r"It shows “.*that day\.\[7\].*the record gives “.*that day\.\[[12]\]", sentences(file))

    def it_finds_what_the_page_shows_besides(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.html"
        file.write_bytes(render(brief, "html").replace(b"</main>", b"<p>The mayor resigned.</p></main>"))
        assert "It shows “The mayor resigned.”, and the record gives nothing." in sentences(file)

    def it_finds_a_style_that_hides_a_sentence(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.html"
        file.write_bytes(render(brief, "html").replace(b"</style>", b"li:first-child { display: none }</style>", 1))
        assert "its markup is not" in sentences(file)

    def it_finds_a_word_that_the_word_file_shows_otherwise(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.docx"
        file.write_bytes(with_other_part(render(brief, "docx"), "word/document.xml", b"ships left", b"boats left"))
        assert "“Twelve boats left on that day.” was edited: “ships” is now “boats”." in sentences(file)

    @pytest.mark.parametrize("format_", ["pdf", "docx", "html"])
    def it_finds_the_record_of_another_brief(self, brief: Brief, folder: Path, tmp_path: Path, format_: str) -> None:
        (folder / "a.txt").write_text(PORT.replace("Twelve", "Thirty"), "utf-8")
        file = tmp_path / f"brief.{format_}"
        file.write_bytes(with_other_record(render(brief, format_), format_, render(build([folder]), "json")))
        assert sentences(file)

    def it_looks_for_each_sentence_where_the_template_is_not_there(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.html"
        page = render(brief, "html").replace(b'data-template="analyst"', b'data-template="ours"')
        file.write_bytes(page)
        assert verify(file).stands
        assert "was not compared" in verify(file).notes[0]
        file.write_bytes(page.replace(b"ships left", b"boats left"))
        assert "does not show “Twelve ships left on that day.”" in sentences(file)

    def it_reads_a_brief_of_before_there_were_seals(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.json"
        record = json.loads(render(brief, "json"))
        del record[SEAL]
        file.write_text(json.dumps(record), "utf-8")
        report = verify(file)
        assert report.stands
        assert "no seal" in report.notes[0]


class DescribeTheSourcesAtHand:
    @pytest.fixture
    def file(self, brief: Brief, tmp_path: Path) -> Path:
        file = tmp_path / "brief.json"
        file.write_bytes(render(brief, "json"))
        return file

    def it_says_which_words_changed_and_what_rests_on_them(self, file: Path, folder: Path) -> None:
        (folder / "a.txt").write_text(PORT.replace("Twelve", "Thirty"), "utf-8")
        told = sentences(file, folder)
        assert "port/a.txt has other words at" in told
        assert "“Twelve” is now “Thirty”" in told
        assert re.search(r"c\d.* cite what stood there", told)

    def it_says_that_what_is_cited_still_stands(self, file: Path, folder: Path) -> None:
        (folder / "a.txt").write_bytes(PORT.encode() + b"\n \n")
        assert "All that the brief cites of it stands there still, word for word." in sentences(file, folder)

    def it_says_that_a_source_is_missing(self, file: Path, folder: Path) -> None:
        (folder / "b.txt").unlink()
        assert "port/b.txt is not among the sources given" in sentences(file, folder)

    def it_notes_a_source_that_was_never_in_the_brief(self, file: Path, folder: Path) -> None:
        (folder / "c.txt").write_text("Grain\n\nThe price of grain rose again in the valley on Monday.\n", "utf-8")
        report = verify(file, folder)
        assert report.stands
        assert report.notes == ("port/c.txt is no source of the brief.",)

    def it_knows_a_source_under_another_name(self, file: Path, folder: Path) -> None:
        (folder / "a.txt").rename(folder / "z.txt")
        assert verify(file, folder.rename(folder.with_name("harbour"))).stands


class DescribeTheCommand:
    def it_says_that_all_stands(self, brief: Brief, folder: Path, tmp_path: Path) -> None:
        files = [tmp_path / f"brief.{format_}" for format_ in ("json", "html", "docx")]
        for file in files:
            file.write_bytes(render(brief, file.suffix[1:]))
        result = CliRunner().invoke(app, ["verify", *map(str, files), "--sources", str(folder)])
        assert result.exit_code == 0
        assert result.stdout.count("All stands") == len(files)

    def it_exits_with_4_and_says_what_does_not_stand(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.json"
        file.write_bytes(render(brief, "json").replace(b"Twelve", b"Thirty", 1))
        result = CliRunner().invoke(app, ["verify", str(file)])
        assert result.exit_code == 4
        assert "The seal is broken" in result.stdout

    def it_exits_with_4_for_files_of_two_briefs(self, brief: Brief, folder: Path, tmp_path: Path) -> None:
        one, other = tmp_path / "one.json", tmp_path / "other.json"
        one.write_bytes(render(brief, "json"))
        other.write_bytes(render(build([folder], title="Another"), "json"))
        result = CliRunner().invoke(app, ["verify", str(one), str(other)])
        assert result.exit_code == 4
        assert "is of another brief than" in result.stdout

    def it_exits_with_1_for_what_is_no_brief(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("Minutes", "utf-8")
        assert CliRunner().invoke(app, ["verify", str(tmp_path / "notes.txt")]).exit_code == 1

    def it_prints_data_for_other_programs(self, brief: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.json"
        file.write_bytes(render(brief, "json"))
        told = json.loads(CliRunner().invoke(app, ["verify", str(file), "--json"]).stdout)
        assert told["files"][0]["kind"] == "json"
        assert told["faults"] == []
