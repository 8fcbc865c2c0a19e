"""Step 5, rendering: the record of a brief in its page.

In: the page, and `brief.json`. Out: the page with a block of data that no browser runs and no reader sees, whatever
the template's markup is; and from such a page the record again.
"""

from briefing.errors import BriefFileError
from briefing.render.carried import packed, unpacked

RECORD = "brief_record"
"""The id of the element that holds it."""
_END = "</body>"


def with_record(page: str, record: bytes, template: str) -> str:
    """The page with its record.

    Args:
        page: what a template made.
        record: `brief.json`.
        template: the name of the template.
    """
    from markupsafe import escape

    before, end, behind = page.rpartition(_END)
    block = (
        f'<script type="application/gzip" id="{RECORD}" data-template="{escape(template)}">{packed(record)}</script>'
    )
    return f"{before}{block}\n{end}{behind}" if end else f"{behind}{block}\n"


def record_in(root: object) -> tuple[bytes, str] | None:
    """The record of a parsed page and the name of the template that made it; None where it carries none.

    Args:
        root: what tinyhtml5 makes of the page.

    Raises:
        BriefFileError: it is damaged, or there are several.
    """
    found = [one for one in root.iter("script") if one.get("id") == RECORD]  # type: ignore[attr-defined]
    if len(found) > 1:
        raise BriefFileError("It carries several records of a brief. Take the file anew from who sent it.")
    return next(((unpacked("".join(one.itertext())), one.get("data-template", "")) for one in found), None)
