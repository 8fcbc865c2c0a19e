"""What only Rich Text documents have."""

import pytest
from reading_notation import Draw, ReadText

SENTENCE = "The dam on the river failed on Monday, officials said."
SHOWN = f"paragraph: {SENTENCE}"


def rtf(inner: str) -> bytes:
    return rf"{{\rtf1\ansi\ansicpg1252 {inner}}}".encode("latin-1")


class DescribeCharacters:
    @pytest.mark.parametrize(
        ("written", "read"),
        [
            (r"caf\'e9", "café"),
            ("café", "café"),
            (r"\u321?\u243\'f3d\u378 ?", "Łódź"),
            (r"\u-10179?\u-8704?", "\N{GRINNING FACE}"),
            (r"\uc0\u55357\uc1\u56832\'3f", "\N{GRINNING FACE}"),
            (r"{\uc2\u233\'c3\'a9}t\'e9", "été"),
            (r"{\f1 \'cc\'ee\'f1\'ea\'e2\'e0}", "Москва"),
            (r"{\f2 \'93\'8c\'8b\'9e}", "東京"),
            (r"\ldblquote it\rdblquote  \emdash  it\rquote s", "“it” — it’s"),
            (r"a\~b\_c\-d", "a b-cd"),
            (r"\{x\} \\ y", r"{x} \ y"),
            (r"\u-3913?", ""),
            (r"\u55357?", ""),
        ],
    )
    def it_reads_each_as_the_file_writes_it(self, document: ReadText, written: str, read: str) -> None:
        fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
        text = document(rtf(rf"{fonts}\f0 The word {written} stood in the letter, they said.\par"), "a.rtf").text
        assert text == " ".join(f"The word {read} stood in the letter, they said.".split())

    @pytest.mark.parametrize("page", ["1251", "99999", "65001"])
    def it_reads_the_document_in_its_code_page_if_there_is_such(self, document: ReadText, page: str) -> None:
        content = rf"{{\rtf1\ansi\ansicpg{page} {SENTENCE}\par}}".encode()
        assert document(content, "a.rtf").text == SENTENCE


class DescribeGroups:
    @pytest.mark.parametrize(
        "inner",
        [
            rf"{{\*\unknown secret}}{SENTENCE}",
            rf"{{\pict\pngblip 89504e470d0a}}{SENTENCE}",
            rf"{{\pict\bin9 }}}}{{{{\par }}}}{SENTENCE}",
            rf"{{\field{{\*\fldinst HYPERLINK a}}{{\fldrslt The dam}}}}{SENTENCE.removeprefix('The dam')}",
            rf"{{\upr{{old}}{{\*\ud{{The dam}}}}}}{SENTENCE.removeprefix('The dam')}",
            rf"{{\*\bkmkstart a}}{SENTENCE}{{\*\bkmkend a}}",
            rf"{{\object{{\*\objdata 0105}}{{\result {SENTENCE}}}}}",
            rf"{SENTENCE}}}}}}}",
            rf"{{{{{{{SENTENCE}",
            SENTENCE.replace("dam", "dam\r\n"),
        ],
    )
    def it_keeps_what_is_shown(self, drawn: Draw, inner: str) -> None:
        assert drawn(rtf(inner), "a.rtf") == SHOWN

    def it_drops_a_table_of_contents(self, drawn: Draw) -> None:
        entries = r"{\fldrslt What happened on the day 3\par What the state did there 5\par}"
        assert drawn(rtf(rf"{{\field{{\*\fldinst TOC \\o}}{entries}}}\pard {SENTENCE}\par"), "a.rtf") == (
            f"(table of contents): What happened on the day 3\n(table of contents): What the state did there 5\n{SHOWN}"
        )

    def it_reads_groups_however_deep_they_are(self, drawn: Draw) -> None:
        assert drawn(rtf("{" * 20_000 + SENTENCE + "}" * 20_000), "a.rtf") == SHOWN
