#!/usr/bin/env python3
"""Writes what the fuzzer of templates starts from: the site's templates, the designers' and generated ones.

The first byte of each stands for the options. Beside them goes a dictionary of the language's words.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "differential"))

import designer
import mutate
from cases import CaseMaker


def main():
    folder = pathlib.Path(sys.argv[1])
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    sources = [path.read_text() for path in sorted(mutate.SITE.glob("*.j2"))]
    sources += [text for case in designer.cases() for text in case.templates.values()]
    sources += [text for case in CaseMaker("fuzz").cases(500) for text in case.templates.values()]
    for number, source in enumerate(sources):
        (seeds / f"{number:04}").write_bytes(bytes([number % 8]) + source.encode())
    words = {word for word in mutate.WORDS + list(mutate.CHINESE) + FILTERS}
    lines = []
    for word in sorted(words):
        escaped = "".join(f"\\x{byte:02x}" if not 0x20 <= byte < 0x7F or byte in b'"\\' else chr(byte) for byte in word.encode())
        lines.append(f'"{escaped}"')
    (folder / "words.dict").write_text("\n".join(lines) + "\n")
    print(f"{len(sources)} seeds, {len(lines)} words")


FILTERS = """|default(0) |length |first |sort(attribute='age') |map(attribute='name') |select('odd') |selectattr('b') |groupby('name')
|batch(2) |slice(2) |sum |round(2) |join(', ') |replace('a', 'b') |truncate(9) |wordwrap(9) |indent(2) |tojson |items |dictsort |list |safe
|unique |striptags |urlencode loop.index loop.changed(i) loop.cycle('a') is+defined is+none is+in namespace(a=1) range(3) people[0].nick
{%+extends+'base'+%} {%+block+a+%} {%+endblock+%} {%+from+'lib'+import+m+%} {%+include+'part'+%} {%+include+'part'+with+{'x':1}+only+%}
<a+href=" <script> </script> <style> <!-- --> <textarea> &amp; <p+title=' <svg> <meta+http-equiv=""".replace("+", " ").split("\n")
FILTERS = [word for line in FILTERS for word in (line.split(" |") if line.startswith("|") else [line])]


if __name__ == "__main__":
    main()
