#!/usr/bin/env python3
"""Runs generated templates through Jinja2 3.1.6 and through `sunboard render --jsonl`.

What sunboard accepts must be byte for byte what Jinja2 prints, but for the numbered deviations of
the language, which the oracle below takes over: D1 exact decimals, D2 rounding half up, D3 quotients.
D4 (null is absent) and D9 (contextual escaping) are kept out by construction. A refusal must have a
code; a crash is a failure. A run is determined by its seed.
"""

import argparse
import json
import subprocess
import sys
import warnings

from cases import CaseMaker
from oracle import Oracle

warnings.filterwarnings("ignore")


def run_binary(binary, cases):
    """The answers of the binary by case id; a case that ends the process has none."""
    answers = {}
    rest = cases
    while rest:
        lines = "".join(case.line() + "\n" for case in rest)
        process = subprocess.run(
            [binary, "render", "--jsonl", "--lang", "en"], input=lines.encode(),
            capture_output=True)
        for line in process.stdout.decode().splitlines():
            answer = json.loads(line)
            answers[answer["id"]] = answer
        if process.returncode == 0:
            break
        fallen = next(index for index, case in enumerate(rest) if case.id not in answers)
        trap = [line for line in process.stderr.decode().splitlines() if "Fatal" in line]
        answers[rest[fallen].id] = {"crash": (trap or [f"exit {process.returncode}"])[0]}
        rest = rest[fallen + 1 :]
    return answers


def judge(case, answer, oracle):
    """None if the answer is right, else what is wrong with it."""
    if answer is None or "crash" in answer:
        return f"crashed: {answer}"
    if not answer["ok"]:
        error = answer["error"]
        return None if error.get("code") and error.get("message") else "a refusal without a code"
    expected = oracle.render(case)
    if expected.error is not None:
        return f"Jinja2 refuses: {expected.error}"
    if expected.output != answer["output"]:
        return f"Jinja2 gives {expected.output!r}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="failures to print")
    parser.add_argument("--refusals", action="store_true", help="count refusals by message")
    arguments = parser.parse_args()

    cases = CaseMaker(arguments.seed).cases(arguments.cases)
    answers = run_binary(arguments.binary, cases)
    oracle = Oracle()
    failures = []
    refusals = {}
    for case in cases:
        answer = answers.get(case.id)
        problem = judge(case, answer, oracle)
        if problem:
            failures.append((case, answer, problem))
        elif not answer["ok"]:
            message = answer["error"]["code"] + " " + answer["error"]["message"]
            refusals.setdefault(message, []).append(case)

    for case, answer, problem in failures[: arguments.show]:
        print(f"--- case {case.id}: {problem}")
        for name, source in case.templates.items():
            print(f"  {name}: {source!r}")
        print(f"  sunboard: {json.dumps(answer, ensure_ascii=False)}")
        print(f"  options: {json.dumps(case.options)}")
        print(f"  data: {case.data}")
    if arguments.refusals:
        for message, found in sorted(refusals.items(), key=lambda pair: -len(pair[1]))[:60]:
            print(f"{len(found):6} {message}   e.g. {found[0].templates[found[0].main]!r}")
    refused = sum(len(found) for found in refusals.values())
    print(f"{refused} of {len(cases)} refused with a code")
    print(f"{len(cases) - len(failures)} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
