"""The editor's server: the page, and a small JSON API that `openapi.json` describes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from geobrief.brief.outlines import outline
from geobrief.brief.records import to_record
from geobrief.editor.areas import editable
from geobrief.editor.based import ClashError
from geobrief.editor.candidates import candidate_record, place_fields
from geobrief.editor.change_data import from_data
from geobrief.editor.claim_doubts import claim_doubts
from geobrief.editor.desk import Desk, Saved
from geobrief.editor.drafting import article_from, drafted
from geobrief.editor.fields import find_place
from geobrief.editor.guard import Door, Guard
from geobrief.editor.page import Pages
from geobrief.editor.review import Doubt, Readings, doubts, reader
from geobrief.errors import BriefError, GeobriefError
from geobrief.gazetteer import Gazetteer
from geobrief.gazetteer.completion import Completion, completion_of
from geobrief.model import Document

__all__ = ["create_app"]

WAIT_SECONDS: Final = 25.0
"""For which a question after news is kept open, before it is answered that there are none."""
LOOK_SECONDS: Final = 0.3
"""Between two looks at the files for what another program wrote."""
LATEST: Final = 200
"""Entries of the history that are told."""
LONGEST_NAME: Final = 200
"""Characters of what is looked up in the gazetteer."""


@dataclass(frozen=True)
class _Api:
    """The handlers; those that are not `async` run in a thread of their own."""

    desk: Desk
    gazetteer: Gazetteer
    completion: Completion
    pages: Pages
    read: Callable[[Document], Readings]
    leaving: Callable[[], bool]

    def page(self, request: Request) -> Response:  # noqa: ARG002 - what Starlette calls
        now = self.desk.current()
        return HTMLResponse(
            self.pages.html(now), headers={"content-security-policy": "frame-ancestors 'none'"}
        )

    def description(self, request: Request) -> Response:  # noqa: ARG002
        return Response(_description(), media_type="application/json")

    def brief(self, request: Request) -> Response:  # noqa: ARG002
        now = self.desk.current()
        return JSONResponse({"revision": now.id, "brief": to_record(now.brief)})

    def drawn(self, request: Request) -> Response:
        now = self.desk.current()
        drawing, islands = self.pages.since(now, request.query_params.get("seen", ""))
        undo, redo = self.desk.steps()
        return JSONResponse(
            {"revision": now.id, "drawing": drawing, "undo": undo, "redo": redo, "islands": islands}
        )

    async def news(self, request: Request) -> Response:
        after = request.query_params.get("after", "")
        end = asyncio.get_running_loop().time() + WAIT_SECONDS
        while True:
            now = await run_in_threadpool(self.desk.revision)
            if now != after or asyncio.get_running_loop().time() >= end or self.leaving():
                return JSONResponse({"revision": now})
            if await request.is_disconnected():
                return Response(status_code=204)
            await asyncio.sleep(LOOK_SECONDS)

    async def change(self, request: Request) -> Response:
        sent = await _sent(request)
        base = sent.get("revision")
        change = from_data(sent.get("change"))
        return _saved(await run_in_threadpool(self.desk.apply, change, str(base)))

    async def article(self, request: Request) -> Response:
        sent = await _sent(request)
        fields = sent.get("article")
        if not isinstance(fields, dict):
            raise BriefError("there is no article; send its text and what else is known of it")

        def add() -> Saved:
            change = drafted(article_from(fields), self.gazetteer)
            return self.desk.apply(change, str(sent.get("revision")))

        return _saved(await run_in_threadpool(add))

    def undo(self, request: Request) -> Response:  # noqa: ARG002
        return _saved(self.desk.undo(), "undo: ")

    def redo(self, request: Request) -> Response:  # noqa: ARG002
        return _saved(self.desk.redo(), "redo: ")

    def history(self, request: Request) -> Response:  # noqa: ARG002
        latest = reversed(self.desk.history()[-LATEST:])
        told = [
            {"number": each.number, "when": each.when, "who": each.who, "what": each.what} for each in latest
        ]
        return JSONResponse({"history": told})

    def search(self, request: Request) -> Response:
        typed = request.query_params.get("q", "")[:LONGEST_NAME]
        found = self.completion.search(typed)
        return JSONResponse({"candidates": [candidate_record(each, self.gazetteer) for each in found]})

    def candidate(self, request: Request) -> Response:
        found = self.gazetteer.get(request.query_params.get("id", ""))
        if found is None:
            raise HTTPException(404, "The gazetteer has no place of that id.")
        return JSONResponse(
            {"candidate": candidate_record(found, self.gazetteer), "fields": place_fields(found)}
        )

    def area(self, request: Request) -> Response:
        now = self.desk.current()
        key, source = request.query_params.get("place"), request.query_params.get("candidate", "")
        if key is not None:
            return JSONResponse(
                {"revision": now.id, "geometry": editable(find_place(now.brief, key).geometry)}
            )
        found = self.gazetteer.get(source)
        if found is None:
            raise HTTPException(404, "The gazetteer has no place of that id.")
        return JSONResponse({"revision": now.id, "geometry": editable(outline(found))})

    def review(self, request: Request) -> Response:  # noqa: ARG002
        now = self.desk.current()
        readings = [self.read(document) for document in now.brief.documents]
        places = doubts(now.brief, readings)
        claims = claim_doubts(now.brief, readings, places)
        told = [self._told(doubt) for doubt in places]
        return JSONResponse({"revision": now.id, "doubts": told, "claims": [asdict(each) for each in claims]})

    def _told(self, doubt: Doubt) -> dict[str, Any]:
        others = [candidate_record(each, self.gazetteer) for each in doubt.runners_up]
        return {**asdict(doubt), "runners_up": others}


def create_app(
    desk: Desk,
    gazetteer: Gazetteer,
    door: Door,
    *,
    pages: Pages | None = None,
    leaving: Callable[[], bool] = lambda: False,
) -> Starlette:
    """The application for one brief, behind its guard.

    Args:
        desk: The brief.
        gazetteer: Where places are looked up.
        door: How the server is reached, and the token without which nothing is answered.
        pages: Those of the brief that were drawn before.
        leaving: Whether the server is about to end; questions that wait for news are answered then.
    """
    api = _Api(desk, gazetteer, completion_of(gazetteer), pages or Pages(), reader(gazetteer), leaving)
    routes = [
        Route("/", api.page),
        Route("/api/openapi.json", api.description),
        Route("/api/brief", api.brief),
        Route("/api/page", api.drawn),
        Route("/api/news", api.news),
        Route("/api/changes", api.change, methods=["POST"]),
        Route("/api/articles", api.article, methods=["POST"]),
        Route("/api/undo", api.undo, methods=["POST"]),
        Route("/api/redo", api.redo, methods=["POST"]),
        Route("/api/history", api.history),
        Route("/api/search", api.search),
        Route("/api/candidate", api.candidate),
        Route("/api/area", api.area),
        Route("/api/review", api.review),
    ]
    handlers: dict[Any, Callable[[Request, Any], Awaitable[Response]]] = {
        ClashError: _clashed,
        GeobriefError: _failed,
        HTTPException: _unknown,
    }
    return Starlette(routes=routes, exception_handlers=handlers, middleware=[Middleware(Guard, door=door)])


def _saved(saved: Saved, how: str = "") -> Response:
    entry = saved.entry
    return JSONResponse(
        {
            "revision": saved.revision,
            "what": how + entry.what if entry else "",
            "places": _added(saved, "place"),
            "claims": _added(saved, "claim"),
            "articles": _added(saved, "article"),
        }
    )


def _added(saved: Saved, what: str) -> list[str]:
    """The ids of what is new, so that the page can show it."""
    found = saved.entry.differences if saved.entry else ()
    return [one.id for one in found if one.what == what and one.before is None]


async def _sent(request: Request) -> dict[str, Any]:
    body = await request.body()
    try:
        sent = json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BriefError(f"what was sent is no JSON: {error}") from error
    if not isinstance(sent, dict):
        raise BriefError("what was sent is no JSON object")
    return sent


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


async def _clashed(request: Request, error: ClashError) -> Response:  # noqa: ARG001
    clashes = [asdict(clash) for clash in error.clashes]
    return JSONResponse({"error": _sentence(error), "clashes": clashes}, status_code=409)


async def _failed(request: Request, error: GeobriefError) -> Response:  # noqa: ARG001
    return JSONResponse({"error": _sentence(error)}, status_code=422)


async def _unknown(request: Request, error: HTTPException) -> Response:  # noqa: ARG001
    return JSONResponse({"error": error.detail}, status_code=error.status_code)


def _sentence(error: Exception) -> str:
    """An error's message as the page shows it."""
    text = " ".join(str(error).split())
    # The name of a file stays as it is.
    return text[:1].upper() + text[1:] if text.partition(" ")[0].isalpha() else text


def _description() -> bytes:
    return (files("geobrief.editor") / "openapi.json").read_bytes()
