"""How the time of reading grows with a file: files of one thing said over and over, each ten times as long as the last.

Prints for each the processor time at each size and the exponent of its growth: 1 where twice the file takes twice the
time, 2 where it takes four times. Run it with `.venv/bin/python benchmarks/measure_growth.py [PART-OF-A-NAME]`.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import math
import os
import signal
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "sources"))

from fuzz_samples import FROM, FUZZED

from briefing.language import analyse
from briefing.model import Block, Document, Source
from briefing.sources.pieces import Piece, Single, pieces
from briefing.sources.reading import read_piece

SIZES = (10_000, 100_000, 1_000_000)
LEAST = 0.05
"""Seconds below which a time tells nothing of growth."""
MOST = 30
"""Seconds that a file may take."""
WORST = 1.3
"""The exponent from which on a growth is told as too steep."""
STORY = "The two states signed a treaty on the river on Tuesday, officials said."


def over(kind: str, unit: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    """A file of a kind in which a unit stands over and over."""
    return lambda size: FUZZED[kind].frame(f"{before}{unit * (size // len(unit))}{after}".encode())


_ANY = {
    "sentences": f"{STORY} ", "lines": f"{STORY}\n", "paragraphs": f"{STORY}\n\n", "spaces": " ",
    "spaced words": "a     ", "blank lines": "\n", "short lines": "a\n", "dashes": "-", "dashed lines": "- \n",
    "stars": "*", "brackets": "(", "both brackets": "(a)", "square brackets": "[", "bars": " | ",
    "capitals": "Ana Kovac ", "capital lines": "Ana Kovac\n", "dots": ".", "dot dot": ". ", "colons": "a: ",
    "commas": "a, ", "at": "a@", "ats": "@a ", "hashes": "#a ", "digits": "1", "dates": "3 May 2022 ", "slashes": "1/",
    "numbers": "1. ", "quotes": "“", "straight": '"', "apostrophes": "'a ", "angles": "<", "tags": "<a>",
    "opened": "<a ", "entities": "&a", "marks": "e\u0301\u0323", "bylines": "By Ana Kovac\n",
    "comments": "Reply · 3 likes\n", "menus": "Home | World | Sport\n", "dated": "Published: 3 May 2022\n",
    "bullets": "- a b c\n", "numbered": "1. The dam was closed.\n", "wrapped": "the dam was closed\non ",
    "read more": "Read more ", "captions": "(Photo: ", "copyrights": "© ", "published by": "by A ", "underscores": "_",
    "tabs": "\t", "ends": "? ", "braces": "{{", "addresses": "http://", "www": "www.", "of": "A of ",
    "dash line": "A — ",
}  # fmt: skip
_MARKDOWN = {
    "quoted": "> ", "quoted lines": "> a\n", "nested lists": "* ", "emphasis": "*a ", "strong": "**a", "under": "_a_",
    "links": "[a](", "images": "![", "references": "[a]: b\n", "code": "`a", "fences": "```\n",
    "tables": "|a|b|\n|-|-|\n", "cells": "|", "escapes": "\\", "rules": "***\n", "autolinks": "<http:",
    "front": "a: b\n",
}  # fmt: skip
_TAGS = {
    "opened": "<div>", "opened inline": "<b>", "paragraphs": f"<p>{STORY}</p>", "lists": "<ul><li>a",
    "tables": "<table><tr><td>", "rows": "<tr><td>a</td><td>b</td></tr>", "cells": "<td>a", "breaks": "a<br>",
    "links": "<a href=a>a</a>", "unclosed": "<a", "comments": "<!--", "scripts": "<script>{}</script>",
    "metas": "<meta name=author content=a>",
    "linked data": '<script type="application/ld+json">{"@type":"NewsArticle"}</script>', "headings": "<h2>A b</h2>",
    "classes": "<div class='share a b c'>a</div>", "times": "<time datetime=2022-05-03>a</time>",
    "titles": "<title>a</title>", "closed": "</p>", "quotes": "<blockquote>a", "spans": "<span>a</span>",
    "hidden": "<p hidden>a</p>", "forms": "<select><option>a", "bold breaks": "<b>A</b><br>", "doctype": "<!doctype ",
    "xml": "<?xml ",
}  # fmt: skip
_RTF = {
    "opened": "{", "closed": "}", "groups": "{a}", "paragraphs": "a\\par ", "units": "\\u8220?", "hex": "\\'e9",
    "notes": "{\\footnote a}", "nested notes": "{\\footnote a", "cells": "a\\cell ",
    "rows": "\\trowd a\\cell b\\cell\\row ", "hidden": "{\\v a}", "optional": "{\\*\\a b}",
    "fields": "{\\field{\\*\\fldinst TOC}a}", "heads": "{\\header a}", "words": "\\a", "numbers": "\\a1",
    "tabs": "\\tab ", "styles": "{\\stylesheet{\\s1 A;}}", "boxes": "{\\shptxt a\\par}",
}  # fmt: skip
_DOCX = {
    "paragraphs": f"<w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>", "runs": "<w:r><w:t>a</w:t></w:r>", "empty": "<w:p/>",
    "rows": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "cells": "<w:tc><w:p/></w:tc>", "notes": "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>",
    "fields": "<w:r><w:fldChar w:fldCharType='begin'/></w:r>",
}  # fmt: skip
_ODT = {
    "paragraphs": f"<text:p>{STORY}</text:p>", "spans": "<text:span>a</text:span>",
    "spaces": "<text:s text:c='9999'/>",
    "lists": "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>",
    "rows": "<table:table><table:table-row><table:table-cell/></table:table-row></table:table>",
    "changes": "<text:change-start text:change-id='c1'/>a",
}  # fmt: skip
_EML = {
    "headers": "X-A: b\n", "folded": " a\n", "encoded": "=?utf-8?q?a?= ", "quoted": "> a\n",
    "wrote": "On 3 May Ana wrote:\n",
    "forwards": "---------- Forwarded message ----------\nFrom: a\nTo: b\nDate: c\n\na\n", "fields": "From: a\n",
    "signatures": "-- \n", "originals": "-----Original Message-----\n", "half": "From: a\nTo: b\n\n", "dashes": "--",
    "regards": "Kind regards,\n", "wrote 2": "a 3 wrote ", "greetings": "Dear a ",
    "confidential": "This message is confidential ", "underscores": "_____\n", "wrapped who": "On 3 May\n",
    "blank quotes": ">\n\n",
}  # fmt: skip
_OPERATORS = {
    "lines": "BT /F1 10 Tf 1 0 0 1 20 300 Tm (The dam was closed on Tues-) Tj ET ", "letters": "(a) Tj ",
    "spaces": "( ) Tj ", "moves": "12 0 Td (a b) Tj ", "downs": "0 -1 Td (a b c) Tj ",
    "columns": "BT /F1 9 Tf 1 0 0 1 20 300 Tm (a b c d) Tj 120 0 Td (e f g h) Tj 0 -9 Td ET ", "states": "q ",
    "text": f"({STORY}) Tj 0 -1 Td ", "sizes": "/F1 99 Tf (A) Tj /F1 9 Tf (a) Tj ",
    "turned": "BT /F1 9 Tf 0 1 -1 0 9 9 Tm (a) Tj ET BT /F1 9 Tf 1 0 0 1 9 9 Tm (a) Tj ET ",
}  # fmt: skip
_HEAD = "From: a@b.c\nSubject: a\nDate: Fri, 3 May 2024 10:00:00 +0200\n"

CASES: Mapping[str, tuple[str, Callable[[int], bytes]]] = {
    **{f"text: {name}": ("a.txt", over("text", unit, f"{STORY}\n")) for name, unit in _ANY.items()},
    **{f"markdown: {name}": ("a.md", over("markdown", unit, f"{STORY}\n\n")) for name, unit in _MARKDOWN.items()},
    "markdown: front matter": ("a.md", over("markdown", "a: b\n", "---\n", f"---\n{STORY}")),
    "markdown: front matter without end": ("a.md", over("markdown", "- a\n", "---\na:\n", STORY)),
    **{f"html: {name}": ("a.html", over("html", unit, f"<p>{STORY}</p>")) for name, unit in _TAGS.items()},
    **{f"epub: {name}": ("a.epub", over("epub", unit, f"<p>{STORY}</p>")) for name, unit in _TAGS.items()},
    **{f"rtf: {name}": ("a.rtf", over("rtf", unit, f"{STORY}\\par ")) for name, unit in _RTF.items()},
    **{f"docx: {name}": ("a.docx", over("docx", unit)) for name, unit in _DOCX.items()},
    "docx: in one paragraph": ("a.docx", over("docx", "<w:r><w:t>a </w:t><w:br/></w:r>", "<w:p>", "</w:p>")),
    "docx: in one row": (
        "a.docx",
        over("docx", "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", "<w:tbl><w:tr>", "</w:tr></w:tbl>"),
    ),
    **{f"odt: {name}": ("a.odt", over("odt", unit)) for name, unit in _ODT.items()},
    "odt: in one paragraph": (
        "a.odt",
        over("odt", "<text:span>a </text:span><text:line-break/>", "<text:p>", "</text:p>"),
    ),
    **{f"eml: {name}": ("a.eml", over("eml", unit, f"{_HEAD}\n{STORY}\n\n")) for name, unit in _EML.items()},
    **{
        f"eml: {name} in the head": ("a.eml", over("eml", unit, _HEAD + "X: ", f"\n\n{STORY}\n"))
        for name, unit in _EML.items()
    },
    "eml: encoded words in the head": ("a.eml", over("eml", "=?utf-8?q?a?= ", f"{_HEAD}Cc: ", f"\n\n{STORY}\n")),
    "eml: marked up": ("a.eml", over("eml", "<blockquote>a", f"{_HEAD}Content-Type: text/html\n\n")),
    "eml: parts": ("a.eml", over("eml", f"--b\n\n{STORY}\n", f"{_HEAD}Content-Type: multipart/mixed; boundary=b\n\n")),
    "eml: attached": (
        "a.eml",
        over(
            "eml",
            f"--b\nContent-Disposition: attachment; filename=a.txt\n\n{STORY}\n",
            f"{_HEAD}Content-Type: multipart/mixed; boundary=b\n\n",
        ),
    ),
    "mbox: mails": ("a.mbox", over("mbox", f"{_HEAD}\n{STORY}\n\n{FROM.decode()}")),
    "mbox: starts": ("a.mbox", over("mbox", FROM.decode(), f"{_HEAD}\n{STORY}\n\n")),
    "json: articles": ("a.json", over("json", f'{{"text": "{STORY}"}},', "[", '{"text": "It was closed."}]')),
    "json: spaces": ("a.json", over("json", " ", '[{"text": "It was closed."}', "]")),
    "json: keys": ("a.json", over("json", '"a":1,', "{", '"text": "It was closed."}')),
    "jsonl: articles": ("a.jsonl", over("jsonl", f'{{"text": "{STORY}"}}\n')),
    "article: marked up": ("a.json", over("article", "<p>a", f"<p>{STORY}</p>")),
    **{
        f"pdf: {name}": ("a.pdf", over("pdf", unit, "BT /F1 9 Tf 1 0 0 1 20 300 Tm "))
        for name, unit in _OPERATORS.items()
    },
}


class _TooLongError(BaseException):
    """A file takes longer than it may; no handler of errors is to catch this."""


def main() -> None:
    """Print a row for each case, those that grow too steeply marked."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    worst = 0
    for name, (file, make) in {**CASES, **_sentences()}.items():
        if wanted in name:
            times = _times(file, make)
            steep = _exponent(times)
            worst += steep > WORST
            mark = "  <-- too steep" if steep > WORST else ""
            print(f"{name:36} {'  '.join(f'{one:7.3f}' for one in times)}   {steep:5.2f}{mark}", flush=True)
    print(f"{worst} grow faster than the power of {WORST}")


def _sentences() -> dict[str, tuple[str, Callable[[int], bytes]]]:
    """The texts again, each one paragraph of which step 2 makes sentences."""
    return {
        f"sentences: {name}": ("", over("text", unit.replace("\n", " "), f"{STORY} ")) for name, unit in _ANY.items()
    }


def _times(file: str, make: Callable[[int], bytes]) -> list[float]:
    """The processor time at each size, until one takes too long."""
    times: list[float] = []
    _run(file, make(1000))
    for size in SIZES:
        data = make(size)
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, MOST)
        before = _now()
        try:
            _run(file, data)
        except _TooLongError:
            return [*times, math.inf]
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        times.append(_now() - before)
    return times


def _run(file: str, data: bytes) -> None:
    if not file:
        text = data.decode()
        analyse([Document(Source("S1", "a.txt", ""), text, (Block("paragraph", 0, len(text)),))])
        return
    for one in pieces(Piece(file, data)):
        if isinstance(one, Single):
            read_piece(one, "en")


def _now() -> float:
    """The processor time of this program and of those that it has started."""
    return sum(os.times()[:4])


def _stop(*_: object) -> None:
    raise _TooLongError


def _exponent(times: list[float]) -> float:
    """The steepest growth between two sizes, the later of which takes long enough to tell."""
    told = [(max(first, LEAST), second) for first, second in pairwise(times) if second > LEAST]
    return max((math.log10(second / first) for first, second in told), default=0.0)


if __name__ == "__main__":
    main()
