"""Make `src/geobrief/claims/tables/measures.csv` anew: units of measure in SI, by pint's definitions.

Reading the table costs a thousandth of loading pint and its registry, for which a text of one page would
wait half a second.
Words that mean several measures ("ton", "gallon", "pound") are left out: no value is better than a wrong one.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pint

TARGET = Path(__file__).parents[1] / "src" / "geobrief" / "claims" / "tables" / "measures.csv"
WORDS = {
    "millimeter": "mm|millimetre|millimetres|millimeter|millimeters",
    "centimeter": "cm|centimetre|centimetres|centimeter|centimeters",
    "meter": "metre|metres|meter|meters",
    "kilometer": "km|kms|kilometre|kilometres|kilometer|kilometers",
    "inch": "inch|inches",
    "foot": "ft|foot|feet",
    "yard": "yard|yards",
    "mile": "mile|miles",
    "nautical_mile": "nautical mile|nautical miles|sea miles|nmi",
    "meter**2": "m²|m2|sq m|square metre|square metres|square meter|square meters",
    "kilometer**2": "km²|km2|sq km|square kilometre|square kilometres|square kilometer|square kilometers",
    "foot**2": "sq ft|square foot|square feet",
    "mile**2": "sq mi|square mile|square miles",
    "hectare": "ha|hectare|hectares",
    "acre": "acre|acres",
    "meter**3": "m³|m3|cubic metre|cubic metres|cubic meter|cubic meters",
    "foot**3": "cubic foot|cubic feet",
    "kilometer**3": "km³|cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers",
    "milliliter": "ml|millilitre|millilitres|milliliter|milliliters",
    "liter": "litre|litres|liter|liters",
    "oil_barrel": "barrel|barrels|bbl",
    "milligram": "mg|milligram|milligrams",
    "gram": "gram|grams|gramme|grammes",
    "kilogram": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes",
    "metric_ton": "tonne|tonnes|metric ton|metric tons|metric tonnes",
    "kilometer/hour": "km/h|kph|kilometres an hour|kilometers an hour"
    "|kilometres per hour|kilometers per hour",
    "mile/hour": "mph|miles an hour|miles per hour",
    "knot": "knot|knots",
    "meter/second": "m/s|metres per second|meters per second|metres a second",
    "kilowatt": "kW|kilowatt|kilowatts",
    "megawatt": "MW|megawatt|megawatts",
    "gigawatt": "GW|gigawatt|gigawatts",
    "kilowatt_hour": "kWh|kilowatt-hour|kilowatt-hours|kilowatt hours",
    "megawatt_hour": "MWh|megawatt-hour|megawatt-hours|megawatt hours",
    "gigawatt_hour": "GWh|gigawatt-hour|gigawatt-hours|gigawatt hours",
    "terawatt_hour": "TWh|terawatt-hour|terawatt-hours|terawatt hours",
    "kilovolt": "kV|kilovolt|kilovolts",
    "hectopascal": "hPa|hectopascal|hectopascals|millibar|millibars",
    "microsievert": "µSv|microsievert|microsieverts",
    "millisievert": "mSv|millisievert|millisieverts",
    "becquerel": "Bq|becquerel|becquerels",
    "degree_Celsius": "°C|degree Celsius|degrees Celsius|degrees centigrade",
    "degree_Fahrenheit": "°F|degree Fahrenheit|degrees Fahrenheit",
}
"""What newspapers write, by pint's name. A barrel is one of oil."""
SI = ("m", "m2", "m3", "kg", "m/s", "W", "J", "V", "Pa", "Sv", "Bq", "K")


def main() -> None:
    """Ask pint, and write the table."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["words", "unit_si", "factor", "offset"])
    for row in rows():
        writer.writerow(row)
    TARGET.write_text(out.getvalue(), encoding="utf-8")


def rows() -> list[tuple[str, str, str, str]]:
    """Words, SI unit, and factor and offset with which `value * factor + offset` is the SI value."""
    registry = pint.UnitRegistry(autoconvert_offset_to_baseunit=True)
    found = []
    for name, words in WORDS.items():
        unit = registry(name.replace("degree_", "delta_degree_")).units
        si = next(
            each for each in SI if unit.is_compatible_with(each.replace("m2", "m**2").replace("m3", "m**3"))
        )
        target = si.replace("m2", "m**2").replace("m3", "m**3")
        zero = registry.Quantity(0, name).to(target).magnitude
        one = registry.Quantity(1, name).to(target).magnitude
        found.append((words, si, f"{one - zero:.12g}", f"{zero:.12g}"))
    return found


def _raised(unit: str) -> str:
    return unit.replace("2", "**2").replace("3", "**3")


if __name__ == "__main__":
    main()
