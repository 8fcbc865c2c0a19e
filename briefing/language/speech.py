"""Step 2: who says it. Quotations and reported claims, with speaker and cue.

Enters: a Doc with sentences and entities. Leaves: `sent._.attribution`, a
`model.Attribution` or None. A quotation that goes on in the next sentence keeps
its speaker; a word in quotation marks that nobody says is no quotation.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from briefing.language.certainty import HEARSAY
from briefing.language.gazetteer import words
from briefing.language.grammar import MODALS
from briefing.language.quotations import STOPS, quotations
from briefing.language.speakers import BEHIND_SOURCE, SCARCELY, Place, behind, name_of, subject, verb_start
from briefing.language.tokens import written
from briefing.language.within import Within
from briefing.model import Attribution

ACCORDING = re.compile(r"\b[Aa]ccording to (?=\w)")
NEAR_CLAUSE, FAR_CLAUSE = 5, 12
"""Tokens behind a verb of speech among which "that" opens what is said: behind whom it is told; behind when it was."""
LEAST_QUOTED = 3
"""Words in quotation marks that make a quotation; fewer are a name or doubted, unless a verb says who said them."""
SAYING = frozenset({"said", "say", "says"})
SAYING_NOTHING = frozenset({"goodbye", "little", "no", "nothing", "so", "yes"})
NOUN_BEFORE = (words("determiner") - {"this", "that"}) | {"for", "from", "in", "of", "with"}
CUES = words("speech", "reporting", "telling", "act_of_speech")
INFINITIVES = MODALS | {"to"}
ASIDES = frozenset({"that", "when", "where", "which", "while", "who", "whom", "whose"})
"""What opens a clause in which somebody speaks by the way: "a pact in which they pledged to …"."""
BEING = frozenset({"are", "be", "been", "being", "is", "stand", "stands", "stood", "was", "were"})


@Language.component("attribution", requires=["doc.sents", "doc.ents"], assigns=["span._.attribution"])
def attribution(doc: Doc) -> Doc:
    """Set `sent._.attribution` for every sentence."""
    people = Within(ent for ent in doc.ents if ent.label_ == "person")
    before: Attribution | None = None
    for sentence, passages in _quoted(doc):
        inside = {at for passage in passages for at in range(passage.start, passage.end)}
        place = Place(sentence, passages, inside, people.inside(sentence))
        found = _quotation(place, before) or _claim(place)
        sentence._.attribution = found
        before = _may_go_on(place, before if sentence[0].is_space else found)
    return doc


def _quoted(doc: Doc) -> Iterator[tuple[Span, Sequence[Span]]]:
    """Each sentence with what it has in quotation marks, the marks included."""
    left = deque(quotations(doc))
    for sentence in doc.sents:
        passages = []
        while left and left[0][0] < sentence.end:
            first, last = left[0]
            passages.append(doc[max(first, sentence.start) : min(last + 1, sentence.end)])
            if last >= sentence.end:
                break
            left.popleft()
        yield sentence, passages


def _quotation(place: Place, before: Attribution | None) -> Attribution | None:
    """A quotation with the nearest verb of speech, or the words of whoever was speaking."""
    passages = place.passages
    share = sum(map(len, passages)) / len(place.sentence) if passages else 0
    if not passages or not (share > 0.5 or any(_is_speech(passage) for passage in passages)):
        return None
    cues = [cue for cue in _cues(place) if _reports(cue) or cue.lower_.endswith("ing")]
    cue = _nearest(cues, passages)
    if cue is not None:
        return Attribution("quote", _speaker(cue, place), cue.text)
    source = _according(place)
    if source is not None:
        return Attribution("quote", source, "according to")
    if share <= 0.5:
        return None
    speaker = before.speaker if before and passages[0].start == place.sentence.start else None
    return Attribution("quote", speaker, "")


def _nearest(cues: Sequence[Token], passages: Sequence[Span]) -> Token | None:
    """The verb nearest to a quotation, the first of equals."""
    edges = [edge for passage in passages for edge in (passage.start, passage.end)]

    def distance(cue: Token) -> int:
        at = bisect_left(edges, cue.i)
        return min(abs(cue.i - edge) for edge in edges[max(at - 1, 0) : at + 1])

    return min(cues, key=distance, default=None)


def _is_speech(passage: Span) -> bool:
    """Whether these are words that someone said, and no name, title or doubted word."""
    said = [token for token in passage if token.is_alpha or token.like_num]
    if all(token.is_title or token.is_stop for token in said) and passage[-2:-1].text not in STOPS:
        return False
    before = passage.doc[max(passage.sent.start, passage.start - 4) : passage.start]
    return len(said) >= LEAST_QUOTED or any(
        token.lower_ in words("naming") and not _is_joined(token) for token in before
    )


def _may_go_on(place: Place, said: Attribution | None) -> Attribution | None:
    """What the next quotation may continue: whole sentences that somebody said, over the gap between paragraphs too."""
    whole = any(token.is_title or token.is_space for passage in place.passages for token in passage[:2])
    return said if said and said.nature == "quote" and whole else None


def _claim(place: Place) -> Attribution | None:
    source = _according(place)
    if source is not None:
        return Attribution("claim", source, "according to")
    # "He has told us that it is so, the mayor said": who says all of it stands behind it.
    for cue in sorted(_cues(place), key=lambda cue: not _is_aside(cue, place)):
        if _is_passive(cue):
            if _is_told(cue):
                return Attribution("claim", _agent(cue, place), cue.text)
        elif _reports(cue) and _tells(cue, place) and not _is_by_the_way(cue, place):
            return Attribution("claim", _speaker(cue, place), cue.text)
    hedge = HEARSAY.search(written(place.sentence))
    return Attribution("claim", None, hedge.group()) if hedge else None


def _cues(place: Place) -> Iterator[Token]:
    """The verbs of speech that stand in no quotation and are no nouns."""
    for token in place.sentence:
        is_free = token.text in CUES and token.i not in place.quoted and not token.ent_type_
        if is_free and (token.i - 1 in place.quoted or not _is_noun(token)):
            yield token


def _is_noun(token: Token) -> bool:
    """After a determiner or of something, "claims" and "reports" are no verbs; nor is the end of "so-called"."""
    before = token.nbor(-1) if token.i else token
    governed = before.lower_ in NOUN_BEFORE and not token.lower_.endswith("ing")
    return governed or before.text in {"’s", "'s", "’"} or _is_joined(token)


def _is_joined(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == "-"


def _reports(cue: Token) -> bool:
    """Whether somebody says it: not "did not say", not "will say", not "nobody said"."""
    doc, start = cue.doc, verb_start(cue)
    carried = {token.lower_ for token in doc[start : cue.i]}
    before = doc[start - 1].lower_ if start > cue.sent.start else ""
    return not (carried & SCARCELY or before in INFINITIVES or before in SCARCELY or carried & BEING)


def _is_passive(cue: Token) -> bool:
    return bool(BEING & {token.lower_ for token in cue.doc[verb_start(cue) : cue.i]})


def _is_told(cue: Token) -> bool:
    """Whether the passive reports: "was told that", "was accused of", "it was announced that"."""
    start = verb_start(cue)
    carried = {token.lower_ for token in cue.doc[max(start - 1, cue.sent.start) : cue.i]}
    if carried & (SCARCELY | INFINITIVES) or cue.i + 1 >= cue.sent.end:
        return False
    following = cue.nbor(1).lower_
    return following == "that" or (cue.lower_ in words("told_of") and following in {"by", "of", "the"})


def _agent(cue: Token, place: Place) -> str | None:
    """By whom it was said, where that is told at once."""
    if cue.nbor(1).lower_ != "by":
        return None
    phrase = behind(cue.nbor(1), place)
    ends = next((token.i for token in phrase[1:] if token.lower_ == "of" and cue.lower_ == "accused"), phrase.end)
    return name_of(phrase.doc[phrase.start : ends], place.people)


def _tells(cue: Token, place: Place) -> bool:
    """Whether what is said follows, or stands before or around."""
    if cue.i + 1 >= place.sentence.end:
        return False
    following = cue.nbor(1)
    if _has_that(cue) or cue.text in words("only_with_that", "naming"):
        return _has_that(cue)
    if cue.text in SAYING:
        return following.lower_ not in SAYING_NOTHING and cue.i > place.sentence.start
    if cue.text in words("act_of_speech"):
        ends = following.is_punct or following.lower_ in words("circumstance")
        return ((ends and _is_aside(cue, place)) or _is_act(cue, following)) and len(subject(cue, place)) > 0
    orders = cue.text == "told" and any(token.lower_ == "to" for token in _behind(cue, NEAR_CLAUSE))
    told = cue.text == "told" or following.lower_ in words("clause") or _is_aside(cue, place)
    return told and not orders


def _is_act(cue: Token, following: Token) -> bool:
    """What is threatened or pledged is words only where it is to be done: not "threatened an invasion"."""
    if cue.text in words("act_to_come"):
        return following.lower_ == "to"
    return following.lower_ not in words("circumstance") and not following.is_punct


def _is_by_the_way(cue: Token, place: Place) -> bool:
    """Whether a relative clause tells who speaks, so that the sentence itself is nobody's claim."""
    start = (subject(cue, place) or cue.doc[verb_start(cue) : cue.i + 1]).start
    return start > place.sentence.start and cue.doc[start - 1].lower_ in ASIDES


def _has_that(cue: Token) -> bool:
    """Whether the reported clause opens with "that": at once, "said on Monday that …", "told reporters that …"."""
    following = _behind(cue, 1)
    if not following or following[0].lower_ == "that":
        return bool(following)
    happened = following[0].lower_ in words("circumstance", "calendar")
    reach = FAR_CLAUSE if happened else NEAR_CLAUSE if cue.lower_ in words("told_of") else 1
    return any(token.lower_ == "that" for token in _behind(cue, reach))


def _behind(cue: Token, reach: int) -> list[Token]:
    """The tokens behind the verb, as far as that and no further than the next stop."""
    return list(takewhile(lambda token: not token.is_punct, cue.doc[cue.i + 1 : min(cue.i + 1 + reach, cue.sent.end)]))


def _is_aside(cue: Token, place: Place) -> bool:
    """What is said stands before, or around: "…, the ministry added.", "…, added A B."."""
    if cue.text not in words("aside"):
        return False
    first = (subject(cue, place) or place.sentence.doc[cue.i : cue.i + 1]).start
    return first > place.sentence.start and cue.doc[first - 1].text == ","


def _speaker(cue: Token, place: Place) -> str | None:
    """Who stands before the verb; behind it where what is said stands before: "…, said the mayor"."""
    if cue.lower_.endswith("ing") and _quoted_as(cue) is cue:
        earlier = [other for other in _cues(place) if other.i < cue.i and not other.lower_.endswith("ing")]
        return _speaker(earlier[-1], place) if earlier and _reports(earlier[-1]) else None
    phrase = subject(_quoted_as(cue), place)
    start = phrase.start if len(phrase) else verb_start(cue)
    inverted = start > place.sentence.start and (start - 1 in place.quoted or cue.doc[start - 1].text == ",")
    after = behind(cue, place) if len(phrase) == 0 and inverted else phrase
    return name_of(after, place.people)


def _quoted_as(cue: Token) -> Token:
    """The verb that the speaker stands before: "was quoted as saying"."""
    quoted = cue.nbor(-2) if cue.i - 2 >= cue.sent.start else cue
    return quoted if quoted.lower_ == "quoted" else cue


def _according(place: Place) -> str | None:
    """Whom "according to" names; None where nothing is attributed: "according to plan"."""
    match = ACCORDING.search(written(place.sentence))
    if match is None:
        return None
    start = place.sentence.start_char + match.end()
    first = next(token for token in place.sentence if token.idx >= start)
    if first.i in place.quoted or first.lower_ in words("measure"):
        return None
    return name_of(behind(first.nbor(-1), place, BEHIND_SOURCE), place.people)
