from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from briefing import pipeline
from briefing.errors import MissingLibraryError, NothingToBuildError, OutputError
from briefing.model import Apart, Bounds, Brief, Origin, Reason, Section
from briefing.pipeline.wanted import Wanted

Run = Callable[..., Result]
Calls = list[dict[str, Any]]


class DescribeItsArguments:
    def it_takes_files_and_folders(self, run: Run, calls: Calls) -> None:
        assert run("build", "a.txt", "folder").exit_code == 0
        assert calls[0]["paths"] == [Path("a.txt"), Path("folder")]

    def it_has_the_analyst_brief_as_pdf_word_and_data_in_output_for_a_default(self, run: Run, calls: Calls) -> None:
        assert run("build", "a.txt").exit_code == 0
        assert calls[0]["template"].name == "analyst"
        assert sorted(map(str, Path().rglob("*.*"))) == [
            "output/brief.docx",
            "output/brief.json",
            "output/brief.pdf",
        ]

    def it_hands_every_setting_on(self, run: Run, calls: Calls) -> None:
        run(
            *("build", "a.txt", "--template", "summary", "--title", "The treaty", "--as-of", "2023-07"),
            *("--words", 80, "--ranker", "lexrank", "--pipeline", "en_small", "--names", "a.toml", "--names", "b.toml"),
            *("--concepts", "c.toml", "--concepts", "d.toml"),
            *("--encoder", "minilm", "--marking", "OFFICIAL", "--embargo", "noon"),
            *("--topic", "dams", "--since", "2023", "--until", "2023-07", "--limit", 5, "--index", "my.index"),
            *("--workers", 3),
            *("--output", "out/deep", "--name", "july", "--format", "HTML"),
        )
        template = calls[0].pop("template")
        assert template.name == "summary"
        assert (calls[0].pop("project").file, calls[0].pop("without")[0]) == (None, Path("out/deep"))
        assert calls == [
            {
                "paths": [Path("a.txt")],
                "title": "The treaty",
                "as_of": "2023-07",
                "marking": "OFFICIAL",
                "embargo": "noon",
                "since": None,
                "wanted": Wanted("dams", Bounds("2023", "2023-07"), 5, Path("my.index")),
                "words": 80,
                "ranker": "lexrank",
                "pipeline": "en_small",
                "names": [Path("a.toml"), Path("b.toml")],
                "concepts": [Path("c.toml"), Path("d.toml")],
                "encoder": Path("minilm"),
                "generated": None,
                "cache": True,
                "executor": None,
                "workers": 3,
            }
        ]
        assert Path("out/deep/july.html").is_file()

    def it_writes_a_format_once_however_often_it_is_named(self, run: Run, calls: Calls) -> None:
        result = run("build", "a.txt", "--format", "json", "--format", "json")
        assert result.stdout.count("brief.json") == len(calls) == 1


class DescribeWrongUsage:
    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["--template", "analist"], "Did you mean “analyst”?"),
            (["--template", "zzz"], "Known are: analyst, executive, press, situation, student, summary"),
            (["--format", "pfd"], "Did you mean “pdf”?"),
            (["--format", "xyz"], "Known are: docx, html, json, md, pdf."),
            (["--words", "0"], "'0' is no number of words"),
            (["--words", "many"], "'many' is no number of words"),
            (["--name", "../brief"], "'../brief' is no plain file name"),
            (["--name", ""], "'' is no plain file name"),
            (["--name", ".."], "'..' is no plain file name"),
            (["--title", " "], "' ' is no title"),
            (["--title", "a\x1b[2J"], "'a\\x1b[2J' is no title"),
            (["--wrods", "80"], "--words"),
        ],
    )
    def it_is_told_with_what_would_be_right(self, run: Run, calls: Calls, arguments: list[str], sentence: str) -> None:
        result = run("build", "a.txt", *arguments)
        assert result.exit_code == 2
        assert sentence in result.stderr
        assert not calls

    def it_needs_a_path(self, run: Run, calls: Calls) -> None:
        result = run("build")
        assert result.exit_code == 2
        assert "PATH" in result.stderr
        assert not calls

    @pytest.mark.parametrize("text", ["2012", "2023-07", "2023-09-16", "2024-02-29"])
    def it_knows_a_date_of_any_precision(self, run: Run, calls: Calls, text: str) -> None:
        assert run("build", "a.txt", "--as-of", text).exit_code == 0
        assert calls[0]["as_of"] == text

    @pytest.mark.parametrize(
        "text",
        [
            "2023-02-29",
            "2023-13",
            "2023-00",
            "0000",
            "23",
            "2023-7",
            "2023-07-",
            "20230716",
            "16 July",
            "２０２３",
        ],
    )
    def it_refuses_a_date_that_the_calendar_does_not_have(self, run: Run, calls: Calls, text: str) -> None:
        result = run("build", "a.txt", "--as-of", text)
        assert result.exit_code == 2
        assert f"'{text}' is no date. Write it as 2012, 2023-07 or 2023-09-16." in result.stderr
        assert not calls


@pytest.mark.usefixtures("calls")
class DescribeItsReport:
    def it_says_what_was_read(self, run: Run) -> None:
        lines = run("build", "in").stdout.splitlines()
        assert _cells(lines, "in/a.txt") == ["in/a.txt", "River treaty", "14", "en", "O1"]
        assert _cells(lines, "in/b.txt") == ["in/b.txt", "not stated", "4", "not stated", "O2"]

    def it_counts_what_was_left_out_by_reason(self, run: Run) -> None:
        lines = run("build", "in").stdout.splitlines()
        assert _cells(lines, "in/a.txt", "navigation") == ["in/a.txt", "navigation", "2", "3"]
        assert _cells(lines, "in/a.txt", "off topic") == ["in/a.txt", "off topic", "1", "4"]

    @pytest.mark.parametrize(
        "line",
        [
            ["in/c.txt", "It is empty."],
            ["in/a.txt", "Its encoding was guessed: windows-1252."],
            ["output/brief.pdf", "1.5 kB"],
        ],
    )
    def it_says_what_was_skipped_guessed_and_written(self, run: Run, line: list[str]) -> None:
        assert _cells(run("build", "in").stdout.splitlines(), *line) == line

    def it_ends_with_a_summary(self, run: Run) -> None:
        last = run("build", "in").stdout.splitlines()[-1]
        assert last.startswith("1 sentence, 7 words, from 2 sources of 2 origins, in ")

    def it_says_what_is_set_apart_and_what_to_do(self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
        two = replace(brief, apart=(Apart(("S2",), "Two of a kind"),))
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: two)
        *_, told, last = run("build", "in").stdout.splitlines()
        assert told == (
            "Set apart: 1 source, about another event as it seems (“Two of a kind”). "
            "To brief that event: briefing build in/b.txt"
        )
        assert "from 1 source of 1 origin," in last

    @pytest.mark.parametrize(("published", "times"), [("2999-05-03", 1), ("2999", 1), ("2024-05-03", 0)])
    def it_says_which_source_is_dated_after_today(
        self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch, published: str, times: int
    ) -> None:
        dated, *others = brief.documents
        dated = replace(dated, source=replace(dated.source, published=published))
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: replace(brief, documents=(dated, *others)))
        told = f"in/a.txt is dated {published}, which is yet to come. If that is a slip, mend the file or give"
        assert run("build", "in").stdout.count(told) == times

    def it_says_why_sources_share_an_origin(self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
        shared = Origin("O1", ("S1", "S2"), (Reason("S2", "is byte for byte the same as", "S1"),))
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: replace(brief, origins=(shared,)))
        lines = run("build", "in").stdout.splitlines()
        assert _cells(lines, "O1") == ["O1", "in/b.txt is byte for byte the same as in/a.txt."]

    def it_names_the_cue_set_that_fits_better(self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "--cue-set" not in run("build", "in").stdout
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: replace(brief, better_set="disaster"))
        assert "another kind of event: --cue-set disaster" in run("build", "in").stdout

    def it_keeps_progress_apart_with_a_line_for_each_file(self, run: Run) -> None:
        result = run("build", "in")
        assert result.stderr.splitlines() == [
            "Reading: in/a.txt",
            "Reading: in/b.txt",
            "Analysis: 2 documents",
        ]
        assert "Reading" not in result.stdout

    def it_prints_nothing_when_quiet(self, run: Run) -> None:
        assert run("build", "in", "--quiet").output == ""

    def it_shows_names_without_obeying_them(self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
        document = brief.documents[0]
        named = replace(document, source=replace(document.source, path="in/[red]\x1b[2J\udcff:cat:.txt"))
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: replace(brief, documents=(named,)))
        assert r"in/[red]\x1b[2J\udcff:cat:.txt" in run("build", "in").stdout


class DescribeAnError:
    def it_tells_each_reason_why_nothing_was_built_in_a_line(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        _raise(monkeypatch, NothingToBuildError(("a.txt does not exist.", "b is an empty folder.")))
        result = run("build", "a.txt", "b", "--quiet")
        assert result.exit_code == 1
        assert result.stderr.splitlines() == ["Error: a.txt does not exist.", "Error: b is an empty folder."]
        assert result.stdout == ""

    @pytest.mark.parametrize("error", [OutputError("Cannot write."), MissingLibraryError("Install Pango.")])
    def it_is_a_sentence(self, run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
        _raise(monkeypatch, error)
        result = run("build", "a.txt")
        assert result.exit_code == 1
        assert result.stderr == f"Error: {error}\n"

    def it_is_no_noise_when_the_user_stops_the_work(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        _raise(monkeypatch, KeyboardInterrupt())
        result = run("build", "a.txt")
        assert (result.exit_code, result.output.strip()) == (130, "")

    def it_keeps_its_traceback_when_it_is_a_bug(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        _raise(monkeypatch, ZeroDivisionError())
        assert isinstance(run("build", "a.txt").exception, ZeroDivisionError)


@pytest.mark.usefixtures("calls")
class DescribeStrict:
    def it_exits_with_3_when_a_source_was_skipped(self, run: Run) -> None:
        result = run("build", "in", "--strict", "--quiet")
        assert result.exit_code == 3
        assert result.stderr.splitlines() == ["Error: in/c.txt was skipped. It is empty."]
        assert Path("output/brief.pdf").is_file()

    @pytest.mark.parametrize("shape", ["bullets", "prose", "actors", "timeline", "disagreements"])
    def it_exits_with_3_when_a_required_section_is_empty(
        self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch, shape: Any
    ) -> None:
        empty = replace(brief.sections[1], shape=shape, required=True)
        wanting = replace(brief, sections=(brief.sections[0], empty), skipped=())
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: wanting)
        result = run("build", "in", "--strict")
        assert result.exit_code == 3
        assert "The section “Challenges” is required and empty" in result.stderr

    def it_takes_a_required_annex_for_filled_where_a_source_is_cited(
        self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        annex = Section("annex", "Annex", "passages", required=True)
        whole = replace(brief, sections=(brief.sections[0], annex), skipped=())
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: whole)
        assert run("build", "in", "--strict").exit_code == 0

    def it_exits_with_3_when_a_source_is_set_apart(
        self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        two = replace(brief, apart=(Apart(("S2",)),), skipped=())
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: two)
        result = run("build", "in", "--strict", "--quiet")
        assert result.exit_code == 3
        assert result.stderr.startswith("Error: Set apart: 1 source,")

    @pytest.mark.parametrize(("formats", "code"), [(("--format", "html"), 3), (("--format", "json"), 0)])
    def it_exits_with_3_when_the_fonts_lack_a_character(
        self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch, formats: tuple[str, ...], code: int
    ) -> None:
        unshown = replace(brief, title="Cuneiform 𒀀", skipped=())
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: unshown)
        assert ("no glyph for “𒀀” (U+12000) in the title" in run("build", "in", *formats).stdout) is (code == 3)
        result = run("build", "in", "--strict", "--quiet", *formats)
        assert result.exit_code == code
        assert ("no glyph for “𒀀”" in result.stderr) is (code == 3)

    def it_exits_with_0_when_nothing_is_lacking(self, run: Run, brief: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pipeline, "build", lambda *_, **__: replace(brief, skipped=()))
        assert run("build", "in", "--strict").exit_code == 0


def _cells(lines: list[str], *beginning: str) -> list[str]:
    """The cells of the one row of a table that begins so."""
    rows = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in lines]
    matching = [row for row in rows if row[: len(beginning)] == list(beginning)]
    return matching[0]


def _raise(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def build(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "build", build)
