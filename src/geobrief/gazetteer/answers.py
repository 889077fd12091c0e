"""What a geocoding service answered, kept on disk, and when it may be asked again: one for all processes."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

from geobrief.errors import GeocoderError

__all__ = ["DAY", "Answers", "Manners"]

Results = list[dict[str, Any]]

DAY: Final = 86_400.0
"""Seconds."""
FOUND_KEPT: Final = 365 * DAY
MISSING_KEPT: Final = 30 * DAY
"""A place that a map lacks is drawn into it more often than one changes."""
WAIT_FOR_OTHERS: Final = 120.0
"""Seconds for which other processes may be asking before this one gives up on its turn."""

_VERSION: Final = 1
_OLD_TABLES: Final = "DROP TABLE IF EXISTS answers; DROP TABLE IF EXISTS services;"
_TABLES: Final = """
    CREATE TABLE IF NOT EXISTS answers (
        service TEXT, name TEXT, asked REAL, results TEXT, PRIMARY KEY (service, name)
    );
    CREATE TABLE IF NOT EXISTS services (
        service TEXT PRIMARY KEY, last REAL, not_before REAL, day INTEGER, count INTEGER
    );
"""


@dataclass(frozen=True, slots=True)
class Manners:
    """How often a service may be asked."""

    pause: float
    """Least seconds from the end of one question to the next, over all processes."""
    most_a_day: int | None = None
    """Names in one day (UTC), over all processes; None for no limit."""


class Answers:
    """The answers of one service. Times are seconds since 1970."""

    def __init__(
        self,
        file: Path,
        service: str,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Opens the file, or makes it.

        Raises:
            GeocoderError: It cannot be written, or is broken.
        """
        self._file = file
        self._service = service
        self._clock = clock
        self._sleep = sleep
        with self._explained():
            file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                file, timeout=WAIT_FOR_OTHERS, isolation_level=None, check_same_thread=False
            )
            weakref.finalize(self, self._connection.close)  # whichever thread collects it
            self._make_tables()

    def get(self, name: str) -> Results | None:
        """What the service answered for a name, empty for "no such place"; None if not known any more.

        Raises:
            GeocoderError: The file is broken.
        """
        with self._explained():
            row = self._connection.execute(
                "SELECT asked, results FROM answers WHERE service = ? AND name = ?", (self._service, name)
            ).fetchone()
            if row is None:
                return None
            results = cast("Results", json.loads(row[1]))
        kept = FOUND_KEPT if results else MISSING_KEPT
        return results if self._clock() - row[0] < kept else None

    def ask(self, name: str, question: Callable[[], Results], manners: Manners) -> Results:
        """Waits for its turn, asks and keeps the answer; only one process asks at a time.

        Raises:
            GeocoderError: What `question` raises, whereupon nothing is kept; or the service may not be asked
                today any more; or the file is broken.
        """
        with self._explained(), self._turn():
            known = self.get(name)  # another process may have asked it meanwhile
            if known is not None:
                return known
            self._wait(manners)
            try:
                results = question()
            finally:
                self._connection.execute(
                    "UPDATE services SET last = ?, count = count + 1 WHERE service = ?",
                    (self._clock(), self._service),
                )
            self._connection.execute(
                "REPLACE INTO answers VALUES (?, ?, ?, ?)",
                (self._service, name, self._clock(), json.dumps(results, ensure_ascii=False)),
            )
            return results

    def postpone(self, seconds: float) -> None:
        """Keeps all processes from asking for a while, as the service wants it."""
        self._connection.execute(
            "UPDATE services SET not_before = ? WHERE service = ?", (self._clock() + seconds, self._service)
        )

    def _wait(self, manners: Manners) -> None:
        now, today = self._clock(), int(self._clock() // DAY)
        self._connection.execute(
            "INSERT OR IGNORE INTO services VALUES (?, ?, 0, ?, 0)", (self._service, now - DAY, today)
        )
        self._connection.execute(
            "UPDATE services SET day = ?, count = 0 WHERE service = ? AND day <> ?",
            (today, self._service, today),
        )
        last, not_before, count = self._connection.execute(
            "SELECT last, not_before, count FROM services WHERE service = ?", (self._service,)
        ).fetchone()
        if manners.most_a_day is not None and count >= manners.most_a_day:
            raise GeocoderError(
                f"{self._service} was asked for {count} names today, and it is no service for more. "
                "Ask again tomorrow, or name a Nominatim server of your own."
            )
        if not_before > now:
            raise GeocoderError(
                f"{self._service} wants not to be asked for another {not_before - now:.0f} seconds. "
                "Run the same again after that."
            )
        # A clock that was set back must not make it wait for hours.
        self._sleep(min(max(0.0, last + manners.pause - now), manners.pause))

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        """Locks the file for writing; what is written stays, also where asking failed."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise GeocoderError(
                f"Other processes ask {self._service} at length. Run the same again when they are done."
            ) from error
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def _make_tables(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version != _VERSION:
            self._connection.executescript(
                f"BEGIN IMMEDIATE; {_OLD_TABLES if version else ''} {_TABLES} "
                f"PRAGMA user_version = {_VERSION}; COMMIT;"
            )

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, ValueError) as error:
            raise GeocoderError(
                f"The answers kept in {self._file} cannot be used: {error}. Delete that file, or set "
                "GEOBRIEF_CACHE to a folder that can be written."
            ) from error
