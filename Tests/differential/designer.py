#!/usr/bin/env python3
"""Runs the templates in designer/, written as for real sites, through Jinja2 and through sunboard.

Every accepted one must print what Jinja2 prints, and enough of them must be accepted. Each file of
cases holds `=== name`, then `data: name` (of data.json), then `options: plain|trim|lstrip` where
the site's own default (both) is not meant, then the main template and, behind `@ file`, others.
What other tests have found is kept in found.cases: there a refusal is as good, and where Jinja2
itself refuses it is asked for. `open: yes` marks what is known and not yet mended.
"""

import argparse
import json
import pathlib
import sys
import warnings
from dataclasses import dataclass

from jinja import judge, run_binary
from oracle import Oracle

warnings.filterwarnings("ignore")

FOLDER = pathlib.Path(__file__).parent / "designer"
OPTIONS = {"": (True, True), "plain": (False, False), "trim": (True, False), "lstrip": (False, True)}


@dataclass
class DesignerCase:
    """One template of a designer's with its data."""

    id: int
    name: str
    templates: dict
    data: str
    options: dict
    main: str = "main"
    is_open: bool = False

    def line(self):
        rest = json.dumps({"id": self.id, "templates": self.templates, "main": self.main,
                           "options": self.options})
        return f'{rest[:-1]}, "data": {self.data}}}'


def texts_of_data():
    """The data by name, as JSON text, so that decimals keep their scale."""
    whole = (FOLDER / "data.json").read_text()
    decoder = json.JSONDecoder(parse_float=Raw, parse_int=Raw)
    return {name: Encoder().encode(value) for name, value in decoder.decode(whole).items()}


class Raw(str):
    """A number as it is written."""


class Encoder:
    """Writes JSON with numbers as they were read."""

    def encode(self, value):
        if isinstance(value, Raw):
            return str(value)
        if isinstance(value, dict):
            return "{" + ", ".join(f"{json.dumps(key)}: {self.encode(inner)}" for key, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.encode, value)) + "]"
        return json.dumps(value)


def cases():
    data = texts_of_data()
    found = []
    for file in sorted(FOLDER.glob("*.cases")):
        for part in ("\n" + file.read_text()).split("\n=== ")[1:]:
            name, rest = part.split("\n", 1)
            options = ""
            chosen = "{}"
            is_open = False
            while rest.startswith(("data: ", "options: ", "open: ")):
                line, rest = rest.split("\n", 1)
                if line.startswith("data: "):
                    chosen = data[line[6:]]
                elif line.startswith("open: "):
                    is_open = True
                else:
                    options = line[9:]
            sources = ("\n@ main\n" + rest + "\n").split("\n@ ")[1:]
            templates = {source.split("\n", 1)[0]: source.split("\n", 1)[1] for source in sources}
            trim, lstrip = OPTIONS[options]
            found.append(DesignerCase(
                len(found), f"{file.stem}: {name}", templates, chosen,
                {"trim_blocks": trim, "lstrip_blocks": lstrip, "keep_trailing_newline": True}, is_open=is_open))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--required", type=float, default=0.9, help="share to accept")
    parser.add_argument("--list", action="store_true", help="print what is refused")
    arguments = parser.parse_args()

    found = cases()
    answers = run_binary(arguments.binary, found)
    oracle = Oracle()
    failed = refused = found_before = 0
    for case in found:
        answer = answers.get(case.id)
        problem = judge(case, answer, oracle)
        expected = oracle.render(case)
        if case.name.startswith("found: "):
            found_before += 1
        elif expected.error:
            problem = f"{problem or ''} the case is wrong: {expected.error}"
        if case.is_open:
            print(f"known: {case.name}" if problem else f"mended, its mark may go: {case.name}")
        elif problem:
            failed += 1
            print(f"--- {case.name}: {problem}\n  {case.templates}\n  sunboard: {json.dumps(answer, ensure_ascii=False)}")
        elif not answer["ok"] and not case.name.startswith("found: "):
            refused += 1
            if arguments.list:
                error = answer["error"]
                print(f"refused {case.name}: {error['file']}:{error['line']}:{error['column']} {error['code']} {error['message']}")
    count = len(found) - found_before
    share = (count - refused) / count
    print(f"designers' templates: {count} and {found_before} found by other tests, {failed} wrong; "
          f"{refused} refused, {share:.1%} accepted")
    sys.exit(1 if failed or share < arguments.required else 0)


if __name__ == "__main__":
    main()
