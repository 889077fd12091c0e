"""A Nominatim service as a `Geocoder`: OpenStreetMap's names, through geopy, slowly and with a memory.

Manners after https://operations.osmfoundation.org/policies/nominatim/: at most one question a second, one at
a time, over all processes of this machine; a user agent that names geobrief; every answer kept; no bulk.
"""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urlsplit

from geobrief.errors import GeocoderError
from geobrief.gazetteer.answers import Answers, Manners
from geobrief.gazetteer.build import cache_folder
from geobrief.gazetteer.nominatim_client import nominatim_client
from geobrief.gazetteer.nominatim_places import candidate_of, trimmed
from geobrief.gazetteer.protocol import Geocoder
from geobrief.model import Candidate

if TYPE_CHECKING:
    from geopy.exc import GeopyError
    from geopy.geocoders import Nominatim

__all__ = ["CONTACT_VARIABLE", "NominatimGeocoder", "Service", "open_nominatim"]

CONTACT_VARIABLE: Final = "GEOBRIEF_CONTACT"
"""Environment variable with an e-mail address for the user agent, at which the service can reach the user."""

PUBLIC_SERVICE: Final = "nominatim.openstreetmap.org"
MOST_A_DAY: Final = 250
"""Names in a day for the public service, whose policy bids no bulk: those of some dozens of articles."""
PAUSE_SECONDS: Final = 1.0
TIMEOUT_SECONDS: Final = 10.0
MOST_FAILURES: Final = 3
"""Failures in a row after which a service is left alone for the rest of the run."""
MOST_RESULTS: Final = 40
"""The most that Nominatim gives; of many namesakes, the text decides."""
LONGEST_WAIT: Final = 3600.0
"""Seconds that a service's `Retry-After` is believed."""
POSTPONED_SECONDS: Final = 60.0
"""How long it is left alone where it does not say."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where a Nominatim service is, and how it may be asked."""

    url: str
    """As `https://nominatim.openstreetmap.org`, without a slash at the end."""
    manners: Manners

    @classmethod
    def of(cls, url: str) -> Service:
        """The service at a URL; a `/search` at its end is not needed.

        Raises:
            GeocoderError: It is no URL of a service that may be asked.
        """
        try:
            parts = urlsplit(url.strip())
            host, _ = parts.hostname or "", parts.port
        except ValueError as error:
            raise GeocoderError(_not_a_service(url, str(error))) from error
        if parts.scheme not in ("http", "https") or not host:
            raise GeocoderError(_not_a_service(url, "it is no http or https address"))
        if parts.username is not None or parts.query or parts.fragment:
            raise GeocoderError(_not_a_service(url, "it holds more than a host and a path"))
        if parts.scheme == "http" and not _is_near(host):
            raise GeocoderError(
                f"{url} would send the names of the article unencrypted. Give https://{parts.netloc} instead."
            )
        return cls(_without_end(parts), _manners(host))


class NominatimGeocoder:
    """A `Geocoder` over the network. After some failures in a row it asks no more, and says so."""

    def __init__(
        self, service: Service, answers: Answers, *, divisions: Geocoder, timeout: float = TIMEOUT_SECONDS
    ) -> None:
        """Opens it without asking anything yet.

        Args:
            service: Whom to ask.
            answers: What it answered before.
            divisions: Knows GeoNames' codes of first-level divisions, which tell what lies in one.
            timeout: Seconds without a sign of life, or for an answer, after which a question has failed.

        Raises:
            GeocoderError: geopy is not installed, or `$GEOBRIEF_CONTACT` cannot be sent.
        """
        self.name = service.url
        self._service = service
        self._answers = answers
        self._divisions = divisions
        self._timeout = timeout
        self._failures = 0
        self._fault = ""
        near = _is_loopback(urlsplit(service.url).hostname or "")
        self._client: Nominatim = nominatim_client(service.url, _user_agent(), timeout, proxies=not near)

    def candidates(self, name: str) -> Sequence[Candidate]:
        """The places of that name in the service's order, the best known first.

        Raises:
            GeocoderError: The service did not answer, or is not asked any more.
        """
        results = self._answers.get(name)
        if results is None:
            results = self._asked(name)
        return self._candidates(results, name)

    def _asked(self, name: str) -> list[dict[str, Any]]:
        if self._failures >= MOST_FAILURES:
            fault = (
                self._fault.replace(self.name, "it", 1) if self._fault.startswith(self.name) else self._fault
            )
            raise GeocoderError(f"{self.name} was not asked any more, since {fault}")
        try:
            results = self._answers.ask(name, lambda: self._question(name), self._service.manners)
        except GeocoderError as error:
            self._failures += 1
            self._fault = str(error)
            raise
        self._failures = 0
        return results

    def _question(self, name: str) -> list[dict[str, Any]]:
        from geopy.exc import GeocoderRateLimited, GeopyError

        try:
            found: Any = self._client.geocode(
                name,
                exactly_one=False,
                limit=MOST_RESULTS,
                addressdetails=True,
                extratags=True,
                namedetails=True,
                language="en",
            )
            for each in found:
                candidate_of(each, name)
            return [_encodable(trimmed(each)) for each in found]
        except GeopyError as error:
            if isinstance(error, GeocoderRateLimited):
                self._answers.postpone(min(error.retry_after or POSTPONED_SECONDS, LONGEST_WAIT))
            if _is_refusal(error):
                self._failures = MOST_FAILURES
            raise GeocoderError(f"{self.name} {self._told(error)}") from error
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise GeocoderError(
                f"{self.name} did not answer as Nominatim does ({error}). Is it one?"
            ) from error

    def _candidates(self, results: list[dict[str, Any]], name: str) -> list[Candidate]:
        try:
            found = [candidate_of(each, name) for each in results]
        except ValueError as error:
            raise GeocoderError(f"What {self.name} answered before cannot be read: {error}.") from error
        unique: dict[str, Candidate] = {}
        for each in found:
            if each is not None:
                unique.setdefault(each.id, each)
        return [self._coded(each) for each in unique.values()]

    def _coded(self, candidate: Candidate) -> Candidate:
        """The candidate with the code of the division that holds it, where the gazetteer knows that one."""
        name = candidate.name if candidate.level == 1 else candidate.within
        codes = (
            each.region_code
            for each in (self._divisions.candidates(name) if name else ())
            if each.level == 1 and each.country_code == candidate.country_code
        )
        return replace(candidate, region_code=next(codes, ""))

    def _told(self, error: GeopyError) -> str:
        """What went wrong, for the sentence that begins with the service's address, and what to do."""
        from geopy import exc

        status = getattr(error.__cause__, "status_code", None)
        if isinstance(error, exc.GeocoderRateLimited):
            return "was asked too often and bids to wait (429). Try again later."
        if status in (401, 403):
            return f"refused to answer ({status}). Set {CONTACT_VARIABLE} to your e-mail address."
        if status is not None:
            return f"failed (HTTP status {status}). Try again later."
        if isinstance(error, exc.GeocoderTimedOut):
            return f"did not answer within {self._timeout:g} seconds. Try again later."
        if isinstance(error, exc.GeocoderParseError):
            return "answered with something else than JSON. Is it a Nominatim service?"
        return f"cannot be reached ({str(error)[:200]}). Check the address and the network."


def open_nominatim(url: str, *, divisions: Geocoder, folder: Path | None = None) -> NominatimGeocoder:
    """Opens a service by its URL.

    Args:
        url: As `https://nominatim.openstreetmap.org`; plain http only on this machine or a private network.
        divisions: See `NominatimGeocoder`.
        folder: Where answers are kept, in `nominatim.sqlite`; by default `cache_folder()`.

    Raises:
        GeocoderError: The URL is none, geopy is not installed, or the answers cannot be kept.
    """
    service = Service.of(url)
    answers = Answers((folder or cache_folder()) / "nominatim.sqlite", service.url)
    return NominatimGeocoder(service, answers, divisions=divisions)


def _encodable(result: dict[str, Any]) -> dict[str, Any]:
    """The result; a ValueError where half a surrogate pair is in it, which no file takes."""
    json.dumps(result, ensure_ascii=False).encode()
    return result


def _user_agent() -> str:
    contact = os.environ.get(CONTACT_VARIABLE, "").strip()
    if not (contact.isascii() and contact.isprintable()):
        raise GeocoderError(
            f"{CONTACT_VARIABLE} is {contact!r}, which cannot be sent. Set it to an e-mail address."
        )
    return f"geobrief/{version('geobrief')}" + (f" (contact: {contact})" if contact else "")


def _is_refusal(error: GeopyError) -> bool:
    """Whether asking again at once would only annoy."""
    return getattr(error.__cause__, "status_code", None) in (401, 403, 429)


def _manners(host: str) -> Manners:
    if _is_loopback(host):
        return Manners(pause=0.0)
    return Manners(PAUSE_SECONDS, MOST_A_DAY if host == PUBLIC_SERVICE else None)


def _without_end(parts: SplitResult) -> str:
    path = parts.path.rstrip("/").removesuffix("/search").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}"


def _not_a_service(url: str, why: str) -> str:
    return f"{url!r} names no Nominatim service: {why}. Give it as https://{PUBLIC_SERVICE}"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_near(host: str) -> bool:
    """Whether a host is this machine or stands in a private network."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".localhost"))
