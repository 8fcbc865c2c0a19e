"""What the tags of a PDF say of the language of its words."""

from collections import defaultdict
from collections.abc import Iterator
from ctypes import c_char, c_ushort
from typing import Any

import pypdfium2
from pypdfium2 import raw


def spoken_in(pdf: bytes) -> Iterator[tuple[str, str]]:
    """The words of each tag with the language that it or one around it names, in the order of the tags."""
    for page in pypdfium2.PdfDocument(pdf):
        words = words_by_mark(page)
        tree = raw.FPDF_StructTree_GetForPage(page)
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from told(raw.FPDF_StructTree_GetChildAtIndex(tree, place), "", words)
        raw.FPDF_StructTree_Close(tree)


def words_by_mark(page: Any) -> dict[int, str]:
    """The words of a page by the number that ties them to their tag."""
    words: defaultdict[int, str] = defaultdict(str)
    text = page.get_textpage()
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        length = raw.FPDFTextObj_GetText(one, text, None, 0)
        buffer = (c_ushort * (length // 2))()
        raw.FPDFTextObj_GetText(one, text, buffer, length)
        words[raw.FPDFPageObj_GetMarkedContentID(one)] += bytes(buffer).decode("utf-16-le").rstrip("\0")
    return words


def told(element: Any, language: str, words: dict[int, str]) -> Iterator[tuple[str, str]]:
    if length := raw.FPDF_StructElement_GetLang(element, None, 0):
        buffer = (c_char * length)()
        raw.FPDF_StructElement_GetLang(element, buffer, length)
        language = bytes(buffer).decode("utf-16-le").rstrip("\0") or language
    for place in range(raw.FPDF_StructElement_GetMarkedContentIdCount(element)):
        if (mark := raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)) in words:
            yield language, words[mark]
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, place):
            yield from told(child, language, words)
