"""A small client of the lineage API, to copy. Needs `requests`; shows a progress bar where `tqdm` is installed.

    from lineage import Lineage

    api = Lineage("http://127.0.0.1:4000/graphql")
    run = api.query("query($id: String!) { workflowRun(runId: $id) { status } }", id="demo-walk")
    rows = api.all_nodes("query($first: Int, $after: String) { documents(first: $first, after: $after) { ... } }",
                         at="documents")

Examples are in ../notebook.ipynb.
"""

from __future__ import annotations

import datetime
import decimal
import enum
import json
import math
import os
import re
import sys
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

import requests

__all__ = ["Lineage", "LineageError"]

PAGE = 500
"""Rows per request at most, as the API has it."""

EXACT = 2**53 - 1
"""JSON numbers above it are rounded on the way; the API takes such keys as text."""

HINTS = {
    "UNAUTHENTICATED": "Give a token: Lineage(url, token=...) or LINEAGE_TOKEN. `npm run token` makes one.",
    "FORBIDDEN": "The token does not have the scope for this field, or its projects do not include these rows.",
    "NOT_IN_THIS_DATABASE": "A table or column is missing from the database. `npm run doctor` on the server lists them.",
    "DATABASE_UNAVAILABLE": "The database of the server does not answer. Try again in a moment.",
    "DATABASE_BUSY": "The database of the server is busy. Try again in a moment.",
    "TIMEOUT": "The query took too long. Ask for fewer rows, or filter more.",
    "COST_LIMIT_EXCEEDED": "The query asks for too much at once. Take smaller pages or fewer levels.",
    "ANSWER_TOO_LARGE": "The answer has too many bytes. Take smaller pages or fewer JSON columns.",
}


class LineageError(Exception):
    """What the API answered instead of data. `codes` are the `extensions.code` of its errors, in order."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        self.errors = errors
        self.codes = [str((error.get("extensions") or {}).get("code", "UNKNOWN")) for error in errors]
        super().__init__("\n".join(self._line(*pair) for pair in zip(self.codes, errors)))

    @staticmethod
    def _line(code: str, error: dict[str, Any]) -> str:
        path = ".".join(str(step) for step in error.get("path") or [])
        hint = HINTS.get(code)
        return f"{code}{f' at {path}' if path else ''}: {error.get('message')}{f' {hint}' if hint else ''}"


class Progress(Protocol):
    """What a progress bar must do; tqdm does."""

    total: float | None

    def update(self, n: float = 1) -> Any: ...
    def close(self) -> None: ...


class PlainProgress:
    """A line on stderr, at most once a second."""

    def __init__(self, total: float | None) -> None:
        self.total, self._done, self._shown = total, 0.0, time.monotonic()

    def update(self, n: float = 1) -> None:
        self._done += n
        if time.monotonic() - self._shown >= 1:
            self._shown = time.monotonic()
            of = f" of {self.total:.0f}" if self.total is not None else ""
            print(f"\r{self._done:.0f}{of} rows", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        print(file=sys.stderr)


def progress_bar(total: float | None) -> Progress:
    try:
        from tqdm import tqdm
    except ImportError:
        return PlainProgress(total)
    return tqdm(total=total, unit=" rows", file=sys.stderr)


class Lineage:
    """Asks one server.

    `token` and `url` are read from LINEAGE_TOKEN and LINEAGE_URL where they are not given. `timeout` is in seconds,
    for each request.

    Variables of a document are given by name, or as a dict after the document: `query(document, {"id": 1})`. The dict
    is for variables whose names mean something else here, such as `partial`.
    """

    def __init__(self, url: str | None = None, token: str | None = None, timeout: float = 60) -> None:
        self.url = endpoint(url or os.environ.get("LINEAGE_URL") or "http://127.0.0.1:4000")
        self._timeout = timeout
        self._session = requests.Session()
        token = (token or os.environ.get("LINEAGE_TOKEN") or "").strip()
        if token:
            self._session.headers["authorization"] = f"Bearer {token}"

    def query(
        self,
        document: str | None = None,
        variables: Mapping[str, Any] | None = None,
        /,
        *,
        partial: bool = False,
        **named: Any,
    ) -> dict[str, Any]:
        """The `data` of the answer. Raises LineageError if any part failed; with `partial`, only if all did."""
        text, given = call(document, variables, named)
        return self._data(text, given, partial)

    def pages(
        self,
        document: str | None = None,
        at: str | Mapping[str, Any] | None = None,
        variables: Mapping[str, Any] | None = None,
        /,
        **named: Any,
    ) -> Iterator[dict[str, Any]]:
        """The pages of the connection under the keys `at`, separated by dots: "documents", "workflowRun.tokenUsage".

        `document` takes `$first` and `$after`, and asks the connection for `pageInfo { hasNextPage endCursor }`.
        `first` is the number of rows of a page. Give `at` by name, or after the document; the variables may follow.
        """
        if isinstance(at, Mapping):
            at, variables = None, {**at, **(variables or {})}
        if at is None:
            at = named.pop("at", None)
        if not isinstance(at, str) or at == "":
            raise ValueError('Say where the connection stands in the answer: at="documents", at="workflowRun.vectors".')
        text, given = call(document, variables, named, paged=True)
        after = given.pop("after", None)
        first = given.pop("first", PAGE)
        while True:
            page = connection_at(self._data(text, {**given, "first": first, "after": after}, partial=False), at)
            info = page_info(page, at)
            if info["hasNextPage"] and (info["endCursor"] is None or info["endCursor"] == after):
                raise ValueError(same_page(text, at))
            yield page
            if not info["hasNextPage"]:
                return
            if not takes(text, "after"):
                raise ValueError(same_page(text, at))
            after = info["endCursor"]

    def all_nodes(
        self,
        document: str | None = None,
        at: str | Mapping[str, Any] | None = None,
        variables: Mapping[str, Any] | None = None,
        /,
        **named: Any,
    ) -> list[dict[str, Any]]:
        """The rows of all pages, given as `pages` wants them; `nodes { ... }` and `edges { node { ... } }` both do.

        From the second page on a bar shows how far it is (of `totalCount`, if asked for).
        """
        nodes: list[dict[str, Any]] = []
        bar: Progress | None = None
        try:
            for page in self.pages(document, at, variables, **named):
                rows = rows_of(page)
                nodes += rows
                if bar is not None:
                    bar.update(len(rows))
                elif page["pageInfo"]["hasNextPage"]:
                    bar = progress_bar(page.get("totalCount"))
                    bar.update(len(nodes))
        finally:
            if bar is not None:
                bar.close()
        return nodes

    def _data(self, document: str, variables: dict[str, Any], partial: bool) -> dict[str, Any]:
        body = json.dumps({"query": document, "variables": variables}, allow_nan=False)
        answer = self._post(body)
        data, errors = answer.get("data"), answer.get("errors") or []
        if not isinstance(data, dict) and not errors:
            raise ConnectionError(f"{self.url} answered without data. Is it the address of the lineage API?")
        nothing = not isinstance(data, dict) or all(value is None for value in data.values())
        if errors and (nothing or not partial):
            raise LineageError(errors)
        return data

    def _post(self, body: str) -> dict[str, Any]:
        headers = {"content-type": "application/json"}
        try:
            # A redirect would turn the POST into a GET and lose the query.
            response = self._session.post(
                self.url, data=body, headers=headers, timeout=self._timeout, allow_redirects=False
            )
        except requests.exceptions.SSLError as error:
            raise ConnectionError(f"{self.url}: no TLS connection. Is it an http:// address? ({error})") from error
        except requests.Timeout as error:
            raise TimeoutError(f"{self.url} did not answer within {self._timeout} s (timeout=...).") from error
        except requests.ConnectionError as error:
            raise ConnectionError(f"No server answers at {self.url}. Is `npm start` running?") from error
        except (requests.RequestException, UnicodeError) as error:
            raise ConnectionError(f"{self.url} cannot be asked: {error}") from error
        if response.is_redirect:
            raise ConnectionError(f"{self.url} has moved to {response.headers['location']}. Use that address.")
        try:
            answer = response.json()
        except ValueError as error:
            start = response.text[:80]
            if response.status_code == 404:
                raise ConnectionError(f"{self.url} answered 404. The address of the API ends in /graphql.") from error
            raise ConnectionError(f"{self.url} answered {response.status_code}, not JSON: {start!r}") from error
        if not isinstance(answer, dict):
            raise ConnectionError(f"{self.url} answered {response.status_code}, but not as a GraphQL server does.")
        return answer


def endpoint(url: str) -> str:
    """The address of the API: http where the scheme is missing, /graphql where the path is."""
    url = url.strip()
    if "://" not in url:
        url = f"http://{url}"
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"{url} is not an http:// or https:// address.")
    return parts._replace(path=parts.path.rstrip("/") or "/graphql").geturl()


def takes(document: str, name: str) -> bool:
    """Whether the document names the variable."""
    return re.search(rf"\${re.escape(name)}\b", document) is not None


def call(
    document: Any, variables: Mapping[str, Any] | None, named: dict[str, Any], paged: bool = False
) -> tuple[str, dict[str, Any]]:
    """The document, and its variables as JSON has them, however they were given."""
    named = dict(named)
    if document is None:
        document = named.pop("document", None)
    if not isinstance(document, str) or not document.strip():
        raise ValueError("The first argument is the document: the text of a GraphQL query.")
    if variables is None and isinstance(named.get("variables"), Mapping) and not takes(document, "variables"):
        variables = named.pop("variables")
    if variables is not None and not isinstance(variables, Mapping):
        raise ValueError(f"Variables are given by name or as a dict, not as {type(variables).__name__}.")
    given = {**(variables or {}), **named}
    for name in given:
        if not takes(document, str(name)) and not (paged and name in ("first", "after")):
            known = ", ".join(dict.fromkeys(re.findall(r"\$\w+", document))) or "none"
            raise ValueError(f"The document has no variable ${name}. Its variables: {known}.")
    return document, {str(name): to_json(value, f"${name}") for name, value in given.items()}


def to_json(value: Any, name: str) -> Any:
    """A variable as JSON has it: times as ISO 8601 text, values of numpy and pandas as plain ones."""
    if isinstance(value, enum.Enum):
        return to_json(value.value, name)
    if value is None or isinstance(value, (str, bool)):
        return value
    kind = type(value).__name__
    if kind in ("NaTType", "NAType"):
        return None
    if kind == "datetime64":
        # By convention it is in UTC. Days and hours have no time of day in their text, microseconds have.
        text = str(value.astype("datetime64[us]"))
        return None if text == "NaT" else f"{text}+00:00"
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise ValueError(f"{name} has no time zone: give datetime(..., tzinfo=timezone.utc) or another one.")
        return value.astimezone(datetime.timezone.utc).isoformat()
    if isinstance(value, datetime.date):
        raise ValueError(f"{name} is a date, the API takes points in time: give a datetime with a time zone.")
    if isinstance(value, int):
        return int(value) if abs(value) <= EXACT else str(int(value))
    if isinstance(value, (float, decimal.Decimal)):
        if not math.isfinite(value):
            raise ValueError(f"{name} is {value}, which JSON cannot hold: give a number or None.")
        return float(value)
    if isinstance(value, (uuid.UUID, os.PathLike)):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): to_json(inner, f"{name}.{key}") for key, inner in value.items()}
    # Scalars of numpy, and arrays of no dimension.
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        return to_json(value.item(), name)
    if isinstance(value, Iterable) and not isinstance(value, (bytes, bytearray, memoryview)) and kind != "DataFrame":
        return [to_json(inner, f"{name}[{place}]") for place, inner in enumerate(value)]
    raise ValueError(f"{name} is of type {kind}, which the API does not take.")


def connection_at(data: dict[str, Any], at: str) -> dict[str, Any]:
    value: Any = data
    path = ""
    for key in at.split("."):
        if not isinstance(value, dict) or key not in value:
            has = f"it has {', '.join(value)}" if isinstance(value, dict) else f"it is a {type(value).__name__}"
            raise ValueError(f'at="{at}": {path or "the answer"} has no {key}, {has}.')
        value = value[key]
        path = f"{path}.{key}" if path else key
        if value is None:
            raise ValueError(f'at="{at}": {path} is null. The API has nothing of the key that was asked for.')
    if not isinstance(value, dict):
        raise ValueError(f'at="{at}" is no connection but a {type(value).__name__}: name the field above its nodes.')
    return value


def page_info(page: dict[str, Any], at: str) -> dict[str, Any]:
    info = page.get("pageInfo")
    if not isinstance(info, dict) or not {"hasNextPage", "endCursor"} <= info.keys():
        raise ValueError(f"Ask the connection at {at} for `pageInfo {{ hasNextPage endCursor }}`.")
    return info


def same_page(document: str, at: str) -> str:
    declared = "" if takes(document, "after") else " The document does not take `$after: String`."
    return f"There are more pages of {at} than this document can reach: pass `after: $after` to it.{declared}"


def rows_of(page: dict[str, Any]) -> list[dict[str, Any]]:
    if isinstance(page.get("nodes"), list):
        return page["nodes"]
    edges = page.get("edges")
    if isinstance(edges, list) and all("node" in edge for edge in edges):
        return [edge["node"] for edge in edges]
    raise ValueError("Ask the connection for its rows: `nodes { ... }` or `edges { node { ... } }`.")
