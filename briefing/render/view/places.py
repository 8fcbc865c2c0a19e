"""Step 5, rendering: where in its source a passage stands."""

from dataclasses import dataclass

from briefing.render.wording import count
from briefing.render.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """The pages of a source that has pages, else the paragraphs, by their numbers."""

    numbers: tuple[int, ...]
    paged: bool = False

    @property
    def listed(self) -> str:
        """The numbers alone: “2, 4”."""
        return ", ".join(map(str, self.numbers))

    def mark(self, words: Words) -> str:
        """The place as it stands beside a passage: “¶ 2, 4” or “p. 4”."""
        sign = count(words.on_page, len(self.numbers), words) if self.paged else words.paragraph
        return f"{sign}\u00a0{self.listed}"

    def spoken(self, number: int, words: Words) -> str:
        """The place with the number of its source, for who cannot see the page: “Source 3, paragraph 4”."""
        forms = words.place_on_page if self.paged else words.place
        return count(forms, len(self.numbers), words, number=number, paragraphs=self.listed, pages=self.listed)
