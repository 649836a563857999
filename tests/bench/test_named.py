"""The names that bench/entities.py takes from the tag stage, sentence by sentence."""

from bench.named.collection import Name, Sentence
from bench.named.readers import read_ours
from pipeline.tag.packages import ENGLISH_PIPELINE, package_name


def test_names_stand_where_they_stood_in_their_sentence() -> None:
    texts = ("BERLIN, 4 March - Angela Merkel met Emmanuel Macron.", "Nothing else happened.", "She left for Paris.")
    found = read_ours([Sentence(text, ()) for text in texts], package_name(ENGLISH_PIPELINE))
    assert len(found) == len(texts)
    assert {Name(18, 31, "PER"), Name(36, 51, "PER")} <= set(found[0])
    assert found[1:] == [(), (Name(13, 18, "LOC"),)]
