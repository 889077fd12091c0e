"""The house's rule that data goes one way: a room imports only from rooms left of it."""

import ast
from pathlib import Path

import pytest

import geobrief

ROOT = Path(geobrief.__file__).parent
ROOMS = [
    "errors",
    "model",
    "files",
    "locks",
    "interrupts",
    "text",
    "gazetteer",
    "geoparse",
    "claims",
    "brief",
    "linked",
    "render",
    "export",
    "embed",
    "editor",
    "corpora",
    "api",
    "accessor",
    "cli",
]


def room(path: Path) -> str:
    relative = path.relative_to(ROOT)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported_rooms(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    parts = (name.split(".") for name in names)
    return {part[1] for part in parts if part[0] == "geobrief" and len(part) > 1 and part[1] in ROOMS}


MODULES = [path for path in sorted(ROOT.rglob("*.py")) if room(path) not in ("__init__", "__main__")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_from_its_left(path: Path) -> None:
    here = ROOMS.index(room(path))
    to_the_right = {name for name in imported_rooms(path) if ROOMS.index(name) > here}
    assert not to_the_right


@pytest.mark.parametrize("module", ["errors.py", "model.py"])
def test_values_use_the_standard_library_only(module: str) -> None:
    import sys

    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in sys.stdlib_module_names


def test_every_public_name_exists() -> None:
    for name in geobrief.__all__:
        assert getattr(geobrief, name)
