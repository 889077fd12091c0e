"""A few articles, and the ways in which a collection of them may lie on disk."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

Row = Mapping[str, str]

ARTICLES: Sequence[Row] = (
    {
        "id": "a",
        "headline": "Flood in Poland",
        "body": "The Oder rose in Wrocław. Mayor Jan Nowak said that 300 homes were under water.\n",
        "date": "2025-06-20",
        "publisher": "example.org",
    },
    {
        "id": "b",
        "headline": "Workers",
        "body": "North Korea plans to send 25,000 workers to Yelabuga, the broadcaster NHK reported.\n",
        "date": "2025-06-21",
        "publisher": "example.com",
    },
    {
        "id": "c",
        "headline": "A fire",
        "body": "A fire damaged a warehouse in Lagos, “and 40 people were hurt”, police said.\n",
        "date": "2025-06-22",
        "publisher": "example.net",
    },
)


def json_lines(path: Path, rows: Sequence[Row] = ARTICLES) -> Path:
    text = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


def csv_table(path: Path, rows: Sequence[Row] = ARTICLES) -> Path:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def parquet_table(path: Path, rows: Sequence[Row] = ARTICLES) -> Path:
    pq.write_table(pa.Table.from_pylist(list(rows)), path, row_group_size=2)
    return path


def page_of(row: Row) -> str:
    return (
        f"<html lang='en'><head><title>{row['headline']}</title>"
        f"<meta property='article:published_time' content='{row['date']}T08:00:00Z'></head><body>"
        f"<article><h1>{row['headline']}</h1><p>{row['body']}</p>"
        "</article></body></html>"
    )


def archived(kind: str, url: str, content_type: str, content: bytes, number: int = 1) -> bytes:
    """A record of a web archive (ISO 28500)."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Date: 2025-06-23T00:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def web_archive(path: Path, rows: Sequence[Row] = ARTICLES) -> Path:
    """As a crawler writes it: requests, robots.txt and a page that was not found between the articles."""
    records = [archived("warcinfo", "", "application/warc-fields", b"software: a crawler\r\n")]
    for row in rows:
        site = f"https://www.{row['publisher']}"
        records.append(archived("request", f"{site}/gone", "application/http", b"GET /gone HTTP/1.1\r\n\r\n"))
        for address, status, kind, content in (
            (f"{site}/robots.txt", "200 OK", "text/plain", "User-agent: *"),
            (f"{site}/gone", "404 Not Found", "text/html", "<html>gone</html>"),
            (f"{site}/{row['id']}.html", "200 OK", "text/html; charset=utf-8", page_of(row)),
        ):
            answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{content}".encode()
            records.append(
                archived("response", address, "application/http; msgtype=response", answer, len(records))
            )
    packed = path.suffix == ".gz"
    path.write_bytes(b"".join(gzip.compress(record) if packed else record for record in records))
    return path


WRITERS: Mapping[str, Callable[[Path], Path]] = {
    "news.jsonl": json_lines,
    "news.jsonl.gz": json_lines,
    "news.csv": csv_table,
    "news.csv.gz": csv_table,
    "news.parquet": parquet_table,
    "news.warc": web_archive,
    "news.warc.gz": web_archive,
}


def many(count: int) -> list[Row]:
    """So many articles with places, claims and flows, none of which repeats another."""
    towns = ("Wrocław", "Lagos", "Yelabuga", "Kraków", "Nairobi", "Lima", "Osaka")
    return [
        {
            "id": str(number),
            "text": f"Mayor Jan Nowak said that {100 + number} homes were flooded in {towns[number % 7]}. "
            f"Some {20 + number} trucks were sent from {towns[number % 7]} to {towns[(number + 1) % 7]}. "
            f"The lottery drew {', '.join(map(str, Random(number).sample(range(10**6), 30)))}.",
            "published": "2025-06-20",
        }
        for number in range(count)
    ]
