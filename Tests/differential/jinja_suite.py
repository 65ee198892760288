#!/usr/bin/env python3
"""Runs the cases of Jinja2's own test suite through sunboard.

The suite comes from the source package on PyPI and stays in .build; nothing of it is committed. A
plugin writes down what its tests render (harvest.py); each case is then rendered again by Jinja2 as
the language has it (oracle.py) and by `sunboard render --jsonl`, and sorted: identical, different
(a fault), refused although it stays within the language (within.py), refused outside it.
"""

import argparse
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import warnings
from collections import Counter
from dataclasses import dataclass

from exact import Exact
from jinja import run_binary
from oracle import Oracle, dump, round_half_up
from within import outside, printable

warnings.filterwarnings("ignore")

HERE = pathlib.Path(__file__).parent
RELEASE = "3.1.6"


@dataclass
class SuiteCase:
    """One rendering of the suite, as both sides read it."""

    id: int
    templates: dict
    main: str
    data: str
    options: dict
    test: str
    entry: dict

    def line(self):
        rest = json.dumps({"id": self.id, "templates": self.templates, "main": self.main,
                           "options": self.options})
        return f'{rest[:-1]}, "data": {self.data}}}'


def harvest(folder):
    """The lines that the plugin wrote, made once and kept."""
    lines = folder / f"cases-{RELEASE}.jsonl"
    stamp = folder / "harvest.py"
    if lines.exists() and stamp.exists() and stamp.read_text() == (HERE / "harvest.py").read_text():
        return [json.loads(line) for line in lines.read_text().splitlines()]
    folder.mkdir(parents=True, exist_ok=True)
    suite = folder / f"jinja2-{RELEASE}"
    if not suite.exists():
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
                        "--no-binary", ":all:", "--no-deps", "--dest", folder, f"jinja2=={RELEASE}"], check=True)
        with tarfile.open(folder / f"jinja2-{RELEASE}.tar.gz") as archive:
            archive.extractall(folder, filter="data")
    lines.unlink(missing_ok=True)
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "harvest", "-p", "no:cacheprovider", "tests"], cwd=suite,
        env={**os.environ, "HARVEST": str(lines.resolve()), "PYTHONPATH": str(HERE.resolve())},
        capture_output=True)
    stamp.write_text((HERE / "harvest.py").read_text())
    return [json.loads(line) for line in lines.read_text().splitlines()]


def cases(entries):
    """What both sides can render, once each; and how many cannot be said in JSON."""
    found = {}
    unsayable = {}
    for entry in entries:
        if "templates" not in entry:
            continue
        options = {"trim_blocks": bool(entry["options"].get("trim_blocks")),
                   "lstrip_blocks": bool(entry["options"].get("lstrip_blocks")),
                   "keep_trailing_newline": True}
        key = hashlib.sha256(json.dumps(
            [entry["templates"], entry["main"], entry.get("data", entry.get("unsayable")), options,
             sorted(set(entry["options"]) - {"newline_sequence"})], sort_keys=True).encode()).hexdigest()
        if "unsayable" in entry:
            unsayable[key] = entry
            continue
        if key in found:
            continue
        found[key] = SuiteCase(len(found), entry["templates"], entry["main"], json.dumps(entry["data"]),
                               options, entry["test"], entry)
    return list(found.values()), list(unsayable.values())


def judged_input(case):
    """What within.py looks at."""
    return {"templates": case.templates, "main": case.main, "data": json.loads(case.data),
            "loaded": json.loads(case.data, parse_float=Exact), "options": case.entry["options"]}


def adapted(found):
    """Cases that only print a Bool or a list, made printable: the rest of them is worth a test."""
    more = []
    for case in found:
        view = judged_input(case)
        reasons = outside(view, case.options, dump, round_half_up)
        if reasons and reasons <= {f"prints what has no one spelling ({kind})" for kind in ("Bool", "List")}:
            if source := printable(view):
                more.append(SuiteCase(len(found) + len(more), {case.main: source}, case.main, case.data,
                                      case.options, case.test + " (made printable)", case.entry))
    return more


class Sorted:
    """A case, its two answers, and where it belongs."""

    def __init__(self, case, answer, oracle):
        self.case = case
        self.answer = answer or {"crash": "no answer"}
        self.expected = oracle.render(case)
        self.reasons = outside(judged_input(case), case.options, dump, round_half_up)
        self.reasons |= {reason for test, part, reason in BY_HAND
                         if test in case.test and part in case.templates[case.main]}
        self.verdict = self.sort()

    def sort(self):
        if "crash" in self.answer:
            return "crash"
        if self.answer["ok"]:
            if self.expected.error is not None:
                return "different"
            return "identical" if self.expected.output == self.answer["output"] else "different"
        error = self.answer["error"]
        if not error.get("code") or not error.get("message"):
            return "no code"
        if self.reasons:
            return "refused outside"
        return "refused within"


# What neither look of within.py can see: the test, a part of its template, why it is outside.
BY_HAND = [
    ("TestIfCondition::test_no_scope", "", "set on some branches only"),
    ("test_partial_conditional_assignments", "", "set on some branches only"),
    ("test_trim[None", "", "none where a text is wanted"),
    ("test_int[12345678901234567890", "", "a number beyond 18 digits"),
    ("test_int[1e10000", "", "a number with an exponent"),
    ("TestSet::test_namespace", "namespace()", "a namespace is typed by its first values"),
    ("TestSet::test_init_namespace", "", "a namespace is typed by its first values"),
    ("test_map_default", "default=[", "a default of another type"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path(".build/jinja-suite"))
    parser.add_argument("--required", type=float, default=0.9, help="share of the cases within to accept")
    parser.add_argument("--list", action="store_true", help="print every case refused within the language")
    parser.add_argument("--outside", action="store_true", help="print the refusals outside it")
    arguments = parser.parse_args()

    entries = harvest(arguments.folder)
    found, unsayable = cases(entries)
    found += adapted(found)
    answers = run_binary(arguments.binary, found)
    oracle = Oracle()
    sorted_cases = [Sorted(case, answers.get(case.id), oracle) for case in found]
    count = Counter(each.verdict for each in sorted_cases)
    within = [each for each in sorted_cases if not each.reasons]
    accepted = [each for each in within if each.verdict == "identical"]

    for each in sorted_cases:
        if each.verdict in ("different", "crash", "no code"):
            show(each)
        elif each.verdict == "refused within" and arguments.list:
            show(each)
    if arguments.outside:
        reasons = Counter(", ".join(sorted(each.reasons)) for each in sorted_cases if each.reasons)
        for reason, number in reasons.most_common():
            print(f"{number:5} {reason}")
        for each in sorted_cases:
            if each.verdict == "refused outside":
                print(f"{each.answer['error']['code']} {each.answer['error']['message']} <- "
                      f"{', '.join(sorted(each.reasons))}: {each.case.templates[each.case.main]!r}")
    print(f"Jinja2's suite: {len(entries)} renderings, {len(found)} different cases with those made printable, "
          f"{len(unsayable)} with data that JSON cannot say")
    for verdict in ["identical", "different", "crash", "no code", "refused within", "refused outside"]:
        print(f"{count[verdict]:6} {verdict}")
    share = len(accepted) / max(1, len(within))
    print(f"{len(within)} stay within the language, {len(accepted)} of them accepted: {share:.1%}")
    codes = Counter((each.answer["error"]["code"], each.verdict) for each in sorted_cases
                    if each.verdict.startswith("refused"))
    print("refusals by code: " + ", ".join(f"{code} {number} {verdict[8:]}" for (code, verdict), number in sorted(codes.items())))
    failed = count["different"] + count["crash"] + count["no code"] or share < arguments.required
    sys.exit(1 if failed else 0)


def show(each):
    print(f"--- {each.verdict}: {each.case.test}")
    for name, source in each.case.templates.items():
        print(f"  {name}: {source!r}")
    print(f"  data: {each.case.data}")
    print(f"  options: {each.case.entry['options']}")
    print(f"  Jinja2: {each.expected.error or repr(each.expected.output)}")
    print(f"  sunboard: {json.dumps(each.answer, ensure_ascii=False)}")
    if each.reasons:
        print(f"  outside: {', '.join(sorted(each.reasons))}")


if __name__ == "__main__":
    main()
