#!/usr/bin/env python3
"""Runs the templates in designer/, written as for real sites, through Jinja2 and through sunboard.

Every accepted one must print what Jinja2 prints, and enough of them must be accepted. Each file of
cases holds `=== name`, then `data: name` (of data.json), then `options: plain|trim|lstrip` where
the site's own default (both) is not meant, then the main template and, behind `@ file`, others.
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
            while rest.startswith(("data: ", "options: ")):
                line, rest = rest.split("\n", 1)
                if line.startswith("data: "):
                    chosen = data[line[6:]]
                else:
                    options = line[9:]
            sources = ("\n@ main\n" + rest + "\n").split("\n@ ")[1:]
            templates = {source.split("\n", 1)[0]: source.split("\n", 1)[1] for source in sources}
            trim, lstrip = OPTIONS[options]
            found.append(DesignerCase(
                len(found), f"{file.stem}: {name}", templates, chosen,
                {"trim_blocks": trim, "lstrip_blocks": lstrip, "keep_trailing_newline": True}))
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
    failed = refused = 0
    for case in found:
        answer = answers.get(case.id)
        problem = judge(case, answer, oracle)
        expected = oracle.render(case)
        if expected.error:
            problem = f"{problem or ''} the case is wrong: {expected.error}"
        if problem:
            failed += 1
            print(f"--- {case.name}: {problem}\n  {case.templates}\n  sunboard: {json.dumps(answer, ensure_ascii=False)}")
        elif not answer["ok"]:
            refused += 1
            if arguments.list:
                error = answer["error"]
                print(f"refused {case.name}: {error['file']}:{error['line']}:{error['column']} {error['code']} {error['message']}")
    share = (len(found) - refused - failed) / len(found)
    print(f"designers' templates: {len(found)}, {failed} wrong, {refused} refused, {share:.1%} accepted")
    sys.exit(1 if failed or share < arguments.required else 0)


if __name__ == "__main__":
    main()
