"""What a site says on all its pages, and what a story needs although it is repeated."""

from reading_notation import Write

from briefing.model import Document
from briefing.sources import boilerplate, read

STORIES = (
    "The bridge of Orla was closed on Monday after cracks were found in one of its piers.",
    "Grain prices doubled within a month in the markets of the eastern province, traders said.",
    "A court in the port freed five managers of the refinery for want of any evidence.",
    "The ferry to the island was halted by the harbour master after a storm on Thursday.",
)
NOTICE = "We tell the story behind the news, and you can help to keep it free for all."
BACKGROUND = "The war began in 2019, when the northern army crossed the river at three places."


def kept(write: Write, pages: list[tuple[str, ...]], site: str = "https://example.org") -> list[str]:
    """What is kept of pages, in the order in which they are given."""
    for at, paragraphs in enumerate(pages):
        body = "".join(f"<p>{text}</p>" for text in paragraphs)
        head = f"<link rel='canonical' href='{site.format(at)}/{at}'>"
        folder = write(f"{at}.html", f"<html><head>{head}</head><body><article>{body}</article></body></html>").parent
    return ["\n".join(shown(one)) for one in read([folder]).documents]


def shown(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


class DescribeBoilerplate:
    def it_drops_what_a_site_tells_its_readers_on_three_stories(self, write: Write) -> None:
        assert kept(write, [(story, NOTICE) for story in STORIES]) == list(STORIES)

    def it_says_why(self, write: Write) -> None:
        kept(write, [(story, NOTICE) for story in STORIES])
        dropped = read([write("note.txt", STORIES[0]).parent]).documents[0].dropped
        assert [one.reason for one in dropped] == [boilerplate.REASON]

    def it_keeps_it_on_two_stories(self, write: Write) -> None:
        assert all(NOTICE in text for text in kept(write, [(story, NOTICE) for story in STORIES[:2]]))

    def it_keeps_the_background_of_a_story(self, write: Write) -> None:
        assert all(BACKGROUND in text for text in kept(write, [(story, BACKGROUND) for story in STORIES]))

    def it_keeps_what_several_sites_carry(self, write: Write) -> None:
        pages = [(story, NOTICE) for story in STORIES]
        assert all(NOTICE in text for text in kept(write, pages, "https://site{}.example"))

    def it_counts_copies_of_a_story_once(self, write: Write) -> None:
        pages = [(STORIES[0], NOTICE)] * 3 + [(STORIES[1], NOTICE)]
        assert all(NOTICE in text for text in kept(write, pages))

    def it_keeps_what_somebody_is_quoted_with(self, write: Write) -> None:
        quoted = "“We shall not leave our houses before you bring us a lorry,” a farmer told the reporters there."
        assert all(quoted in text for text in kept(write, [(story, quoted) for story in STORIES]))
