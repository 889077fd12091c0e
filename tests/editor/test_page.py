"""The editor's page: its words are there, its files in order, its policy strict."""

import html
import json
import re
from importlib.resources import files
from pathlib import Path

import geobrief.editor
import geobrief.render
from geobrief.editor.desk import Revision
from geobrief.editor.page import Pages
from geobrief.model import CERTAINTIES, KINDS, Brief
from geobrief.render import render_page
from geobrief.render.messages import interface

STATIC = Path(str(files(geobrief.editor))) / "static"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in STATIC.glob("*.js")}
WORDS = json.loads((STATIC / "messages/en.json").read_text(encoding="utf-8"))
MADE = re.compile(r"(?:^|_)(?:field|hint|kind|certainty|article|part|review|what)_")


def test_each_file_is_in_the_order() -> None:
    order = (STATIC / "order.txt").read_text().split()
    assert sorted([*order, "before.js"]) == sorted(
        path.name for path in STATIC.iterdir() if path.suffix in (".js", ".css")
    )


def test_each_message_that_is_asked_for_is_there_and_each_that_is_there_is_asked_for() -> None:
    text = "\n".join(SCRIPTS.values())
    asked = {key for call in re.findall(r"\bsay\(([^()]*)", text) for key in re.findall(r'"(\w+)"', call)}
    known = WORDS.keys() | interface("en").page.keys()
    assert asked <= known
    named = set(re.findall(r'"(\w+)"', text))
    assert {key for key in WORDS if key not in named and not MADE.match(key)} == set()
    for part in re.findall(r"const PARTS = \[(.*?)\]", text)[0].replace('"', "").split(", "):
        assert f"part_{part}" in WORDS
    assert {f"kind_{kind}" for kind in KINDS} <= known
    assert {f"certainty_{each}" for each in CERTAINTIES} <= known


def test_no_class_of_the_editor_looks_like_one_of_the_page() -> None:
    sheets = Path(str(files(geobrief.render))) / "static"
    rules = "".join(path.read_text(encoding="utf-8") for path in sheets.glob("*.css"))
    page = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)))
    given = re.findall(r'\bclass: ["`]([^"`]*)["`]', "\n".join(SCRIPTS.values()))
    own = {name for names in given for name in names.split()}
    assert own & page == {"offscreen", "tag"}


def test_scripts_write_text_only_as_text() -> None:
    for name, text in SCRIPTS.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", text), name


def test_scripts_are_short() -> None:
    assert {name: text.count("\n") for name, text in SCRIPTS.items() if text.count("\n") > 300} == {}


def test_the_policy_allows_its_own_server_and_nothing_else() -> None:
    page = html.unescape(Pages().html(Revision("r1", Brief(title="x"))))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    directives = dict(part.split(" ", 1) for part in policy[1].split("; "))
    assert directives["connect-src"] == "'self'"
    assert directives["default-src"] == "'none'"
    assert all(source.startswith("'sha256-") for source in directives["script-src"].split())
    assert "unsafe" not in policy[1]


def test_the_page_without_the_editor_knows_nothing_of_it() -> None:
    assert "edit" not in re.findall(r'id="geobrief-(\w+)"', render_page(Brief(title="x")))


def test_the_islands_are_those_of_the_page() -> None:
    page = render_page(Brief(title="Ships"))
    _, islands = Pages().since(Revision("r1", Brief(title="Ships")), "")
    assert len(islands) == 3
    for id_, text in islands.items():
        assert f'id="{id_}">{text}</script>' in page


def test_a_page_is_sent_only_what_differs_from_what_it_shows() -> None:
    pages, before, after = Pages(), Brief(title="Ships 🚢 left"), Brief(title="Ships 🚢 leave")
    shown, whole = pages.since(Revision("r1", before), "")
    again, nothing = pages.since(Revision("r1", before), shown)
    assert (again, nothing) == (shown, {})
    _, islands = pages.since(Revision("r2", after), shown)
    old = whole["geobrief-data"]
    assert isinstance(old, str)
    # The ship is two code units of JavaScript's.
    assert islands == {"geobrief-data": {"at": old.index("left") + 3, "cut": 2, "put": "ave"}}


def test_a_page_that_nobody_remembers_is_sent_all() -> None:
    pages = Pages()
    shown, _ = pages.since(Revision("r0", Brief(title="0")), "")
    for at in range(1, 6):
        pages.since(Revision(f"r{at}", Brief(title=str(at))), "")
    _, islands = pages.since(Revision("r5", Brief(title="5")), shown)
    assert all(isinstance(text, str) for text in islands.values())
    assert len(islands) == 3
