"""From text to toponyms, and from toponyms to places."""

from geobrief.geoparse.recognize import recognize
from geobrief.geoparse.resolve import resolve
from geobrief.geoparse.toponym import Resolution, Toponym

__all__ = ["Resolution", "Toponym", "recognize", "resolve"]
