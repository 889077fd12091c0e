"""Articles for the benchmark of corpora: about 400 words each, of our own sentences, on 10,000 places."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from geobrief.gazetteer import open_gazetteer

PLACES = 10_000
WORDS = 400
COPIES = 0.1
"""The share of articles that repeat an earlier one, cut short or under another first sentence."""

_LEADS = (
    "{place}, {day} — {people} in {near} said on {weekday} that {count} {things} had been {done} overnight.",
    "Officials in {place} confirmed on {weekday} that {count} {things} were {done} near {near}.",
    "{name}, who heads {body} in {place}, told reporters that {count} {things} would be {done} by {month}.",
)
_BODY = (
    "The road between {place} and {near} was closed for most of the morning.",
    "According to {body}, around {count} {things} were {done} in {place} since {month}.",
    "“We have not seen anything like it in {place} for {few} years,” {name} said.",
    "{people} told a local broadcaster that the figure was closer to {count}.",
    "The company plans to build a plant of {few} hectares outside {place}, {name} said on {weekday}.",
    "Shipments from {place} to {near} rose to {count} tonnes in {month}, customs data show.",
    "Analysts at {body} doubt that {place} can take in more than {count} {things} a year.",
    "It was not clear on {weekday} how many of the {things} had reached {near}.",
    "A spokesman for {body} denied that any {things} had been {done} in {place}.",
    "Rain is expected in {place} and {near} until {weekday}, the weather service said.",
    "{name} flew from {place} to {near} on {weekday} for talks with {people}.",
    "Prices in {place} have gone up by {few} percent since last year, {body} reported.",
    "In {near}, schools stayed shut and buses ran on a reduced timetable.",
    "Nobody was hurt, but {few} houses on the edge of {place} lost their roofs.",
    "The mayor of {place}, {name}, called the plan a mistake and asked for more time.",
    "Some {count} {things} are to be moved from {place} to {near} in {month}, {body} said.",
    "That is less than half of what had been promised when the work began.",
    "Critics say that the money would have been better spent on hospitals and clean water.",
    "The dispute goes back to a contract that was signed in {month} and never published.",
    "Neither side wanted to comment further, and a request to {body} went unanswered.",
    "For people who live along the river, {name} said, the question is when and not whether.",
    "A court in {near} is to hear the case on {weekday}.",
    "Reportedly {count} {things} left {place} before the border was shut.",
    "At the station in {near}, volunteers handed out tea, blankets and telephone cards.",
    "The work, which began {few} years ago, has cost {few} million dollars so far.",
)
_PEOPLE = ("residents", "rescue workers", "police", "two farmers", "union leaders", "aid workers", "doctors")
_BODIES = (
    *("the interior ministry", "the port authority", "the statistics office", "the Red Cross", "the army"),
    *("the regional government", "the World Food Programme", "the power company", "the fire service"),
)
_THINGS = (
    "workers",
    "soldiers",
    "families",
    "homes",
    "vehicles",
    "cattle",
    "trees",
    "containers",
    "patients",
)
_DONE = ("evacuated", "damaged", "sent home", "counted", "moved", "registered", "found", "inspected")
_GIVEN = ("Amina", "Jorge", "Ingrid", "Wei", "Olena", "Tomasz", "Fatou", "Rajesh", "Hannah", "Yusuf", "Sofia")
_FAMILY = ("Okafor", "Lindqvist", "Marchetti", "Haddad", "Kovalenko", "Nguyen", "Petersen", "Rao", "Silva")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = ("January", "March", "April", "June", "September", "November", "December")
_FIRST_DAY = date(2025, 1, 1)


def place_names(count: int = PLACES) -> list[str]:
    """So many names of populated places from the gazetteer, in the order of its rows."""
    found: dict[str, None] = {}
    for place in open_gazetteer().foremost(15_000):
        if place.kind == "city" and place.name.isascii():
            found[place.name] = None
            if len(found) == count:
                break
    return list(found)


def articles(count: int, names: Sequence[str], first: int = 0) -> Iterator[dict[str, str | int]]:
    """So many articles from the one with the number `first` on; each depends on its number alone."""
    for number in range(first, first + count):
        chance = random.Random(number)
        if number and chance.random() < COPIES:
            text = _copied(_text(random.Random(chance.randrange(number)), names), chance)
        else:
            text = _text(random.Random(number), names)
        published = _FIRST_DAY + timedelta(days=number % 365)
        yield {
            "id": number,
            "text": text,
            "published": published.isoformat(),
            "publisher": f"paper{number % 200}.example",
        }


def write_articles(path: Path, count: int) -> int:
    """Writes so many as JSON Lines; returns the bytes."""
    names = place_names()
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count, names):
            file.write(f"{json.dumps(article, ensure_ascii=False)}\n")
    return path.stat().st_size


def _text(chance: random.Random, names: Sequence[str]) -> str:
    chance.random()  # so that an article that is copied is the one that its number gives
    own = chance.sample(names, 6)
    sentences = [_sentence(chance, chance.choice(_LEADS), own)]
    words = len(sentences[0].split())
    while words < WORDS:
        sentences.append(_sentence(chance, chance.choice(_BODY), own))
        words += len(sentences[-1].split())
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs)


def _copied(text: str, chance: random.Random) -> str:
    """What another newspaper makes of an article: its last paragraphs gone, or another first sentence."""
    paragraphs = text.split("\n\n")
    if chance.random() < 0.5:
        return "\n\n".join(paragraphs[: -chance.randrange(1, 4)])
    return "\n\n".join(("This report comes from our wire service.", *paragraphs[1:]))


def _sentence(chance: random.Random, template: str, own: Sequence[str]) -> str:
    place, near = chance.sample(own, 2)
    return template.format(
        place=place,
        near=near,
        people=chance.choice(_PEOPLE),
        body=chance.choice(_BODIES),
        things=chance.choice(_THINGS),
        done=chance.choice(_DONE),
        name=f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}",
        count=f"{chance.randrange(20, 30_000):,}",
        few=chance.randrange(2, 60),
        weekday=chance.choice(_WEEKDAYS),
        month=chance.choice(_MONTHS),
        day=f"{chance.choice(_MONTHS)} {chance.randrange(1, 29)}",
    )
