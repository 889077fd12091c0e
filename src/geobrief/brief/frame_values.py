"""Cells of pandas as plain values."""

from __future__ import annotations

from typing import Any

__all__ = ["plain_cell"]


def plain_cell(cell: Any) -> Any:
    """A table's cell as JSON holds it; None where it is missing, not a number, or no time."""
    import numpy
    import pandas

    if isinstance(cell, numpy.ndarray | list | tuple):
        return [plain_cell(member) for member in cell]
    if isinstance(cell, numpy.generic):
        cell = cell.item()
    if (
        cell is None or cell is pandas.NaT or cell is pandas.NA or cell != cell
    ):  # NaN alone differs from itself
        return None
    return cell if isinstance(cell, str | int | float | bool | dict) else str(cell)
