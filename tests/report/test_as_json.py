import json

from pipeline.records import Result
from pipeline.report.as_json import WRITER


def test_claims_lie_in_their_positions_in_their_groups(result: Result) -> None:
    content = dict(WRITER.write(result, None))["comparison.json"].decode()
    assert content.endswith("}\n")
    tree = json.loads(content)
    disputed, unique = tree["groups"]
    assert [side["claims"][0]["claim_id"] for side in disputed["positions"]] == ["c1", "c3"]
    assert disputed["coverage"] == {"a-fire": "conflict:A", "b-fire": "conflict:B"}
    claim = unique["positions"][0]["claims"][0]
    assert result.articles[0].clean.article.text[claim["start"] : claim["end"]] == claim["quote"]
    assert tree["articles"][0]["removed"][0]["quote"] == "Share this article"
    assert tree["pairs"][0]["confidence"] == 0.9123
    assert tree["rejects"][0]["path"] == "broken.pdf"
    assert tree["other_claims"] == []


def test_it_is_as_python_would_write_it(result: Result) -> None:
    content = dict(WRITER.write(result, None))["comparison.json"].decode()
    assert content == json.dumps(json.loads(content), sort_keys=True, ensure_ascii=False, indent=1) + "\n"


def test_nothing_found_is_a_tree_too(empty: Result) -> None:
    tree = json.loads(dict(WRITER.write(empty, None))["comparison.json"])
    assert set(tree) == {"articles", "entities", "groups", "other_claims", "pairs", "rejects"}
