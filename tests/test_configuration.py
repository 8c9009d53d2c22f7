"""numfacts.toml and pyproject.toml: what they set, for which files, and how a slip in them is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from numfacts.configuration import (
    Configuration,
    ConfigurationError,
    checked_as_configured,
    fails,
    nearest,
    read_configuration,
)
from numfacts.model import Document, Finding

WRONG = "Sales rose 20% to £50m from £40m.\n"
CUT_OFF = "Traffic rose 12.4% to 5,623,371 from 5,000,330.\n"


def configured(folder: Path, toml: str, name: str = "numfacts.toml") -> Configuration:
    path = folder / name
    path.write_text(toml, encoding="utf-8")
    return read_configuration(path)


def found(configuration: Configuration, text: str = WRONG, doc_id: str = "story.md") -> tuple[Finding, ...]:
    return checked_as_configured(Document(text, doc_id), configuration).checked.findings


def test_the_nearest_file_with_words_for_numfacts_counts(tmp_path: Path) -> None:
    (tmp_path / "numfacts.toml").write_text("", encoding="utf-8")
    inner = tmp_path / "desk" / "stories"
    inner.mkdir(parents=True)
    (inner / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert nearest(inner) == tmp_path / "numfacts.toml"
    (tmp_path / "desk" / "pyproject.toml").write_text("[tool.numfacts]\n", encoding="utf-8")
    assert nearest(inner) == tmp_path / "desk" / "pyproject.toml"


def test_its_own_file_needs_no_table_and_the_shared_one_does(tmp_path: Path) -> None:
    assert configured(tmp_path, 'locale = "en_au"').locale == "en-AU"
    shared = configured(tmp_path, '[tool.numfacts]\nlocale = "en-GB"', "pyproject.toml")
    assert shared.locale == "en-GB"
    with pytest.raises(ConfigurationError, match=r"pyproject.toml: has no \[tool.numfacts\]"):
        configured(tmp_path, "[tool.ruff]", "pyproject.toml")


def test_every_setting_is_read(tmp_path: Path) -> None:
    read = configured(
        tmp_path,
        """
        published = 2031-04-22
        locale = "en-GB"
        base-currency = "gbp"
        fx-rates = "rates.csv"
        facts = "economy.csv"
        require-source = true
        baseline = "old.json"
        fail-on = "warning"
        select = ["percent-change"]
        ignore = ["percent-points"]
        severity = { percent-change = "note" }
        tolerance = { percent-change = 0.01 }
        """,
    )
    assert read.settings() == (
        "GBP",
        str(tmp_path / "rates.csv"),
        "en-GB",
        date(2031, 4, 22),
    )
    assert read.facts == (str(tmp_path / "economy.csv"),)
    assert (read.baseline, read.fail_on) == (str(tmp_path / "old.json"), "warning")
    assert read.require_source
    assert read.selected() == ["percent-change"]
    assert read.severity == {"percent-change": "note"}
    assert read.tolerance == {"percent-change": 0.01}


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("locle = 'en'", "locle: is no setting of numfacts; is locale meant?"),
        ("locale = 'english!'", "locale: 'english!' is no locale like en-GB"),
        ("locale = 1", "locale: is not a string"),
        ("published = '22 April'", "published: '22 April' is no date like 2025-04-22"),
        ("published = 2031-04-22T10:00:00", "published: is no date like 2025-04-22"),
        ("require-source = 'yes'", "require-source: is not true or false"),
        ("select = 'share'", "select: is not a list of checks"),
        ("ignore = ['percent-chang']", "ignore: 'percent-chang' is no check; is percent-change meant?"),
        ("fail-on = 'fatal'", "fail-on: 'fatal' is none of error, warning, note, never"),
        (
            "severity = {percent-change = 'loud'}",
            "severity.percent-change: 'loud' is none of error, warning, note, off",
        ),
        ("tolerance = 5", "tolerance: is no share of the figure from 0 to 1, such as 0.01"),
        ("tolerance = true", "tolerance: is no share of the figure from 0 to 1, such as 0.01"),
        ("per-file = 'a.md'", "per-file: is not a table of patterns"),
        ("[per-file.'a.md']\nbaseline = 'b'", 'per-file."a.md".baseline: is set for all files or none'),
        ("[per-file.'a.md']\nlocal = 'b'", 'per-file."a.md".local: is no setting of numfacts'),
        ("locale = ", "not TOML"),
    ],
)
def test_a_slip_is_one_line_with_the_file_and_the_key(tmp_path: Path, toml: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        configured(tmp_path, toml)
    assert str(error.value).startswith(f"{tmp_path / 'numfacts.toml'}: {told}")
    assert "\n" not in str(error.value)


def test_a_check_can_be_off_or_milder_and_what_it_doubts_is_never_worse(tmp_path: Path) -> None:
    assert [finding.severity for finding in found(Configuration())] == ["error"]
    assert found(configured(tmp_path, "ignore = ['percent-change']")) == ()
    assert found(configured(tmp_path, "severity = {percent-change = 'off'}")) == ()
    milder = configured(tmp_path, "severity = {percent-change = 'warning'}")
    assert [finding.severity for finding in found(milder)] == ["warning"]
    assert [finding.severity for finding in found(milder, CUT_OFF)] == ["note"]


def test_a_tolerance_is_a_share_of_the_figure(tmp_path: Path) -> None:
    assert found(configured(tmp_path, "tolerance = 0.05")) != ()
    assert found(configured(tmp_path, "tolerance = 0.2")) == ()
    assert found(configured(tmp_path, "tolerance = { percent-points = 0.2 }")) != ()


def test_patterns_are_those_of_gitignore_and_later_ones_come_on_top(tmp_path: Path) -> None:
    read = configured(
        tmp_path,
        """
        severity = { percent-change = "warning" }
        [per-file."archive/**"]
        ignore = ["percent-change"]
        [per-file."*.txt"]
        severity = { percent-change = "note" }
        """,
    )
    severities = {
        name: [finding.severity for finding in found(read, doc_id=str(tmp_path / name))]
        for name in ("a.md", "a.txt", "archive/2019/a.md", "archive.csv#row=3")
    }
    assert severities == {
        "a.md": ["warning"],
        "a.txt": ["note"],
        "archive/2019/a.md": [],
        "archive.csv#row=3": ["warning"],
    }


def test_the_command_line_has_the_last_word(tmp_path: Path) -> None:
    read = configured(tmp_path, 'base-currency = "GBP"\n[per-file."*.md"]\nbase-currency = "USD"')
    story = str(tmp_path / "a.md")
    assert read.of_document(story).settings().base_currency == "USD"
    commanded = read.commanded_by({"base_currency": "CHF", "ignore": ("percent-change",)})
    assert commanded.of_document(story).settings().base_currency == "CHF"
    assert "percent-change" not in commanded.of_document(story).selected()


@pytest.mark.parametrize(
    ("severities", "fail_on", "expected"),
    [
        (["warning", "note"], "error", False),
        (["warning", "note"], "warning", True),
        (["note"], "warning", False),
        (["note"], "note", True),
        (["error"], "never", False),
        ([], "note", False),
    ],
)
def test_what_makes_a_build_fail(severities: list[str], fail_on: str, expected: bool) -> None:
    assert fails(severities, fail_on) is expected
