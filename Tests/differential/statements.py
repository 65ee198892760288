"""Templates made of statements; sometimes several files that extend and include one another."""

TEXTS = ["x", " ", "\n", "  \n", "a b", "<p>", "</p>", "\n  ", "中文", "&amp;", "}", "%}", "# ", "}}",
         "\t", "\n\n", " - ", "<br>\n", "\u3000", "1 < 2 "]


class StatementMaker:
    """Makes the templates of one case."""

    def __init__(self, rng, expressions):
        self.rng = rng
        self.expressions = expressions
        self.files = {}
        self.variables = 0
        self.has_loops = False

    def templates(self):
        kind = self.rng.random()
        if kind < 0.35:
            # One expression alone, so that a refusal hides nothing else.
            self.files["main"] = self.text() + self.output() + self.text()
        elif kind < 0.8:
            self.files["main"] = self.body(self.rng.randint(1, 4), 2)
        elif kind < 0.9:
            self.files["main"] = self.body(2, 1) + self.include() + self.body(1, 1)
        else:
            self.inheritance()
        return self.files

    def inheritance(self):
        names = ["head", "body", "foot"][: self.rng.randint(1, 3)]
        base = ""
        for name in names:
            scoped = self.rng.choice(["", " scoped"])
            base += self.text() + self.tag(f"block {name}{scoped}") + self.in_block(1)
            base += self.tag("endblock" + self.rng.choice(["", f" {name}"])) + self.text()
        self.files["base"] = base
        child = self.rng.choice(["", "\n", "{# c #}"]) + self.tag("extends 'base'") + "\n"
        if self.rng.random() < 0.5:
            child += self.set_statement()
        for name in names:
            if self.rng.random() < 0.6:
                child += self.rng.choice(["", "\n", " "]) + self.tag(f"block {name}")
                child += self.in_block(2) + self.tag("endblock")
        self.files["main"] = child

    def in_block(self, count):
        self.expressions.scopes.append({})
        body = self.body(count, 1)
        self.expressions.scopes.pop()
        return body

    # Pieces

    def sign(self, chance=0.12):
        return self.rng.choice("-+") if self.rng.random() < chance else ""

    def tag(self, inside):
        space = self.rng.choice(["", " ", " "])
        return "{%" + self.sign() + space + inside + space + self.sign() + "%}"

    def text(self):
        if self.rng.random() < 0.01:
            return "{"
        return "".join(self.rng.choice(TEXTS) for _ in range(self.rng.randint(0, 2)))

    def output(self):
        minus = self.rng.choice(["-", "", "", "", "", "", ""])
        kind = self.rng.choice(["int", "dec", "str", "str", "str"])
        return "{{" + minus + " " + self.expressions.make(kind) + " " + self.rng.choice(["-", "", "", ""]) + "}}"

    def body(self, count, depth):
        return "".join(self.text() + self.statement(depth) for _ in range(count)) + self.text()

    def statement(self, depth):
        choices = [self.output, self.output, self.output, self.attribute, self.comment, self.raw,
                   self.set_statement]
        if depth > 0:
            choices += [lambda: self.if_statement(depth - 1), lambda: self.for_statement(depth - 1),
                        lambda: self.for_statement(depth - 1)]
        return self.rng.choice(choices)()

    def attribute(self):
        kind = self.rng.choice(["int", "str", "str"])
        return f'<b title="{{{{ {self.expressions.make(kind, 2)} }}}}">'

    def comment(self):
        return "{#" + self.sign() + self.rng.choice([" c ", "", "\n", " {{ x }} "]) + self.sign() + "#}"

    def raw(self):
        contents = self.rng.choice(["{{ x }}", "\n{% if %}\n", "a", " {# "])
        minus = self.rng.choice(["", "", "-"])
        return "{%" + self.sign() + " raw " + minus + "%}" + contents + self.tag("endraw")

    def set_statement(self):
        self.variables += 1
        kind = self.rng.choice(["int", "str", "words", "ints", "bool", "prices"])
        names = [f"v{self.variables}", f"v{self.variables}", "变量"]
        # Jinja2 forgets the outer value of a name that is set behind a loop that reads it.
        if not self.has_loops:
            names += ["i", "s"]
        name = self.rng.choice(names)
        value = self.expressions.make(kind, 2)
        tag = self.tag(f"set {name} = {value}")
        self.expressions.scopes[-1][name] = kind
        return tag

    def if_statement(self, depth):
        text = self.tag("if " + self.expressions.condition()) + self.guarded(depth)
        while self.rng.random() < 0.3:
            text += self.tag("elif " + self.expressions.condition()) + self.guarded(depth)
        if self.rng.random() < 0.5:
            text += self.tag("else") + self.guarded(depth)
        return text + self.tag("endif")

    def guarded(self, depth):
        """A branch; what it sets is not counted on behind it."""
        self.expressions.scopes.append({})
        body = self.body(self.rng.randint(0, 2), depth)
        self.expressions.scopes.pop()
        return body

    def for_statement(self, depth):
        self.has_loops = True
        make = self.expressions.make
        name = self.rng.choice(["x", "y", "i", "项"])
        target, iterable, scope = self.rng.choice([
            lambda: (name, make("ints", 1), {name: "int"}),
            lambda: (name, make("words", 1), {name: "str"}),
            lambda: (name, make("people", 1), {name: "person"}),
            lambda: (name, "rows", {name: "ints"}), lambda: (name, "void", {}),
            lambda: (name, f"range({self.rng.choice(['3', 'i', '1, 5, 2'])})", {name: "int"}),
            lambda: (f"k, {name}", make("prices", 1) + "|items", {"k": "str", name: "int"}),
            lambda: (f"k,{name}", "titles|dictsort" + self.rng.choice(["", "(reverse=true)", "(by='value')", "(true)"]), {"k": "str", name: "str"}),
            lambda: (f"k, {name}", "people|groupby('ok')", {"k": "bool", name: "people"}),
            lambda: (f"k, {name}", "people|groupby('age')", {"k": "int", name: "people"}),
            lambda: (name, "more|batch(2)", {name: "ints"}),
            lambda: (name, "more|batch(3, 0)", {name: "ints"}),
            lambda: (name, "names|slice(2)", {name: "words"}),
        ])()
        condition = ""
        self.expressions.scopes.append(scope)
        if self.rng.random() < 0.25:
            loops, self.expressions.loops = self.expressions.loops, 0
            condition = f" if {self.expressions.condition(1)}"
            self.expressions.loops = loops
        text = self.tag(f"for {target} in {iterable}{condition}")
        self.expressions.loops += 1
        text += self.body(self.rng.randint(1, 2), depth)
        if self.rng.random() < 0.15:
            text += self.tag(f"if loop.previtem is defined and loop.index > 1") + "P" + self.tag("endif")
        self.expressions.loops -= 1
        self.expressions.scopes.pop()
        if self.rng.random() < 0.3:
            text += self.tag("else") + self.guarded(depth)
        return text + self.tag("endfor")

    def include(self):
        loops, self.expressions.loops = self.expressions.loops, 0
        self.files["part"] = self.body(2, 1)
        self.expressions.loops = loops
        return self.rng.choice([
            lambda: self.tag("include 'part'"),
            lambda: self.tag("include ['none', 'part']"),
            lambda: self.tag("include 'missing' ignore missing") + self.tag("include 'part' with context"),
            lambda: self.tag("for x in ints") + self.tag("include 'part'") + self.tag("endfor"),
        ])()
