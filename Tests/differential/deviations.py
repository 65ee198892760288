#!/usr/bin/env python3
"""Records what each numbered deviation of the language is: what Jinja2 prints and what sunboard prints.

The oracle of the other tests models the deviations; here they stand one by one against Jinja2 as it
is, so that a model cannot hide a change of either side.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

NONE = {"trim_blocks": False, "lstrip_blocks": False, "keep_trailing_newline": True}

# number, templates (or the main one), data as JSON, options, what Jinja2 prints (None: it refuses),
# what sunboard prints (a code: it refuses with it)
RECORDS = [
    ("D1", "{{ 0.1 + 0.2 }} {{ 1.10 }} {{ x }}", '{"x": 2.50}', NONE, "0.30000000000000004 1.1 2.5", "0.3 1.10 2.50"),
    ("D2", "{{ 2.5|round }} {{ 0.125|round(2) }} {{ 3.0|round }}", "{}", NONE, "2.0 0.12 3.0", "3 0.13 3"),
    ("D3", "{{ 7 / 2 }}", "{}", NONE, "3.5", ("T017",)),
    ("D3", "{{ (7 / 2)|round(1) }} {{ (1 / 3)|round(2) }}", "{}", NONE, "3.5 0.33", "3.5 0.33"),
    ("D4", "{% for x in xs %}{{ x.a|default('-') }}{% endfor %}", '{"xs": [{"a": "1"}, {"a": null}, {}]}', NONE, "1None-", "1--"),
    ("D4", "{% for x in xs %}{{ 'd' if x.a is defined else 'u' }}{% endfor %}", '{"xs": [{"a": "1"}, {"a": null}, {}]}', NONE, "ddu", "duu"),
    ("D5", "a\n", "{}", None, "a", "a\n"),
    ("D6", {"main": "{% include 'p' with {'a': 1} only %}", "p": "[{{ a }}]"}, "{}", NONE, None, "[1]"),
    ("D6", {"main": "{% include 'p' with {'a': 1} only %}", "p": "[{{ a }}{{ b }}]"}, '{"b": 2}', NONE, None, ("T004",)),
    ("D7", "{% macro m(a: Int, b: String = 'x') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}", "{}", NONE, None, "1x"),
    ("D8", "{% macro m() %}{{ a }}{% endmacro %}{{ m() }}", '{"a": 1}', NONE, "1", ("T028", "T004")),
    ("D9", '<a href="/x/{{ a }}/">b</a>', '{"a": "p q"}', NONE, '<a href="/x/p q/">b</a>', '<a href="/x/p%20q/">b</a>'),
    ("D9", '<a href="{{ a }}">b</a>', '{"a": "javascript:alert(1)"}', NONE, '<a href="javascript:alert(1)">b</a>', ("T052", "T053", "T031", "T034")),
    ("D9", "<p style='{{ a }}'>b</p>", '{"a": "x"}', NONE, "<p style='x'>b</p>", ("T030",)),
    ("D10", "a\n  {% if true %}\nb\n  {% endif %}\nc", "{}", None, "a\n  \nb\n  \nc", "a\nb\nc"),
]


def real(templates, data, options):
    """What Jinja2 itself does, in a process whose Jinja2 nobody has changed."""
    script = (
        "import jinja2, json, sys\n"
        "case = json.load(sys.stdin)\n"
        "environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined,\n"
        "    loader=jinja2.DictLoader(case['templates']), **case['options'])\n"
        "try:\n"
        "    print(json.dumps(environment.get_template('main').render(**case['data'])))\n"
        "except Exception:\n"
        "    print('null')\n")
    case = {"templates": templates, "data": json.loads(data), "options": options}
    process = subprocess.run([sys.executable, "-c", script], input=json.dumps(case).encode(), capture_output=True, check=True)
    return json.loads(process.stdout)


def ours(binary, templates, data, options):
    """What sunboard does; the options that are not given are its own."""
    if options is None:
        with tempfile.TemporaryDirectory() as folder:
            template, file = pathlib.Path(folder, "main.html.j2"), pathlib.Path(folder, "data.json")
            template.write_text(templates["main"])
            file.write_text(data)
            command = [binary, "render", "--template", template, "--data", file]
            return subprocess.run(command, capture_output=True, check=True).stdout.decode()
    line = json.dumps({"id": 1, "templates": templates, "main": "main", "options": options})[:-1]
    line += f', "data": {data}}}\n'
    process = subprocess.run([binary, "render", "--jsonl", "--lang", "en"], input=line.encode(), capture_output=True)
    answer = json.loads(process.stdout)
    return answer["output"] if answer["ok"] else (answer["error"]["code"],)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    arguments = parser.parse_args()
    failed = 0
    for number, templates, data, options, theirs, wanted in RECORDS:
        templates = templates if isinstance(templates, dict) else {"main": templates}
        found = real(templates, data, options or {})
        if found != theirs:
            failed += 1
            print(f"{number}: Jinja2 gives {found!r}, recorded is {theirs!r}: {templates}")
        answer = ours(arguments.binary, templates, data, options)
        if answer != wanted and not (isinstance(answer, tuple) and isinstance(wanted, tuple) and answer[0] in wanted):
            failed += 1
            print(f"{number}: sunboard gives {answer!r}, wanted is {wanted!r}: {templates}")
    print(f"deviations: {len(RECORDS)} recorded, {failed} differ")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
