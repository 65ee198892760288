#!/usr/bin/env python3
"""Spoils valid templates by one slip and looks at how sunboard answers.

The templates are the site's own, the designers' and generated ones; the slip deletes, doubles,
swaps or changes a token or a character, or puts Chinese punctuation in. No slip may crash the
program or keep it busy; every refusal has a code and a place; the place of a syntax error lies
within a line of the slip, in the same file; what is accepted all the same prints what Jinja2 prints. A run is determined by its seed.
"""

import argparse
import dataclasses
import json
import pathlib
import random
import re
import sys
import time
import warnings
from collections import Counter

import designer
from cases import CaseMaker
from jinja import judge, run_binary
from oracle import Oracle

warnings.filterwarnings("ignore")

SITE = pathlib.Path(__file__).parent.parent.parent / "templates"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
WORD = re.compile(r"\w+|'[^'\n]*'|\"[^\"\n]*\"|\{\{[-+]?|[-+]?\}\}|\{%[-+]?|[-+]?%\}|[=!<>]=|//|\S")
CHINESE = "，。：；（）“”‘’【】《》！？、＝｜％｛｝＋－．／＜＞　"
CHARACTERS = "{}%#-+|()[].,:=\"'~<>&!\\ \n\t\0x0_é中\u200b\u202e🙂\u0301"
WORDS = ["if", "else", "elif", "endif", "for", "endfor", "in", "not", "is", "and", "or", "block", "endblock", "set",
         "endset", "macro", "endmacro", "call", "endcall", "with", "endwith", "include", "import", "from", "extends",
         "raw", "endraw", "break", "continue", "none", "true", "loop", "super", "caller", "999999999999999999999",
         "1.5", "''", "'", "[", "]", "{", "}", "(", ")", "|", "**", "==", "=", "{{", "}}", "{%", "%}", "{#", "#}"]
# Codes of the lexer, the parser and the names and blocks of templates; T012 and above are about types.
SYNTAX = {"T001", "T002", "T003", "T009"}


@dataclasses.dataclass
class Mutant:
    """A spoilt case: where the slip is and what it was."""

    id: int
    templates: dict
    main: str
    data: str
    options: dict
    file: str
    line_number: int
    slip: str
    original: str

    def line(self):
        rest = json.dumps({"id": self.id, "templates": self.templates, "main": self.main, "options": self.options})
        return f'{rest[:-1]}, "data": {self.data}}}'


@dataclasses.dataclass
class Seed:
    """Valid templates to spoil."""

    templates: dict
    main: str
    data: str
    options: dict


def seeds(seed, count):
    """The site's templates, the designers' cases and generated ones."""
    both = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}
    site = {path.name: path.read_text() for path in sorted(SITE.glob("*.j2"))}
    found = [Seed(site, name, "{}", both) for name in site]
    found += [Seed(case.templates, case.main, case.data, case.options) for case in designer.cases()
              if not case.is_open]
    found += [Seed(case.templates, case.main, case.data, case.options) for case in CaseMaker(f"m{seed}").cases(count)]
    return found


def slip(rng, text):
    """The text with one slip, the offset of it, and its name."""
    tags = list(TAG.finditer(text))
    if len(tags) > 1 and rng.random() < 0.08:
        # A piece copied to another place: a block inside itself, an `else` too many.
        first, last = sorted(rng.sample(range(len(tags)), 2))
        piece = text[tags[first].start() : tags[last].end()]
        at = rng.choice(tags).end()
        return text[:at] + piece + text[at:], at, f"a copy of {piece!r}"
    if tags and rng.random() < 0.75:
        tag = rng.choice(tags)
        words = [(tag.start() + word.start(), word.group()) for word in WORD.finditer(tag.group())]
        at, word = rng.choice(words)
        kind = rng.choice(["delete", "double", "swap", "change", "change", "chinese", "character"])
        if kind == "delete":
            return text[:at] + text[at + len(word) :], at, f"delete {word!r}"
        if kind == "double":
            return text[:at] + word + " " + text[at:], at, f"double {word!r}"
        if kind == "swap" and len(words) > 1:
            (first, one), (second, two) = sorted(rng.sample(words, 2))
            between = text[first + len(one) : second]
            return text[:first] + two + between + one + text[second + len(two) :], first, f"swap {one!r} and {two!r}"
        if kind == "chinese":
            mark = rng.choice(CHINESE)
            end = at + (len(word) if rng.random() < 0.5 else 0)
            return text[:at] + mark + text[end:], at, f"{mark!r} at {word!r}"
        if kind == "change":
            other = rng.choice(WORDS)
            return text[:at] + other + text[at + len(word) :], at, f"{word!r} becomes {other!r}"
    at = rng.randrange(len(text) + 1)
    mark = rng.choice(CHARACTERS + CHINESE)
    end = min(len(text), at + rng.choice([0, 1]))
    if rng.random() < 0.3:
        mark = ""
        end = min(len(text), at + 1)
    return text[:at] + mark + text[end:], at, f"{text[at:end]!r} becomes {mark!r}"


def mutants(seed, count):
    rng = random.Random(f"mutants/{seed}")
    found = seeds(seed, max(50, count // 4))
    made = []
    while len(made) < count:
        valid = rng.choice(found)
        name = rng.choice(list(valid.templates)) if rng.random() < 0.3 else valid.main
        text, at, what = slip(rng, valid.templates[name])
        if text == valid.templates[name]:
            continue
        line = valid.templates[name].count("\n", 0, at) + 1
        made.append(Mutant(len(made), {**valid.templates, name: text}, valid.main, valid.data, valid.options,
                           name, line, what, valid.templates[name]))
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", default="1", help="a number, or `new`")
    parser.add_argument("--near", type=float, default=0.9, help="share of syntax errors within a line of the slip")
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--far", action="store_true", help="list the syntax errors that are not near")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(10**9) if arguments.seed == "new" else arguments.seed

    started = time.monotonic()
    made = mutants(seed, arguments.cases)
    answers = {}
    slowest = 0.0
    for start in range(0, len(made), 100):
        part = made[start : start + 100]
        before = time.monotonic()
        # What hangs costs this much at most, and is then looked at alone.
        found = run_binary(arguments.binary, part, limit=20)
        slowest = max(slowest, (time.monotonic() - before) / len(part))
        answers.update(found)
    for mutant in made:
        if (answers.get(mutant.id) or {"crash": ""}).get("crash") is not None:
            answers.update(run_binary(arguments.binary, [mutant], limit=2))

    oracle = Oracle()
    faults = []
    count = Counter()
    near = far = 0
    distant = []
    for mutant in made:
        answer = answers.get(mutant.id)
        if answer is None or "crash" in answer:
            faults.append((mutant, f"crash or hang: {answer}"))
            continue
        if answer["ok"]:
            count["accepted"] += 1
            if problem := judge(mutant, answer, oracle):
                faults.append((mutant, problem))
            continue
        error = answer["error"]
        count[error.get("code")] += 1
        if not error.get("code") or not error.get("message") or not error.get("line") or not error.get("column"):
            faults.append((mutant, "a refusal without code or place"))
        elif error["line"] > mutant.templates.get(error["file"], "").count("\n") + 1:
            faults.append((mutant, "a place outside the file"))
        elif error["code"] in SYNTAX:
            if error["file"] == mutant.file and -1 <= error["line"] - mutant.line_number <= 1 + mutant.slip.count("\\n"):
                near += 1
            else:
                far += 1
                distant.append(mutant)
    for mutant, problem in faults[: arguments.show]:
        print(f"--- {problem}: {mutant.slip} in line {mutant.line_number} of {mutant.file}")
        print(f"  {mutant.templates[mutant.file]!r}\n  {mutant.options}\n  sunboard: {json.dumps(answers.get(mutant.id), ensure_ascii=False)}")
    if arguments.far:
        for mutant in distant:
            error = answers[mutant.id]["error"]
            print(f"far: {mutant.slip} in {mutant.file}:{mutant.line_number} -> {error['file']}:{error['line']} {error['code']} {error['message']}")
    share = near / max(1, near + far)
    print(f"slips, seed {seed}: {len(made)} in {time.monotonic() - started:.0f} s, {len(faults)} faults; "
          f"{near + far} syntax errors, {share:.1%} within a line of the slip; "
          + ", ".join(f"{code} {number}" for code, number in sorted(count.items())))
    sys.exit(1 if faults or share < arguments.near else 0)


if __name__ == "__main__":
    main()
