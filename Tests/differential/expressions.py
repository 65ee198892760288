"""Expressions of a wanted type over the names in scope."""

import json

TYPES = ["int", "dec", "str", "bool", "ints", "decs", "words", "people", "person", "prices", "titles"]

ROOT = {
    "int": ["i", "j", "k"], "dec": ["d", "e"], "str": ["s", "t", "u"], "bool": ["yes", "b"],
    "ints": ["ints", "more"], "decs": ["decs"], "words": ["words", "names"],
    "rows": ["rows"], "prices": ["prices"], "titles": ["titles"], "people": ["people"],
    "who": ["who"],
}

WRAPS = ["", ", false", ", true, '|'", ", true, none, false"]
FORMATS = ["'%s %d'", "'%5s|%05d'", "'%-4s|%x'", "'%.1s %+d%%'"]
CUTS = ["", ", true", ", false", ", true, '…', 0"]
LITERAL_TEXTS = ["", "a", "b", "x y", "<i>", "&", "'", '"', "业主", "Zoe", "-", ", ", "\n", "a\\b"]


class ExpressionMaker:
    """Makes expressions; `wildness` is how often a part has another type than asked for."""

    def __init__(self, rng, wildness=0.0):
        self.rng = rng
        self.wildness = wildness
        self.scopes = [{}]
        self.loops = 0

    # Scope

    def visible(self, kind):
        names = list(ROOT.get(kind, []))
        hidden = set()
        for scope in reversed(self.scopes):
            for name, known in scope.items():
                if name in hidden:
                    continue
                hidden.add(name)
                if known == kind:
                    names.append(name)
        return [name for name in names if name not in hidden or self.kind_of(name) == kind]

    def kind_of(self, name):
        for scope in reversed(self.scopes):
            if name in scope:
                return scope[name]
        return next((kind for kind, names in ROOT.items() if name in names), None)

    # Writing

    def pad(self, *parts):
        gap = self.rng.choice(["", " ", " "])
        return gap.join(parts)

    def wrap(self, text):
        return f"({text})" if self.rng.random() < 0.5 else text

    def literal(self, text):
        if self.rng.random() < 0.5 and "'" not in text:
            body = text.replace("\\", "\\\\").replace("\n", "\\n")
            return f"'{body}'"
        return json.dumps(text, ensure_ascii=self.rng.random() < 0.3)

    # Expressions

    def make(self, kind, depth=3):
        if self.rng.random() < self.wildness:
            kind = self.rng.choice(TYPES)
        maker = getattr(self, "make_" + kind, None)
        if depth <= 0 or maker is None:
            return self.leaf(kind)
        if self.rng.random() < 0.07:
            condition = self.make("bool", depth - 1)
            return self.wrap(f"{self.make(kind, depth - 1)} if {condition} else {self.make(kind, depth - 1)}")
        return maker(depth - 1)

    def leaf(self, kind):
        names = self.visible(kind)
        if names and self.rng.random() < 0.75:
            return self.rng.choice(names)
        return {
            "int": lambda: str(self.rng.choice([0, 1, 2, 3, 10, 99, 1_000])),
            "dec": lambda: self.rng.choice(["0.5", "1.50", "2.0", "0.25", "10.10"]),
            "str": lambda: self.literal(self.rng.choice(LITERAL_TEXTS)),
            "bool": lambda: self.rng.choice(["true", "false", "True", "False"]),
            "ints": lambda: "[1, 2, 3]", "decs": lambda: "[1.5, 2.0]",
            "words": lambda: "['b', 'a', '<c>']", "people": lambda: "people",
            "person": lambda: "people[0]", "prices": lambda: "{'x': 1, 'y': 2}",
            "titles": lambda: "{'x': 'one', 'y': '<two>'}", "rows": lambda: "rows",
            "who": lambda: "who", "group": lambda: "(people|groupby('ok'))[0]",
        }[kind]()

    def choose(self, depth, *options):
        return self.rng.choice(options)(depth)

    def make_int(self, depth):
        make = self.make
        return self.choose(
            depth,
            lambda d: self.leaf("int"), lambda d: self.leaf("int"),
            lambda d: self.wrap(self.pad(make("int", d), self.rng.choice("+-*"), make("int", d))),
            lambda d: self.wrap(f"{make('int', d)} {self.rng.choice(['//', '%'])} {make('int', d)}"),
            lambda d: f"-({make('int', d)})", lambda d: f"-{self.leaf('int')}", lambda d: f"{make('int', d)}|abs",
            lambda d: f"{self.wrap(make('int', d))}|abs",
            lambda d: f"{self.make_any_list(d)}|{self.rng.choice(['length', 'count'])}",
            lambda d: f"{make('str', d)}|length", lambda d: f"{self.wrap(make('str', d))}|length",
            lambda d: f"{make('ints', d)}|{self.rng.choice(['sum', 'min', 'max', 'first', 'last'])}",
            lambda d: f"({make('ints', d)})[{self.rng.choice([0, 0, -1, 1])}]",
            lambda d: f"people|sum(attribute='age')", lambda d: f"people|map(attribute='home.no')|sum",
            lambda d: f"{make('person', d)}.age", lambda d: f"{make('person', d)}.home.no",
            lambda d: f"{make('person', d)}['age']", lambda d: "who.age", lambda d: "who['age']",
            lambda d: f"{make('prices', d)}|length", lambda d: f"({make('dec', d)})|int",
            lambda d: f"{make('str', d)}|wordcount", lambda d: f"{make('str', d)}|int(base=16)",
            lambda d: f"{make('str', d)}|int", lambda d: f"'{self.rng.choice(['12', ' 7 ', 'x', '3.9', '-4'])}'|int",
            lambda d: f"(({make('int', d)}) / 4)|round|int", lambda d: f"{make('int', d)}|round",
            lambda d: f"{{'a': {make('int', d)}}}.a|default({make('int', d)})",
            lambda d: self.loop_int())

    def loop_int(self):
        if self.loops == 0:
            return self.leaf("int")
        return "loop." + self.rng.choice(["index", "index0", "revindex", "revindex0", "length"])

    def make_dec(self, depth):
        make = self.make
        return self.choose(
            depth,
            lambda d: self.leaf("dec"), lambda d: self.leaf("dec"),
            lambda d: self.wrap(self.pad(make("dec", d), self.rng.choice("+-*"), make("int", d))),
            lambda d: self.wrap(f"{make('int', d)} {self.rng.choice('+-*')} {make('dec', d)}"),
            lambda d: self.wrap(f"{make('dec', d)} {self.rng.choice(['//', '%', '+'])} {make('dec', d)}"),
            lambda d: f"(({make('int', d)}) / {self.rng.choice([2, 4, 5, 8, 3])})|round({self.rng.randint(0, 3)})",
            lambda d: f"({make('dec', d)})|round({self.rng.randint(0, 2)}{self.rng.choice(['', ', ' + self.quote_method()])})",
            lambda d: f"{make('decs', d)}|{self.rng.choice(['sum', 'min', 'max', 'first'])}",
            lambda d: f"people|sum(attribute='score')", lambda d: f"{make('person', d)}.score",
            lambda d: f"-({make('dec', d)})", lambda d: f"({make('dec', d)})|abs")

    def quote_method(self):
        return repr(self.rng.choice(["common", "ceil", "floor"]))

    def make_str(self, depth):
        make = self.make
        simple = ["upper", "lower", "capitalize", "title", "trim", "reverse", "string"]
        return self.choose(
            depth,
            lambda d: self.leaf("str"), lambda d: self.leaf("str"), lambda d: self.leaf("str"),
            lambda d: self.pad(make("str", d), "~", make(self.rng.choice(["str", "int", "dec"]), d)),
            lambda d: f"({make('int', d)} ~ {make('str', d)})",
            lambda d: f"{make('str', d)}|{self.rng.choice(simple)}",
            lambda d: f"({make('str', d)})|{self.rng.choice(simple)}",
            lambda d: f"{make('words', d)}|join({self.literal(self.rng.choice([', ', '', '<br>']))})",
            lambda d: f"{make('ints', d)}|join", lambda d: f"{make('decs', d)}|join('+')",
            lambda d: f"people|map(attribute='name')|join({make('str', d)})",
            lambda d: f"people|join(', ', attribute='name')",
            lambda d: f"{make('words', d)}|{self.rng.choice(['first', 'last', 'min', 'max'])}",
            lambda d: f"({make('words', d)})[{self.rng.choice([0, -1])}]",
            lambda d: f"({make('str', d)})[{self.rng.choice([0, -1])}]",
            lambda d: f"({make('str', d)})[{self.rng.choice(['1:', ':2', '-2:', '1:-1', ':'])}]",
            lambda d: f"{make('str', d)}|replace({make('str', 0)}, {make('str', 0)})",
            lambda d: f"{make('str', d)}|truncate({self.rng.choice([5, 8, 12])}{self.rng.choice(CUTS)})",
            lambda d: f"{make('person', d)}.name", lambda d: f"{make('person', d)}.home.road",
            lambda d: "who.name", lambda d: f"{make('str', d)}|default('z')",
            lambda d: f"{self.leaf('person')}.nick|default({make('str', d)})",
            lambda d: f"{make('str', d)}|d({make('str', 0)}, true)",
            lambda d: f"{make('str', d)} {self.rng.choice(['or', 'and'])} {make('str', d)}",
            lambda d: f"({make('str', d)} or {make('str', d)})",
            lambda d: f"{make('int', d)}|string", lambda d: f"{make('str', d)}|e",
            lambda d: f"{make('str', d)}|indent(2{self.rng.choice(['', ', true', ', false, true'])})",
            lambda d: f"{make(self.rng.choice(['str', 'ints', 'words', 'prices', 'titles', 'bool', 'int']), d)}|tojson",
            lambda d: f"{make('str', d)}|wordwrap({self.rng.choice([4, 9])}{self.rng.choice(WRAPS)})",
            lambda d: f"{make('str', d)}|center({self.rng.choice([3, 8, 9])})",
            lambda d: f"{self.rng.choice('stu')}|{self.rng.choice(['forceescape', 'urlize'])}",
            lambda d: f"{self.rng.choice(FORMATS)}|format({make('str', d)}, {make('int', d)})",
            lambda d: f"{self.rng.choice('stu')}|replace({self.literal('a')}, '<br>'|safe)",
            lambda d: "names|join('<hr>'|safe)",
            lambda d: f"{make('prices', d)}|urlencode", lambda d: f"{make('int', d)}|filesizeformat",
            lambda d: f"{make(self.rng.choice(['ints', 'people', 'prices']), d)}|tojson(indent={self.rng.randint(0, 2)})",
            lambda d: f"{make('str', d)}|urlencode", lambda d: f"{make('str', d)}|striptags",
            lambda d: f"loop.cycle({make('str', 0)}, {make('str', 0)})" if self.loops else self.leaf("str"),
            lambda d: f"{self.literal('x')} {self.literal('y')}")

    def make_bool(self, depth):
        make = self.make
        relation = ["==", "!=", "<", "<=", ">", ">="]
        return self.choose(
            depth,
            lambda d: self.leaf("bool"),
            lambda d: f"{make('int', d)} {self.rng.choice(relation)} {make('int', d)}",
            lambda d: f"{make('int', d)} < {make('int', d)} {self.rng.choice(relation)} {make('int', d)}",
            lambda d: f"{make('dec', d)} {self.rng.choice(relation)} {make('int', d)}",
            lambda d: f"{make('str', d)} {self.rng.choice(relation)} {make('str', d)}",
            lambda d: f"{make('ints', d)} {self.rng.choice(['==', '!='])} {make('ints', d)}",
            lambda d: f"{make('prices', d)} == {make('prices', d)}",
            lambda d: f"not {make('bool', d)}", lambda d: f"(not {make('bool', d)})",
            lambda d: f"{make('bool', d)} and {make('bool', d)}",
            lambda d: f"{make('bool', d)} or {make('bool', d)}",
            lambda d: f"({make('bool', d)} or {make('bool', d)})",
            lambda d: f"{make('int', d)} {self.rng.choice(['in', 'not in'])} {make('ints', d)}",
            lambda d: f"{make('str', d)} {self.rng.choice(['in', 'not in'])} {make('words', d)}",
            lambda d: f"{make('str', d)} in {make('str', d)}", lambda d: f"{make('str', d)} in prices",
            lambda d: f"{make('int', d)} is {self.rng.choice(['', 'not '])}{self.rng.choice(['odd', 'even'])}",
            lambda d: f"({make('int', d)}) is divisibleby {self.rng.choice(['3', '(2)', '(j)'])}",
            lambda d: f"{make('int', d)} is {self.rng.choice(['eq', 'ne', 'lt', 'gt', 'ge', 'le'])} {make('int', 0)}",
            lambda d: f"{make('str', d)} is {self.rng.choice(['string', 'number', 'mapping', 'sequence', 'iterable', 'integer', 'boolean', 'lower', 'upper'])}",
            lambda d: f"{make('int', d)} is {self.rng.choice(['string', 'number', 'integer', 'boolean'])}",
            lambda d: f"{make('str', d)} is in {make('words', d)}",
            lambda d: f"{self.leaf('person')}.nick is {self.rng.choice(['', 'not '])}defined",
            lambda d: f"{self.leaf('person')}.boss is {self.rng.choice(['', 'not '])}none",
            lambda d: f"{self.leaf('person')}.boss {self.rng.choice(['==', '!='])} none",
            lambda d: f"{make('bool', d)} == {make('bool', d)}",
            lambda d: f"{make('bool', d)} is {self.rng.choice(['true', 'false'])}",
            lambda d: f"loop.{self.rng.choice(['first', 'last'])}" if self.loops else self.leaf("bool"),
            lambda d: f"loop.changed({make(self.rng.choice(['int', 'str']), 0)})" if self.loops and self.rng.random() < 0.4 else self.leaf("bool"))

    def condition(self, depth=2):
        """Anything that may stand behind `if`."""
        if self.rng.random() < 0.3:
            return self.make(self.rng.choice(["str", "ints", "words", "prices", "people", "person"]), depth)
        if self.rng.random() < 0.1:
            return f"{self.make('str', 1)} {self.rng.choice(['and', 'or'])} {self.make('bool', 1)}"
        return self.make("bool", depth)

    def make_any_list(self, depth):
        return self.make(self.rng.choice(["ints", "words", "decs", "people"]), depth)

    def make_ints(self, depth):
        make = self.make
        return self.choose(
            depth,
            lambda d: self.leaf("ints"), lambda d: self.leaf("ints"),
            lambda d: f"[{make('int', d)}, {make('int', d)}]", lambda d: f"[{make('int', d)},]",
            lambda d: f"{make('ints', d)}|{self.rng.choice(['sort', 'reverse|list', 'unique|list', 'list', 'sort(reverse=true)'])}",
            lambda d: f"({make('ints', d)} + {make('ints', d)})",
            lambda d: f"({make('ints', d)})[{self.rng.choice(['1:', ':2', ':-1'])}]",
            lambda d: f"range({self.rng.choice(['3', '1, 4', '5, 0, -2', '0'])})|list",
            lambda d: f"{make('ints', d)}|{self.rng.choice(['select', 'reject'])}({self.rng.choice([repr('odd'), repr('even'), repr('gt') + ', 2', repr('divisibleby') + ', 3'])})|list",
            lambda d: "people|map(attribute='age')|list", lambda d: f"{make('words', d)}|map('length')|list",
            lambda d: f"{make('ints', d)}|map('abs')|list",
            lambda d: f"{make('words', d)}|map('int', {make('int', 0)})|list",
            lambda d: f"{make('ints', d)}|sort(reverse={make('bool', 0)})",
            lambda d: f"rows[0]|default([])" if self.rng.random() < 0.1 else self.leaf("ints"))

    def make_decs(self, depth):
        make = self.make
        return self.choose(
            depth, lambda d: self.leaf("decs"),
            lambda d: f"[{make('dec', d)}, {make('dec', d)}]",
            lambda d: f"{make('decs', d)}|sort", lambda d: "people|map(attribute='score')|list")

    def make_words(self, depth):
        make = self.make
        return self.choose(
            depth,
            lambda d: self.leaf("words"), lambda d: self.leaf("words"),
            lambda d: f"[{make('str', d)}, {make('str', d)}]",
            lambda d: f"{make('words', d)}|{self.rng.choice(['sort', 'sort(case_sensitive=true)', 'reverse|list', 'unique|list', 'sort(true)'])}",
            lambda d: "people|map(attribute='name')|list",
            lambda d: f"{make('words', d)}|map('replace', {make('str', 0)}, 'z')|list",
            lambda d: f"{make('words', d)}|unique(case_sensitive={make('bool', 0)})|list",
            lambda d: f"{make('words', d)}|map({self.rng.choice([repr('upper'), repr('trim'), repr('length') + ')|map(' + repr('string')])})|list",
            lambda d: f"{make('words', d)}|{self.rng.choice(['select', 'reject'])}|list",
            lambda d: f"{make('words', d)}|select('in', ['a', 'b', {make('str', 0)}])|list",
            lambda d: f"{make('str', d)}|list", lambda d: "people|map(attribute='nick', default='?')|list")

    def make_people(self, depth):
        make = self.make
        return self.choose(
            depth,
            lambda d: self.leaf("people"), lambda d: "people|sort(attribute='age')",
            lambda d: f"people|sort(attribute='{self.rng.choice(['name', 'score', 'home.no', 'ok'])}', reverse={self.rng.choice(['true', 'false'])})",
            lambda d: "people|sort(attribute='age,name')",
            lambda d: f"people|selectattr('ok')|list", lambda d: "people|rejectattr('ok')|list",
            lambda d: f"people|selectattr('age', '{self.rng.choice(['gt', 'lt', 'eq', '>=', 'ne'])}', {make('int', 0)})|list",
            lambda d: f"people|selectattr('name', 'in', {make('words', d)})|list",
            lambda d: "people|selectattr('nick', 'defined')|list", lambda d: "people[1:]",
            lambda d: "people|rejectattr('boss', 'none')|list", lambda d: "people|reverse|list",
            lambda d: "people|unique(attribute='age')|list")

    def make_person(self, depth):
        return self.choose(
            depth, lambda d: self.leaf("person"), lambda d: "people[0]", lambda d: "(people|first)",
            lambda d: "(people|last)", lambda d: "(people|min(attribute='age'))",
            lambda d: "(people|sort(attribute='name')|first)")

    def make_prices(self, depth):
        return self.choose(
            depth, lambda d: self.leaf("prices"), lambda d: self.leaf("prices"),
            lambda d: f"{{'a': {self.make('int', d)}, {self.literal('b')}: {self.make('int', d)}}}")

    def make_titles(self, depth):
        return self.choose(
            depth, lambda d: self.leaf("titles"),
            lambda d: f"{{'a': {self.make('str', d)}, 'b': {self.make('str', d)}}}")
