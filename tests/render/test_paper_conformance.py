"""What PDF/A-3a and PDF/UA-1 ask of the structure of a file. No validator of either is run."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain, pairwise
from pathlib import Path
from re import findall
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from accord import TEXTS, brief
from pikepdf import Dictionary, Name, NameTree, Pdf
from reading import squeezed, text_of_pdf
from tools import needed

from briefing.model import Brief
from briefing.render import render
from briefing.render.wording import human_date
from briefing.render.words import WORDS
from briefing.settings import Template

HOLDS = {
    "/Table": {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
}
"""What an element of the structure may hold, where it may not hold all."""


@pytest.fixture(scope="module")
def made(template: Template) -> bytes:
    return render(brief, "pdf", template)


@pytest.fixture(scope="module")
def pdf(made: bytes) -> Iterator[Pdf]:
    with pikepdf.open(BytesIO(made)) as opened:
        yield opened


def opened(changed: Brief, template: Template) -> Pdf:
    return pikepdf.open(BytesIO(render(changed, "pdf", template)))


def elements(element: Dictionary) -> Iterator[Dictionary]:
    """The element, and all that the tree of tags holds below it."""
    yield element
    for kid in kids(element):
        yield from elements(kid)


def kids(element: Dictionary) -> list[Dictionary]:
    return [kid for kid in element.get("/K", []) if isinstance(kid, Dictionary) and "/S" in kid]


def tree(pdf: Pdf) -> list[Dictionary]:
    return [*elements(pdf.Root.StructTreeRoot.K[0])]


def owned(element: Dictionary) -> Iterator[tuple[object, int]]:
    """The marks on pages, by page and number, that belong to an element."""
    for kid in element.get("/K", []):
        if not isinstance(kid, pikepdf.Object):
            yield element.Pg.objgen, int(kid)


def marks(page: pikepdf.Page) -> Iterator[tuple[str, int | None]]:
    """The tags on a page, with the numbers by which elements own them."""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in {"BDC", "BMC"}:
            properties = operands[1] if len(operands) > 1 else {}
            yield str(operands[0]), properties.get("/MCID")


def links(pdf: Pdf) -> Iterator[Dictionary]:
    return chain.from_iterable(page.get("/Annots", []) for page in pdf.pages)


def attachments(pdf: Pdf) -> dict[str, Dictionary]:
    return dict(NameTree(pdf.Root.Names.EmbeddedFiles).items())


class DescribeConformance:
    def it_is_found_sound_by_qpdf(self, made: bytes, tmp_path: Path) -> None:
        qpdf = needed("qpdf")
        (tmp_path / "brief.pdf").write_bytes(made)
        checked = subprocess.run([qpdf, "--check", "brief.pdf"], cwd=tmp_path, capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, b"")

    def it_is_found_sound_by_pikepdf(self, pdf: Pdf) -> None:
        assert pdf.check_pdf_syntax() == []

    def it_claims_both_standards(self, pdf: Pdf) -> None:
        with pdf.open_metadata() as told:
            assert told.pdfa_status == "3A"
            assert told["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"

    def it_explains_the_claim_that_pdf_a_does_not_know(self, pdf: Pdf) -> None:
        root = ET.fromstring(pdf.Root.Metadata.read_bytes())  # noqa: S314  our own file
        schema = "{http://www.aiim.org/pdfa/ns/schema#}"
        assert [element.text for element in root.iter(f"{schema}prefix")] == ["pdfuaid"]
        assert len([*root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF")]) == 1

    def it_tells_the_same_of_itself_twice(self, pdf: Pdf) -> None:
        with pdf.open_metadata() as told:
            assert told["dc:title"] == pdf.docinfo[Name.Title] == brief.title
            assert told["dc:description"] == pdf.docinfo[Name.Subject]
            assert "Information as of: 17 May 2026." in told["dc:description"]
            assert told["xmp:CreatorTool"] == pdf.docinfo[Name.Creator] == brief.signature
            assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == brief.as_of

    def it_shows_its_title_and_has_a_language(self, pdf: Pdf) -> None:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en"
        assert {page.get("/Tabs") for page in pdf.pages} == {Name.S}

    def it_says_what_its_colours_mean(self, pdf: Pdf) -> None:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == Name.GTS_PDFA1
        assert intent.DestOutputProfile.N == 3

    def it_embeds_each_font_and_tells_its_letters(self, pdf: Pdf) -> None:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert fonts
        for font in fonts:
            assert "/ToUnicode" in font
            assert {"/FontFile2", "/FontFile3"} & set(font.DescendantFonts[0].FontDescriptor.keys())

    def it_has_no_script_and_no_form(self, pdf: Pdf) -> None:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert "/JavaScript" not in pdf.Root.Names


class DescribeTags:
    def it_nests_them_as_the_standard_asks(self, pdf: Pdf) -> None:
        nested = {
            str(element.S): {str(kid.S) for kid in kids(element)} for element in tree(pdf) if str(element.S) in HOLDS
        }
        assert nested.keys() >= {"/Table", "/TR", "/L", "/LI"}
        assert {tag: found - HOLDS[tag] for tag, found in nested.items() if found - HOLDS[tag]} == {}

    def it_tags_all_text_but_the_margins(self, pdf: Pdf) -> None:
        told = set(chain.from_iterable(map(owned, tree(pdf))))
        for page in pdf.pages:
            shown = [*marks(page)]
            assert {number for tag, number in shown if tag == "/Artifact"} == {None}
            assert {(page.objgen, number) for tag, number in shown if tag != "/Artifact"} <= told

    def it_sets_the_margins_apart(self, pdf: Pdf) -> None:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            # At the foot stand at least the date and the number of the page.
            assert len(findall(rb"/Artifact\s*<<\s*/Type /Pagination\s*>>\s*BDC", content)) >= 2

    def it_leads_from_each_mark_to_its_element(self, pdf: Pdf) -> None:
        owners = pdf.Root.StructTreeRoot.ParentTree.Nums
        for page in pdf.pages:
            place = [*owners][::2].index(page.StructParents)
            of_page = owners[2 * place + 1]
            for _, number in marks(page):
                if number is not None:
                    assert (page.objgen, number) in owned(of_page[number])

    def it_scopes_the_heads_of_tables(self, pdf: Pdf) -> None:
        heads = [element for element in tree(pdf) if element.S == Name.TH]
        columns = [head for head in heads if Name.THead == head.P.P.S]
        assert {str(head.A.Scope) for head in columns} == {"/Column"}
        assert {str(head.A.Scope) for head in heads if head not in columns} == {"/Row"}

    def it_describes_each_figure(self, pdf: Pdf) -> None:
        assert all(str(element.get("/Alt", "")) for element in tree(pdf) if Name.Figure == element.S)

    def it_steps_down_one_heading_at_a_time(self, pdf: Pdf) -> None:
        levels = [int(str(element.S)[2:]) for element in tree(pdf) if str(element.S) in {"/H1", "/H2", "/H3"}]
        assert levels[0] == 1
        assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


class DescribeLinks:
    def it_says_of_each_where_it_leads(self, pdf: Pdf) -> None:
        contents = {str(link.Contents) for link in links(pdf)}
        anchors = {str(link.Dest) for link in links(pdf)}
        assert {"Source 1, paragraph 2", "Source 4, paragraph 2"} <= contents
        assert "" not in contents
        assert contents.isdisjoint(anchors)

    def it_tags_each(self, pdf: Pdf) -> None:
        referred = {
            kid.Obj.objgen for element in tree(pdf) if Name.Link == element.S for kid in element.K if is_reference(kid)
        }
        assert {link.objgen for link in links(pdf)} == referred

    def it_prints_each(self, pdf: Pdf) -> None:
        assert {int(link.F) for link in links(pdf)} == {4}


def is_reference(kid: object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


class DescribeAttachments:
    def it_carries_the_text_of_each_source(self, pdf: Pdf) -> None:
        held = {str(file.Desc): file.EF.F.read_bytes().decode() for file in attachments(pdf).values()}
        assert held == {
            "The brief as data": held["The brief as data"],
            **{f"{source.title} · {source.path}": TEXTS[source.id] for source in brief.sources},
        }

    def it_carries_the_brief_as_data(self, pdf: Pdf, template: Template) -> None:
        data = attachments(pdf)["brief.json"]
        assert data.EF.F.read_bytes() == render(brief, "json", template)
        assert json.loads(data.EF.F.read_bytes())["title"] == brief.title

    def it_gives_them_safe_names_in_order(self, pdf: Pdf) -> None:
        assert [*attachments(pdf)] == [
            "S1 lake-a.txt",
            "S2 lake-b.txt",
            "S3 lake-d.txt",
            "S4 lake-c.txt",
            "S5 lake-b-e-b-co.txt",
            "U1 lake-f.txt",
            "brief.json",
        ]

    def it_says_how_each_relates_to_the_brief(self, pdf: Pdf) -> None:
        related = [(str(file.UF), str(file.AFRelationship)) for file in pdf.Root.AF]
        assert related == [(name, "/Data" if name == "brief.json" else "/Source") for name in attachments(pdf)]

    def it_dates_them_as_the_brief(self, pdf: Pdf) -> None:
        assert {str(file.EF.F.Params.ModDate) for file in attachments(pdf).values()} == {"D:20260517"}

    def it_dates_none_where_the_brief_has_no_date(self, template: Template) -> None:
        with opened(replace(brief, as_of=None), template) as undated:
            for file in attachments(undated).values():
                assert {"/CreationDate", "/ModDate"}.isdisjoint(file.EF.F.Params.keys())

    @pytest.mark.parametrize(
        ("path", "name"),
        [
            ("../../etc/passwd", "S1 etc-passwd.txt"),
            ("بيان.txt", "S1.txt"),
            ("a\x00b/\u202egpj.exe.md", "S1 a-b-gpj.exe.txt"),
            ("x" * 300, f"S1 {'x' * 60}.txt"),
            ("C:\\CON.txt", "S1 C-CON.txt"),
        ],
    )
    def it_makes_a_name_safe(self, template: Template, path: str, name: str) -> None:
        source = replace(brief.documents[0].source, path=path)
        changed = replace(brief, documents=(replace(brief.documents[0], source=source), *brief.documents[1:]))
        with opened(changed, template) as held:
            assert next(iter(attachments(held))) == name

    def it_carries_every_source_of_many(self, template: Template) -> None:
        many = [replace(brief.documents[-1], source=replace(brief.documents[-1].source, id=f"F{n}")) for n in range(12)]
        changed = replace(brief, documents=(*brief.documents[:-1], *many))
        with opened(changed, template) as held:
            names = [*attachments(held)]
        assert names == sorted(names)
        assert names[4:7] == ["S05 lake-b-e-b-co.txt", "U01 lake-f.txt", "U02 lake-f.txt"]


def it_gives_the_text_of_every_item_in_order(made: bytes) -> None:
    told, at = text_of_pdf(made, brief.title, f"Information as of {human_date(brief.as_of or '', WORDS)}"), 0
    for item in brief.items:
        at = told.index(squeezed(item.text), at) + 1
