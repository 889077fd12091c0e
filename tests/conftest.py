"""What all tests share: the real gazetteer, the example brief, the real article where it is at hand."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from geobrief.gazetteer import Gazetteer, open_gazetteer

# How long an example takes says more of the machine than of the code. The suite tries the same examples every
# time, so that what fails was changed; `HYPOTHESIS=hunt pytest` looks for others.
settings.register_profile("suite", deadline=None, derandomize=True, max_examples=40)
settings.register_profile("hunt", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS", "suite"))

# What is started in the background, as by `make test &`, ignores interrupts, and so would all that it starts:
# what a test interrupts would never end.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PROJECT = Path(__file__).parents[1]
REAL_ARTICLE = PROJECT.parent / "shared" / "article" / "twz-workers.txt"


@pytest.fixture(scope="session", autouse=True)
def gazetteer() -> Gazetteer:
    """Opened before all tests, so that none of them is the one that builds it and prints that it does."""
    return open_gazetteer()


@pytest.fixture(scope="session")
def example() -> Path:
    return PROJECT / "data"


@pytest.fixture(scope="session")
def real_article() -> Path:
    if not REAL_ARTICLE.exists():
        pytest.skip("the real article is not part of the project and does not lie beside it")
    return REAL_ARTICLE
