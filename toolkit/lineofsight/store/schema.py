"""The tables of the journal, and the ordered steps that bring an older file up to date."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    select,
)

from ..errors import StoreError

metadata = MetaData()

meta = Table("meta", metadata, Column("name", String(40), primary_key=True), Column("value", Text))

entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("session", String(64), nullable=False),
    Column("seat", String(64), nullable=False),
    Column("step", String(64)),
    Column("attempt", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("payload", Text, nullable=False),
    Column("submission", String(64), nullable=False, unique=True),
    Column("case_hash", String(64), nullable=False),
    Column("at", String(40), nullable=False),
    Index("entries_by_session", "session", "seq"),
    sqlite_autoincrement=True,
)

drafts = Table(
    "drafts",
    metadata,
    Column("session", String(64), primary_key=True),
    Column("seat", String(64), primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("step", String(64), primary_key=True),
    Column("field", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    Column("at", String(40), nullable=False),
)


def _first_tables(connection: Connection) -> None:
    metadata.create_all(connection)


# In order; the position is the version. A step and the record of it commit together.
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first_tables,)
VERSION = len(MIGRATIONS)


def version_of(connection: Connection, where: str) -> int:
    """Return the schema version of a database: 0 for an empty one."""
    tables = inspect(connection).get_table_names()
    found = None
    if "meta" in tables:
        found = connection.scalar(select(meta.c.value).where(meta.c.name == "version"))
    if tables and not (found and found.isdecimal()):
        raise StoreError(
            f"{where} holds other tables ({', '.join(sorted(tables)[:4])}) and no journal; "
            "name an empty database or a new file in LINEOFSIGHT_STORE; nothing was changed"
        )
    return int(found or 0)


def refuse_newer(found: int, where: str) -> None:
    """Raise ``StoreError`` for a journal written by a newer Line of Sight."""
    if found > VERSION:
        raise StoreError(
            f"the journal {where} has schema version {found}; this Line of Sight reads up to "
            f"{VERSION}. Update Line of Sight, or name another file in LINEOFSIGHT_STORE; "
            "the file is untouched"
        )


def migrate(connection: Connection, found: int) -> None:
    """Apply what is missing, inside the caller's transaction."""
    for step in MIGRATIONS[found:]:
        step(connection)
    connection.execute(meta.delete().where(meta.c.name == "version"))
    connection.execute(meta.insert().values(name="version", value=str(VERSION)))
