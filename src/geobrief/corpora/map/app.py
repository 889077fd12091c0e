"""The server of a corpus's map: the page, claims of a cell, pages of claims, articles. It never writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from geobrief.corpora.map.answers import Answers
from geobrief.corpora.map.asking import question_of
from geobrief.editor.guard import Door, Guard
from geobrief.errors import CorpusError

__all__ = ["create_app"]

_LONGEST_ID = 2_000


@dataclass(frozen=True)
class _Api:
    """The handlers; Starlette runs each in a thread of its own."""

    answers: Answers
    html: str

    def page(self, request: Request) -> Response:  # noqa: ARG002 - what Starlette calls
        return HTMLResponse(self.html, headers={"content-security-policy": "frame-ancestors 'none'"})

    def claims(self, request: Request) -> Response:
        query = request.query_params
        values = {name: query.getlist(name) for name in query}
        question = question_of(request.path_params.get("cell", ""), values)
        return JSONResponse(self.answers.claims(question))

    def document(self, request: Request) -> Response:
        id_: str = request.path_params["id"]
        found = self.answers.document(id_) if len(id_) <= _LONGEST_ID else None
        if found is None:
            return JSONResponse({"error": "The dataset has no article of that id."}, status_code=404)
        return JSONResponse(found)


def create_app(answers: Answers, html: str, door: Door) -> Starlette:
    """The application for one dataset, behind the editor's guard.

    Args:
        answers: The dataset.
        html: Its page, which knows the door's token.
        door: How the server is reached, and the token without which nothing is answered.
    """
    api = _Api(answers, html)
    return Starlette(
        routes=[
            Route("/", api.page),
            Route("/api/claims", api.claims),
            Route("/api/cell/{cell}", api.claims),
            Route("/api/document/{id:path}", api.document),
        ],
        middleware=[Middleware(Guard, door=door)],
        exception_handlers={CorpusError: _refused},
    )


def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001 - what Starlette calls
    told: dict[str, Any] = {"error": str(error)}
    return JSONResponse(told, status_code=400)
