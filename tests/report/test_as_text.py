from pipeline.records import Result
from pipeline.report.as_text import WRITER


def test_it_is_exactly_the_text(result: Result) -> None:
    files = dict(WRITER.write(result, None))
    assert set(files) == {"text/a-fire.txt", "text/b-fire.txt"}
    assert files["text/a-fire.txt"].decode() == result.articles[0].clean.article.text
