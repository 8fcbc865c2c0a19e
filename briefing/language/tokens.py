"""Step 2: the tokenizer, set for news: no smileys, footnote marks and short titles whole.

Enters: spaCy's English rules. Leaves: a tokenizer that goes by them, but for what is changed here.
"""

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span, Token
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from briefing.language.gazetteer import words

FOOTNOTE = r"\[\w{1,3}\]"
"""A mark such as "[1]" or "[a]", which encyclopedias set behind a full stop."""


def make_tokenizer(nlp: Language) -> Tokenizer:
    """Make the tokenizer, at once with all of its rules: when any is changed, spaCy reads every one of them again."""
    defaults: Any = nlp.Defaults
    # A bracket that closes before a colon is no smiley, yet spaCy would keep the two together.
    rules = {text: tokens for text, tokens in defaults.tokenizer_exceptions.items() if not _is_smiley(text)}
    titles = [f"{title.capitalize()}." for title in words("short_title")]
    return Tokenizer(
        nlp.vocab,
        rules=rules | {title: [{"ORTH": title}] for title in titles},
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex([*defaults.suffixes, FOOTNOTE]).search,
        infix_finditer=compile_infix_regex(defaults.infixes).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )


@registry.tokenizers("briefing.none")  # type: ignore[untyped-decorator]
def make_none() -> Callable[[Language], Callable[[str], Doc]]:
    """Make what stands for the tokenizer of a pipeline that is shown words alone; spaCy calls it."""
    return _none


def _none(nlp: Language) -> Callable[[str], Doc]:
    return lambda text: Doc(nlp.vocab, words=[text])


def _is_smiley(text: str) -> bool:
    return len(text) > 1 and not text[0].isalpha() and any(mark in text for mark in "()[]")


def written(span: Span) -> str:
    """The text of a span, cut from that of its document where that is at hand; `span.text` walks over the tokens."""
    text: str | None = span.doc._.text
    return span.text if text is None else text[span.start_char : span.end_char]


def is_footnote(token: Token) -> bool:
    """Whether the token is a footnote mark."""
    return token.text[0] == "[" and re.fullmatch(FOOTNOTE, token.text) is not None
