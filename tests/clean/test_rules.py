"""What holds for every cleaning rule."""

import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from pipeline.clean import rules
from pipeline.clean.fingerprint import fingerprint
from pipeline.clean.rule import Rule

HERE = Path(__file__).parent
FEWEST_CASES = 10

by_rule = pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.name)


def test_every_module_is_in_the_order_once() -> None:
    modules = {
        module.name: import_module(f"{rules.__name__}.{module.name}").RULE for module in iter_modules(rules.__path__)
    }
    assert {rule.name: rule for rule in rules.RULES} == modules
    assert len(rules.RULES) == len(modules)


@by_rule
def test_its_reason_is_one_short_sentence(rule: Rule) -> None:
    assert rule.reason.endswith(".")
    assert rule.reason[0].isupper()
    assert len(rule.reason) <= 100


@by_rule
def test_it_has_cases_of_both_kinds(rule: Rule) -> None:
    cases = tomllib.loads((HERE.parent / "cases" / "clean" / f"{rule.name}.toml").read_text(encoding="utf-8"))["case"]
    assert (HERE / "rules" / f"test_{rule.name}.py").is_file()
    assert len(cases) >= FEWEST_CASES
    assert len({case["name"] for case in cases}) == len(cases)
    assert sum("drops" in case for case in cases) >= FEWEST_CASES / 2
    assert any(case["name"].startswith("near miss") for case in cases)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Read  MORE …", "Read more", True),
        ("Straße", "STRASSE", True),
        ("3.2 million", "3,2 million", True),
        ("3.2 million", "2.3 million", False),
        ("US", "U.S.", False),
        ("***", "", True),
    ],
)
def test_fingerprint(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (fingerprint(one) == fingerprint(other)) is same
