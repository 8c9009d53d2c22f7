"""numfacts on the annotated stories of seeds/gold/: no figure falls below the recorded one.

After a change that is worth what it costs elsewhere: ``python benchmarks/own_gold.py --record``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import gold_agreement  # noqa: E402
import gold_stories  # noqa: E402
import own_gold  # noqa: E402

STORIES = gold_stories.stories()
STORY = """\
title = "Profit falls"
genre = "company results"
usage = "en-GB"
published = 2025-06-18

text = '''
Profit fell by «about 12%» to «£1.5m» in May.
'''

facts = [
  { text = "about 12%", kind = "percent", value = 12, unit = "percent", modifier = "approximate", change = "fall" },
  { text = "£1.5m", kind = "money", value = 1_500_000, unit = "GBP", change = "to", period = "2025-05" },
]
"""


def story(folder: Path, written: str = STORY) -> gold_stories.GoldStory:
    path = folder / "profit.toml"
    path.write_text(written, encoding="utf-8")
    return gold_stories.read_story(path)


def test_no_figure_falls_below_the_recorded_one() -> None:
    now = own_gold.figures(own_gold.by_group(STORIES, genres=False))
    fallen = own_gold.fallen(now, own_gold.recorded())
    if fallen:
        pytest.fail(
            "\n  ".join(["fell (python benchmarks/own_gold.py --errors tells where):", *fallen]),
            pytrace=False,
        )


def test_every_figure_is_recorded() -> None:
    usages = {story.usage for story in STORIES}
    assert {group: list(figures) for group, figures in own_gold.recorded().items()} == {
        group: list(own_gold.MEASURES) for group in ("all", *usages)
    }


def test_the_stories_are_of_many_kinds() -> None:
    assert len(STORIES) >= 30
    assert len({story.genre for story in STORIES}) >= 10
    assert min(Counter(story.usage for story in STORIES)[usage] for usage in gold_stories.USAGES) >= 5


def test_every_unit_of_the_stories_is_one() -> None:
    from numfacts.units import registry

    units = {unit for story in STORIES for fact in story.facts for unit in fact.cells["unit"]}
    for unit in units - {None}:
        registry().parse_units(unit)


def test_the_example_of_the_guidelines_is_sound(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "annotation.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert len(story(tmp_path, example).facts) == 2


def test_a_story_is_read_without_its_marks(tmp_path: Path) -> None:
    read = story(tmp_path)
    assert read.text == "Profit fell by about 12% to £1.5m in May.\n"
    assert [read.text[fact.start : fact.end] for fact in read.facts] == ["about 12%", "£1.5m"]
    assert [fact.cells["change"] for fact in read.facts] == [("fall",), ("to",)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("«£1.5m»", "£1.5m", 'line 12: "£1.5m" has no mark'),
        (" in May", " in «May»", "line 7: «May» has no row"),
        ('text = "£1.5m"', 'text = "£1.6m"', 'line 12: "£1.6m" stands where line 7 has «£1.5m»'),
        ('kind = "money"', 'kind = "cash"', "line 12: “£1.5m”: kind cannot be 'cash'"),
        ("value = 12", "low = 12", "line 11: “about 12%”: value, or else low and high, and the modifier"),
        ("value = 12, ", "", "line 11: “about 12%”: value, or else low and high"),
        ('"2025-05"', '"May"', "line 12: “£1.5m”: period 'May' is no ISO 8601 date"),
        ('"2025-05"', '"2025-05", speaker = "Ann Lee"', "line 12: “£1.5m”: speaker “Ann Lee” is not what the story"),
        ('"2025-05"', '"2025-05", colour = "red"', "line 12: “£1.5m”: colour is no column"),
        ('"2025-05"', '"2025-05", also = { text = "£1.6m" }', "line 12: “£1.5m”: also.text “£1.6m” does not stand"),
        ('genre = "company results"\n', "", "line 1: genre is missing"),
        ('usage = "en-GB"', 'usage = "en"', "line 3: usage is one of en-GB, en-US, en-IN, en-AU"),
        ("facts = [", "facts = ", "profit.toml: "),
    ],
)  # fmt: skip
def test_a_fault_in_a_story_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert STORY.count(old) == 1
    with pytest.raises(gold_stories.GoldError) as raised:
        story(tmp_path, STORY.replace(old, new))
    assert told in str(raised.value)
    assert str(raised.value).startswith("profit.toml")


def test_cells_are_counted_as_told(tmp_path: Path) -> None:
    counted = own_gold.tallies(own_gold.marks(story(tmp_path)))
    assert counted["whole"] == (2, 2, 2)
    assert counted["change"] == (2, 2, 2)
    entities = counted["measured_entity"]
    assert (entities.right, entities.wanted) == (0, 0)  # read, though no row has one
    assert entities.given == 2


def test_a_second_reading_is_accepted(tmp_path: Path) -> None:
    either = STORY.replace(
        'change = "to"', 'change = "from", also = { change = "to", measured_entity = "Profit" }'
    )
    counted = own_gold.tallies(own_gold.marks(story(tmp_path, either)))
    assert counted["change"] == (2, 2, 2)
    assert counted["measured_entity"] == (1, 2, 1)


def test_what_fell_is_named() -> None:
    before = {"all": {"period": 72.4, "speaker": 80.0}}
    assert own_gold.fallen({"all": {"period": 71.0, "speaker": 80.0}}, before) == [
        "all: period 71.0, was 72.4"
    ]


@pytest.mark.parametrize(
    ("agree", "wanted", "found", "right"),
    [
        (gold_agreement.same_words, "vote", "the vote", True),
        (gold_agreement.same_words, "core inflation", "inflation", False),
        (gold_agreement.share_a_word, "core inflation", "inflation", True),
        (gold_agreement.share_a_word, "cost of living", "price of bread", False),
        (gold_agreement.same_name, "Grant Sellers", "Mr Sellers", True),
        (gold_agreement.same_name, "Grant Sellers", "Grant Hale", False),
        (gold_agreement.same_period, "2025", "2025-01/2025-12", True),
        (gold_agreement.same_period, "2025-W40", "2025-09-29/2025-10-05", True),
        (gold_agreement.same_period, "2019/..", "2019", False),
    ],
)
def test_cells_agree(agree: object, wanted: str, found: str, right: bool) -> None:
    assert callable(agree)
    assert agree(wanted, found) is right
