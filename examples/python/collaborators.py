"""Prints the ranked collaborators of many researchers as CSV.

    pip install -r requirements.txt
    python collaborators.py 0000-0002-1825-0097 demo:suvrit-sra > collaborators.csv
    python collaborators.py --file orcids.txt --since 2020 --min-works 2 > collaborators.csv
"""

import argparse
import csv
import sys
import time
from pathlib import Path

from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.requests import RequestsHTTPTransport

IDS = 500  # what one call takes
PAGE = 100  # what one page holds
TRIES = 5

QUERY = """
query Collaborators($ids: [ID!]!, $first: Int, $after: String, $minWorks: Int, $since: Int) {
  collaborators(ids: $ids, first: $first, after: $after, minWorks: $minWorks, since: $since) {
    researcher { id name }
    totalCount
    collaborators { cursor works strength firstYear lastYear node { id name orcid } }
  }
}
"""

COLUMNS = [
    "asked", "researcher_id", "researcher", "rank", "collaborator_id", "collaborator", "orcid",
    "works", "strength", "first_year", "last_year",
]


def ask(client, **variables):
    """One call. Where too much was asked in a minute, waits as long as the server says and tries again."""
    for tries_left in reversed(range(TRIES)):
        try:
            return client.execute(GraphQLRequest(QUERY, variable_values=variables))["collaborators"]
        except TransportQueryError as error:
            code = error.errors[0].get("extensions", {}).get("code")
            if code != "RATE_LIMITED" or tries_left == 0:
                raise
        seconds = int(client.transport.response_headers["Retry-After"])
        print(f"The server's limit is reached: waiting {seconds} s.", file=sys.stderr)
        time.sleep(seconds)


def collaborator_lists(client, ids, **filters):
    """Each id with its researcher, None where there is none, and the whole list of collaborators."""
    for start in range(0, len(ids), IDS):
        chunk = ids[start : start + IDS]
        for asked, found in zip(chunk, ask(client, ids=chunk, first=PAGE, **filters)):
            if found is None:
                yield asked, None, []
                continue
            edges = found["collaborators"]
            page = edges
            while page and len(edges) < found["totalCount"]:
                [rest] = ask(client, ids=[asked], first=PAGE, after=page[-1]["cursor"], **filters)
                page = rest["collaborators"] if rest else []
                edges = edges + page
            yield asked, found["researcher"], edges


def cell(text):
    """A spreadsheet takes a text that begins so for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("ids", nargs="*", help="ORCID iDs, OpenAlex keys or other ids")
    arguments.add_argument("--file", type=Path, help="a file with one id a line")
    arguments.add_argument("--server", default="http://127.0.0.1:4000/graphql")
    arguments.add_argument("--min-works", type=int, default=1, help="this many joint works or more")
    arguments.add_argument("--since", type=int, help="a joint work in this year or later")
    options = arguments.parse_args()
    lines = options.file.read_text("utf-8").splitlines() if options.file else []
    ids = [text.strip() for text in options.ids + lines if text.strip()]
    if not ids:
        arguments.error("give ids, or --file")

    client = Client(transport=RequestsHTTPTransport(options.server, timeout=60))
    out = csv.writer(sys.stdout)
    out.writerow(COLUMNS)
    try:
        for asked, researcher, edges in collaborator_lists(
            client, ids, minWorks=options.min_works, since=options.since
        ):
            if researcher is None:
                print(f"{asked}: no such researcher", file=sys.stderr)
            for rank, edge in enumerate(edges, start=1):
                node = edge["node"]
                out.writerow([
                    asked, researcher["id"], cell(researcher["name"]), rank,
                    node["id"], cell(node["name"]), node["orcid"],
                    edge["works"], edge["strength"], edge["firstYear"], edge["lastYear"],
                ])
    except TransportQueryError as error:
        sys.exit("\n".join(each["message"] for each in error.errors))
    except TransportError as error:
        sys.exit(f"{options.server} does not answer: {error}")


if __name__ == "__main__":
    main()
