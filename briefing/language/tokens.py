"""Step 2: the tokenizer, set for news: no smileys, footnote marks and short titles whole.

Enters: spaCy's English tokenizer. Leaves: the same one, changed.
"""

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Span, Token
from spacy.util import compile_suffix_regex

from briefing.language.gazetteer import words

FOOTNOTE = r"\[\w{1,3}\]"
"""A mark such as "[1]" or "[a]", which encyclopedias set behind a full stop."""


def adapt_tokenizer(nlp: Language) -> None:
    """Set the tokenizer's rules."""
    # A bracket that closes before a colon is no smiley, yet spaCy would keep the two together.
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {text: tokens for text, tokens in tokenizer.rules.items() if not _is_smiley(text)}
    for title in words("short_title"):
        tokenizer.add_special_case(f"{title.capitalize()}.", [{"ORTH": f"{title.capitalize()}."}])
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), FOOTNOTE]).search


def _is_smiley(text: str) -> bool:
    return len(text) > 1 and not text[0].isalpha() and any(mark in text for mark in "()[]")


def written(span: Span) -> str:
    """The text of a span, cut from that of its document where that is at hand; `span.text` walks over the tokens."""
    text: str | None = span.doc._.text
    return span.text if text is None else text[span.start_char : span.end_char]


def is_footnote(token: Token) -> bool:
    """Whether the token is a footnote mark."""
    return token.text[0] == "[" and re.fullmatch(FOOTNOTE, token.text) is not None
