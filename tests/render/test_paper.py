import logging
import os
import subprocess
import sys
from ctypes import sizeof
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from accord import HOSTILE, brief, words
from pypdfium2 import raw
from reading import squeezed, text_of_pdf, text_on_paper

from briefing.errors import MissingLibraryError, TemplateError
from briefing.render import pages, render
from briefing.render.pdf.layout import layout
from briefing.settings import Template

REFUSED = {
    "a file": "file:///etc/passwd",
    "the network": "http://127.0.0.1:9/x.png",
    "a server of any kind": "//127.0.0.1/x.png",
    "a name beside the template": "mark.svg",
    "another scheme": "ftp://127.0.0.1/x.png",
}


@pytest.fixture(scope="module")
def pdf(template: Template) -> bytes:
    return render(brief, "pdf", template)


@pytest.fixture(scope="module")
def document(pdf: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf)


class DescribePaper:
    def it_tells_what_the_page_tells_in_the_same_order(self, template: Template) -> None:
        # Without actors the timeline, whose head every page repeats, stays on one page; what stands
        # before a title in Arabic is put after it by the reader of the PDF.
        documents = tuple(document for document in brief.documents if document.source.id != "E")
        sections = tuple(section for section in brief.sections if section.id not in {"challenges", "actors"})
        changed = replace(brief, title="On the lake", sections=sections, documents=documents)
        told = text_of_pdf(render(changed, "pdf", template), "On the lake", "Information as of 17 May 2026")
        text, drawn = text_on_paper(render(changed, "html", template))
        assert drawn.endswith("abcd")
        assert told.count(drawn) == 1
        assert told.replace(drawn, "") == text

    def it_keeps_the_letters_of_other_scripts(self, pdf: bytes) -> None:
        assert "بيانوزارةالمياهالداخلية" in text_of_pdf(pdf)

    def it_keeps_hostile_text_as_text(self, pdf: bytes) -> None:
        assert squeezed(words(HOSTILE)) in text_of_pdf(pdf)

    def it_tells_its_title_dates_and_signature(self, document: pypdfium2.PdfDocument) -> None:
        told = document.get_metadata_dict()
        assert told["Title"] == brief.title
        assert told["CreationDate"] == told["ModDate"] == "D:20260517"
        assert told["Creator"] == brief.signature

    def it_is_tagged_and_in_the_language_of_the_sources(self, document: pypdfium2.PdfDocument) -> None:
        assert document.is_tagged()
        language = (raw.FPDF_WCHAR * 8)()
        raw.FPDFCatalog_GetLanguage(document, language, sizeof(language))
        assert bytes(language).decode("utf-16-le").rstrip("\0") == "en"

    def it_bookmarks_the_sections(self, document: pypdfium2.PdfDocument) -> None:
        shown = [section.heading for section in brief.sections if section.id != "annexes"]
        assert [bookmark.get_title() for bookmark in document.get_toc() if bookmark.level == 0] == shown

    def it_bookmarks_the_sources_under_the_annex(self, document: pypdfium2.PdfDocument) -> None:
        sources = sorted((source.number, source.title) for source in brief.sources if source.number)
        under = [bookmark.get_title() for bookmark in document.get_toc() if bookmark.level == 1]
        assert under == [f"{number} {title}" for number, title in sources]

    def it_is_marked_at_the_head_and_the_foot_of_each_page(self, template: Template) -> None:
        marked = pypdfium2.PdfDocument(render(replace(brief, marking="Official – Sensitive"), "pdf", template))
        told = [page.get_textpage().get_text_range().count("Official – Sensitive") for page in marked]
        assert told == [2] * len(marked)

    def it_tells_of_an_embargo_beside_the_marking(self, template: Template) -> None:
        shown = replace(brief, marking="Official", embargo="2026-05-18T06:00Z")
        told = "Embargoed until 18 May 2026, 06:00 UTC (2026-05-18T06:00Z) · Official"
        pages = pypdfium2.PdfDocument(render(shown, "pdf", template))
        assert [page.get_textpage().get_text_range().count(told) for page in pages] == [2] * len(pages)

    def it_is_the_same_where_its_pages_were_counted_before(self, pdf: bytes, template: Template) -> None:
        counted = pages(brief, replace(template, pages=len(pypdfium2.PdfDocument(pdf))))

        assert counted == len(pypdfium2.PdfDocument(pdf))
        # The first is written from the layout that was counted, the second is laid out anew.
        assert [render(brief, "pdf", template) for _ in range(2)] == [pdf, pdf]

    def it_is_of_a4_pages(self, document: pypdfium2.PdfDocument) -> None:
        assert [tuple(map(round, page.get_size())) for page in document] == [(595, 842)] * len(document)

    def it_leads_each_link_to_a_page(self, document: pypdfium2.PdfDocument, template: Template) -> None:
        leading = 0
        for page in document:
            at, link = raw.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, at, link):
                destination = raw.FPDFLink_GetDest(document, link)
                assert raw.FPDFDest_GetDestPageIndex(document, destination) >= 0
                leading += 1
        assert leading == render(brief, "html", template).count(b'<a href="#')

    def it_is_small(self, pdf: bytes) -> None:
        assert len(pdf) < 100_000

    @pytest.mark.parametrize("as_of", [None, "yesterday"])
    def it_has_no_date_where_the_brief_has_none(self, template: Template, as_of: str | None) -> None:
        pdf = render(replace(brief, as_of=as_of, sections=brief.sections[:1]), "pdf", template)
        assert "CreationDate" not in pypdfium2.PdfDocument(pdf).get_metadata_dict(skip_empty=True)


class DescribeFetching:
    @pytest.mark.parametrize("url", REFUSED.values(), ids=REFUSED)
    @pytest.mark.parametrize(
        "markup",
        [
            '<img src="{}">',
            '<link rel="attachment" href="{}">',
            '<link rel="stylesheet" href="{}">',
            "<style>@import url({});</style>",
            '<p style="background: url({})">x</p>',
            '<object data="{}"></object>',
        ],
    )
    def it_reads_nothing_that_the_page_does_not_hold(self, markup: str, url: str) -> None:
        with pytest.raises(TemplateError, match="a page holds all it shows"):
            layout(markup.format(url))

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.org/", "data:text/html,x"])
    def it_leads_to_no_script_and_no_file(self, url: str) -> None:
        with pytest.raises(TemplateError, match="http, https or mailto"):
            layout(f'<html lang="en"><a href="{url}">x</a>')

    @pytest.mark.parametrize("url", ["http://x.org/", "https://x.org/a?b", "mailto:a@x.org"])
    def it_may_lead_out(self, url: str) -> None:
        assert layout(f'<html lang="en"><a href="{url}">x</a>').startswith(b"%PDF")

    def it_reads_what_the_page_holds(self) -> None:
        assert layout("<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\">").startswith(b"%PDF")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are found in other ways")
class DescribeTheLibrariesOfPaper:
    @pytest.mark.parametrize("name", ["gcc", "cc", "ld"])
    def it_finds_them_without_a_compiler(self, tmp_path: Path, name: str) -> None:
        asked, asking = tmp_path / "asked", tmp_path / name
        asking.write_text(f"#!/bin/sh\necho {name} >> {asked}\n")
        asking.chmod(0o755)
        path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
        laying = "import os; from briefing.render.pdf.layout import pages_of; print(pages_of('x'), os.environ['PATH'])"
        told = subprocess.run(
            [sys.executable, "-c", laying], env={**os.environ, "PATH": path}, check=True, capture_output=True, text=True
        )
        assert told.stdout == f"1 {path}\n"
        assert not asked.exists()


class DescribeMissingPango:
    def it_says_how_to_install_it(self, template: Template, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")")
        monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
        monkeypatch.syspath_prepend(tmp_path)
        with pytest.raises(MissingLibraryError) as caught:
            render(brief, "pdf", template)
        for line in (
            "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
            "brew install pango",
            "dnf install pango",
            "apk add pango",
            "--format docx",
        ):
            assert line in str(caught.value)


def it_lays_out_without_a_complaint(template: Template, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        render(brief, "pdf", template)
    assert caplog.messages == []
