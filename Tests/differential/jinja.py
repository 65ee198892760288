#!/usr/bin/env python3
"""Runs generated templates through Jinja2 3.1.6 and through `sunboard render --jsonl`.

What sunboard accepts must be byte for byte what Jinja2 prints, but for the numbered deviations of
the language, which the oracle models or deviations.py records. A refusal must have a code; a crash
is a failure. A run is determined by its seed; a failure is made small and written to a file.
"""

import argparse
import dataclasses
import json
import pathlib
import random
import subprocess
import sys
import time
import warnings
from collections import Counter

from cases import CaseMaker
from minimise import minimised
from oracle import Oracle

warnings.filterwarnings("ignore")


def run_binary(binary, cases, limit=600):
    """The answers of the binary by case id; a case that ends the process, or never ends, has none."""
    answers = {}
    rest = cases
    while rest:
        lines = "".join(case.line() + "\n" for case in rest)
        try:
            process = subprocess.run(
                [binary, "render", "--jsonl", "--lang", "en"], input=lines.encode(),
                capture_output=True, timeout=limit)
            output, status, trap = process.stdout, process.returncode, process.stderr
        except subprocess.TimeoutExpired as stopped:
            output, status, trap = stopped.stdout or b"", "none in time", b""
        for line in output.decode(errors="replace").split("\n"):
            try:
                answer = json.loads(line)
            except json.JSONDecodeError:
                continue
            answers[answer["id"]] = answer
        if status == 0:
            break
        fallen = next((index for index, case in enumerate(rest) if case.id not in answers), None)
        if fallen is None:
            break
        trap = [line for line in trap.decode(errors="replace").splitlines() if "Fatal" in line]
        answers[rest[fallen].id] = {"crash": (trap or [f"exit {status}"])[0]}
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


def sort_of(problem):
    """What two problems have in common that are the same fault."""
    return None if problem is None else problem.split(":")[0].split("'")[0].split('"')[0]


def small(case, problem, binary, oracle):
    """The case with as little of its templates as still fails alike."""
    def fails(templates):
        candidate = dataclasses.replace(case, templates=templates)
        answer = run_binary(binary, [candidate], limit=10).get(case.id)
        return sort_of(judge(candidate, answer, oracle)) == sort_of(problem)

    return dataclasses.replace(case, templates=minimised(case.templates, fails))


def print_constructs(cases, answers):
    """How many of the well typed cases that use a construct are accepted."""
    all_, accepted = Counter(), Counter()
    for case in cases:
        if case.wild:
            continue
        for construct in case.used:
            all_[construct] += 1
            accepted[construct] += bool((answers.get(case.id) or {}).get("ok"))
    for construct, count in sorted(all_.items(), key=lambda pair: accepted[pair[0]] / pair[1]):
        print(f"{accepted[construct] / count:6.0%} of {count:5} with {construct}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", default="1", help="a number, or `new`")
    parser.add_argument("--required", type=float, default=0, help="share of the well typed cases to accept")
    parser.add_argument("--failures", type=pathlib.Path, help="where to write failing cases, made small")
    parser.add_argument("--show", type=int, default=10, help="failures to make small and print")
    parser.add_argument("--refusals", action="store_true", help="count refusals by message")
    parser.add_argument("--constructs", action="store_true", help="acceptance by construct")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(10**9) if arguments.seed == "new" else arguments.seed

    started = time.monotonic()
    cases = CaseMaker(seed).cases(arguments.cases)
    oracle = Oracle()
    answers, failures, refusals = {}, [], {}
    for start in range(0, len(cases), 2000):
        answers.update(run_binary(arguments.binary, cases[start : start + 2000]))
    for case in cases:
        answer = answers.get(case.id)
        problem = judge(case, answer, oracle)
        if problem:
            failures.append((case, answer, problem))
        elif not answer["ok"]:
            message = answer["error"]["code"] + " " + answer["error"]["message"]
            refusals.setdefault(message, []).append(case)

    lines = []
    for case, answer, problem in failures[: arguments.show]:
        case = small(case, problem, arguments.binary, oracle)
        answer = run_binary(arguments.binary, [case]).get(case.id)
        print(f"--- case {case.id}: {judge(case, answer, oracle)}")
        for name, source in case.templates.items():
            print(f"  {name}: {source!r}")
        print(f"  sunboard: {json.dumps(answer, ensure_ascii=False)}")
        print(f"  options: {json.dumps(case.options)}")
        print(f"  data: {case.data}")
        lines.append(case.line())
    if lines and arguments.failures:
        arguments.failures.parent.mkdir(parents=True, exist_ok=True)
        arguments.failures.write_text("\n".join(lines) + "\n")
        print(f"the failing cases, made small: {arguments.failures}")
    if arguments.refusals:
        for message, found in sorted(refusals.items(), key=lambda pair: -len(pair[1]))[:60]:
            print(f"{len(found):6} {message}   e.g. {found[0].templates[found[0].main]!r}")
    if arguments.constructs:
        print_constructs(cases, answers)
    tame = [case for case in cases if not case.wild]
    accepted = sum(bool((answers.get(case.id) or {}).get("ok")) for case in tame)
    share = accepted / max(1, len(tame))
    print(f"seed {seed}: {len(cases)} cases in {time.monotonic() - started:.0f} s, {len(failures)} failed; "
          f"{share:.1%} of the {len(tame)} well typed ones accepted")
    sys.exit(1 if failures or share < arguments.required else 0)


if __name__ == "__main__":
    main()
