"""Each word of a PDF says in which language it is."""

from dataclasses import replace

import pytest
from accord import brief
from paper_languages import spoken_in

from briefing.render import render
from briefing.settings import Template


@pytest.fixture(scope="module")
def languages(template: Template) -> dict[str, str]:
    """The languages of words in a French brief of English sources."""
    french = render(brief, "pdf", replace(template, language="fr"))
    return {words.strip(): language for language, words in spoken_in(french)}


class DescribeTheTagsOfAPdf:
    def it_says_which_words_are_quoted_in_another_language(self, languages: dict[str, str]) -> None:
        assert languages["Joint limit:"] == "en"
        assert languages["year."] == "en"

    def it_leaves_the_document_s_own_to_the_document(self, languages: dict[str, str]) -> None:
        assert {languages[words] for words in ("Informations au", "Nom", "[deux origines]", "1")} == {""}

    def it_names_no_language_that_is_the_document_s_own(self, template: Template) -> None:
        ours = {language for language, _ in spoken_in(render(brief, "pdf", template))}
        assert ours == {"", "ar"}
