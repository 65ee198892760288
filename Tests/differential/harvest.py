"""A pytest plugin that writes down what Jinja2's own tests render.

For every rendering and every refused source it appends one JSON line to $HARVEST: the test, the
templates that the main one can reach, the data as far as JSON can say it, the options that differ
from Jinja2's defaults, and what came out. Loaded with `pytest -p harvest`.
"""

import json
import os
import types

import jinja2
from jinja2 import meta
from jinja2.defaults import DEFAULT_NAMESPACE

OUT = open(os.environ["HARVEST"], "a", encoding="utf-8")
PLAIN = jinja2.Environment()
STATE = {"test": "", "depth": 0}

# What may differ between environments and is written down when it does.
OPTIONS = ["block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
           "comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix",
           "trim_blocks", "lstrip_blocks", "keep_trailing_newline", "newline_sequence", "optimized"]


class Unsayable(Exception):
    """A value that JSON has no words for."""


def say(value, depth=0):
    """The value in JSON's words; objects become the maps of their attributes."""
    if depth > 12:
        raise Unsayable("too deep")
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if type(value) is str:
        return value
    if isinstance(value, str):
        raise Unsayable(type(value).__name__)
    if isinstance(value, dict):
        if not all(type(key) is str for key in value):
            raise Unsayable("keys that are no text")
        return {key: say(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {key: say(inner, depth + 1) for key, inner in zip(value._fields, value)}
    if isinstance(value, (list, tuple, range)):
        return [say(inner, depth + 1) for inner in value]
    # `self`, a module or a function says nothing that JSON could.
    if callable(value) or isinstance(value, (types.ModuleType, types.GeneratorType)):
        raise Unsayable(type(value).__name__)
    if hasattr(value, "__dict__") and vars(value):
        return {key: say(inner, depth + 1) for key, inner in vars(value).items()
                if not key.startswith("_")}
    raise Unsayable(type(value).__name__)


def reachable(environment, name, source):
    """The templates that the source names, with theirs."""
    found = {name: source}
    waiting = [source]
    while waiting:
        try:
            tree = environment.parse(waiting.pop())
        except jinja2.TemplateError:
            continue
        for other in meta.find_referenced_templates(tree):
            if other is None or other in found or environment.loader is None:
                continue
            try:
                text = environment.loader.get_source(environment, other)[0]
            except jinja2.TemplateError:
                continue
            found[other] = text
            waiting.append(text)
    return found


def options_of(environment):
    found = {name: getattr(environment, name) for name in OPTIONS
             if getattr(environment, name) != getattr(PLAIN, name)}
    if extensions := sorted(name for name in environment.extensions if "LoopControl" not in name):
        found["extensions"] = extensions
    for name, default in [("filters", PLAIN.filters), ("tests", PLAIN.tests)]:
        if own := sorted(key for key in getattr(environment, name)
                         if key not in default or getattr(environment, name)[key] is not default[key]):
            found[name] = own
    if type(environment) is not jinja2.Environment:
        found["class"] = type(environment).__name__
    if environment.finalize:
        found["finalize"] = True
    if environment.autoescape is not False:
        found["autoescape"] = True if environment.autoescape is True else "by name"
    return found


def write(environment, templates, main, context, result):
    globals_ = {key: value for key, value in environment.globals.items()
                if key not in DEFAULT_NAMESPACE or value is not DEFAULT_NAMESPACE[key]}
    entry = {"test": STATE["test"], "templates": templates, "main": main,
             "options": options_of(environment), **result}
    # Tests hand over more than their templates name, some of it in no way JSON.
    text = "\n".join(templates.values())
    try:
        entry["data"] = {name: say(value) for name, value in {**globals_, **context}.items() if name in text}
    except Unsayable as problem:
        entry["unsayable"] = str(problem)
    try:
        OUT.write(json.dumps(entry) + "\n")
    except (TypeError, ValueError) as problem:
        OUT.write(json.dumps({"test": STATE["test"], "unsayable": str(problem)}) + "\n")
    OUT.flush()


def recorded(original):
    def render(self, *args, **kwargs):
        STATE["depth"] += 1
        try:
            result = original(self, *args, **kwargs)
        except Exception as error:
            STATE["depth"] -= 1
            note(self, args, kwargs, {"raises": type(error).__name__})
            raise
        STATE["depth"] -= 1
        note(self, args, kwargs, {"output": result} if isinstance(result, str) else {})
        return result

    return render


def note(template, args, kwargs, result):
    if STATE["depth"]:
        return
    source = getattr(template, "harvested", None)
    environment = template.environment
    if source is None and environment.loader is not None and template.name:
        try:
            source = environment.loader.get_source(environment, template.name)[0]
        except jinja2.TemplateError:
            return
    if source is None:
        return
    try:
        context = dict(*args, **kwargs)
    except (TypeError, ValueError):
        return
    # A source without a name must not hide a template of the loader.
    name = template.name or "the main template"
    STATE["depth"] += 1
    templates = reachable(environment, name, source)
    STATE["depth"] -= 1
    write(environment, templates, name, {**getattr(template, "globals_given", {}), **context}, result)


original_from_string = jinja2.Environment.from_string


def from_string(self, source, globals=None, template_class=None):
    text = source if isinstance(source, str) else None
    try:
        template = original_from_string(self, source, globals, template_class)
    except jinja2.TemplateSyntaxError as error:
        if text is not None and not STATE["depth"]:
            write(self, {"main": text}, "main", {}, {"refused": error.message})
        raise
    if text is not None:
        template.harvested = text
        template.globals_given = dict(globals or {})
    return template


jinja2.Environment.from_string = from_string
jinja2.Template.render = recorded(jinja2.Template.render)


def pytest_runtest_setup(item):
    STATE["test"] = item.nodeid.split("/")[-1]
    STATE["depth"] = 0
