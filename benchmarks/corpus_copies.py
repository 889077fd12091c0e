"""Which of the changes that newspapers make to wire copy leave an article recognized as a copy.

python benchmarks/corpus_copies.py
"""

from __future__ import annotations

import random
from collections.abc import Callable

from corpus_articles import articles, place_names
from geobrief.corpora.signatures import SAME, Signature, signature, similarity

ARTICLES = 400

Change = Callable[[str, random.Random], str]


def cut(share: float) -> Change:
    """Leaves out the end of an article, paragraph by paragraph."""

    def changed(text: str, _: random.Random) -> str:
        paragraphs = text.split("\n\n")
        return "\n\n".join(paragraphs[: max(1, round(len(paragraphs) * (1 - share)))])

    return changed


def reworded(share: float) -> Change:
    """Changes single words, here and there."""

    def changed(text: str, chance: random.Random) -> str:
        return " ".join("changed" if chance.random() < share else word for word in text.split())

    return changed


def topped(text: str, chance: random.Random) -> str:
    """Puts two paragraphs of another article before it."""
    other = articles(1, NAMES, first=chance.randrange(10**6, 2 * 10**6))
    return "\n\n".join((*str(next(other)["text"]).split("\n\n")[:2], text))


def another(_: str, chance: random.Random) -> str:
    """An article of its own, made of the same stock of sentences."""
    return str(next(articles(1, NAMES, first=chance.randrange(10**6, 2 * 10**6)))["text"])


NAMES = place_names()
CHANGES: dict[str, Change] = {
    "the last tenth left out": cut(0.1),
    "the last quarter left out": cut(0.25),
    "the last third left out": cut(0.33),
    "the last half left out": cut(0.5),
    "two paragraphs put before it": topped,
    "one word of 100 changed": reworded(0.01),
    "one word of 50 changed": reworded(0.02),
    "one word of 20 changed": reworded(0.05),
    "another article of the same sentences": another,
}


def of(text: str) -> Signature:
    """The signature of a text that is long enough."""
    found = signature(text)
    assert found
    return found


def main() -> None:
    """Prints a table: how alike the two are, in how many cases a band is shared, how many are copies."""
    print("| change | similarity | share a band | copies |")
    texts = [str(article["text"]) for article in articles(ARTICLES, NAMES)]
    for name, change in CHANGES.items():
        pairs = [(of(text), of(change(text, random.Random(at)))) for at, text in enumerate(texts)]
        alike = similarity([one.values for one, _ in pairs], [other.values for _, other in pairs])
        met = [any(a == b for a, b in zip(one.bands, other.bands, strict=True)) for one, other in pairs]
        copies = [meets and same >= SAME for meets, same in zip(met, alike, strict=True)]
        print(
            f"| {name} | {alike.mean():.2f} | {sum(met) / len(met):.0%} | {sum(copies) / len(copies):.1%} |"
        )


if __name__ == "__main__":
    main()
