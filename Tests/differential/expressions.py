"""Expressions of a wanted type over the names in scope, well typed by construction.

Every rule gives a text and the level of its outermost operator, so that parentheses stand where the
grammar needs them, and sometimes where it does not.
"""

import json

COND, OR, AND, NOT, CMP, ADD, CAT, MUL, UNARY, POST = range(10)

# The kinds of what the data holds; a person is a record, `nick` and `boss` of one may be absent.
ROOT = {
    "i": "int", "j": "int", "k": "int", "d": "dec", "e": "dec", "s": "str", "t": "str", "u": "str",
    "yes": "bool", "b": "bool", "ints": "ints", "more": "ints", "decs": "decs", "words": "words",
    "names": "words", "rows": "rows", "prices": "prices", "titles": "titles", "people": "people",
    "who": "who", "nil": "nil",
}
# Lists that are never empty, so that asking for an element of theirs cannot fail.
# The sum of no decimals is the int 0 in Jinja2, which `round` leaves alone, so sums are of full ones too.
FULL = {"ints": ["more", "[3, 1, 2]"], "decs": ["decs", "[1.5, 0.25]"], "words": ["names", "['b', 'a', '<c>']"]}
PLAIN = ["int", "dec", "str", "bool"]
KINDS = [*PLAIN, "html", "ints", "decs", "words", "people", "person", "prices", "titles"]
TEXTS = ["", "a", "b", "x y", "<i>", "&", "'", '"', "业主", "Zoe", "-", ", ", "\n", "a\\b", "<b>x</b>"]


class Names:
    """The names in scope; inner frames hide outer ones."""

    def __init__(self, frames=None):
        self.frames = frames or [dict(ROOT)]

    def visible(self, kind):
        seen, found = set(), []
        for frame in reversed(self.frames):
            for name, known in frame.items():
                if name not in seen:
                    seen.add(name)
                    if known == kind:
                        found.append(name)
        return found

    def snapshot(self):
        return Names([dict(frame) for frame in self.frames])

    def push(self, frame=None):
        self.frames.append(frame or {})

    def pop(self):
        return self.frames.pop()

    def let(self, name, kind):
        self.frames[-1][name] = kind


class ExpressionMaker:
    """Makes expressions; `wildness` is how often a part has another type than asked for."""

    def __init__(self, rng, wildness=0.0):
        self.rng = rng
        self.wildness = wildness
        self.names = Names()
        self.loops = 0
        self.asked_changed = False
        self.macros = []
        self.used = set()

    def note(self, construct):
        self.used.add(construct)

    # Writing

    def make(self, kind, depth=3, level=COND):
        """An expression of the kind that may stand where the level is asked for."""
        if self.rng.random() < self.wildness:
            kind = self.rng.choice(KINDS)
        if depth <= 0 or self.rng.random() < 0.2:
            text, found = self.leaf(kind)
        elif self.rng.random() < 0.06:
            text, found = self.conditional(kind, depth - 1)
        else:
            text, found = self.rng.choice(getattr(self, "rules_" + kind)())(depth - 1)
        if found < level or self.rng.random() < 0.08:
            return f"({text})"
        return text

    def conditional(self, kind, depth):
        self.note("conditional expression")
        # Behind `is odd` Jinja2 takes the word `if` for an argument.
        value = self.make(kind, depth, ADD if kind == "bool" else OR)
        return f"{value} if {self.condition(depth, OR)} else {self.make(kind, depth)}", COND

    def leaf(self, kind):
        names = self.names.visible(kind)
        if names and self.rng.random() < 0.75:
            return self.rng.choice(names), POST
        pick = self.rng.choice
        return {
            "int": lambda: (str(pick([0, 1, 2, 3, 10, 99, "1_000"])), POST),
            "dec": lambda: (pick(["0.5", "1.50", "2.0", "0.25", "10.10"]), POST),
            "str": lambda: (self.literal(pick(TEXTS)), POST),
            "bool": lambda: (pick(["true", "false", "True", "False"]), POST),
            "html": lambda: (self.literal("<b>x</b>") + "|safe", UNARY),
            "ints": lambda: ("[1, 2, 3]", POST), "decs": lambda: ("[1.5, 2.0]", POST),
            "words": lambda: ("['b', 'a', '<c>']", POST), "rows": lambda: ("[[1, 2], [3]]", POST),
            "people": lambda: ("people", POST), "person": lambda: ("people[0]", POST),
            "who": lambda: ("who", POST), "nil": lambda: ("nil", POST),
            "prices": lambda: ("{'x': 1, 'y': 2}", POST), "titles": lambda: ("{'x': 'one', 'y': '<two>'}", POST),
        }[kind]()

    def literal(self, text):
        if self.rng.random() < 0.5 and "'" not in text:
            body = text.replace("\\", "\\\\").replace("\n", "\\n")
            return f"'{body}'"
        return json.dumps(text, ensure_ascii=self.rng.random() < 0.3)

    def filtered(self, kind, depth, call):
        """`operand|call`, noting the filter."""
        self.note("|" + call.split("(")[0])
        gap = self.rng.choice(["", "", " "])
        return f"{self.make(kind, depth, UNARY)}{gap}|{gap}{call}", UNARY

    def tested(self, kind, depth, call):
        self.note("is " + call.split("(")[0].split(" ")[0])
        negation = self.rng.choice(["", "", "not "])
        return f"{self.make(kind, depth, UNARY)} is {negation}{call}", CMP

    def binary(self, level, left, sign, right, depth):
        gap = "" if sign in "+-*" and self.rng.random() < 0.2 else " "
        return f"{self.make(left, depth, level)}{gap}{sign}{gap}{self.make(right, depth, level + 1)}", level

    def full(self, kind):
        return self.rng.choice(FULL[kind] if self.pure(1) else FULL[kind][1:])

    def pure(self, *rules):
        """Rules that read the data, left out where it is not in sight, as in a macro."""
        return list(rules) if "people" in self.names.visible("people") else []

    def sequence(self, depth):
        return self.make(self.rng.choice(["ints", "words", "decs", *self.pure("people")]), depth, UNARY)

    def called(self, depth):
        """A call of a macro, with its arguments by place or by name."""
        macro = self.rng.choice([macro for macro in self.macros if macro.caller is None])
        return self.call_text(macro, depth), POST

    def call_text(self, macro, depth):
        self.note("macro call")
        arguments = []
        named = False
        for parameter in macro.parameters:
            if parameter.default is not None and self.rng.random() < 0.5:
                named = True
                continue
            if named or self.rng.random() < 0.2:
                named = True
                self.note("keyword argument")
            value = self.make(parameter.kind, depth)
            arguments.append(f"{parameter.name}={value}" if named else value)
        return f"{macro.name}({', '.join(arguments)})"

    # What each kind can be made of

    def rules_int(self):
        make, pick = self.make, self.rng.choice
        rules = [
            lambda d: self.binary(ADD, "int", pick("+-"), "int", d), lambda d: self.binary(MUL, "int", "*", "int", 0),
            lambda d: (f"{make('int', d, MUL)} {pick(['//', '%'])} {pick([2, 3, 7, '(-3)'])}", MUL),
            lambda d: (f"-{make('int', d, POST)}", UNARY), lambda d: (f"+{make('int', d, POST)}", UNARY),
            lambda d: self.filtered("int", d, pick(["abs", "int", "round"])),
            lambda d: (f"{self.sequence(d)}|{self.counted()}", UNARY),
            lambda d: self.filtered("str", d, pick(["length", "count", "int", "int(7)", "int(default=-1)"])),
            lambda d: self.filtered(pick(["prices", "titles"]), d, "length"),
            lambda d: self.filtered("ints", d, pick(["sum", "sum(start=3)"])),
            lambda d: self.element("ints"), lambda d: self.filtered("dec", d, "int"),
            lambda d: (f"'{pick(['12', ' 7 ', 'x', '3.9', '-4'])}'|int", UNARY),
            lambda d: (f"({make('int', d, MUL)} / {pick([2, 3, 4, 5])})|round|int", UNARY),
            lambda d: (f"{{'a': {make('int', d)}}}.a|default({make('int', d)})", UNARY),
            lambda d: self.record_literal("int", d),
            *self.pure(lambda d: self.member("age"), lambda d: self.member("home.no"),
                       lambda d: ("who.age", POST), lambda d: ("who['age']", POST),
                       lambda d: self.filtered("people", 0, pick(["sum(attribute='age')", "sum('age')"])),
                       lambda d: (f"people|map(attribute='home.no')|{pick(['sum', 'max', 'first'])}", UNARY)),
        ]
        if self.loops:
            rules += [lambda d: self.loop_member(["index", "index0", "revindex", "revindex0", "length", "depth", "depth0"])] * 3
        return rules

    def rules_dec(self):
        make, pick = self.make, self.rng.choice
        return [
            lambda d: self.binary(ADD, "dec", pick("+-"), pick(["int", "dec"]), d),
            lambda d: self.binary(ADD, "int", pick("+-"), "dec", d), lambda d: self.binary(MUL, "dec", "*", "int", 0),
            lambda d: (f"{make('dec', d, MUL)} {pick(['//', '%'])} {pick(['2.5', '0.3', '3.00'])}", MUL),
            lambda d: (f"({make('int', d, MUL)} / {pick([2, 4, 5, 8, 3])})|round({pick([0, 1, 2, 3])})", UNARY),
            lambda d: self.filtered("dec", d, f"round({pick([0, 1, 2])}{pick(['', ', ' + self.method(), ', method=' + self.method()])})"),
            lambda d: self.filtered("dec", d, "abs"), lambda d: (f"-{make('dec', d, POST)}", UNARY),
            lambda d: (f"{self.full('decs')}|sum", UNARY), lambda d: self.element("decs"),
            lambda d: self.record_literal("dec", d),
            *self.pure(lambda d: ("people|sum(attribute='score')", UNARY), lambda d: self.member("score")),
        ]

    def method(self):
        return repr(self.rng.choice(["common", "ceil", "floor"]))

    def rules_str(self):
        make, pick = self.make, self.rng.choice
        rules = [
            lambda d: self.binary(CAT, pick(["str", "str", "int", "dec"]), "~", pick(["str", "int", "dec"]), d),
            lambda d: self.filtered("str", d, pick(["upper", "lower", "capitalize", "title", "trim", "reverse", "string"])),
            lambda d: self.filtered("str", d, f"trim({self.literal(pick(['a', ' -', '业']))})"),
            lambda d: self.filtered("words", d, f"join({self.literal(pick([', ', '', '<br>']))})"),
            lambda d: self.filtered(pick(["ints", "decs", "words"]), d, pick(["join", "join('+')", "join(d='/')"])),
            lambda d: self.element("words"),
            lambda d: (f"({make('str', d, CAT)} ~ 'z')[{pick([0, -1])}]", POST),
            lambda d: (f"({make('str', d, CAT)} ~ 'z')|{pick(['first', 'last'])}", UNARY),
            lambda d: self.sliced("str", d),
            lambda d: self.filtered("str", d, f"replace({make('str', 0)}, {make(pick(['str', 'str', 'int']), 0)}{pick(['', '', ', 1'])})"),
            lambda d: self.filtered("str", d, f"truncate({pick([5, 8, 12])}{pick(['', ', true', ', false', ', true, ' + self.literal('…') + ', 0', ', leeway=0'])})"),
            lambda d: self.filtered("str", d, f"wordwrap({pick([4, 9, 20])}{pick(['', ', false', ', true, ' + self.literal('|')])})"),
            lambda d: self.filtered("str", d, f"indent({pick([2, 3])}{pick(['', ', true', ', false, true', ', first=true', ', blank=true'])})"),
            lambda d: self.filtered("str", d, pick(["default('z')", "d('z', true)", "default('z', boolean=true)"])),
            lambda d: (f"{make('str', d, OR)} or {make('str', d, AND)}", OR),
            lambda d: (f"{make('str', d, AND)} and {make('str', d, NOT)}", AND),
            lambda d: self.filtered(pick(["int", "dec"]), d, "string"),
            lambda d: self.filtered("str", d, pick(["urlencode", "striptags"])),
            lambda d: (f"{self.literal('x')} {self.literal('y')}", POST),
            lambda d: self.record_literal("str", d),
            *self.pure(lambda d: self.member("name"), lambda d: self.member("home.road"), lambda d: ("who.name", POST),
                       lambda d: self.filtered("people", d, "join(', ', attribute='name')"),
                       lambda d: (f"{make('people', d, UNARY)}|map(attribute='name')|join({make('str', 0)})", UNARY),
                       lambda d: (f"{make('person', d, POST)}.{pick(['nick', 'boss'])}|default({make('str', d)})", UNARY),
                       lambda d: self.narrowed(d)),
        ]
        if self.loops:
            rules += [lambda d: (f"loop.cycle({make('str', 0)}, {make('str', 0)})", POST)] * 2
        return rules

    def narrowed(self, depth):
        """A member that may be absent, read where a condition has made sure of it."""
        self.note("narrowing")
        person = self.rng.choice([*self.names.visible("person") * 3, "people[0]"])
        member = f"{person}.{self.rng.choice(['nick', 'boss'])}"
        condition = self.rng.choice([f"{member} is defined", f"{member} is not none", member, f"{member} != none"])
        return f"{member} if {condition} else {self.make('str', depth)}", COND

    def rules_html(self):
        make, pick = self.make, self.rng.choice
        rules = [
            lambda d: self.filtered("str", d, pick(["e", "escape", "safe"])),
            lambda d: self.binary(CAT, "html", "~", pick(["str", "int", "html"]), d),
            lambda d: self.filtered("words", d, "join('<br>'|safe)"),
            lambda d: self.filtered(pick(["int", "bool", "str", "ints", "words", "titles", "prices", "rows"]), d, "tojson"),
            lambda d: self.filtered("html", d, pick(["e", "safe", "trim"])),
        ]
        if any(macro.caller is None for macro in self.macros):
            rules += [self.called] * 3
        return rules

    def rules_bool(self):
        make, pick = self.make, self.rng.choice
        relation = ["==", "!=", "<", "<=", ">", ">="]
        rules = [
            lambda d: self.compared(pick(["int", "dec"]), relation, pick(["int", "dec"]), d),
            lambda d: self.chained(d), lambda d: self.compared("str", relation, "str", d),
            lambda d: self.compared(pick(["ints", "words", "bool", "prices"]), ["==", "!="], None, d),
            lambda d: (f"not {make('bool', d, NOT)}", NOT),
            lambda d: (f"{make('bool', d, AND)} and {make('bool', d, NOT)}", AND),
            lambda d: (f"{make('bool', d, OR)} or {make('bool', d, AND)}", OR),
            lambda d: self.compared("int", ["in", "not in"], "ints", d), lambda d: self.compared("str", ["in", "not in"], pick(["words", "str", "prices"]), d),
            lambda d: self.tested("int", d, pick(["odd", "even", "divisibleby 3", "divisibleby(2)"])),
            lambda d: self.tested("int", d, f"{pick(['eq', 'ne', 'lt', 'gt', 'ge', 'le', 'equalto', 'lessthan', 'greaterthan', 'sameas'])} {make('int', 0, POST)}"),
            lambda d: self.tested(pick(KINDS if self.pure(1) else ["int", "str", "bool", "ints", "words"]), d, pick(["string", "number", "mapping", "sequence", "iterable", "integer", "boolean"])),
            lambda d: self.tested("str", d, pick(["lower", "upper"])), lambda d: self.tested("str", d, f"in {make('words', d, POST)}"),
            lambda d: self.tested("bool", d, pick(["true", "false"])),
            *self.pure(lambda d: (f"{make('person', d, POST)}.nick is {pick(['', 'not '])}{pick(['defined', 'none', 'undefined'])}", CMP),
                       lambda d: (f"{make('person', d, POST)}.boss {pick(['==', '!='])} none", CMP),
                       lambda d: self.member("ok")),
        ]
        if self.loops:
            rules += [lambda d: self.loop_member(["first", "last"])] * 2
            if not self.asked_changed:
                rules.append(lambda d: self.changed())
        return rules

    def changed(self):
        self.asked_changed = True
        self.note("loop.changed")
        return f"loop.changed({self.make(self.rng.choice(['int', 'str']), 0)})", POST

    def compared(self, left, relations, right, depth):
        sign = self.rng.choice(relations)
        return f"{self.make(left, depth, ADD)} {sign} {self.make(right or left, depth, ADD)}", CMP

    def chained(self, depth):
        self.note("chained comparison")
        sign = lambda: self.rng.choice(["<", "<=", "==", "!=", ">"])
        return f"{self.make('int', depth, ADD)} {sign()} {self.make('int', 0, ADD)} {sign()} {self.make('int', depth, ADD)}", CMP

    def condition(self, depth=2, level=OR):
        """Anything that may stand behind `if`."""
        kinds = ["str", "ints", "words", "prices", *self.pure("people", "person")]
        if self.rng.random() < 0.25:
            return self.make(self.rng.choice(kinds), depth, level)
        if self.rng.random() < 0.1:
            return f"{self.make('str', 1, AND)} {self.rng.choice(['and', 'or'])} {self.make('bool', 1, NOT)}"
        return self.make("bool", depth, level)

    def list_rules(self, kind, item):
        make, pick = self.make, self.rng.choice
        return [
            lambda d: self.list_literal(item, d), lambda d: self.sliced(kind, d),
            lambda d: self.binary(ADD, kind, "+", kind, d),
            lambda d: self.filtered(kind, d, pick(["sort", "sort(reverse=true)", "sort(true)", "list", "reverse|list", "unique|list"])),
        ]

    def rules_ints(self):
        pick = self.rng.choice
        return [
            *self.list_rules("ints", "int"),
            lambda d: (f"range({pick(['3', '1, 4', '5, 0, -2', '0', '2, 9, 3'])})|list", UNARY),
            lambda d: self.filtered("ints", d, pick(["select", "reject"]) + f"({pick([repr('odd'), repr('even'), repr('gt') + ', 2', repr('divisibleby') + ', 3', repr('in') + ', [1, 2]'])})|list"),
            lambda d: self.filtered("words", d, "map('length')|list"), lambda d: self.filtered("ints", d, "map('abs')|list"),
            lambda d: self.filtered("words", d, "map('int')|list"),
            *self.pure(lambda d: self.filtered("people", d, "map(attribute='age')|list"),
                       lambda d: self.filtered("people", d, "map(attribute='tags')|map('length')|list")),
        ]

    def rules_decs(self):
        return [*self.list_rules("decs", "dec"), lambda d: self.filtered("decs", d, "map('round', 1)|list"),
                *self.pure(lambda d: self.filtered("people", d, "map(attribute='score')|list"))]

    def rules_words(self):
        make, pick = self.make, self.rng.choice
        rules = [
            *self.list_rules("words", "str"),
            lambda d: self.filtered("words", d, pick(["sort(case_sensitive=true)", "sort(true, true)", "unique(true)|list", "unique(case_sensitive=true)|list"])),
            lambda d: self.filtered("words", d, f"map({pick([repr('upper'), repr('trim'), repr('replace') + ', ' + repr('a') + ', ' + repr('b'), repr('default') + ', ' + repr('x') + ', true', repr('truncate') + ', 4, true'])})|list"),
            lambda d: self.filtered("ints", d, "map('string')|list"),
            lambda d: self.filtered("words", d, pick(["select", "reject"]) + "|list"),
            lambda d: self.filtered("words", d, f"select('in', ['a', 'b', {make('str', 0)}])|list"),
            lambda d: self.filtered("str", d, "list"),
            *self.pure(lambda d: self.filtered("people", d, "map(attribute='name')|list"),
                       lambda d: self.filtered("people", d, "map(attribute='nick', default='?')|list"),
                       lambda d: self.member("tags")),
        ]
        return rules

    def rules_rows(self):
        return [lambda d: self.filtered("ints", d, f"{self.rng.choice(['batch', 'slice'])}({self.rng.choice(['2', '3', '3, 0'])})|list"),
                lambda d: self.list_literal("ints", d)]

    def rules_people(self):
        make, pick = self.make, self.rng.choice
        return [
            lambda d: (pick(self.names.visible("people") or ["people"]), POST), lambda d: self.sliced("people", d),
            lambda d: self.filtered("people", d, f"sort(attribute='{pick(['name', 'score', 'home.no', 'ok', 'age,name'])}'{pick(['', ', reverse=true', ', reverse=' + make('bool', 0)])})"),
            lambda d: self.filtered("people", d, pick(["selectattr", "rejectattr"]) + "('ok')|list"),
            lambda d: self.filtered("people", d, f"selectattr('age', '{pick(['gt', 'lt', 'eq', '>=', 'ne', '<', '=='])}', {make('int', 0)})|list"),
            lambda d: self.filtered("people", d, pick(["selectattr", "rejectattr"]) + f"('name', 'in', {make('words', d)})|list"),
            lambda d: self.filtered("people", d, pick(["selectattr('nick', 'defined')|list", "rejectattr('boss', 'none')|list", "selectattr('home.no', 'odd')|list"])),
            lambda d: self.filtered("people", d, pick(["reverse|list", "unique(attribute='age')|list"])),
        ]

    def rules_person(self):
        return [lambda d: (self.rng.choice([*self.names.visible("person"), "people[0]", "people[-1]"]), POST),
                lambda d: (f"(people|{self.rng.choice(['first', 'last', 'min', 'max'])})".replace("min", "min(attribute='age')").replace("max", "max(attribute='score')"), POST),
                lambda d: ("(people|sort(attribute='name')|first)", POST)]

    def rules_prices(self):
        return self.map_rules("prices", "int")

    def rules_titles(self):
        return self.map_rules("titles", "str")

    def map_rules(self, kind, item):
        def literal(depth):
            self.note("map literal")
            return f"{{'a': {self.make(item, depth)}, {self.literal('b')}: {self.make(item, depth)}}}", POST
        return [lambda d: self.leaf(kind), literal, lambda d: (f"dict(a={self.make(item, d)}, x={self.make(item, d)})", POST)]

    def rules_who(self):
        return [lambda d: ("who", POST)]

    def rules_nil(self):
        return [lambda d: ("nil", POST)]

    # Parts

    def counted(self):
        self.note("|length")
        return self.rng.choice(["length", "count"])

    def element(self, kind):
        """An element of a list that is never empty."""
        if self.rng.random() < 0.5:
            return f"{self.full(kind)}[{self.rng.choice([0, -1])}]", POST
        name = self.rng.choice(["first", "last", "min", "max"])
        self.note("|" + name)
        return f"{self.full(kind)}|{name}", UNARY

    def sliced(self, kind, depth):
        self.note("slice")
        bounds = self.rng.choice(["1:", ":2", "-2:", "1:-1", ":", "0:1", ":-1", "1:9"])
        if self.rng.random() < 0.15:
            bounds = f"{self.make('int', 0)}:{self.rng.choice(['', '3'])}"
        return f"{self.make(kind, depth, POST)}[{bounds}]", POST

    def member(self, path):
        """A field of a person, by dots or by brackets."""
        person = self.make("person", 1, POST)
        if "." not in path and self.rng.random() < 0.2:
            return f"{person}['{path}']", POST
        return f"{person}.{path}", POST

    def loop_member(self, members):
        member = self.rng.choice(members)
        self.note("loop." + member)
        return "loop." + member, POST

    def list_literal(self, item, depth):
        self.note("list literal")
        inside = ", ".join(self.make(item, depth) for _ in range(self.rng.randint(1, 3)))
        return f"[{inside}{self.rng.choice(['', '', ','])}]", POST

    def record_literal(self, kind, depth):
        """A map literal of mixed types, whose keys are known."""
        self.note("record literal")
        other = self.rng.choice(PLAIN)
        return f"{{'k': {self.make(kind, depth)}, 'm': {self.make(other, 0)}}}.k", POST
