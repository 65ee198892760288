#!/usr/bin/env python3
"""Holds the examples of docs/language against the real Jinja2 3.1.6.

An example that is not marked must give in Jinja2 what the reference says. One that is marked `ours`
(or D1 to D10 in the last column of a table) must not: else the mark would claim too much. What the
reference says of Jinja2 itself, in blocks marked `jinja2`, is checked too.
"""

import json
import re
import sys
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

warnings.filterwarnings("ignore")
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Example:
    """One example: templates by name, the last of them the page; data; what we and Jinja2 give."""

    place: str
    words: list
    templates: dict = field(default_factory=dict)
    data: str | None = None
    output: str | None = None
    theirs: list = field(default_factory=list)
    is_refused: bool = False

    @property
    def is_ours(self):
        return "ours" in self.words


def pages():
    index = ROOT / "docs/language.md"
    links = re.findall(r"\]\((language/[a-z0-9-]+\.md)\)", index.read_text())
    return [index] + [ROOT / "docs" / link for link in dict.fromkeys(links)]


def blocks(path):
    """The fenced blocks of a page and its other lines: (line, words, text) or (line, None, text)."""
    lines = path.read_text().split("\n")
    index = 0
    while index < len(lines):
        if not lines[index].startswith("```"):
            yield index + 1, None, lines[index]
            index += 1
            continue
        end = lines.index("```", index + 1)
        text = "".join(line + "\n" for line in lines[index + 1 : end])
        yield index + 1, lines[index][3:].split(), text
        index = end + 1


def fenced(path, found):
    collected = []
    example = None
    for line, words, text in found:
        if words is None:
            if text:
                example = None
            continue
        place = f"{path.relative_to(ROOT)}:{line}"
        if words[:1] == ["jinja"] and (example is None or example.output is not None
                                       or example.is_refused):
            example = Example(place, words)
            collected.append(example)
        if example is None:
            continue
        if "jinja2" in words:
            example.theirs.append((place, words, text))
        elif words[0] == "jinja":
            name = re.match(r"\{# (\S+\.html) #\}\n", text)
            example.templates[name[1] if name else "page.html"] = text
        elif words[0] == "json":
            example.data = text
        elif words[0] == "html":
            example.output = text
        elif words[0] == "text":
            example.is_refused |= "error[" in text
    return collected


def cells(row):
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def code(cell):
    return cell[1:-1] if re.fullmatch(r"`[^`]+`", cell) else None


def tabled(path, found):
    words = []
    for line, block, text in found:
        if block is not None:
            continue
        if text.startswith("<!-- "):
            words = text.split()
        elif text and not text.startswith("|"):
            words = []
        if not text.startswith("|"):
            continue
        row = cells(text)
        ours = ["ours"] if row[-1] == "ours" or re.fullmatch(r"D\d+", row[-1]) else []
        for cell, result in zip(row, row[1:]):
            template = code(cell)
            if template is None or not re.search(r"\{[{%#]", template):
                continue
            output = "" if result == "*nothing*" else code(result)
            yield Example(
                f"{path.relative_to(ROOT)}:{line}", words + ours, {"page.html": template},
                output=output and output.replace("⏎", "\n"), is_refused=output is None)


def examples():
    for path in pages():
        found = list(blocks(path))
        yield from fenced(path, found)
        yield from tabled(path, found)


def render(example, data, defaults=False):
    """What Jinja2 makes of an example: its output, or the name of its error."""
    options = {} if defaults else {"keep_trailing_newline": True}
    if not defaults and "untrimmed" not in example.words:
        options |= {"trim_blocks": True, "lstrip_blocks": True}
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.loopcontrols"], loader=jinja2.DictLoader(example.templates),
        **options)
    try:
        return environment.get_template(list(example.templates)[-1]).render(**json.loads(data))
    except Exception as error:
        return f"{type(error).__name__}: {error}\n"


def ended(output, example):
    """A block of a page ends with a line break, whatever the output ends with."""
    is_block = list(example.templates.values())[-1].endswith("\n")
    return output + "\n" if is_block and output and not output.endswith("\n") else output


def problems(example, standard):
    if "estate" in example.words:
        return
    data = example.data or standard
    # What differs in Jinja2's own settings alone is shown with them.
    has_defaults = any("defaults" in words for _, words, _ in example.theirs)
    given = ended(render(example, data, has_defaults), example)
    if not example.is_refused and example.output is not None:
        if example.is_ours and given == example.output:
            yield example.place, "marked as ours, but Jinja2 gives the same"
        if not example.is_ours and given != example.output:
            yield example.place, f"Jinja2 gives {given!r}"
    for place, words, text in example.theirs:
        given = ended(render(example, data, "defaults" in words), example)
        if given != text:
            yield place, f"Jinja2 gives {given!r}"


def main():
    index = pages()[0]
    standard = next(text for _, words, text in blocks(index) if words == ["json", "standard"])
    found = [problem for example in examples() for problem in problems(example, standard)]
    for place, problem in found:
        print(f"{place}: {problem}")
    count = sum(1 for example in examples() if "estate" not in example.words)
    print(f"{count} examples of the reference, {len(found)} problems")
    sys.exit(1 if found or count < 200 else 0)


if __name__ == "__main__":
    main()
