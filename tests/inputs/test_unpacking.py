"""A folder with one container of each kind, through the whole flow: every record an article or a reject."""

import gzip
import io
import json
import shutil
from email.message import EmailMessage
from pathlib import Path

import pandas as pd
import pytest
from rich.console import Console

from pipeline.commands.summed_up import MOST_REJECTS, print_summary
from pipeline.flow import State, through
from pipeline.inputs import read_inputs
from pipeline.inputs.unpacking import unpacked
from pipeline.run import Outcome, run
from pipeline.settings import Columns, Settings
from pipeline.store import Store
from pipeline.summary import summary_of
from pipeline.workers import Runner

SAMPLES = Path(__file__).parents[1] / "extract" / "unpack" / "samples"
SITE = "http://quaylantern.example/"


def newsletter() -> bytes:
    message = EmailMessage()
    message["From"] = "Ida Fell <ida@quaylantern.example>"
    message["Subject"] = "The ferry – ten days without it"
    message["Date"] = "Mon, 11 Mar 2024 09:00:00 +0100"
    message.set_content("The ferry will not sail from 18 to 28 March 2024.\n")
    message.add_alternative("<h1>The ferry</h1><p>It will not sail from 18 to 28 March 2024.</p>", subtype="html")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="timetable.pdf")
    return message.as_bytes()


def lines(*records: dict[str, str]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


FEED = (
    {"id": "a1", "title": "Ice", "text": "The harbour froze on 9 January 2024.", "url": SITE + "ice", "site": "Feed"},
    {"id": "a2", "title": "Nothing"},
    {"url": SITE + "thaw", "text": "The harbour was free of ice on 20 January 2024.", "site": "Feed"},
)

ARTICLES = {
    "feed-jsonl-a1-3f9c64": "feed.jsonl#a1",
    "feed-jsonl-http-quaylantern-example-thaw-5efcdb": "feed.jsonl#http://quaylantern.example/thaw",
    "ferry-mhtml": "ferry.mhtml",
    "ferry-warc-gz-http-quaylantern-example-index-html-d59851": "ferry.warc.gz#http://quaylantern.example/index.html",
    "ferry-warc-gz-http-quaylantern-example-mast-html-467e83": "ferry.warc.gz#http://quaylantern.example/mast.html",
    "ferry-warc-gz-http-quaylantern-example-tides-txt-b337c2": "ferry.warc.gz#http://quaylantern.example/tides.txt",
    "letters-epub-epub-text-ch001-xhtml-626842": "letters.epub#EPUB/text/ch001.xhtml",
    "letters-epub-epub-text-ch002-xhtml-724158": "letters.epub#EPUB/text/ch002.xhtml",
    "mail-ferry-eml-6facc5": "mail/ferry.eml",
    "plain-txt": "plain.txt",
    "table-csv-t1-9d4f72": "table.csv#t1",
    "tide-txt-gz-8c9974": "tide.txt.gz",
}


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    raw = tmp_path_factory.mktemp("packed") / "raw"
    (raw / "mail").mkdir(parents=True)
    for sample in ("ferry.mhtml", "ferry.warc.gz", "letters.epub"):
        shutil.copy(SAMPLES / sample, raw / sample)
    (raw / "mail" / "ferry.eml").write_bytes(newsletter())
    (raw / "feed.jsonl").write_bytes(lines(*FEED))
    (raw / "table.csv").write_text("key,text,date\nt1,The gate closes at six.,2024-03-11\n", encoding="utf-8")
    (raw / "tide.txt.gz").write_bytes(gzip.compress(b"The tide\n\nHigh water was at 6.12 on 18 March 2024.\n", mtime=0))
    (raw / "broken.warc").write_bytes(b"WARC/1.0\r\nContent-Length: 99\r\n\r\nshort")
    (raw / "numbers.csv").write_text("year,rain\n2021,614\n", encoding="utf-8")
    (raw / "plain.txt").write_text("The quay\n\nThe quay was rebuilt in 1998.\n", encoding="utf-8")
    (raw / "sources.csv").write_text(
        "path,publisher,origin\nfeed.jsonl,The Feeder,Agency\nfeed.jsonl#a1,The Icebreaker,\n", encoding="utf-8"
    )
    return raw


@pytest.fixture(scope="module")
def output(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with Store(folder / "store") as store:
        run(raw, folder / "output", Runner(Settings(), store, here=True))
    return folder / "output"


def table(output: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(output / f"{name}.csv", keep_default_na=False)


def test_articles(output: Path) -> None:
    articles = table(output, "articles")
    assert dict(zip(articles.article_id, articles.path, strict=True)) == ARTICLES


def test_rejects(output: Path) -> None:
    rejects = table(output, "rejects")
    assert dict(zip(rejects.path, rejects.code, strict=True)) == {
        "broken.warc": "cut_off",
        "feed.jsonl#a2": "no_text",
        f"ferry.warc.gz#{SITE}dot.png": "not_an_article",
        f"ferry.warc.gz#{SITE}gone.html": "http_status",
        f"ferry.warc.gz#{SITE}page.css": "not_an_article",
        f"ferry.warc.gz#{SITE}robots.txt": "not_an_article",
        "letters.epub#EPUB/text/title_page.xhtml": "not_an_article",
        "mail/ferry.eml#timetable.pdf": "attachment",
        "numbers.csv": "no_text_column",
    }
    assert rejects.hint.ne("").all()


def test_what_is_known_of_a_record(output: Path) -> None:
    articles = table(output, "articles").set_index("path")
    mail = articles.loc["mail/ferry.eml"]
    assert (mail.title, mail.author, mail.published) == ("The ferry – ten days without it", "Ida Fell", "2024-03-11")
    assert articles.loc[f"ferry.warc.gz#{SITE}tides.txt"].url == SITE + "tides.txt"
    assert articles.loc["table.csv#t1"].published == "2024-03-11"
    assert (output / "text" / f"{mail.article_id}.txt").read_text("utf-8").startswith("The ferry\n")


def test_a_note_for_a_file_is_one_for_its_records(output: Path) -> None:
    articles = table(output, "articles").set_index("path")
    ice, thaw = articles.loc["feed.jsonl#a1"], articles.loc[f"feed.jsonl#{SITE}thaw"]
    assert (ice.site, ice.origin_id) == ("The Icebreaker", ice.article_id)
    assert (thaw.site, thaw.origin_id, thaw.url) == ("The Feeder", "Agency", SITE + "thaw")


def test_the_run_counts_records(output: Path) -> None:
    record = json.loads((output / "run.json").read_bytes())
    assert record["counts"]["inputs"] == len(table(output, "articles")) + len(table(output, "rejects"))
    assert "feed.jsonl" in record["inputs"]


def extracted(raw: Path, store: Path, settings: Settings | None = None) -> tuple[State, Runner]:
    with Store(store) as opened:
        runner = Runner(settings or Settings(), opened, here=True)
        return through(read_inputs(raw, 10_000_000), runner, "extract")[0], runner


def test_a_process_finds_the_same(raw: Path, tmp_path: Path) -> None:
    inputs = read_inputs(raw, 10_000_000)
    with Store(tmp_path / "here") as here, Store(tmp_path / "there") as there:
        found = unpacked(inputs, Runner(Settings(), here, here=True))
        with Runner(Settings(workers=1), there) as runner:
            assert unpacked(inputs, runner) == found


def test_an_edit_costs_the_file_and_the_record(raw: Path, tmp_path: Path) -> None:
    changed = Path(shutil.copytree(raw, tmp_path / "raw"))
    before, _ = extracted(changed, tmp_path / "store")
    late = {"text": "The harbour froze again on 2 February 2024."}
    (changed / "feed.jsonl").write_bytes(lines(late, *FEED))
    after, runner = extracted(changed, tmp_path / "store")
    assert runner.fresh["extract"] == 2  # the file, and the record that is new in it
    assert set(before.articles) < set(after.articles)


def test_columns_are_named_in_the_settings(raw: Path, tmp_path: Path) -> None:
    state, _ = extracted(raw, tmp_path, Settings(columns=Columns(text=("rain",), key=("year",))))
    assert "numbers.csv#2021" in {row.path for row in state.rejects}  # there are no words in 614
    assert "table.csv" in {row.path for row in state.rejects}


def test_a_summary_does_not_list_every_picture_of_an_archive(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    many = ({"id": f"r{i:02}", "title": "No text"} for i in range(MOST_REJECTS + 3))
    (raw / "feed.jsonl").write_bytes(lines({"id": "a", "text": "It rained on Monday."}, *many))
    state, _ = extracted(raw, tmp_path / "store")
    console = Console(file=io.StringIO(), width=200)
    print_summary(console, Outcome(summary_of(state), changed=True), tmp_path, "extract")
    told = console.file.getvalue()  # type: ignore[attr-defined] - it is the StringIO above
    assert "1 article, 23 rejected" in told
    assert told.count("no_text") == MOST_REJECTS
    assert "... and 3 more" in told


def test_a_note_for_a_record_that_is_not_there_is_told(raw: Path, tmp_path: Path) -> None:
    noted = Path(shutil.copytree(raw, tmp_path / "raw"))
    with (noted / "sources.csv").open("a", encoding="utf-8") as notes:
        notes.write("feed.jsonl#gone,,\nletters.epub,The Press,\n")
    state, _ = extracted(noted, tmp_path / "store")
    console = Console(file=io.StringIO(), width=200)
    print_summary(console, Outcome(summary_of(state), changed=True), tmp_path, "extract")
    told = console.file.getvalue()  # type: ignore[attr-defined] - as above
    assert "sources.csv names feed.jsonl#gone, which is not there" in told
    assert "letters.epub, which" not in told


def test_a_record_and_a_file_of_one_name(tmp_path: Path, store: Store) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.jsonl").write_bytes(lines({"id": "b", "text": "It rained."}))
    (raw / "a.jsonl#b").write_text("It snowed.", encoding="utf-8")
    inputs = unpacked(read_inputs(raw, 1000), Runner(Settings(), store, here=True))
    assert [document.path for document in inputs.documents] == ["a.jsonl#b"]
    assert [(row.path, row.code) for row in inputs.rejects] == [("a.jsonl", "name_taken")]
