"""Names that are known: ours, what each stands for, and those that a user adds."""

import re
import runpy
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from language_notation import table
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from briefing.errors import SettingError
from briefing.language import signature
from briefing.language.gazetteer import DATA, OURS, load
from briefing.language.known import KnownNames
from briefing.language.namefile import read
from briefing.language.pipeline import load as load_pipeline

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "make_states.py"))
LISTS = [name for name in OURS if name not in {"states", "territories", "ambiguous"}]

STANDS_FOR = """
    Ivory Coast => state Côte d'Ivoire CI
    Côte d’Ivoire => state Côte d'Ivoire CI
    Czech Republic => state Czechia CZ
    Türkiye => state Turkey TR
    Burma => state Myanmar MM
    Swaziland => state Eswatini SZ
    U.K. => state United Kingdom GB
    Great Britain => state United Kingdom GB
    America => state United States US
    DPRK => state North Korea KP
    Republic of Korea => state South Korea KR
    Korea => state Korea KP KR
    DR Congo => state Democratic Republic of the Congo CD
    Congo-Brazzaville => state Republic of the Congo CG
    Congo => state Congo CD CG
    Niger => state Niger NE
    Federal Republic of Nigeria => state Nigeria NG
    Guinea => state Guinea GN
    Guinea-Bissau => state Guinea-Bissau GW
    Equatorial Guinea => state Equatorial Guinea GQ
    Republic of China => state Taiwan TW
    People’s Republic of China => state China CN
    Kosovo => state Kosovo XK
    Palestinian Authority => state Palestine PS
    Northern Ireland => place Northern Ireland GB-NIR
    Ireland => state Ireland IE
    Greenland => place Greenland GL
    Hong Kong => place Hong Kong HK
    Western Sahara => place Western Sahara EH
    Virgin Islands => place Virgin Islands VG VI
    Kiev => place Kyiv UA
    Ndjamena => place N'Djamena TD
    The Hague => place The Hague NL
    Cape Town => place Cape Town ZA
    Luxembourg => state Luxembourg LU
    Singapore => state Singapore SG
    Gaza Strip => place Gaza
    Lagos => place Lagos
    us => -
    US => state United States US
    who => -
    WHO => organisation World Health Organization
    OTAN => organisation North Atlantic Treaty Organization
    CEDEAO => organisation Economic Community of West African States
    MONUSCO => organisation United Nations Organization Stabilization Mission in the Democratic Republic of the Congo
    Hizbullah => group Hezbollah
    al-Qaida => group Al-Qaeda
    al-Shabab => group Al-Shabaab
    BJP => organisation Bharatiya Janata Party
    TSMC => organisation Taiwan Semiconductor Manufacturing
    AFP => outlet Agence France-Presse
    the Commission => -
    the Fed => -
"""

FOUND = """
    The US left the U.S. on Monday. => US; U.S.
    USAID left. => USAID
    USAIDs left. => -
    The US-led force left Mali’s north. => US; Mali
    The 'Ndrangheta left Côte d’Ivoire. => 'Ndrangheta; Côte d’Ivoire
    The Democratic Republic of the Congo left the Republic of the Congo.
    => Democratic Republic of the Congo; Republic of the Congo
    Papua New Guinea, New Guinea => Papua New Guinea; Guinea
    South America and America => South America; America
    UN, NATO and/or EU => UN; NATO; EU
    Who are we? Tell us. => -
"""

DEMONYMS = """
    Malian => Mali
    Spanish => Spain
    Filipino => Philippines
    Nigerien => Niger
    Nigerian => Nigeria
    South Sudanese => South Sudan
    Scottish => Scotland
    Dominican => ?
    Congolese => ?
    Korean => ?
    Martian => -
"""

USERS = """
    [organisation]
    "River Council" = ["RC", "AU"]

    [group]
    "Greenpeace" = ["Rainbow Warriors"]

    [state]
    TR = { names = ["Türkiye"] }
    ZZ = { names = ["Orlia"], demonyms = ["Orlian"], capitals = ["Belmora"] }

    [person]
    "Ana Kovac" = ["A. Kovac"]

    [ambiguous]
    word = ["RC"]
"""

WRONG = """
    [organization] => unknown table “organization”. Did you mean “organisation”?
    group = ["A"] => “group” must be a table that begins with [group].
    [group]; A = "B" => “A” must be a list of names
    [group]; A = ["B", 3] => “A” must be a list of names
    [group]; A = [" "] => “A” must be a list of names
    ignore = "Shell" => “ignore” must be a list of names
    [state]; ML = ["Mali"] => “ML” must be a table such as
    [state]; ML = { demonym = ["Malian"] } => “ML” with the unknown key “demonym”. Did you mean “demonyms”?
    [state]; ZZ = { demonyms = ["Orlian"] } => “ZZ” needs a name.
    [ambiguous]; persons = ["Jordan"] => unknown key “persons”. Did you mean “person”?
    [group]; A = ["C"]; B = ["C"] => gives “C” to “A” and to “B”. Leave it with one.
    [group]; A = []; [place]; A = [] => has “A” in two tables. Leave it in one.
    [group]; A = []; A = [] => is not valid TOML
"""


def known(form: str, *files: Path) -> str:
    """What a form stands for: kind, usual name, states."""
    found = load(*files).names.get(form)
    if found is None:
        return ""
    return " ".join([found.kind, found.name, *found.states])


def forms(*names: str) -> Iterator[tuple[str, str]]:
    """Each form in files of ours, with the code or the usual name of what it stands for."""
    for file in (read(DATA / f"{name}.toml") for name in names):
        yield from ((form, code) for code, state in file.states.items() for form in state.names)
        yield from ((form, name) for name, body in file.bodies.items() for form in {name, *body.forms})


def place_in_the_alphabet(name: str) -> str:
    """A name without case, accents and marks."""
    letters = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return re.sub(r"[^\w ]", "", letters.casefold())


class DescribeTheKnownNames:
    @pytest.mark.parametrize(("form", "meant"), table(STANDS_FOR))
    def it_knows_what_each_stands_for(self, form: str, meant: str) -> None:
        assert known(form) == meant

    @pytest.mark.parametrize(("word", "state"), table(DEMONYMS))
    def it_gives_a_demonym_to_its_state_unless_several_share_it(self, word: str, state: str) -> None:
        assert (load().state_of(word) or "?" * (word in load().demonyms)) == state

    def it_knows_the_words_for_peoples(self) -> None:
        people = load().people
        assert [people[word] for word in ("Spaniard", "Spaniards", "Britons", "Malians")] == [
            ("ES",), ("ES",), ("GB",), ("ML",),
        ]  # fmt: skip
        assert "Chinese" not in people

    def it_says_of_a_name_what_else_it_may_mean(self) -> None:
        assert load().names["Georgia"].also == {"person", "place"}
        assert load().names["Shell"].also == {"word"}
        assert load().names["Royal Dutch Shell"].also == frozenset()


class DescribeWhereTheyStand:
    @pytest.mark.parametrize(("text", "found"), table(FOUND))
    def it_finds_the_longest_of_whole_words(self, text: str, found: str) -> None:
        doc = load_pipeline().make_doc(text)
        assert "; ".join(span.text for span, _ in KnownNames(load().names).find(doc)) == found

    def it_finds_each_name_as_the_matcher_of_spacy_would(self) -> None:
        nlp = load_pipeline()
        matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
        matcher.add("known", [nlp.make_doc(name) for name in load().names])
        doc = nlp.make_doc("\n".join(load().names))
        spans = filter_spans([doc[start:end] for _, start, end in matcher(doc)])
        assert [span for span, _ in KnownNames(load().names).find(doc)] == spans


class DescribeTheStates:
    @pytest.mark.parametrize("code", SCRIPT["codes"]())
    def it_holds_all_of_iso_3166_with_their_codes_and_their_names_there_and_in_cldr(self, code: str) -> None:
        state = load().states[code]
        assert state.alpha3 == SCRIPT["alpha3"](code)
        assert set(SCRIPT["names"](code)) <= set(state.names)

    @pytest.mark.parametrize("name", SCRIPT["FILES"])
    def it_is_what_the_script_makes(self, name: str) -> None:
        text = (DATA / name).read_text("utf-8")
        assert SCRIPT["remade"](text) == text

    def it_knows_each_capital_as_a_place_of_its_state(self) -> None:
        names = load().names
        for code, state in load().states.items():
            for capital in state.capitals:
                assert names[capital].name == capital
                assert code in names[capital].states

    def it_has_a_capital_and_a_word_for_what_is_theirs_for_nearly_all(self) -> None:
        states = {code: state for code, state in load().states.items() if state.kind == "state"}
        assert [code for code, state in states.items() if not state.capitals] == ["VA"]
        assert sorted(code for code, state in states.items() if not state.demonyms) == ["LI", "NZ", "VA"]


class DescribeTheLists:
    @pytest.mark.parametrize("name", LISTS)
    def it_is_in_alphabetical_order(self, name: str) -> None:
        (entries,) = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8")).values()
        assert [*entries] == sorted(entries, key=place_in_the_alphabet)

    def it_gives_no_form_to_two(self) -> None:
        owners = Counter(form for form, _ in {*forms(*OURS)})
        shared = {form for form, count in owners.items() if count > 1}
        assert {known(form).split()[0] for form in shared} <= {"state", "place"}
        assert shared == {"Congo", "Korea", "Virgin Islands"}

    def it_repeats_no_form_within_an_entry(self) -> None:
        for file in (read(DATA / f"{name}.toml") for name in OURS):
            for name, body in file.bodies.items():
                assert len({name, *body.forms}) == 1 + len(body.forms)
            for state in file.states.values():
                assert len({*state.names}) == len(state.names)

    def it_has_no_ordinary_words_but_acronyms_and_those_that_it_calls_so(self) -> None:
        ordinary = STOP_WORDS.union(*tomllib.loads((DATA / "words.toml").read_text("utf-8")).values())
        taken = {form for form, found in load().names.items() if form.lower() in ordinary and not form.isupper()}
        assert {form for form in taken if "word" not in load().names[form].also} == set()

    def it_calls_only_known_names_ambiguous(self) -> None:
        for names in read(DATA / "ambiguous.toml").ambiguous.values():
            assert {*names} <= load().names.keys()
            assert [*names] == sorted({*names}, key=lambda name: (place_in_the_alphabet(name), name))

    def it_holds_bodies_from_all_over_the_world(self) -> None:
        assert len({*forms("organisations", "missions", "groups")}) > 1000
        assert len(read(DATA / "organisations.toml").bodies) >= 400


class DescribeAUsersFile:
    def it_adds_names(self, file: Callable[[str], Path]) -> None:
        users = file(USERS)
        assert known("River Council", users) == "organisation River Council"
        assert known("A. Kovac", users) == "person Ana Kovac"
        assert known("Orlia", users) == "state Orlia ZZ"
        assert known("Belmora", users) == "place Belmora ZZ"
        assert load(users).state_of("Orlian") == "Orlia"
        assert load(users).names["RC"].also == {"word"}

    def it_goes_before_ours(self, file: Callable[[str], Path]) -> None:
        users = file(USERS)
        assert known("AU", users) == "organisation River Council"
        assert known("African Union", users) == "organisation African Union"

    def it_adds_to_an_entry_of_ours_and_may_call_it_another_kind(self, file: Callable[[str], Path]) -> None:
        users = file(USERS)
        assert known("Rainbow Warriors", users) == "group Greenpeace"
        assert known("Greenpeace International", users) == "group Greenpeace"

    def it_changes_the_usual_name_of_a_state(self, file: Callable[[str], Path]) -> None:
        users = file(USERS)
        assert known("Turkey", users) == "state Türkiye TR"
        assert load(users).state_of("Turkish") == "Türkiye"

    def it_gives_a_shared_name_to_one(self, file: Callable[[str], Path]) -> None:
        assert known("Congo", file('[state]; CD = { names = ["Democratic Republic of the Congo", "Congo"] }')) == (
            "state Democratic Republic of the Congo CD"
        )

    def it_takes_names_away(self, file: Callable[[str], Path]) -> None:
        users = file('ignore = ["Orange"]')
        assert known("Orange") == "organisation Orange"
        assert known("Orange", users) == ""

    def it_stands_behind_a_later_one(self, file: Callable[[str], Path]) -> None:
        first, second = file('[group]; "Reds" = ["R1"]'), file('[place]; "Redland" = ["R1"]')
        assert known("R1", first, second) == "place Redland"
        assert known("R1", second, first) == "group Reds"

    def it_shows_in_the_signature(self, file: Callable[[str], Path]) -> None:
        users = file('[group]; "Reds" = []'), file('[group]; "Blues" = []')
        assert len({signature(), *(signature(names=[each]) for each in users)}) == 3

    @pytest.mark.parametrize(("text", "message"), table(WRONG))
    def it_is_told_what_cannot_be_followed(self, text: str, message: str, file: Callable[[str], Path]) -> None:
        path = file(text)
        with pytest.raises(SettingError, match=re.escape(message)) as error:
            load(path)
        assert str(error.value).startswith(str(path))

    def it_is_told_when_it_cannot_be_read(self, tmp_path: Path) -> None:
        with pytest.raises(SettingError, match="cannot be read: No such file"):
            load(tmp_path / "none.toml")
