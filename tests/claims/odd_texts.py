"""Pieces of texts that are no articles; repeated, they are what a careless rule takes long over."""

from __future__ import annotations

from geobrief.text.decoding import paired

__all__ = ["PIECES", "repeated"]

PROSE = "the minister said that 300 people fled from Lima to Quito on Monday and officials denied it "

PIECES = {
    "a sentence without end": PROSE,
    "capitals": PROSE.upper(),
    "capitals with a small letter": PROSE.upper() + "a ",
    "“ never closed": f"“{PROSE}",
    "„ never closed": f"„{PROSE}",
    "« never closed": f"«{PROSE}",
    "straight marks": f'"{PROSE}',
    "‘ never closed": f"‘{PROSE}",
    "double apostrophes": f"''{PROSE}",
    "apostrophes": "the men’s don’t ",
    "nothing but opening marks": "“",
    "a quotation left open in each paragraph": f"“{PROSE}. Nobody came.\n",
    "bullets": f"- {PROSE}\n",
    "bullets in one line": f"• {PROSE}",
    "numbered": f"1) {PROSE}\n2. {PROSE}\n",
    "tabs": "Lima\tQuito\t300\t12.5\t2024-09-01\tsaid\t",
    "pipes": "| Lima | Quito | 300 | said ",
    "Arabic": "قال الوزير إن ثلاثمئة شخص فروا من ليما يوم الاثنين ",
    "Arabic with English": "قال الوزير \u202bthe minister said in Lima that 300 fled\u202c من ليما ",
    "Hebrew with English": "השר אמר the minister said that 300 people fled from Lima to Quito כי נמלטו ",
    "digits": "1234567890",
    "groups of digits": "123 456 789 ",
    "thousands": "000,",
    "numbers": "1 2 3 ",
    "dates": "on 12 May 2024, which was in May, ",
    "open dates": "since early May, two days before 5 June, by the end of 2026, until Friday ",
    "pronouns": "He said so. She denied it. They told Ana Ruiz of Lima. ",
    "shares": "12 to 30 million, 1,200 - 40 of 50, half of a third, ",
    "commas": "Lima, said, ",
    "open brackets": "(Lima (said ",
    "nothing but brackets": "(",
    "said": "said ",
    "he said": "he said, ",
    "relative clauses": "who ",
    "nested relative clauses": "officials who believed ",
    "adverbs": "imply quickly ",
    "coordinated verbs": "the men and say ",
    "what movements there were": "flew from Lima to Quito ",
    "the factory": "the factory ",
    "addresses": "a@",
    "one word": "a",
    "hyphens": "a-",
    "full stops": "a.",
    "NUL": "\0 said ",
    "control characters": "".join(map(chr, range(1, 32))),
    "halves of surrogate pairs": "\ud800 said \udc00",
    "emoji": "👩‍👩‍👧‍👦 said 🇺🇦 ",
    "combining marks": "a\u0301\u0302",
}


def repeated(piece: str, length: int) -> str:
    """The piece again and again, as a document holds it: without halves of surrogate pairs."""
    return paired(piece * (length // len(piece)))
