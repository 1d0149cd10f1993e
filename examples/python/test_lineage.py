"""Tests of the client against a small server of their own: `python3 -m unittest`. They need `requests` alone."""

from __future__ import annotations

import datetime
import decimal
import json
import math
import threading
import unittest
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from lineage import HINTS, Lineage, LineageError, endpoint, to_json

PAPERS = """query Papers($first: Int, $after: String) {
  documents(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { docId } }
}"""
ROWS = [{"docId": f"doc-{number}"} for number in range(10)]


def documents(first: int, after: str | None) -> dict[str, Any]:
    """A page of ROWS; a cursor is the number of a row."""
    start = 0 if after is None else int(after) + 1
    rows = ROWS[start : start + first]
    info = {"hasNextPage": start + first < len(ROWS), "endCursor": str(start + len(rows) - 1)}
    return {"totalCount": len(ROWS), "pageInfo": info, "nodes": rows, "edges": [{"node": row} for row in rows]}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.requests.append((self.path, request["variables"], self.headers.get("authorization")))
        status, headers, body = self.server.answer(**request)
        text = body if isinstance(body, str) else json.dumps(body)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: Any) -> None: ...


class ClientTest(unittest.TestCase):
    """`self.answer` is what the server does with a request; `self.requests` is what it got."""

    def setUp(self) -> None:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.requests = self.requests = []
        # A client that no longer waits for the answer is part of a test.
        self.server.handle_error = lambda *_: None
        self.answers({"data": {}})
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.api = Lineage(f"http://{self.host}/graphql")

    def answers(self, body: Any, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.server.answer = lambda **_: (status, headers or {}, body)

    def answers_pages(self, without: str = "", takes_after: bool = True) -> None:
        def answer(query: str, variables: dict[str, Any]) -> tuple[int, dict[str, str], Any]:
            page = documents(variables["first"], variables["after"] if takes_after else None)
            return 200, {}, {"data": {"documents": {key: page[key] for key in page if key not in without.split()}}}

        self.server.answer = answer

    @property
    def variables(self) -> dict[str, Any]:
        return self.requests[-1][1]


class Pages(ClientTest):
    def test_all_nodes_of_all_pages(self) -> None:
        self.answers_pages()
        for first in (1, 3, 9, 10, 11):
            with self.subTest(first=first):
                self.assertEqual(self.api.all_nodes(PAPERS, at="documents", first=first), ROWS)

    def test_edges_in_place_of_nodes(self) -> None:
        self.answers_pages(without="nodes")
        self.assertEqual(self.api.all_nodes(PAPERS, at="documents", first=3), ROWS)

    def test_neither_nodes_nor_edges(self) -> None:
        for without, edges in (("nodes edges", None), ("nodes", [{"cursor": "0"}])):
            with self.subTest(edges=edges):
                page = {**documents(10, None), "nodes": None, "edges": edges}
                self.answers({"data": {"documents": page}})
                with self.assertRaisesRegex(ValueError, r"Ask the connection for its rows: `nodes"):
                    self.api.all_nodes(PAPERS, at="documents")

    def test_a_document_that_forgets_after_ends_and_says_so(self) -> None:
        self.answers_pages(takes_after=False)
        forgets = {
            "declared, not passed": PAPERS.replace("after: $after", ""),
            "passed to another connection": PAPERS.replace(", after: $after", "").replace("docId", "vectors(after: $after) { totalCount }"),
            "not declared": PAPERS.replace(", $after: String", "").replace(", after: $after", ""),
        }
        for name, document in forgets.items():
            with self.subTest(name):
                self.requests.clear()
                with self.assertRaisesRegex(ValueError, r"more pages of documents .* pass `after: \$after`"):
                    self.api.all_nodes(document, at="documents", first=3)
                self.assertLessEqual(len(self.requests), 2)

    def test_a_single_page_needs_no_after(self) -> None:
        self.answers_pages()
        self.assertEqual(self.api.all_nodes("query($first: Int) { documents }", at="documents", first=10), ROWS)

    def test_missing_page_info(self) -> None:
        for page_info in (None, {}, {"hasNextPage": False}, {"endCursor": "9"}):
            with self.subTest(page_info=page_info):
                self.answers({"data": {"documents": {"nodes": ROWS, "pageInfo": page_info}}})
                with self.assertRaisesRegex(ValueError, r"documents for `pageInfo \{ hasNextPage endCursor \}`"):
                    self.api.all_nodes(PAPERS, at="documents")

    def test_an_unknown_run(self) -> None:
        self.answers({"data": {"workflowRun": None}})
        with self.assertRaisesRegex(ValueError, r"workflowRun is null\. The API has nothing of the key"):
            self.api.all_nodes(PAPERS, at="workflowRun.tokenUsage")

    def test_a_wrong_at(self) -> None:
        self.answers({"data": {"documents": documents(10, None)}})
        wrong = {
            "papers": "the answer has no papers, it has documents",
            "documents.rows": "documents has no rows, it has totalCount, pageInfo, nodes, edges",
            "documents.nodes": "is no connection but a list",
            "documents.nodes.vectors": "documents.nodes has no vectors, it is a list",
            "documents.totalCount": "is no connection but a int",
        }
        for at, sentence in wrong.items():
            with self.subTest(at), self.assertRaisesRegex(ValueError, sentence):
                self.api.all_nodes(PAPERS, at=at)
        with self.assertRaisesRegex(ValueError, "Say where the connection stands"):
            self.api.all_nodes(PAPERS)

    def test_goes_on_after_a_cursor(self) -> None:
        self.answers_pages()
        self.assertEqual(self.api.all_nodes(PAPERS, at="documents", first=4, after="5"), ROWS[6:])


class Variables(ClientTest):
    def test_by_name_or_as_a_dict(self) -> None:
        document = "query($id: String, $n: Int) { a }"
        calls = (
            lambda: self.api.query(document, id="x", n=1),
            lambda: self.api.query(document, {"id": "x", "n": 1}),
            lambda: self.api.query(document, {"id": "x"}, n=1),
            lambda: self.api.query(document, variables={"id": "x", "n": 1}),
            lambda: self.api.query(document=document, id="x", n=1),
        )
        for number, ask in enumerate(calls):
            with self.subTest(number):
                ask()
                self.assertEqual(self.variables, {"id": "x", "n": 1})

    def test_names_that_mean_something_here(self) -> None:
        for name in ("document", "at", "first", "after", "self", "variables", "named", "partial", "timeout"):
            with self.subTest(name):
                self.api.query(f"query(${name}: String) {{ a }}", {name: "x"})
                self.assertEqual(self.variables, {name: "x"})
                if name != "partial":
                    self.api.query(f"query(${name}: String) {{ a }}", **{name: "y"})
                    self.assertEqual(self.variables, {name: "y"})

    def test_of_pages(self) -> None:
        self.answers_pages()
        document = PAPERS.replace("(", "($at: DateTime, $document: String, ", 1)
        given = {"at": "x", "document": "y"}
        calls = (
            lambda: self.api.all_nodes(document, given, at="documents", first=3),
            lambda: self.api.all_nodes(document, "documents", given, first=3),
            lambda: self.api.all_nodes(document, "documents", {**given, "first": 3}),
            lambda: self.api.all_nodes(document, "documents", at="x", document="y", first=3),
            lambda: self.api.all_nodes(document, at="documents", variables=given, first=3),
        )
        for number, ask in enumerate(calls):
            with self.subTest(number):
                self.assertEqual(ask(), ROWS)
                self.assertEqual(self.variables, {**given, "first": 3, "after": "8"})

    def test_a_variable_that_the_document_lacks(self) -> None:
        with self.assertRaisesRegex(ValueError, r"no variable \$runid\. Its variables: \$runId\."):
            self.api.query("query($runId: String) { a }", runid="x")

    def test_what_is_no_document_or_no_variables(self) -> None:
        for document in (None, "", b"{ a }", 1, {"query": "{ a }"}):
            with self.subTest(document=document), self.assertRaisesRegex(ValueError, "The first argument is the document"):
                self.api.query(document)
        with self.assertRaisesRegex(ValueError, "as a dict, not as list"):
            self.api.query("{ a }", [1])

    def test_values(self) -> None:
        utc, cet = datetime.timezone.utc, datetime.timezone(datetime.timedelta(hours=1))
        moment = datetime.datetime(2026, 2, 6, 19, 24, 38, 230136, utc)
        values = (
            (moment, "2026-02-06T19:24:38.230136+00:00"),
            (moment.astimezone(cet), "2026-02-06T19:24:38.230136+00:00"),
            ({"gte": moment, "in": [moment]}, {"gte": moment.isoformat(), "in": [moment.isoformat()]}),
            (decimal.Decimal("0.5"), 0.5),
            (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
            (2**53 - 1, 9007199254740991),
            (2**53, "9007199254740992"),
            (-(2**63), "-9223372036854775808"),
            ((1, "x", True, None), [1, "x", True, None]),
        )
        for value, expected in values:
            with self.subTest(value=value):
                self.api.query("query($v: JSON) { a }", v=value)
                self.assertEqual(self.variables, {"v": expected})

    def test_values_that_say_what_is_wrong(self) -> None:
        wrong = (
            (datetime.datetime(2026, 2, 6), r"\$v has no time zone"),
            ([{"at": datetime.datetime(2026, 2, 6)}], r"\$v\[0\]\.at has no time zone"),
            (datetime.date(2026, 2, 6), r"\$v is a date"),
            (math.nan, r"\$v is nan, which JSON cannot hold"),
            (math.inf, r"\$v is inf"),
            (b"x", r"\$v is of type bytes"),
            (object(), r"\$v is of type object"),
            (datetime.timedelta(1), r"\$v is of type timedelta"),
        )
        for value, sentence in wrong:
            with self.subTest(value=value), self.assertRaisesRegex(ValueError, sentence):
                self.api.query("query($v: JSON) { a }", v=value)

    def test_values_of_numpy_and_pandas(self) -> None:
        try:
            import numpy as np
            import pandas as pd
        except ImportError as error:
            self.skipTest(str(error))
        at = "2026-02-06T19:24:38.230136+00:00"
        values = (
            (np.int64(7), 7),
            (np.int64(2**62), str(2**62)),
            (np.float64(0.5), 0.5),
            (np.bool_(True), True),
            (np.str_("x"), "x"),
            (np.array(["a", "b"]), ["a", "b"]),
            (np.array(3), 3),
            (np.datetime64("2026-02-06T19:24:38.230136", "ns"), at),
            (np.datetime64("2026-02-06"), "2026-02-06T00:00:00.000000+00:00"),
            (np.array(["2026-02-06"], "datetime64[ns]"), ["2026-02-06T00:00:00.000000+00:00"]),
            (np.datetime64("NaT"), None),
            (pd.Timestamp(at), at),
            (pd.NaT, None),
            (pd.NA, None),
            (pd.Series([1, 2]), [1, 2]),
            (pd.Index(["a"]), ["a"]),
            (pd.Series([pd.Timestamp(at)]), [at]),
        )
        for value, expected in values:
            with self.subTest(value=value):
                self.assertEqual(json.loads(json.dumps(to_json(value, "$v"))), expected)
        for value in (np.float64("nan"), pd.Timestamp("2026-02-06"), np.timedelta64(1, "s"), pd.DataFrame({"a": [1]})):
            with self.subTest(value=value), self.assertRaisesRegex(ValueError, r"\$v"):
                to_json(value, "$v")


class Addresses(ClientTest):
    def test_the_path_and_the_scheme_may_be_left_out(self) -> None:
        for url in (f"http://{self.host}", f"http://{self.host}/", self.host, f"{self.host}/graphql/", f" {self.host} "):
            with self.subTest(url):
                Lineage(url).query("{ a }")
                self.assertEqual(self.requests[-1][0], "/graphql")
        self.assertEqual(endpoint("https://example.org/lineage/graphql"), "https://example.org/lineage/graphql")

    def test_no_address(self) -> None:
        for url in ("ftp://example.org", "http://", "file:///tmp"):
            with self.subTest(url), self.assertRaisesRegex(ValueError, "is not an http:// or https:// address"):
                Lineage(url)

    def test_https_where_http_is_spoken(self) -> None:
        with self.assertRaisesRegex(ConnectionError, "no TLS connection. Is it an http:// address"):
            Lineage(f"https://{self.host}").query("{ a }")

    def test_nobody_listens(self) -> None:
        with self.assertRaisesRegex(ConnectionError, "No server answers at .* Is `npm start` running"):
            Lineage("http://127.0.0.1:1").query("{ a }")

    def test_a_redirect(self) -> None:
        self.answers("", 301, {"location": "https://example.org/graphql"})
        with self.assertRaisesRegex(ConnectionError, "has moved to https://example.org/graphql"):
            self.api.query("{ a }")

    def test_what_is_no_graphql_server(self) -> None:
        for body, sentence in (
            ("<html>", "answered 502, not JSON: '<html>'"),
            ("", "answered 502, not JSON"),
            ([1], "not as a GraphQL server does"),
            ({"detail": "Not Found"}, "answered without data"),
            ({"data": [1]}, "answered without data"),
        ):
            with self.subTest(body=body):
                self.answers(body, 502)
                with self.assertRaisesRegex(ConnectionError, sentence):
                    self.api.query("{ a }")

    def test_a_path_that_there_is_not(self) -> None:
        self.answers("<html>", 404)
        with self.assertRaisesRegex(ConnectionError, "answered 404. The address of the API ends in /graphql"):
            self.api.query("{ a }")

    def test_a_server_that_is_silent(self) -> None:
        waits = threading.Event()
        self.addCleanup(waits.set)
        self.server.answer = lambda **_: (waits.wait(5), (200, {}, {}))[1]
        with self.assertRaisesRegex(TimeoutError, "did not answer within 0.2 s"):
            Lineage(self.host, timeout=0.2).query("{ a }")

    def test_a_token(self) -> None:
        Lineage(self.host, token="abc\n").query("{ a }")
        self.assertEqual(self.requests[-1][2], "Bearer abc")
        for token in ("a\nb", "pä\u2028ß"):
            with self.subTest(token), self.assertRaisesRegex(ConnectionError, "cannot be asked"):
                Lineage(self.host, token=token).query("{ a }")


class Errors(ClientTest):
    def test_say_code_place_and_what_to_do(self) -> None:
        error = {"message": "No.", "path": ["a", 0, "b"], "extensions": {"code": "FORBIDDEN"}}
        self.answers({"data": {"a": 1}, "errors": [error]})
        with self.assertRaises(LineageError) as raised:
            self.api.query("{ a }")
        self.assertEqual(raised.exception.codes, ["FORBIDDEN"])
        self.assertEqual(str(raised.exception), f"FORBIDDEN at a.0.b: No. {HINTS['FORBIDDEN']}")
        self.assertEqual(self.api.query("{ a }", partial=True), {"a": 1})

    def test_of_any_form(self) -> None:
        for error in ({}, {"message": "No.", "path": None, "extensions": None}, {"extensions": {}}):
            for data in ({}, {"data": None}, {"data": {"a": None}}):
                with self.subTest(error=error, data=data):
                    self.answers({**data, "errors": [error]})
                    with self.assertRaisesRegex(LineageError, "UNKNOWN"):
                        self.api.query("{ a }", partial=True)


if __name__ == "__main__":
    unittest.main()
