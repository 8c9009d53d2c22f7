"""Reference sheets: which figure a row tells of, when the two agree, what a bad sheet says, and the template.

The stories and their sheets are in references.toml.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from numfacts.documents import read
from numfacts.model import Document, DocumentError, Finding, ReferenceRow
from numfacts.outputs.reference_sheet import written
from numfacts.pipeline import Settings, checked, facts_sheet
from numfacts.references.sheets import read_sheet
from numfacts.references.template import Draft

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
STORIES = sorted(path for path in SEEDS.iterdir() if path.suffix in (".md", ".txt"))
BOTH = ("reference", "unsourced")
WISHES = {"columns", "sheet", "flags", "silent", "unknown", "message"}
CASES = tomllib.loads((HERE / "references.toml").read_text(encoding="utf-8"))


def sheet(folder: Path, *rows: str, columns: str = "name,value,unit", name: str = "sheet.csv") -> Path:
    path = folder / name
    path.write_text("\n".join((columns, *rows)) + "\n", encoding="utf-8")
    return path


def found(
    text: str, rows: tuple[ReferenceRow, ...] | None, selected: tuple[str, ...] = BOTH
) -> list[Finding]:
    return list(checked(Document(text, "story.md"), Settings(), selected, rows=rows).findings)


def marked(story: str) -> tuple[str, str]:
    """-> the story without its marks, and what stands between them."""
    before, _, rest = story.partition("«")
    figure, _, after = rest.partition("»")
    return before + figure + after, figure


# Which row tells of which figure, and whether they agree


def told(wish: str) -> Iterator[Any]:
    for name, case in CASES.items():
        assert not case.keys() - WISHES, f"[{name}]: {sorted(case.keys() - WISHES)}"
        for story in case.get(wish, ()):
            yield pytest.param(case, story, id=f"{name}-{story[:60]}")


def rows_of(case: dict[str, Any], folder: Path) -> tuple[ReferenceRow, ...]:
    rows = read_sheet(sheet(folder, *case["sheet"], columns=case.get("columns", "name,value,unit")))
    return tuple(row._replace(sheet="sheet.csv") for row in rows)


@pytest.mark.parametrize(("case", "story"), list(told("flags")))
def test_a_figure_that_differs_from_its_row(case: dict[str, Any], story: str, tmp_path: Path) -> None:
    text, figure = marked(story)
    findings = found(text, rows_of(case, tmp_path), ("reference",))
    assert [(each.severity, each.verdict) for each in findings] == [("error", "inconsistent")], findings
    assert figure in text[findings[0].start : findings[0].end]
    assert case.get("message", "") in findings[0].message


@pytest.mark.parametrize(("case", "story"), list(told("silent")))
def test_a_figure_that_agrees_with_its_row(case: dict[str, Any], story: str, tmp_path: Path) -> None:
    assert found(story, rows_of(case, tmp_path), ("reference",)) == []


@pytest.mark.parametrize(("case", "story"), list(told("unknown")))
def test_a_figure_that_no_row_tells_of(case: dict[str, Any], story: str, tmp_path: Path) -> None:
    text, figure = marked(story)
    findings = found(text, rows_of(case, tmp_path))
    assert [each.check_id for each in findings] == ["unsourced"], findings
    assert figure in text[findings[0].start : findings[0].end]
    assert "is on no reference sheet" in findings[0].message


def test_a_figure_that_was_cut_off_is_a_note(tmp_path: Path) -> None:
    (finding,) = found("Turnout was 70%.", read_sheet(sheet(tmp_path, "Turnout,70.93,percent")))
    assert (finding.check_id, finding.severity) == ("reference", "note")


def test_without_a_sheet_nothing_is_said() -> None:
    assert found("Core inflation was 3.7%.", None) == []


@pytest.mark.parametrize("check_id", BOTH)
def test_the_example_on_the_page_of_a_check_is_true(check_id: str, tmp_path: Path) -> None:
    from numfacts.checks import checks

    parts = dict(part.split(":\n", 1) for part in checks()[check_id].page.split("\n\n") if ":\n    " in part)
    lines = {title: [line.strip() for line in block.splitlines()] for title, block in parts.items()}
    rows = read_sheet(sheet(tmp_path, *lines["Sheet"][1:], columns=lines["Sheet"][0]))
    for line in lines["Flagged"]:
        assert [each.check_id for each in found(line, rows, (check_id,))] == [check_id], line
    for line in lines["Passes"]:
        assert found(line, rows, (check_id,)) == [], line


# A sheet's own form


@pytest.mark.parametrize(
    ("value", "unit", "low", "name", "counted"),
    [
        ("3.5", "%", "3.5", "percent", None),
        ("3.5", "percent", "3.5", "percent", None),
        ("3.5%", "", "3.5", "percent", None),
        ("0.035", "fraction", "3.5", "percent", None),
        ("10.47 billion", "EUR", "10470000000", "EUR", None),
        ("10.47", "billion EUR", "10470000000", "EUR", None),
        ("£2.4m", "", "2400000", "GBP", None),
        ("1e+10", "GBP/week", "10000000000", "GBP/week", None),
        ("1,240", "", "1240", None, None),
        ("30.21", "million people", "30210000", None, "people"),
        ("88", "km/h", "88", "kilometer / hour", None),
        ("-0.3", "pp", "-0.3", "percentage_point", None),
    ],
)
def test_a_number_and_its_unit(
    value: str, unit: str, low: str, name: str | None, counted: str | None, tmp_path: Path
) -> None:
    (row,) = read_sheet(sheet(tmp_path, f'Rainfall,"{value}",{unit}'))
    assert (row.low, row.high, row.unit, row.counted) == (Decimal(low), Decimal(low), name, counted)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_byte_order_mark_columns_in_any_order(delimiter: str, tmp_path: Path) -> None:
    lines = ["Unit,desk note,NAME,Value", "percent,asked Jo,Core inflation,3.5", ""]
    path = tmp_path / "sheet.csv"
    path.write_text("\n".join(lines).replace(",", delimiter), encoding="utf-8-sig", newline="\r\n")
    (row,) = read_sheet(path)
    assert (row.name, row.low, row.unit, row.line) == ("Core inflation", Decimal("3.5"), "percent", 2)


def test_parquet_holds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "sheet.parquet"
    cells = {"name": ["Core inflation"], "value": [3.5], "unit": ["percent"], "as_of": [date(2025, 5, 1)]}
    parquet.write_table(pyarrow.table(cells), path)
    (row,) = read_sheet(path)
    assert row[1:6] == (1, "Core inflation", Decimal("3.5"), Decimal("3.5"), "percent")
    assert row.as_of == "2025-05-01"


BAD_SHEETS = {
    "a column is missing": (["name,value", "Boats,3"], "", "no column 'unit'; there are 'name', 'value'"),
    "a column is misspelt": (
        ["name,value,unit,tolerence", "Boats,3,,1"],
        "",
        "the column 'tolerence' is unknown; is 'tolerance' meant?",
    ),
    "a column is there twice": (["name,value,unit,value", "Boats,3,,3"], "", "'value' is there twice"),
    "nothing is in it": ([], "", "is empty; a sheet has the columns name, value, unit"),
    "a number is none": (["name,value,unit", "Boats,lots,"], "line 2, column value", "'lots' is no number"),
    "a number is missing": (["name,value,unit", "Boats,,"], "line 2, column value", "is empty"),
    "a name is missing": (["name,value,unit", ",3,"], "line 2, column name", "is empty"),
    "a name says nothing": (["name,value,unit", "the,3,"], "line 2, column name", "'the' holds no word"),
    "a unit is none": (
        ["name,value,unit", "Boats,3,wibble"],
        "line 2, column unit",
        "'wibble' is no unit, no ISO 4217 code and nothing that is counted",
    ),
    "a unit is misspelt": (
        ["name,value,unit", "Road,3,kilometrs"],
        "line 2, column unit",
        "'kilometrs' is no unit; is",
    ),
    "a unit may be two": (["name,value,unit", "Boats,3,$"], "line 2, column unit", "may be USD or AUD"),
    "two units contradict": (
        ["name,value,unit", "Boats,£3,EUR"],
        "line 2, column value",
        "'£3' is in GBP, and the column unit says 'EUR'",
    ),
    "a date is none": (
        ["name,value,unit,as_of", "Boats,3,,May"],
        "line 2, column as_of",
        "'May' is no date like",
    ),
    "a day is none": (
        ["name,value,unit,as_of", "Boats,3,,2025-02-30"],
        "line 2, column as_of",
        "is no date like",
    ),
    "a tolerance is none": (
        ["name,value,unit,tolerance", "Boats,3,,few"],
        "line 2, column tolerance",
        "'few' is neither",
    ),
    "a pattern is none": (
        ["name,value,unit,pattern", "Boats,3,,(a"],
        "line 2, column pattern",
        "no regular expression",
    ),
    "a row is short": (["name,value,unit", "Boats,3"], "line 2", "2 cells, but the header has 3"),
    "two rows contradict": (
        ["name,value,unit", "Boats,3,", "boats,4,"],
        "line 3, column name",
        "is on line 2 too, with another value",
    ),
    "the line is the editor's": (
        ["name,value,unit", '"Big\nboats",3,', "", "Ships,x,"],
        "line 5, column value",
        "'x' is no number",
    ),
}


@pytest.mark.parametrize(("lines", "place", "cause"), BAD_SHEETS.values(), ids=BAD_SHEETS)
def test_a_bad_sheet_is_told_with_its_row_and_the_cause(
    lines: list[str], place: str, cause: str, tmp_path: Path
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(DocumentError) as error:
        read_sheet(path)
    told = str(error.value)
    assert told.startswith(f"{path.as_posix()}{', ' + place if place else ''}: ")
    assert cause in told
    assert "\n" not in told.split("bad.csv", 1)[1]


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("missing.csv", None, "no such file"),
        ("missing.parquet", None, "no such file"),
        ("latin.csv", "name,value,unit\nCafés,3,\n".encode("latin-1"), "line 2: is not UTF-8"),
        ("broken.parquet", b"PAR1 and no more", "cannot be read as Parquet"),
    ],
)
def test_a_file_that_is_no_sheet(name: str, content: bytes | None, cause: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DocumentError, match=cause):
        read_sheet(tmp_path / name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=12), min_size=3, max_size=3))
def test_any_cells_are_read_or_refused(tmp_path: Path, cells: list[str]) -> None:
    path = tmp_path / "any.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as stream:
        csv.writer(stream).writerows([("name", "value", "unit"), cells])
    cause = ""
    try:
        rows = read_sheet(path)
    except DocumentError as error:
        rows = ()
        cause = str(error)
    assert len(rows) <= 1
    assert cause == "" or cause.startswith(path.as_posix())


# Values that are cells of a table

GDP = """country,year,share,R&D
Spain,2023,1.30,7
Spain,2024,1.28,8
Malta,2024,0.5,9
Malta,2022,,
"""


@pytest.fixture
def gdp(tmp_path: Path) -> Path:
    pytest.importorskip("duckdb")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gdp.csv").write_text(GDP, encoding="utf-8")
    return tmp_path


def with_cell(folder: Path, value_from: str) -> Path:
    return sheet(folder, f'"Defence spending",,percent,"{value_from}"', columns="name,value,unit,value_from")


@pytest.mark.parametrize(
    ("value_from", "value"),
    [
        ("data/gdp.csv#col=share&where=country=Spain&where=year=2024", "1.28"),
        ("data/gdp.csv#col=share&where=country=Spain&where=year=2023", "1.30"),
        ("data/gdp.csv#where=R%26D=9&col=share", "0.5"),
        ("data/gdp.csv#col=R%26D&row=2", "7"),
        ("data/../data/gdp.csv#col=share&row=4", "0.5"),
    ],
)
def test_a_value_is_the_cell_of_a_table(value_from: str, value: str, gdp: Path) -> None:
    (row,) = read_sheet(with_cell(gdp, value_from))
    assert str(row.low) == value
    assert row.value_from == value_from


def test_prose_goes_red_when_the_data_change(gdp: Path) -> None:
    path = with_cell(gdp, "data/gdp.csv#col=share&where=country=Spain&where=year=2024")
    story = "Spain spent 1.28% of GDP on defence: its defence spending was 1.28% of GDP."
    assert found(story, read_sheet(path), ("reference",)) == []
    (gdp / "data" / "gdp.csv").write_text(GDP.replace("1.28", "1.43"), encoding="utf-8")
    findings = found(story, read_sheet(path), ("reference",))
    assert findings
    assert "is not the 1.43% of “Defence spending”" in findings[-1].message
    assert "from data/gdp.csv#col=share" in findings[-1].message


@pytest.mark.parametrize("suffix", ["tsv", "parquet", "jsonl"])
def test_tables_of_other_forms(suffix: str, gdp: Path) -> None:
    if suffix == "tsv":
        (gdp / "gdp.tsv").write_text(GDP.replace(",", "\t"), encoding="utf-8")
    elif suffix == "jsonl":
        (gdp / "gdp.jsonl").write_text('{"year": 2023, "share": 1.3}\n{"year": 2024, "share": 1.28}\n')
    else:
        parquet.write_table(
            pyarrow.table({"year": [2023.0, 2024.0, None], "share": [1.3, 1.28, 9.0]}), gdp / "gdp.parquet"
        )
    where = "&where=country=Spain" if suffix == "tsv" else ""
    (row,) = read_sheet(with_cell(gdp, f"gdp.{suffix}#col=share&where=year=2024{where}"))
    assert row.low == Decimal("1.28")


def test_a_day_is_found_where_pandas_has_written_its_midnight(gdp: Path) -> None:
    days = {"day": [datetime(2025, 5, 1), datetime(2025, 5, 2)], "price": [4.0, 5.0]}  # noqa: DTZ001
    parquet.write_table(pyarrow.table(days), gdp / "prices.parquet")
    (row,) = read_sheet(with_cell(gdp, "prices.parquet#col=price&where=day=2025-05-02"))
    assert row.low == 5


@pytest.mark.parametrize(
    ("value_from", "cause"),
    [
        ("data/gdp.csv", "none of col=NAME, where=COLUMN=VALUE, row=NUMBER"),
        ("data/gdp.csv#col=share&when=2024", "'when=2024' is none of"),
        ("data/gdp.csv#where=year=2024", "is not like data/gdp.csv#col=share&where=year=2024"),
        ("data/gdp.csv#col=share&where=year=1999", "no row is meant"),
        ("data/gdp.csv#col=share&where=year=2024", "several rows are meant"),
        ("data/gdp.csv#col=share&where=year=2022", "the cell is empty"),
        ("data/gdp.csv#col=country&row=2", "'Spain' is no number"),
        ("data/gdp.csv#col=growth&row=2", "no column 'growth'; there are 'country', 'year', 'share', 'R&D'"),
        ("data/gdp.csv#col=share&where=month=5", "no column 'month'"),
        ("data/gdp.csv#col=share&row=1", "row 1 is the header"),
        ("data/gdp.csv#col=share&row=6", "no row is meant"),
        ("data/gdp.csv#col=share&row=2&where=year=2024", "both a row= and a where="),
        ("data/nothing.csv#col=share&row=2", "data/nothing.csv: no such file"),
        ("data#col=share&row=2", "ends in none of .csv"),
        ("data/*.csv#col=share&row=2", "holds one of * ? [ ]"),
        ("https://example.org/gdp.csv#col=share&row=2", "is no local file"),
        ("../../../etc/passwd#col=share&row=2", "ends in none of .csv"),
    ],
)
def test_a_cell_that_is_none(value_from: str, cause: str, gdp: Path) -> None:
    with pytest.raises(DocumentError) as error:
        read_sheet(with_cell(gdp, value_from))
    assert "sheet.csv, line 2, column value_from: " in str(error.value)
    assert cause in str(error.value)


@pytest.mark.parametrize(
    "where",
    [
        "year=2024' OR '1'='1",
        "year=2024 OR 1=1",
        "year=2024; DROP TABLE gdp",
        "year=' UNION SELECT content FROM read_text('secret.txt') --",
    ],
)
def test_what_a_where_says_is_a_value_and_never_a_query(where: str, gdp: Path) -> None:
    with pytest.raises(DocumentError, match="no row is meant"):
        read_sheet(with_cell(gdp, f"data/gdp.csv#col=share&where={where}"))


@pytest.mark.parametrize("column", ["share FROM gdp --", "1", "*", "COUNT(*)", "(SELECT 1)"])
def test_what_a_column_says_is_a_name_and_never_a_query(column: str, gdp: Path) -> None:
    with pytest.raises(DocumentError, match="no column"):
        read_sheet(with_cell(gdp, f"data/gdp.csv#col={column}&row=2"))


def test_quotation_marks_in_a_column_do_not_end_its_name(gdp: Path) -> None:
    (gdp / "odd.csv").write_text('"a"" b","c{}d"\n5,x\n', encoding="utf-8")
    (row,) = read_sheet(with_cell(gdp, "odd.csv#col=a%22 b&where=c{}d=x"))
    assert row.low == 5


def test_a_table_may_be_a_link_and_its_folder_may_have_brackets(gdp: Path) -> None:
    (gdp / "blob").write_text(GDP, encoding="utf-8")
    folder = gdp / "desk [2025]"
    folder.mkdir()
    (folder / "gdp.csv").symlink_to(gdp / "blob")
    (row,) = read_sheet(with_cell(folder, "gdp.csv#col=share&row=3"))
    assert row.low == Decimal("1.28")


def test_no_other_file_is_opened(gdp: Path) -> None:
    import duckdb

    from numfacts.references import table_cells

    (gdp / "other.csv").write_text("a\n1\n", encoding="utf-8")
    with duckdb.connect(":memory:") as connection:
        place = table_cells.place_of("data/gdp.csv#col=share&row=2")
        table_cells._rows(connection, place, str(gdp / "data" / "gdp.csv"))
        for query in (
            f"SELECT * FROM read_csv('{gdp / 'other.csv'}')",
            "INSTALL httpfs",
            "SELECT * FROM read_csv('https://example.org/a.csv')",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(query)


def test_without_duckdb_it_is_said_how_to_get_it(gdp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(DocumentError, match=r"line 2, column value_from: .*pip install 'numfacts\[duckdb\]'"):
        read_sheet(with_cell(gdp, "data/gdp.csv#col=share&row=2"))


# The template


def rows_from(drafts: list[Draft], folder: Path) -> tuple[ReferenceRow, ...]:
    path = folder / "template.csv"
    path.write_bytes(written(drafts))
    return read_sheet(path)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_a_story_is_clean_by_its_own_template_and_each_figure_has_its_row(path: Path, tmp_path: Path) -> None:
    (document,) = read(path)
    rows = rows_from(facts_sheet(document), tmp_path)
    assert len(rows) > 20
    assert checked(document, Settings(), BOTH, rows=rows).findings == ()


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.name)
def test_a_row_of_the_template_that_is_put_right_turns_its_story_red(path: Path, tmp_path: Path) -> None:
    """But for those that agree with more than one value: “more than 1,000”, two rows that say as much."""
    (document,) = read(path)
    rows = rows_from(facts_sheet(document), tmp_path)
    heard = 0
    for k, row in enumerate(rows):
        other = row._replace(low=row.low * 3 + 7, high=row.high * 3 + 7)
        changed = (*rows[:k], other, *rows[k + 1 :])
        heard += bool(checked(document, Settings(), BOTH, rows=changed).findings)
    assert heard >= 0.85 * len(rows)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Core inflation was 3.5%.", ["Core inflation"]),
        ("Rents rose 7% to £1,339.", ["Rents rise", "Rents"]),
        ("The mill cut 1,200 jobs.", ["jobs fall"]),
        ("The tunnel is 5 miles (8km) long.", ["tunnel"]),
        ("It won 3-1 on 3 May 2024.", []),
    ],
)
def test_the_names_of_a_template(text: str, names: list[str]) -> None:
    assert [draft.name for draft in facts_sheet(Document(text, "a"))] == names


def test_sentences_that_differ_in_their_figures_alone_have_a_row_each(tmp_path: Path) -> None:
    text = "\n\n".join(f"The shares sold at a price of ${n}.40 for a total of ${n}00.50." for n in (3, 5, 8))
    rows = rows_from(facts_sheet(Document(text, "a")), tmp_path)
    assert len(rows) == 6
    assert found(text, rows) == []


def test_cells_that_a_spreadsheet_would_run_are_guarded_and_read_back(tmp_path: Path) -> None:
    draft = Draft("=HYPERLINK(boats)", "-5 to 3", "degC", "", "", "@sum", "-")
    content = written([draft])
    assert content.decode().splitlines()[1] == "'=HYPERLINK(boats),'-5 to 3,degC,,,'@sum,'-"
    (row,) = rows_from([draft], tmp_path)
    assert (row.name, row.low, row.high) == ("=HYPERLINK(boats)", -5, 3)
    assert (row.pattern, row.source_url) == ("@sum", "-")


# The sheet of the seeds


def test_the_sheet_of_the_economy_story_agrees_with_it() -> None:
    pytest.importorskip("duckdb")
    (document,) = read(SEEDS / "economy.md")
    rows = read_sheet(SEEDS / "facts" / "economy.csv")
    assert checked(document, Settings(), ("reference",), rows=rows).findings == ()
    edited = document._replace(text=document.text.replace("was 3.5%", "was 3.9%").replace("132.3p", "123.3p"))
    told = [finding.message for finding in checked(edited, Settings(), ("reference",), rows=rows).findings]
    assert [message.split(" (")[0] for message in told] == [
        "3.9% is not the 3.5% of “Core inflation”",
        "123.3p is not the 1.323 GBP ± 0.001 of “Litre of unleaded”",
    ]
