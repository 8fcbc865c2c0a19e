"""Files of corpora → samples."""

from pathlib import Path

from training import corpora, gum
from training.samples import Mark, Sample, apart, spaced, spaces_between


def told(sample: Sample) -> str:
    return "; ".join(f"{sample.words_of(mark)} {mark.label}" for mark in sample.marks)


class DescribeTextFromWords:
    def it_is_spaced_as_english_is_printed(self) -> None:
        words = ["He", "said", ":", '"', "We", "left", "(", "today", ")", ",", "Ana", "'s", "won", "$", "5", ".", '"']
        assert spaced(words, spaces_between(words))[0] == 'He said: "We left (today), Ana\'s won $5."'

    def it_says_where_each_word_stands(self) -> None:
        text, places = spaced(["Oslo", ",", "Norway"], [False, True, False])
        assert [text[start:end] for start, end in places] == ["Oslo", ",", "Norway"]


class DescribeMarks:
    def it_keeps_the_longest_of_those_that_overlap(self) -> None:
        assert apart([Mark(0, 4, "LOC"), Mark(0, 9, "ORG"), Mark(12, 15, "-")]) == (
            Mark(0, 9, "ORG"),
            Mark(12, 15, "-"),
        )


class DescribeColumns:
    def it_reads_tags_that_begin_with_i_only(self) -> None:
        places = [(0, 3), (4, 8), (9, 12), (13, 17)]
        assert corpora.label_marks(places, ["I-ORG", "I-ORG", "O", "I-LOC"]) == [Mark(0, 8, "ORG"), Mark(13, 17, "LOC")]
        assert corpora.label_marks(places[:2], ["B-PER", "B-PER"]) == [Mark(0, 3, "PER"), Mark(4, 8, "PER")]

    def it_maps_fine_labels(self, tmp_path: Path) -> None:
        rows = [
            ("Vidal", "B-politician"),
            ("won", "O"),
            ("the", "O"),
            ("2009", "B-election"),
            ("Election", "I-election"),
        ]
        file = tmp_path / "politics_train.txt"
        file.write_text("\n".join("\t".join(row) for row in rows) + "\n", "utf-8")
        (sample,) = corpora.crossner(file)
        assert told(sample) == "Vidal PERSON; 2009 Election EVENT"


class DescribeReportsOnAConflict:
    def it_teaches_no_nominal_mention_as_a_name(self) -> None:
        assert corpora._re3d_label("the camp", "Location") is None
        assert corpora._re3d_label("We", "Organisation") is None
        assert corpora._re3d_label("Syrian forces", "Organisation") == "-"
        assert corpora._re3d_label("the Free Army", "Organisation") == "ORG"

    def it_cuts_texts_at_sentences_and_never_a_mark(self) -> None:
        text = "The St. Ana ship left. It sank.\nAll swam."
        cut = list(corpora.cut(text, (Mark(4, 11, "MISC"),), "re3d", "1"))
        assert [sample.text for sample in cut] == ["The St. Ana ship left.", "It sank.", "All swam."]
        assert told(cut[0]) == "St. Ana MISC"


GUM = """# newdoc id = GUM_news_x
1	The	the	DET	DT	_	0	_	_	Entity=(1-organization-new-nnnnn-cf1-1-sgl-Red_Cross
2	Red	red	PROPN	NNP	_	0	_	_	_
3	Cross	cross	PROPN	NNP	_	0	_	_	Entity=1)
4	left	leave	VERB	VBD	_	0	_	_	_
5	a	a	DET	DT	_	0	_	_	Entity=(2-place-new-nnnnn-cf2-1-coref
6	town	town	NOUN	NN	_	0	_	_	Entity=2)
7	near	near	ADP	IN	_	0	_	_	_
8	Bamel	Bamel	PROPN	NNP	_	0	_	_	SpaceAfter=No
9	.	.	PUNCT	.	_	0	_	_	_

"""


class DescribeMentionsOfAnything:
    def it_takes_linked_ones_that_read_as_names(self, tmp_path: Path) -> None:
        file = tmp_path / "train.conllu"
        file.write_text(GUM, "utf-8")
        (sample,) = gum.read(file)
        assert sample.text == "The Red Cross left a town near Bamel."
        assert told(sample) == "Red Cross ORG; Bamel -"
