"""Makes a failing case small: leaves out pieces of its templates as long as it fails in the same way."""

import re

# Texts, outputs, tags and comments are the pieces; what is left inside one is then tried by characters.
PIECES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|[^{]+|\{", re.DOTALL)


def shrink(parts, fails, attempts):
    """The shortest list that leaving out runs of parts finds (simple delta debugging)."""
    size = max(1, len(parts) // 2)
    while size >= 1:
        start = 0
        while start < len(parts):
            shorter = parts[:start] + parts[start + size :]
            if attempts[0] <= 0:
                return parts
            attempts[0] -= 1
            if fails(shorter):
                parts = shorter
            else:
                start += size
        size //= 2
    return parts


def minimised(templates, fails, attempts=600):
    """The templates, smaller; `fails(templates)` says whether a candidate still fails alike."""
    budget = [attempts]
    for unit in (PIECES.findall, list):
        for name in list(templates):
            smaller = shrink(unit(templates[name]), lambda parts: fails({**templates, name: "".join(parts)}), budget)
            templates = {**templates, name: "".join(smaller)}
    for name in list(templates):
        if name != "main" and fails({other: text for other, text in templates.items() if other != name}):
            del templates[name]
    return templates
