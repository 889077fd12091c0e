"""Run as a program: moves and claims in the brief of a folder, and dies after the step of the number given.

The process forks for each brief, so that many kills cost one start of Python.
"""

import os
import sys
from pathlib import Path

from geobrief.editor.changes import AddArticle, AddClaim, RemovePlace, Several
from geobrief.editor.store import Writer, apply
from geobrief.model import Claim, Document

KILLED = 9

CHANGE = Several(
    (
        RemovePlace("wonsan", with_claims=True),
        AddClaim(Claim("", "a.md", "Officials denied it in Moscow.", ("moscow",))),
        AddArticle(Document("b.md", "Moscow again.")),
    )
)


def save(folder: Path, last_step: int) -> None:
    """Saves the change; the process ends at once after so many steps."""
    done = 0

    def count(_: str) -> None:
        nonlocal done
        done += 1
        if done == last_step:
            os._exit(KILLED)

    if last_step == 0:
        os._exit(KILLED)
    apply(folder, CHANGE, Writer("a test", step=count))


if __name__ == "__main__":
    for folder in sys.argv[2:]:
        child = os.fork()
        if child == 0:
            save(Path(folder), int(sys.argv[1]))
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))  # noqa: T201
