from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, product
from typing import Any

import pypdfium2
import pytest
from hostile import fields, saying
from markdown_it.token import Token
from markdown_reading import parts, shown
from pypdfium2 import raw
from reading import body_of, page_of, squeezed, text_of_docx, text_of_html, text_of_pdf

from briefing.render import FORMATS, read, render
from briefing.render.wording import plain
from briefing.settings import Template

HARMLESS = "words"
HOSTILE = {
    "an image": "<img src=file:///etc/passwd>",
    "a script": "<script>alert(1)</script><svg onload=alert(1)>",
    "the end of a style": "</style></title>]]>-->",
    "an expression": "{{7*7}} {% include 'x' %} ${7*7} #{7*7}",
    "a placeholder": "{{ title }} {{ key_points }}",
    "a formula": "=cmd|' /C calc'!A0",
    "a link": "[x](javascript:alert(1)) <a href='javascript:1'>x</a>",
    "addresses": "http://example.org/x www.example.org a@example.org",
    "markup of Markdown": "**a** _b_ `c` ~~d~~ [^1] ![e](f) &amp; |g| $h$ ==i== [^1]: j",
    "entities": "&lt;b&gt; &#x202e; &amp;amp;",
    "control characters": "a\x00b\x08c\x1b[2Jd\x7fe\x9bf",
    "line ends": "a\r\n# b\n\n- c\u2028d\x0be\x85f\tg",
    "lone surrogates": "a\udcffb\ud800c",
    "characters that are none": "a\ufdd0b\uffffc\U0001fffed",
    "overrides of direction": "a\u202eb\u2066c\u202ad",
    "right-to-left text": "بيان وزارة المياه",
    "what nobody sees": "a\u200bb\ufeffc\u2060d\u00ade\U000e0041f",
    "emoji": "👨‍👩‍👧‍👦 🇫🇷 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️‍🔥 👍🏽",
    "heaps of marks": "Z" + "\u0316\u0317\u030d\u0489" * 30 + "algo",
    "an endless word": "x" * 10_000,
}
ONLY_OPENED = {"right-to-left text", "what nobody sees", "emoji", "heaps of marks", "an endless word"}
"""What a reader of PDF need not give back: it orders, joins and breaks letters in its own way."""

PAGE_OF_A_WORD = 1_000
"""Letters of a word that the layout breaks at once; it takes seconds for each that is ten times as long."""

TEXT: dict[str, Callable[[bytes], str]] = {
    "html": text_of_html,
    "docx": text_of_docx,
    "md": lambda content: squeezed(shown(content.decode())),
    "pdf": text_of_pdf,
}
"""What a reader of a format sees."""

SHAPE: dict[str, Callable[[bytes], Any]] = {
    "html": lambda content: [(one.tag, one.keys()) for one in page_of(content).getroottree().iter()],
    "docx": lambda content: [(one.tag, one.keys()) for one in body_of(content).iter()],
    "md": lambda content: [kind for kind, _ in groupby(map(kind_of, parts(content.decode())))],
}
"""What a reader of a format takes for markup."""


def kind_of(token: Token) -> str:
    """What a part of a line is; a character behind a backslash is text."""
    return "text" if token.type == "text_special" else token.type


def destinations(pdf: bytes) -> Iterator[object]:
    """Where in a PDF its links lead; nothing for a link that leads out of it."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        at, link = raw.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page, at, link):
            yield raw.FPDFLink_GetDest(document, link)


class DescribeHostileText:
    @pytest.mark.parametrize(
        ("format_", "hostile"),
        [pair for pair in product(TEXT, HOSTILE) if pair not in product(["pdf"], ONLY_OPENED)],
    )
    def it_is_shown_as_text_wherever_it_stands(self, template: Template, format_: str, hostile: str) -> None:
        seen = TEXT[format_](render(saying(HOSTILE[hostile]), format_, template))
        for said in fields(HOSTILE[hostile]):
            assert squeezed(plain(said)) in seen, said[:80]

    @pytest.mark.parametrize("hostile", HOSTILE)
    @pytest.mark.parametrize("format_", SHAPE)
    def it_changes_nothing_but_the_words(self, template: Template, format_: str, hostile: str) -> None:
        shape = SHAPE[format_]
        assert shape(render(saying(HOSTILE[hostile]), format_, template)) == shape(
            render(saying(HARMLESS), format_, template)
        )

    @pytest.mark.parametrize("hostile", HOSTILE)
    def it_gives_a_pdf_whose_links_stay_in_it(self, template: Template, hostile: str) -> None:
        found = [*destinations(render(saying(HOSTILE[hostile][:PAGE_OF_A_WORD]), "pdf", template))]
        assert found
        assert all(found)

    @pytest.mark.parametrize("hostile", HOSTILE)
    def it_is_kept_whole_in_the_data(self, template: Template, hostile: str) -> None:
        brief = saying(HOSTILE[hostile])
        assert read(render(brief, "json", template)) == brief


class DescribeAnEndlessWord:
    def it_does_not_hold_up_the_layout(self, template: Template) -> None:
        word = HOSTILE["an endless word"]
        seen = text_of_pdf(render(replace(saying(HARMLESS), audience=word), "pdf", template))
        assert seen.count("x") >= len(word)


class DescribeEveryFormat:
    def it_is_tried(self) -> None:
        assert TEXT.keys() | {"json"} == FORMATS.keys()
