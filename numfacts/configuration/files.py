"""Reads the configuration: ``[tool.numfacts]`` of pyproject.toml, or numfacts.toml, which needs no table.

::

    locale = "en-GB"
    ignore = ["conflict"]
    severity = { share = "warning" }
    tolerance = 0.002                   # or by check: { reference = 0.01 }

    [per-file."archive/**"]
    published = 2019-12-31

Paths in it are relative to its folder.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from numfacts.checks import checks
from numfacts.configuration.values import FAIL_ON, Configuration, PerFile
from numfacts.model import SEVERITIES

OWN_FILE, SHARED_FILE = "numfacts.toml", "pyproject.toml"
OFF = "off"  # as a severity: the check does not run
EVERY_FILE_ALONE = frozenset({"facts", "require_source", "baseline", "fail_on", "fx_rates"})  # of a whole run


class ConfigurationError(Exception):
    """One line: the file, the key and what is wrong with it."""


def nearest(folder: Path) -> Path | None:
    """-> numfacts.toml, or a pyproject.toml with a table for numfacts, here or in a folder above."""
    for place in (folder, *folder.parents):
        if (own := place / OWN_FILE).is_file():
            return own
        shared = place / SHARED_FILE
        if shared.is_file() and _table(shared, _read(shared)) is not None:
            return shared
    return None


def read_configuration(path: Path | None) -> Configuration:
    """-> what a file sets; nothing without a file.  Raises ConfigurationError."""
    if path is None:
        return Configuration()
    table = _table(path, _read(path))
    if table is None:
        raise ConfigurationError(f"{path}: has no [tool.numfacts]")
    per_file = _one_of(path, "per-file", table.pop("per-file", {}), dict, "a table of patterns")
    parts = []
    for pattern, values in per_file.items():
        place = f'per-file."{pattern}"'
        read = _values(path, place, _one_of(path, place, values, dict, "a table"))
        for name in read.keys() & EVERY_FILE_ALONE:
            _wrong(path, f"{place}.{_key(name)}", "is set for all files or none")
        parts.append(PerFile(pattern, read))
    return Configuration(file=path, per_file=tuple(parts)).over(_values(path, "", table))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigurationError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: not TOML: {error}") from error


def _table(path: Path, read: dict[str, Any]) -> dict[str, Any] | None:
    if path.name != SHARED_FILE:
        return read
    tool = read.get("tool")
    found = tool.get("numfacts") if isinstance(tool, dict) else None
    return _one_of(path, "tool.numfacts", found, dict, "a table") if found is not None else None


def _values(path: Path, place: str, table: Mapping[str, Any]) -> dict[str, object]:
    """-> the fields of Configuration that a table sets."""
    found: dict[str, object] = {}
    for key, value in table.items():
        shown = f"{place}.{key}".lstrip(".")
        if key not in READERS:
            near = get_close_matches(key, READERS, n=1)
            _wrong(path, shown, f"is no setting of numfacts{f'; is {near[0]} meant?' if near else ''}")
        found[key.replace("-", "_")] = READERS[key](path, shown, value)
    severity = found.get("severity")
    if isinstance(severity, dict):
        off = tuple(id_ for id_, told in severity.items() if told == OFF)
        found["severity"] = {id_: told for id_, told in severity.items() if told != OFF}
        found["ignore"] = (*found.get("ignore", ()), *off)  # type: ignore[misc]
    return found


# Each of these reads a value, or raises ConfigurationError.


def _string(path: Path, key: str, value: Any) -> str:
    return str(_one_of(path, key, value, str, "a string"))


def _locale(path: Path, key: str, value: Any) -> str:
    from numfacts.grammar.locales import canonical

    found = canonical(_string(path, key, value))
    return found if found is not None else _wrong(path, key, f"{value!r} is no locale like en-GB")


def _day(path: Path, key: str, value: Any) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            _wrong(path, key, f"{value!r} is no date like 2025-04-22")
    if type(value) is not date:
        _wrong(path, key, "is no date like 2025-04-22")
    return value


def _path(path: Path, key: str, value: Any) -> str:
    return str(path.parent / _string(path, key, value))


def _paths(path: Path, key: str, value: Any) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else _one_of(path, key, value, list, "a list of paths")
    return tuple(_path(path, key, each) for each in listed)


def _flag(path: Path, key: str, value: Any) -> bool:
    return bool(_one_of(path, key, value, bool, "true or false"))


def _ids(path: Path, key: str, value: Any) -> tuple[str, ...]:
    listed = _one_of(path, key, value, list, "a list of checks")
    return tuple(_id(path, key, each) for each in listed)


def _id(path: Path, key: str, value: Any) -> str:
    if value not in checks():
        near = get_close_matches(str(value), checks(), n=1)
        _wrong(path, key, f"{value!r} is no check{f'; is {near[0]} meant?' if near else ''}")
    return str(value)


def _fail_on(path: Path, key: str, value: Any) -> str:
    if value not in FAIL_ON:
        _wrong(path, key, f"{value!r} is none of {', '.join(FAIL_ON)}")
    return str(value)


def _severities(path: Path, key: str, value: Any) -> dict[str, str]:
    table = _one_of(path, key, value, dict, 'a table like { share = "warning" }')
    for id_, severity in table.items():
        if severity not in (*SEVERITIES, OFF):
            _wrong(path, f"{key}.{id_}", f"{severity!r} is none of {', '.join((*SEVERITIES, OFF))}")
    return {_id(path, key, id_): severity for id_, severity in table.items()}


def _tolerance(path: Path, key: str, value: Any) -> dict[str, float]:
    table = value if isinstance(value, dict) else dict.fromkeys(checks(), value)
    for number in table.values():
        if not isinstance(number, int | float) or isinstance(number, bool) or not 0 <= number <= 1:
            _wrong(path, key, "is no share of the figure from 0 to 1, such as 0.01")
    return {_id(path, key, id_): float(number) for id_, number in table.items()}


READERS: Mapping[str, Callable[[Path, str, Any], object]] = {
    "published": _day,
    "locale": _locale,
    "base-currency": _string,
    "fx-rates": _path,
    "facts": _paths,
    "require-source": _flag,
    "baseline": _path,
    "fail-on": _fail_on,
    "select": _ids,
    "ignore": _ids,
    "severity": _severities,
    "tolerance": _tolerance,
}


def _key(name: str) -> str:
    return name.replace("_", "-")


def _one_of(path: Path, key: str, value: Any, kind: type, told: str) -> Any:
    if not isinstance(value, kind):
        _wrong(path, key, f"is not {told}")
    return value


def _wrong(path: Path, key: str, cause: str) -> NoReturn:
    raise ConfigurationError(f"{path}: {key}: {cause}")
