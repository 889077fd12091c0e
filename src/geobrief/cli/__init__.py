"""The command line: every command reads its arguments, calls one function and prints."""

from geobrief.cli.main import main

__all__ = ["main"]
