"""A small client of the lineage API, to copy. Needs `requests`; shows a progress bar where `tqdm` is installed.

    from lineage import Lineage

    api = Lineage("http://127.0.0.1:4000/graphql")
    run = api.query("query($id: String!) { workflowRun(runId: $id) { status } }", id="demo-walk")
    rows = api.all_nodes("query($first: Int, $after: String) { documents(first: $first, after: $after) { ... } }",
                         at="documents")

Examples are in ../notebook.ipynb.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from typing import Any, Protocol

import requests

__all__ = ["Lineage", "LineageError"]

PAGE = 500
"""Rows per request at most, as the API has it."""

HINTS = {
    "UNAUTHENTICATED": "Give a token: Lineage(url, token=...) or LINEAGE_TOKEN. `npm run token` makes one.",
    "FORBIDDEN": "The token does not have the scope for this field, or its projects do not include these rows.",
    "NOT_IN_THIS_DATABASE": "A table or column is missing from the database. `npm run doctor` on the server lists them.",
    "DATABASE_UNAVAILABLE": "The database of the server does not answer. Try again in a moment.",
    "TIMEOUT": "The query took too long. Ask for fewer rows, or filter more.",
    "COST_LIMIT_EXCEEDED": "The query asks for too much at once. Take smaller pages or fewer levels.",
}


class LineageError(Exception):
    """What the API answered instead of data. `codes` are the `extensions.code` of its errors, in order."""

    def __init__(self, errors: list[dict[str, Any]]) -> None:
        self.errors = errors
        self.codes = [str(error.get("extensions", {}).get("code", "UNKNOWN")) for error in errors]
        super().__init__("\n".join(self._line(*pair) for pair in zip(self.codes, errors)))

    @staticmethod
    def _line(code: str, error: dict[str, Any]) -> str:
        path = ".".join(str(step) for step in error.get("path", []))
        hint = HINTS.get(code)
        return f"{code}{f' at {path}' if path else ''}: {error['message']}{f' {hint}' if hint else ''}"


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
    """

    def __init__(self, url: str | None = None, token: str | None = None, timeout: float = 60) -> None:
        self.url = url or os.environ.get("LINEAGE_URL", "http://127.0.0.1:4000/graphql")
        self._timeout = timeout
        self._session = requests.Session()
        token = token or os.environ.get("LINEAGE_TOKEN")
        if token:
            self._session.headers["authorization"] = f"Bearer {token}"

    def query(self, document: str, *, partial: bool = False, **variables: Any) -> dict[str, Any]:
        """The `data` of the answer. Raises LineageError if any part failed; with `partial`, only if all did."""
        try:
            response = self._session.post(
                self.url, json={"query": document, "variables": variables}, timeout=self._timeout
            )
        except requests.ConnectionError as error:
            raise ConnectionError(f"No server answers at {self.url}. Is `npm start` running?") from error
        try:
            answer = response.json()
        except requests.JSONDecodeError as error:
            start = response.text[:80]
            raise ConnectionError(f"{self.url} answered {response.status_code}, not JSON: {start!r}") from error
        data, errors = answer.get("data"), answer.get("errors", [])
        nothing = data is None or all(value is None for value in data.values())
        if errors and (nothing or not partial):
            raise LineageError(errors)
        return data

    def pages(self, document: str, at: str, *, first: int = PAGE, **variables: Any) -> Iterator[dict[str, Any]]:
        """The pages of the connection under the keys `at`, separated by dots: "documents", "workflowRun.tokenUsage".

        `document` takes `$first` and `$after`, and asks the connection for `pageInfo { hasNextPage endCursor }`.
        """
        after: str | None = None
        while True:
            page: Any = self.query(document, first=first, after=after, **variables)
            for key in at.split("."):
                if page is None or key not in page:
                    raise KeyError(f"The answer has nothing at {at}: {key} is missing or null.")
                page = page[key]
            if page is None:
                raise KeyError(f"The answer has nothing at {at}: it is null.")
            yield page
            if not page["pageInfo"]["hasNextPage"]:
                return
            after = page["pageInfo"]["endCursor"]

    def all_nodes(self, document: str, at: str, *, first: int = PAGE, **variables: Any) -> list[dict[str, Any]]:
        """The nodes of all pages. From the second page on a bar shows how far it is (of `totalCount`, if asked for)."""
        nodes: list[dict[str, Any]] = []
        bar: Progress | None = None
        try:
            for page in self.pages(document, at, first=first, **variables):
                nodes += page["nodes"]
                if bar is not None:
                    bar.update(len(page["nodes"]))
                elif page["pageInfo"]["hasNextPage"]:
                    bar = progress_bar(page.get("totalCount"))
                    bar.update(len(nodes))
        finally:
            if bar is not None:
                bar.close()
        return nodes
