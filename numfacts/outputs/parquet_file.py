"""Facts as Parquet, by row groups, each validated by ``FactTable`` before it is written.

Every column carries its meaning as ``description``; the file says who wrote it under ``numfacts.version``
and ``numfacts.schema``, beside the metadata from which ``pandas.read_parquet`` restores the very same dtypes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from numfacts.model.fact import Fact, columns
from numfacts.outputs.provenance import version

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = "parquet"
SUFFIXES = (".parquet", ".pq")

_ROW_GROUP = 50_000


@contextmanager
def writing(stream: BinaryIO) -> Iterator[Callable[[Sequence[Fact]], None]]:
    """Yields a function that gathers facts and writes a row group whenever there are enough of them."""
    import pyarrow.parquet as pq

    waiting: list[Fact] = []
    writer = pq.ParquetWriter(stream, _table([]).schema, compression="zstd")

    def append(facts: Sequence[Fact]) -> None:
        waiting.extend(facts)
        while len(waiting) >= _ROW_GROUP:
            writer.write_table(_table(waiting[:_ROW_GROUP]))
            del waiting[:_ROW_GROUP]

    try:
        yield append
        if waiting:
            writer.write_table(_table(waiting))
    except BaseException:
        with suppress(Exception):  # the file is thrown away; its footer need not be written
            writer.close()
        raise
    writer.close()


def read(path: Path) -> Iterator[Fact]:
    """-> the facts of a Parquet file that ``writing`` wrote.  Raises ValueError where it is none."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        if file.schema_arrow.names != list(Fact._fields):
            raise ValueError("not the columns of the fact table")
        for batch in file.iter_batches():
            yield from map(Fact._make, zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _table(facts: Sequence[Fact]) -> pa.Table:
    import pyarrow as pa

    from numfacts.tables.fact_table import to_frame

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema(
        pa.field(name, types[kind], nullable, metadata={"description": meaning})
        for name, kind, nullable, meaning in columns()
    )
    table = pa.Table.from_pandas(to_frame(facts), schema=schema, preserve_index=False)
    ours = {b"numfacts.version": version().encode(), b"numfacts.schema": b"FactTable"}
    return table.replace_schema_metadata({**(table.schema.metadata or {}), **ours})
