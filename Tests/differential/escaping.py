#!/usr/bin/env python3
"""Puts hostile values into every place of a page, by sunboard and by Go's html/template.

For each literal text with a value in it: sunboard refuses; or it accepts, and then the page has,
parsed as a browser parses it, the shape that a harmless value gives it, and the value arrives
whole; and where Go prints the value too, both pages parse to the same texts and attributes (in
addresses after percent-decoding, which the two do differently). A run is determined by its seed.
"""

import argparse
import dataclasses
import json
import random
import re
import subprocess
import sys
import time
import urllib.parse
import warnings
from collections import Counter

import html5lib

from jinja import run_binary

warnings.filterwarnings("ignore")


@dataclasses.dataclass(frozen=True)
class Place:
    """Literal text round a value. `refused`: no value may stand here at all."""

    name: str
    before: str
    after: str
    expression: str = "v"
    address: bool = False
    refused: bool = False


def page(inside):
    return "<!DOCTYPE html><html><head><title>t</title></head><body>" + inside + "</body></html>"


def body(name, before, after, **more):
    whole = page("\0")
    left, right = whole.split("\0")
    return Place(name, left + before, after + right, **more)


def head(name, before, after, **more):
    return Place(name, "<!DOCTYPE html><html><head>" + before, after + "</head><body></body></html>", **more)


def attribute(text, **more):
    """`<a href="` and its end, with the quote that the text opens."""
    quote = text[-1] if text[-1] in "'\"" else re.search(r"=\s*(['\"])", text)[1]
    tag = re.match(r"\s*<(\w+)", text)[1].lower()
    end = quote + ">" if tag in ("img", "input", "br", "meta", "link", "base", "embed", "source") else f"{quote}>x</{tag}>"
    return body(text, text, end, **more)


PLAIN = [body("text", "<p>", "</p>"), body("text alone", "", ""), body("text after a tag", "<br>a ", " b"),
         body("text in a cell", "<table><tr><td>", "</td></tr></table>"), body("textarea", "<textarea>", "</textarea>"),
         body("option", "<select><option>", "</option></select>"), body("pre", "<pre>x", "</pre>"),
         body("svg text", '<svg viewBox="0 0 1 1"><text>', "</text></svg>"),
         head("title", "<title>", "</title>"), head("title with text", "<TITLE>a ", " b</TITLE>"),
         head("description", '<meta name="description" content="', '">')]
PLAIN += [attribute(text) for text in [
    '<p title="', "<p title='", '<p class="a ', '<p id="i', '<p data-x="', "<p data-json='", '<p aria-label="',
    '<input value="', '<p lang="', '<p TITLE = "', '<p\ntitle="', '<p x="1" title="', "<p title='a\"b ",
    '<p title="a &amp; ', '<input placeholder="', '<p data-x="javascript:', '<svg width="', '<p role="']]
ADDRESSES = [attribute(text, address=True) for text in [
    '<a href="', "<a href='", '<A HREF="', '<a href = "', '<a x="1" href="', '<img alt="" src="', '<form action="',
    '<blockquote cite="', '<video poster="', '<a href="/a/', '<a href="/a?q=', '<a href="/a?q=1&amp;r=',
    '<a href="/a#', '<a href="https://x.example/', '<a href="https://x.example/?q=', '<a href="./', '<a href="?q=',
    '<a href="#', '<a href="mailto:', '<a href="tel:', "<a href='/a/b-", '<button formaction="', '<a href="http://',
    '<a href="/', '<a href="//', '<a href="java', '<a href="javascript', '<a href="data', '<a ping="', '<q cite="/x/', '<svg xlink:href="', '<a href="/a/x.html?y=a#']]
REFUSED = [
    body("unquoted", "<p title=", ">x</p>", refused=True), body("attribute name", "<p ", ">x</p>", refused=True),
    body("tag name", "<", ">x", refused=True), body("end of tag name", "<p", ">x</p>", refused=True),
    body("closing tag", "<p>x</", ">", refused=True), body("comment", "<!-- ", " -->", refused=True),
    body("script", "<script>var a = ", ";</script>", refused=True), body("script text", '<script>var a = "', '";</script>', refused=True),
    body("module", '<script type="module">', "</script>", refused=True), body("style", "<style>p { color: ", " }</style>", refused=True),
    body("style attribute", '<p style="color: ', '">x</p>', refused=True), body("onclick", '<p onclick="', '">x</p>', refused=True),
    body("onclick text", "<p onclick='f(\"", "\")'>x</p>", refused=True), body("ONLOAD", '<p ONLOAD="', '">x</p>', refused=True),
    body("srcset", '<img alt="" srcset="', '">', refused=True), body("imagesrcset", '<img alt="" imagesrcset="', '">', refused=True),
    body("srcdoc", '<iframe srcdoc="', '"></iframe>', refused=True), body("iframe src", '<iframe src="', '"></iframe>', refused=True),
    body("script src", '<script src="', '"></script>', refused=True), head("link href", '<link rel="stylesheet" href="', '">', refused=True),
    head("base href", '<base href="', '">', refused=True), body("object data", '<object data="', '"></object>', refused=True),
    body("embed src", '<embed src="', '">', refused=True), body("noscript", "<iframe>", "</iframe>", refused=True),
    body("xmp", "<xmp>", "</xmp>", refused=True), body("javascript", '<a href="javascript:', '">x</a>', refused=True),
    body("data", '<a href="data:text/html,', '">x</a>', refused=True), body("vbscript", '<a href="VbScript:', '">x</a>', refused=True),
    body("javascript in references", '<a href="java&#115;cript:', '">x</a>', refused=True),
    body("javascript with a tab", '<a href="java\tscript:', '">x</a>', refused=True),
    body("space and scheme", '<a href=" javascript:', '">x</a>', refused=True),
    head("refresh", '<meta http-equiv="refresh" content="', '">', refused=True),
    head("refresh address", '<meta http-equiv="refresh" content="0; url=', '">', refused=True),
    head("refresh after", '<meta content="', '" http-equiv="refresh">', refused=True),
    Place("doctype", "<!DOCTYPE ", "><html><body></body></html>", refused=True),
]
JSON = [body("json script", '<script type="application/json">', "</script>", expression="v|tojson"),
        body("ld+json", "<script type='application/ld+json'>", "</script>", expression="v|tojson"),
        body("json in data", "<p data-x='", "'>x</p>", expression="v|tojson"),
        body("json in text", "<p>", "</p>", expression="v|tojson")]

HOSTILE = [
    "", "x", "a b", "<", ">", "&", '"', "'", "`", "=", "/", "\\", "\n", "\t", "\r", "\f", "\0", "%", "#", "?", "<b>", "</p>",
    "</script>", "</SCRIPT >", "<!--", "-->", "<![CDATA[", "]]>", "</title>", "</textarea>", "</style>", "<script>alert(1)</script>",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
    "javascript&colon;alert(1)", "javascript%3Aalert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "feed:javascript:x", "view-source:x",
    "http://x.example/", "https://x.example/?a=1&b=2#c", "//x.example/p", "mailto:a@b.example", "tel:+8610", "ftp://x/", "file:///etc/passwd", "blob:x",
    "/a/b", "../../x", "a/b?c=d&e=f#g", "%2e%2e%2f", "%3Cscript%3E", "100%", "%zz", "a+b", "a%20b", "中文", "業主大會", "é", "e\u0301", "🙂", "\u200b", "\u200bjavascript:x",
    "\u202e", "\ufeff", "\u2028", "\u2029", "\u00a0", "\ufffd", "ı", "ſcript", "＜script＞", "＂", "K", "\x7f", "\x85",
    "&lt;", "&amp;", "&quot;", "&#34;", "&#x27;", "&#0;", "&notit;", "&copy", "&", "&&", "&#", '" onclick="x', "' onclick='x", '"><b>', "'><b>", "x onmouseover=alert(1)",
    "0; url=javascript:x", "1x.png 1x, 2x.png 2x", "a,b", "url(javascript:x)", "expression(x)", "*/", "//x", "\\u003c", "\\x3c", "${x}", "{{ v }}", "{% raw %}", "{#",
]


def values(rng, count):
    for number in range(count):
        if number < len(HOSTILE):
            yield HOSTILE[number]
        else:
            yield "".join(rng.choice(HOSTILE) for _ in range(rng.choice([1, 2, 2, 3, 4])))


@dataclasses.dataclass
class Question:
    """A place with a value, for both sides."""

    id: int
    place: Place
    value: str

    def line(self):
        source = self.place.before + "{{ " + self.place.expression + " }}" + self.place.after
        return json.dumps({
            "id": self.id, "templates": {"main": source}, "main": "main", "data": {"v": self.value},
            "options": {"trim_blocks": False, "lstrip_blocks": False, "keep_trailing_newline": True}})


def questions(seed, count):
    rng = random.Random(f"escaping/{seed}")
    places = PLAIN + ADDRESSES + JSON
    made = []
    for place in REFUSED:
        made += [Question(len(made) + number, place, value) for number, value in enumerate(["x", "/a", rng.choice(HOSTILE)])]
    while len(made) < count:
        for value in values(rng, len(HOSTILE) * 2):
            # Each place sees each hostile value sooner or later; a run takes a part of them.
            made.append(Question(len(made), rng.choice(places), value))
    return made[:count]


def ask_go(program, asked):
    lines = "".join(json.dumps({"id": each.id, "before": each.place.before, "value": each.value, "after": each.place.after}) + "\n"
                    for each in asked)
    process = subprocess.run([program], input=lines.encode(), capture_output=True, check=True)
    return {answer["id"]: answer for answer in map(json.loads, filter(None, process.stdout.decode().split("\n")))}


def tree(text):
    return html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)


def shape(node):
    """Tags and names of attributes, and what stands in them where no value does."""
    return (str(node.tag), sorted(node.attrib), [shape(child) for child in node])


def contents(node):
    """All texts and attributes in the order of the page."""
    found = [node.text or ""] + [f"{name}={value}" for name, value in sorted(node.attrib.items(), key=str)]
    for child in node:
        found += contents(child)
    return found + [node.tail or ""]


def decoded(texts):
    """Contents with addresses decoded: the two sides percent-encode different characters."""
    return [seen(urllib.parse.unquote(text, errors="surrogateescape")) for text in texts]


def scheme(texts, place):
    """The scheme that a browser reads in the address of the place, if it has one."""
    name = re.search(r"([\w:]+)\s*=\s*['\"][^'\"]*$", place.before)[1].lower().removeprefix("xlink:")
    for text in texts:
        left, equals, address = text.partition("=")
        if equals and left.lower().endswith(name):
            address = re.sub(r"[\t\n\r]", "", address.lstrip("".join(map(chr, range(0x21)))))
            if found := re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", address):
                return found[1].lower()
    return None


def seen(value):
    """The value as a parser hands it out: line ends are one character, NUL is none."""
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace("\ufffd", "")


def settled(texts):
    return [seen(text) for text in texts]


def judge(each, answer, harmless, go):
    """None, or what is wrong."""
    if answer is None or "crash" in answer:
        return f"crashed: {answer}"
    if not answer["ok"]:
        if not answer["error"].get("code"):
            return "a refusal without a code"
        return None
    if each.place.refused:
        return "a value where none may stand"
    if harmless is None:
        return "the hostile value is accepted, the harmless one is not"
    found = tree(answer["output"])
    if shape(found) != shape(tree(harmless)):
        return "the page has another shape than with a harmless value"
    texts = settled(contents(found))
    value = seen(each.value)
    if each.place.expression != "v":
        text = next((text for text in texts if text.removeprefix("data-x=")[:1] == '"'), "")
        if seen(json.loads(text.removeprefix("data-x="))) != value:
            return "the JSON is not that of the value"
        return None
    arrived = decoded(texts) if each.place.address else texts
    wanted = [value] + ([seen(urllib.parse.unquote(each.value, errors="surrogateescape"))] if each.place.address else [])
    if not any(part.strip(" \n\t\f") in text for part in wanted for text in arrived):
        return "the value does not arrive whole"
    if each.place.address and scheme(texts, each.place) not in (None, "http", "https", "mailto", "tel"):
        return "an address with a forbidden scheme"
    if go.get("error") or "ZgotmplZ" in go["output"]:
        # Go takes every colon before a slash for the end of a scheme, `?a:b` too, and does not know `tel:`.
        return None if go.get("error") or each.place.address else "Go refuses the value"
    theirs = settled(contents(tree(go["output"])))
    if texts != theirs and decoded(texts) != decoded(theirs) and decoded(decoded(texts)) != decoded(decoded(theirs)):
        return f"Go gives {go['output']!r}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--go", required=True, help="the program built from escaping.go")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--seed", default="1", help="a number, or `new`")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--places", action="store_true", help="acceptance by place")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(10**9) if arguments.seed == "new" else arguments.seed

    started = time.monotonic()
    asked = questions(seed, arguments.cases)
    places = {each.place for each in asked}
    quiet = [Question(-1 - number, place, "x") for number, place in enumerate(places)]
    answers = run_binary(arguments.binary, quiet + asked)
    harmless = {each.place: answers[each.id].get("output") for each in quiet if answers[each.id].get("ok")}
    theirs = ask_go(arguments.go, asked)
    failures = []
    accepted = Counter()
    for each in asked:
        answer = answers.get(each.id)
        problem = judge(each, answer, harmless.get(each.place), theirs[each.id])
        accepted[each.place.name, bool(answer and answer.get("ok"))] += 1
        if problem:
            failures.append((each, answer, problem))
    for each, answer, problem in failures[: arguments.show]:
        print(f"--- {each.place.name}: {problem}\n  value {each.value!r}\n  sunboard: {json.dumps(answer, ensure_ascii=False)}\n"
              f"  Go: {json.dumps(theirs[each.id], ensure_ascii=False)}")
    if arguments.places:
        for name in sorted({name for name, _ in accepted}):
            print(f"{accepted[name, True]:5} accepted {accepted[name, False]:5} refused {name!r}")
    taken = sum(number for (_, good), number in accepted.items() if good)
    print(f"escaping, seed {seed}: {len(asked)} values in {len(places)} places, {taken} accepted, "
          f"{len(failures)} failed, {time.monotonic() - started:.0f} s")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
