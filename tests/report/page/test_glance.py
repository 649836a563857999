from bench.invented.story import story
from pipeline.records import Result, Status
from pipeline.report.page.glance import cards, lead, topics
from pipeline.report.page.left_out import left_out
from pipeline.report.page.view import View


def test_the_answers_are_counted_from_the_groups(result: Result) -> None:
    view = View(result)
    assert lead(view) == (
        "They agree on 0 points, dispute 1 and tell 0 differently without contradiction. 1 point stands in one "
        "article only."
    )
    assert topics(view) == "Lidice"
    disputed, agreed, alone, silent = cards(view)
    assert [line.place for line in disputed.lines] == ["group-g9"]
    assert agreed.lines == ()
    assert [(line.name, line.says) for line in alone.lines] == [
        ("Example (a-fire)", "makes 1 point that no other article makes")
    ]
    assert silent.lines == ()


def test_who_is_alone_against_the_others_comes_first() -> None:
    view = View(story(6, 100))
    wide = [g for g in view.by_status[Status.DISPUTED] if len(g.positions[0].articles) > 1]
    alone = cards(view)[2]
    assert wide
    assert alone.lines[0].name == view.names[wide[0].positions[1].articles[0]]
    assert alone.lines[0].says == f"against the others: {wide[0].positions[1].statement}"


def test_who_is_silent_on_half_of_it() -> None:
    view = View(story(12, 100))
    silent = cards(view)[3]
    counts = {name: sum(name in g.silent for g in view.common) for name in view.names}
    most = max(counts.values())
    assert silent.count == sum(2 * many >= len(view.common) for many in counts.values())
    assert silent.lines[0].says.startswith(f"says nothing on {most} of {len(view.common)} points")


def test_nothing_to_compare(empty: Result) -> None:
    view = View(empty)
    assert lead(view) == "Nothing in them could be compared."
    assert topics(view) == ""
    assert [card.lines for card in cards(view)] == [(), (), (), ()]


def test_what_was_left_out(result: Result) -> None:
    found = left_out(View(result))
    assert [reject.path for reject in found.rejects] == ["broken.pdf"]
    assert [(r.rule, r.spans, r.articles) for r in found.removals] == [("share", 2, 2)]


def test_the_worst_dispute_comes_first_and_in_it_what_clashes() -> None:
    view = View(story(8, 200))
    order = [list(Status).index(group.status) for group in view.groups]
    assert order == sorted(order)
    disputed = view.by_status[Status.DISPUTED]
    assert [g.n_origins for g in disputed] == sorted((g.n_origins for g in disputed), reverse=True)
