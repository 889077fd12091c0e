"""Place names in French, German, Spanish, Russian, Ukrainian, Korean and Arabic text.

`recognizer.py` goes through a text; `matching.py` finds known names in it, by the base forms that a
language's own module gives of an inflected word; `evidence.py` weighs what stands around. The words of each
language are in `tables/words.csv`.
"""

from geobrief.geoparse.languages.recognizer import is_supported, recognize_in

__all__ = ["is_supported", "recognize_in"]
