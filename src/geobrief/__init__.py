"""Turns a written brief into an annotated interactive map on which every mark is a claim that can be checked."""
