"""`python -m geobrief`, the same as the command `geobrief`."""

from geobrief.cli import main

main(prog_name="geobrief")
