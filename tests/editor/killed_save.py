"""Run as a program: moves and claims in the brief of a folder, and dies after the step of the number given.

It forks for each brief, so that many kills cost one start of Python, and their syncs are done together.
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


def kill_all(last_step: int, folders: list[str]) -> None:
    """Saves in each folder, in a process each, and prints how each ended."""
    children = []
    for folder in folders:
        child = os.fork()
        if child == 0:
            save(Path(folder), last_step)
            os._exit(0)
        children.append(child)
    for child in children:
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))  # noqa: T201


if __name__ == "__main__":
    kill_all(int(sys.argv[1]), sys.argv[2:])
