"""What is wrong, or doubtful, in a file of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Fault", "Severity"]

Severity = Literal["error", "doubt"]
"""An error keeps the brief from being read; a doubt is for the editor to look at."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, where it is, and what to do."""

    message: str
    """One sentence, without the line, and without the file if it does not begin with it."""
    file: str = ""
    """Name in the folder, as `claims.csv` or `articles/workers.md`."""
    line: int = 0
    """Counted from 1; 0 where the fault has none."""
    id: str = ""
    """The place or claim that it is about."""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, f"line {self.line}" if self.line else "") if part)
        told = not where or (bool(self.file) and self.message.startswith(self.file))
        return self.message if told else f"{where}: {self.message}"
