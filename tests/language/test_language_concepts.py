"""Words → what they mean, where several words of the news mean the same."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from language_notation import sentences, table
from spacy.lang.en.stop_words import STOP_WORDS

from briefing.errors import SettingError
from briefing.language import analyse, lemmatize, signature
from briefing.language.classes import OURS, Words, lemmas, load, read
from briefing.model import Block, Document, Source

ALIKE = """
    They signed the treaty. => They inked the pact.
    The minister resigned. => The minister stepped down.
    He quit. => He has stepped aside.
    The insurgents withdrew. => The rebels pulled out.
    They withdrew their troops. => They pulled their soldiers out.
    The company was acquired. => The firm was taken over.
    The plant was shut down. => They shut the plant down.
    Nine people died. => Nine people lost their lives.
    The river inundated the town. => The river flooded the town.
    The walk-out began. => The walkout started.
    The ceasefire held. => The cease-fire held.
    They were told to leave. => They were told to depart.
    The league was moribund. => The league was ineffective.
    He was convicted. => He was found guilty.
    The jury convicted him. => The jury found him guilty.
    They withdrew 500 soldiers. => They pulled out 500 soldiers.
    They withdrew their 500 soldiers. => They pulled their 500 soldiers out.
    They will not recognise it. => They refuse to recognise it.
    The talks were called off. => The talks were cancelled.
    Prices soared. => Prices rose.
    It is an unrecognised state. => It is a state without recognition.
"""

APART = """
    Prices rose. => Prices fell.
    They won. => They lost.
    The talks began. => The talks ended.
    It opened. => It closed.
    He was convicted. => He was acquitted.
    They bought it. => They sold it.
    He was found guilty. => He was found not guilty.
    The jury found him guilty. => The jury found him not guilty.
    They took the vote over lunch. => They acquired lunch.
    He stepped, down there he stayed. => He resigned, there he stayed.
    According to them it rained. => An accord rained.
"""

OPPOSITES = """
    rise fall, increase decrease, win lose, victory defeat, open close, begin end, start stop, buy sell, hire dismiss,
    convict acquit, guilty innocent, accept reject, approve refuse, support oppose, allow ban, arrive leave,
    enter exit, deploy withdraw, import export, profit deficit, employed unemployed, war peace, ally opponent,
    legal unlawful, succeed fail, confirm deny, praise criticise, improve worsen, escalate ease, help hinder,
    strong weak, powerful powerless, quick slow, early late, temporary permanent, cheap expensive, wealthy poor,
    possible impossible, difficult easy, similar different, increase reduce, raise cut, join leave,
    recognise unrecognised,
    lockdown reopen, strengthen weaken, freedom detention, appoint dismiss, uphold overturn, pledge breach,
    life death, survive die, attack defend, capture release, kidnap release, arrest release, hope fear, trust distrust,
    public secret, violent peaceful, build destroy, birth death, marry divorce, plaintiff defendant, prosecutor lawyer,
    majority minority, urban rural, government opponent, voluntary mandatory, unanimous divided, remember forget
"""

USERS = """
    [harbour]
    tug = ["towboat", "tow boat"]
    resign = ["hand over the keys"]
    ink = ["autograph"]
"""

WRONG = """
    [politics => is not valid TOML
    resign = ["quit"] => “resign” stands before the first table. Only ignore and unlike do
    politics = "resign" => “politics” must be a table that begins with [politics].
    [politics]; resign = "quit" => “resign” must be a list of words and phrases
    [politics]; resign = [" "] => “resign” must be a list of words and phrases
    [politics]; resgin = [] => gives “resgin” no word that means the same. Did you mean “resign”?
    [politics]; tug = ["the"] => “the” means nothing by itself. Write a phrase that it stands in.
    [politics]; of = ["tug"] => “of” means nothing by itself.
    [a]; tug = ["boat"]; [b]; tug = ["ship"] => has “tug” in two tables. Leave it in one.
    [a]; tug = ["boat"]; ferry = ["boats"] => gives “boats” to “tug” and to “ferry”. Leave it with one.
    ignore = ["resing"] => ignores “resing”, which has no class. Did you mean “resign”?
    ignore = ["zzzzzz"] => ignores “zzzzzz”, which has no class. Mend the word or leave it out.
"""


def concepts(text: str) -> tuple[str, ...]:
    """What the words of a sentence mean."""
    (sentence,) = sentences(text)
    return sentence.concepts


def with_files(text: str, *files: Path) -> tuple[str, ...]:
    """The same with a user's files."""
    document = Document(Source("S1", "s.txt", ""), text, (Block("paragraph", 0, len(text)),))
    return analyse([document], concepts=files)[0].concepts


def members() -> dict[str, list[Words]]:
    """The words of each of our classes."""
    found = defaultdict(list)
    for words, meaning in load().meaning.items():
        found[meaning].append(words)
    return found


def opposites() -> Iterator[tuple[str, str]]:
    """Words that are known to mean the contrary of one another."""
    for pair in OPPOSITES.split(","):
        one, other = pair.split()
        yield one, other


class DescribeConcepts:
    @pytest.mark.parametrize(("one", "other"), table(ALIKE))
    def it_gives_words_and_phrases_of_one_meaning_one_concept(self, one: str, other: str) -> None:
        assert sorted(concepts(one)) == sorted(concepts(other))

    @pytest.mark.parametrize(("one", "other"), table(APART))
    def it_keeps_apart_what_means_something_else(self, one: str, other: str) -> None:
        assert sorted(concepts(one)) != sorted(concepts(other))

    def it_leaves_all_other_words_as_their_lemmas(self) -> None:
        (sentence,) = sentences("On Monday 12 zurlus quit the orlin.")
        assert sentence.lemmas == ("monday", "12", "zurlus", "quit", "orlin")
        assert sentence.concepts == ("monday", "12", "zurlus", "resign", "orlin")

    def it_takes_a_phrase_for_one_word_and_leaves_what_stands_within_it(self) -> None:
        assert concepts("They pulled their remaining zurlus out of it.") == ("withdraw", "remain", "zurlus")

    def it_takes_the_longest_phrase(self) -> None:
        assert concepts("They refuse to recognise it.") == ("unrecogn",)

    def it_finds_no_phrase_across_a_mark_a_name_or_a_sentence(self) -> None:
        assert "resign" not in concepts("They step, down and up.")
        assert "resign" not in concepts("They step Kenya down.")
        assert "resign" not in [word for each in sentences("They step. Down they go.") for word in each.concepts]

    def it_never_takes_a_name_for_a_concept(self) -> None:
        assert concepts("They met Pacific Accord minister Ana Quit.")[-1] == "ana quit"
        assert concepts("Apple sued Shell and Orange.")[-2:] == ("shell", "orange")

    def it_gives_a_name_as_in_the_lemmas(self) -> None:
        (sentence,) = sentences("Kenya joined the AU.")
        assert sentence.concepts == sentence.lemmas


class DescribeOurClasses:
    def it_knows_hundreds_of_them_in_many_fields(self) -> None:
        assert len(members()) >= 400

    def it_gives_each_two_words_at_least(self) -> None:
        assert [meaning for meaning, words in members().items() if len(words) < 2] == []

    def it_calls_each_by_one_of_its_words(self) -> None:
        assert [meaning for meaning, words in members().items() if meaning != " ".join(words[0])] == []

    def it_lists_no_word_twice(self) -> None:
        listed = [lemmas(word) for word, _ in read(OURS).words()]
        assert len(listed) == len(set(listed))

    def it_lists_no_function_word_by_itself(self) -> None:
        assert STOP_WORDS.isdisjoint(word for word, _ in read(OURS).words())

    @pytest.mark.parametrize("pair", [*opposites()], ids=" ".join)
    def it_keeps_opposites_apart(self, pair: tuple[str, str]) -> None:
        one, other = (load().meaning.get(lemmas(word), word) for word in pair)
        assert one != other


class DescribeAUsersFile:
    def it_makes_a_class(self, file: Callable[[str], Path]) -> None:
        users = file(USERS)
        assert with_files("The tugs came.", users) == with_files("The tow-boats came.", users)

    def it_adds_to_a_class_of_ours_by_any_of_its_words(self, file: Callable[[str], Path]) -> None:
        users = file(USERS)
        assert with_files("He handed over the keys.", users) == with_files("He resigned.", users) == ("resign",)
        assert with_files("He autographed it.", users) == with_files("He signed it.", users)

    def it_takes_a_word_to_a_class_of_its_own(self, file: Callable[[str], Path]) -> None:
        users = file('[a]; tug = ["quit"]')
        assert with_files("He quit.", users) == ("tug",)
        assert with_files("He stepped down.", users) == ("resign",)

    def it_takes_words_out(self, file: Callable[[str], Path]) -> None:
        users = file('ignore = ["quit", "step down"]; unlike = ["resigned"]')
        assert with_files("He quit.", users) == lemmatize("quit")
        assert with_files("He stepped down.", users) == lemmatize("step")
        assert with_files("He stepped aside.", users) == with_files("He resigns.", users)

    def it_leaves_a_class_whose_first_word_it_takes_out_with_the_next(self, file: Callable[[str], Path]) -> None:
        users = file('ignore = ["resign"]')
        assert with_files("He stepped down.", users) == with_files("He quit.", users) == ("quit",)
        assert with_files("He resigned.", users) == ("resign",)

    def it_stands_behind_a_later_one(self, file: Callable[[str], Path]) -> None:
        first, second = file('[a]; tug = ["orlin"]'), file('[a]; ferry = ["orlin"]')
        assert load(first, second).meaning[("orlin",)] == "ferri"
        assert load(second, first).meaning[("orlin",)] == "tug"

    def it_shows_in_the_signature(self, file: Callable[[str], Path]) -> None:
        signatures = {signature(), signature(concepts=[file(USERS)]), signature(concepts=[file('ignore = ["quit"]')])}
        assert len(signatures) == 3
        assert all(each == signature() or " + concepts " in each for each in signatures)

    @pytest.mark.parametrize(("text", "message"), table(WRONG))
    def it_is_told_what_cannot_be_followed(self, text: str, message: str, file: Callable[[str], Path]) -> None:
        path = file(text)
        with pytest.raises(SettingError, match=re.escape(message)) as error:
            load(path)
        assert str(error.value).startswith(str(path))

    def it_is_told_when_it_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(SettingError, match=r"file of concepts .* cannot be read: No such file"):
            load(tmp_path / "none.toml")
