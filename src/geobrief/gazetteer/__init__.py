"""The offline gazetteer: where the places of the world are, and under which names."""

from geobrief.gazetteer.gazetteer import Gazetteer, open_gazetteer
from geobrief.gazetteer.protocol import Geocoder

__all__ = ["Gazetteer", "Geocoder", "open_gazetteer"]
