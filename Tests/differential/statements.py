"""Templates made of statements: macros, imports, blocks over three levels, includes, loops."""

from dataclasses import dataclass, field

from expressions import OR, PLAIN, Names

TEXTS = ["x", " ", "\n", "  \n", "a b", "<p>", "</p>", "\n  ", "中文", "&amp;", "}", "%}", "# ", "}}",
         "\t", "\n\n", " - ", "<br>\n", "\u3000", "1 < 2 ", "{ "]
TYPES = {"int": "Int", "str": "String", "dec": "Decimal", "bool": "Bool", "words": "List<String>", "ints": "List<Int>"}


@dataclass
class Parameter:
    """A parameter of a macro."""

    name: str
    kind: str
    default: str | None = None


@dataclass
class Macro:
    """A macro that can be called from where it is known; `caller` are the kinds its caller is given."""

    name: str
    parameters: list
    caller: list | None = None


@dataclass
class Block:
    """A block of the root, with the names at its place."""

    name: str
    names: Names
    inside: list = field(default_factory=list)
    required: bool = False


class StatementMaker:
    """Makes the templates of one case."""

    def __init__(self, rng, expressions):
        self.rng = rng
        self.expressions = expressions
        self.files = {}
        self.count = 0
        self.has_calls = False
        self.in_macro = False
        self.namespaces = {}
        self.may_leave = False

    @property
    def names(self):
        return self.expressions.names

    def note(self, construct):
        self.expressions.note(construct)

    def templates(self):
        """The files of the case; the one to render is `main`."""
        build = self.rng.choices(
            [self.single, self.several, self.with_macros, self.with_includes, self.with_parents, self.layout],
            [24, 28, 17, 11, 14, 6])[0]
        build()
        return self.files

    def single(self):
        # One expression alone, so that a refusal hides nothing else.
        self.files["main"] = self.text() + self.output(3) + self.text()

    def several(self):
        self.files["main"] = self.body(self.rng.randint(1, 4), 2)

    def with_macros(self):
        head = self.macros_or_import()
        self.files["main"] = head + self.body(self.rng.randint(2, 4), 2)

    def with_includes(self):
        self.files["main"] = self.body(2, 1) + self.include() + self.body(1, 1)

    def layout(self):
        """Simple tags among all kinds of blank space, with signs at most of them."""
        self.note("layout")
        blanks = ["", " ", "\n", "\t", "\r\n", "\r", "\n\n", "  \n  ", "x", "x\n", " x ", "\f", "\v", "\u3000", "\u00a0", "{", "}", "-", "+", "%", "#", "\u2028", "\x85"]
        sign = lambda: self.rng.choice(["", "", "-", "+"])
        space = lambda: self.rng.choice(["", " ", "\n", "\t "])

        def tag(inside):
            return "{%" + sign() + self.rng.choice([" ", "\n", "  "]) + inside + space() + sign() + "%}"

        def pieces(depth):
            text = ""
            for _ in range(self.rng.randint(1, 4)):
                text += self.rng.choice(blanks).replace("{", "{ ") + self.rng.choice(blanks).replace("{", "{ ")
                kind = self.rng.choice(["output", "comment", "raw", "set", "if", "for", "text"])
                if kind == "output":
                    text += "{{" + self.rng.choice(["", "-"]) + space() + "1" + space() + self.rng.choice(["", "-"]) + "}}"
                elif kind == "comment":
                    text += "{#" + sign() + self.rng.choice(blanks) + "c" + self.rng.choice(blanks) + sign() + "#}"
                elif kind == "raw":
                    text += ("{%" + sign() + space() + "raw" + space() + self.rng.choice(["", "-"]) + "%}" + self.rng.choice(blanks)
                             + "{{ x }}" + self.rng.choice(blanks) + "{%" + sign() + space() + "endraw" + space() + sign() + "%}")
                elif kind == "set":
                    text += tag("set v = 1")
                elif depth and kind in ("if", "for"):
                    head = "if true" if kind == "if" else "for x in [1, 2]"
                    text += tag(head) + pieces(depth - 1) + tag("end" + kind)
            return text + self.rng.choice(blanks)

        self.files["main"] = pieces(2)

    # Pieces

    def chance(self, share):
        return self.rng.random() < share

    def sign(self, chance=0.12):
        return self.rng.choice("-+") if self.chance(chance) else ""

    def tag(self, inside):
        space = self.rng.choice(["", " ", " "])
        return "{%" + self.sign() + space + inside + space + self.sign() + "%}"

    def text(self):
        return "".join(self.rng.choice(TEXTS) for _ in range(self.rng.randint(0, 2)))

    def output(self, depth=2):
        minus = self.rng.choice(["-", "", "", "", "", "", ""])
        kind = self.rng.choice(["int", "dec", "str", "str", "str", "html"])
        return "{{" + minus + " " + self.expressions.make(kind, depth) + " " + self.rng.choice(["-", "", "", ""]) + "}}"

    def body(self, count, depth):
        return "".join(self.text() + self.statement(depth) for _ in range(count)) + self.text()

    def statement(self, depth):
        choices = [self.output, self.output, self.output, self.attribute, self.comment, self.raw, self.set_statement]
        if self.expressions.loops and self.may_leave:
            choices.append(self.loop_control)
        if self.namespaces:
            choices += [self.set_namespace] * 2
        if depth > 0:
            inner = [self.if_statement, self.for_statement, self.for_statement, self.with_statement, self.block_set]
            choices += [lambda make=make: make(depth - 1) for make in inner]
            if not self.in_macro and not self.expressions.loops:
                choices.append(lambda: self.namespace(depth - 1))
            if any(macro.caller is not None for macro in self.expressions.macros):
                choices += [lambda: self.call_statement(depth - 1)] * 3
        return self.rng.choice(choices)()

    def attribute(self):
        kind = self.rng.choice(["int", "dec", "str", "str"])
        place = self.rng.choice(['<b title="{}">', "<i class='a {}'>", '<p data-x="{}">', "<title>{}</title>"])
        # D9 percent-encodes what is no number there, so nothing of another type may slip in.
        if kind == "int" and self.expressions.wildness == 0 and self.chance(0.4):
            place = self.rng.choice(['<a href="/x/{}/">', '<a href="?n={}">', '<img alt="" src="/i{}.png">'])
        return place.format("{{ " + self.expressions.make(kind, 2) + " }}")

    def comment(self):
        return "{#" + self.sign() + self.rng.choice([" c ", "", "\n", " {{ x }} ", " {% if %} ", " # "]) + self.sign() + "#}"

    def raw(self):
        self.note("raw")
        contents = self.rng.choice(["{{ x }}", "\n{% if %}\n", "a", " {# "])
        return "{%" + self.sign() + " raw " + self.rng.choice(["", "", "-"]) + "%}" + contents + self.tag("endraw")

    def fresh(self):
        self.count += 1
        return self.rng.choice([f"v{self.count}", f"v{self.count}", f"变量{self.count}"])

    def set_statement(self):
        kind = self.rng.choice([*PLAIN, "words", "ints", "prices", "html"])
        name = self.fresh()
        # Jinja2 forgets the outer value of a name that is set behind the body of a call that reads it.
        if not self.has_calls and not self.in_macro and self.chance(0.2):
            name = self.rng.choice(["i", "s", "变量"])
        value = self.expressions.make(kind, 2)
        self.names.let(name, kind)
        return self.tag(f"set {name} = {value}")

    def block_set(self, depth):
        self.note("block set")
        name = self.fresh()
        filters = ""
        if self.chance(0.3):
            self.note("block set with a filter")
            filters = self.rng.choice(["|trim", " | trim", "|upper", "|striptags", "|trim|length"])
        # A `break` out of the middle of a set block is nobody's intention.
        body = self.outside_loop(lambda: self.scoped(lambda: self.body(1, min(depth, 1))))
        self.names.let(name, {"|striptags": "skip", "|trim|length": "skip"}.get(filters, "html"))
        return self.tag(f"set {name}{filters}") + body + self.tag("endset")

    def scoped(self, make, frame=None):
        """What the function makes, with a frame of names of its own."""
        self.names.push(dict(frame or {}))
        made = make()
        self.names.pop()
        return made

    def if_statement(self, depth):
        condition = self.expressions.condition
        text = self.tag("if " + condition()) + self.guarded(depth)
        while self.chance(0.3):
            text += self.tag("elif " + condition()) + self.guarded(depth)
        if self.chance(0.25):
            self.note("set on all branches")
            name, kind = self.fresh(), self.rng.choice(PLAIN)
            value = lambda: self.tag(f"set {name} = {self.expressions.make(kind, 1)}")
            text = self.tag("if " + condition()) + value() + self.tag("else") + value() + self.tag("endif")
            self.names.let(name, kind)
            return text
        if self.chance(0.5):
            text += self.tag("else") + self.guarded(depth)
        return text + self.tag("endif")

    def guarded(self, depth):
        """A branch; what it sets is not counted on behind it."""
        return self.scoped(lambda: self.body(self.rng.randint(0, 2), depth))

    def with_statement(self, depth):
        self.note("with")
        frame = {}
        values = []
        for _ in range(self.rng.choice([1, 1, 2, 0])):
            kind = self.rng.choice([*PLAIN, "words", "html"])
            values.append((self.fresh(), kind, self.expressions.make(kind, 2)))
        frame = {name: kind for name, kind, _ in values}
        head = ", ".join(f"{name} = {value}" for name, _, value in values)
        body = self.scoped(lambda: self.body(self.rng.randint(1, 2), depth), frame)
        return self.tag(f"with {head}") + body + self.tag("endwith")

    def namespace(self, depth):
        """A namespace, a loop that adds to it, and what has come out."""
        self.note("namespace")
        name = f"ns{self.count}"
        self.count += 1
        kinds = {member: kind for member, kind in [("n", "int"), ("t", "str"), ("on", "bool"), ("all", "words"), ("d", "dec")]
                 if self.chance(0.6)} or {"n": "int"}
        values = ", ".join(f"{member}={self.expressions.make(kind, 1)}" for member, kind in kinds.items())
        self.namespaces[name] = kinds
        for member, kind in kinds.items():
            self.names.let(f"{name}.{member}", kind)
        text = self.tag(f"set {name} = namespace({values})") + self.for_statement(depth)
        text += self.set_namespace()
        del self.namespaces[name]
        return text + "{{ " + self.rng.choice([f"{name}.{member}" for member in kinds if kinds[member] in ("int", "str", "dec")] or ["1"]) + " }}"

    def set_namespace(self):
        name = self.rng.choice(list(self.namespaces))
        member, kind = self.rng.choice(list(self.namespaces[name].items()))
        # `n * n` in a loop soon passes all bounds.
        value = f"{name}.{member} + {self.rng.choice(['1', '2', '-1'])}" if kind in ("int", "dec") else self.expressions.make(kind, 1)
        if kind == "str":
            value = self.expressions.make(kind, 0)
        if kind == "words":
            value = f"{name}.{member}[:2] + {self.expressions.make(kind, 0, OR + 5)}"
        return self.tag(f"set {name}.{member} = {value}")

    def loop_control(self):
        word = self.rng.choice(["break", "continue"])
        self.note(word)
        return self.tag("if " + self.expressions.condition(1)) + self.tag(word) + self.tag("endif")

    def for_statement(self, depth):
        make, pick = self.expressions.make, self.rng.choice
        name = pick(["x", "y", "项", "i" if not self.in_macro else "x"])
        whole = [
            lambda: (name, make("ints", 1, OR), {name: "int"}), lambda: (name, make("words", 1, OR), {name: "str"}),
            lambda: (name, f"range({pick(['3', '4', '1, 5, 2', '5, 0, -1'])})", {name: "int"}),
            lambda: (f"k, {name}", make("prices", 1, 8) + "|items", {"k": "str", name: "int"}),
            lambda: (name, f"{make('ints', 1, 8)}|batch({pick(['2', '3, 0'])})", {name: "ints"}),
            lambda: (name, f"{make('words', 1, 8)}|slice({pick(['2', '3', '3, ' + repr('-')])})", {name: "words"}),
            lambda: (name, f"{make('words', 1, 8)}|{pick(['sort', 'unique', 'reverse', 'map(' + repr('upper') + ')'])}", {name: "str"}),
            lambda: (name, "[]", {name: "skip"}),
        ]
        data = [
            lambda: (name, make("people", 1, OR), {name: "person"}), lambda: (name, make("people", 1, OR), {name: "person"}),
            lambda: (name, "rows", {name: "ints"}),
            lambda: (f"k,{name}", make("titles", 1, 8) + "|dictsort" + pick(["", "(reverse=true)", "(by='value')", "(true)", "(false, 'value', true)"]), {"k": "str", name: "str"}),
            lambda: (f"k, {name}", f"people|groupby('{pick(['age', 'home.no'])}')", {"k": "int", name: "people"}),
            lambda: (f"k, {name}", "people|groupby('ok')", {"k": "bool", name: "people"}),
            lambda: (f"k, {name}", f"people|groupby('name'{pick(['', ', case_sensitive=true'])})", {"k": "str", name: "people"}),
            lambda: (f"k, {name}", "people|groupby('nick', default='-')", {"k": "str", name: "people"}),
            lambda: (name, "people|groupby('age')", {name: "skip", f"{name}.grouper": "int", f"{name}.list": "people"}),
        ]
        target, iterable, frame = pick(whole + (data if self.expressions.pure(1) else []))()
        self.note("for " + iterable.rsplit("|", 1)[-1].split("(")[0] if "|" in iterable else "for")
        condition = self.filter_of(frame)
        text = self.tag(f"for {target} in {iterable}{condition}")
        # A loop with an else may not be left early: what Jinja2 does then is a surprise.
        has_else = self.chance(0.3)
        controls, self.may_leave = self.may_leave, not has_else
        asked, self.expressions.asked_changed = self.expressions.asked_changed, False
        self.expressions.loops += 1
        text += self.scoped(lambda: self.body(self.rng.randint(1, 2), depth) + self.neighbour(frame, name), frame)
        self.expressions.loops -= 1
        self.expressions.asked_changed = asked
        self.may_leave = controls
        if has_else:
            text += self.tag("else") + self.outside_loop(lambda: self.guarded(depth))
        return text + self.tag("endfor")

    def outside_loop(self, make):
        """What stands where the loop is not in sight."""
        loops, self.expressions.loops = self.expressions.loops, 0
        made = make()
        self.expressions.loops = loops
        return made

    def filter_of(self, frame):
        if not self.chance(0.25):
            return ""
        self.note("filtered for")
        return " if " + self.outside_loop(lambda: self.scoped(lambda: self.expressions.condition(1), frame))

    def neighbour(self, frame, name):
        if list(frame) != [name] or frame[name] not in PLAIN or not self.chance(0.15):
            return ""
        self.note("previtem, nextitem")
        side = "loop." + self.rng.choice(["previtem", "nextitem"])
        return self.tag(f"if {side} is defined") + "{{ " + (f"{side}" if frame[name] != "bool" else "1") + " }}" + self.tag("endif")

    # Macros

    def macros_or_import(self):
        """Macros at the top of the file, or an import of a file that has them."""
        made = []
        text = "".join(self.macro(made) + self.rng.choice(["", "\n"]) for _ in range(self.rng.randint(1, 3)))
        style = self.rng.random()
        if style < 0.5:
            self.expressions.macros += made
            return text
        self.files["lib"] = text
        if style < 0.75:
            self.note("import")
            self.expressions.macros += [Macro("lib." + macro.name, macro.parameters, macro.caller) for macro in made]
            return self.tag("import 'lib' as lib") + "\n"
        self.note("from import")
        chosen = [(macro, macro.name if self.chance(0.5) else macro.name + "x") for macro in made]
        listed = ", ".join(macro.name if macro.name == name else f"{macro.name} as {name}" for macro, name in chosen)
        self.expressions.macros += [Macro(name, macro.parameters, macro.caller) for macro, name in chosen]
        return self.tag("from 'lib' import " + listed) + "\n"

    def macro(self, made):
        """A macro's text; it may call those made before it, and sees nothing but its parameters."""
        self.note("macro")
        name = f"m{len(made)}"
        parameters = []
        for number in range(self.rng.randint(0, 3)):
            kind = self.rng.choice(["int", "str", "str", "dec", "bool", "words", "person"])
            default = None
            if kind in ("int", "str", "dec", "bool") and (self.chance(0.4) or parameters and parameters[-1].default):
                self.note("default of a parameter")
                default = {"int": "7", "str": "'d'", "dec": "1.50", "bool": "false"}[kind]
            elif parameters and parameters[-1].default:
                break
            parameters.append(Parameter(f"p{number}", kind, default))
        caller = [self.rng.choice(["int", "str"]) for _ in range(self.rng.randint(0, 2))] if self.chance(0.35) else None
        macro = Macro(name, parameters, caller)
        head = ", ".join(self.parameter(each) for each in parameters)
        text = self.tag(f"macro {name}({head})") + self.apart(parameters, macro, made) + self.tag("endmacro")
        made.append(macro)
        return text

    def parameter(self, parameter):
        text = parameter.name
        if parameter.kind in TYPES and self.chance(0.15):
            self.note("typed parameter")
            text += ": " + TYPES[parameter.kind]
        return text + (f"={parameter.default}" if parameter.default else "")

    def apart(self, parameters, macro, made):
        """The body of a macro, made with its own names only."""
        expressions = self.expressions
        kept = (expressions.names, expressions.macros, expressions.loops, self.in_macro, self.namespaces)
        expressions.names = Names([{each.name: each.kind for each in parameters}])
        expressions.macros = [each for each in made if each.caller is None]
        expressions.loops, self.in_macro, self.namespaces = 0, True, {}
        text = self.body(self.rng.randint(1, 2), 1)
        if macro.caller is not None:
            self.note("caller")
            call = lambda: "{{ caller(" + ", ".join(expressions.make(kind, 1) for kind in macro.caller) + ") }}"
            text += call() if self.chance(0.6) else self.tag("for x in [1, 2]") + call() + self.tag("endfor")
            text += self.text()
        expressions.names, expressions.macros, expressions.loops, self.in_macro, self.namespaces = kept
        return text

    def call_statement(self, depth):
        self.note("call")
        self.has_calls = True
        macro = self.rng.choice([each for each in self.expressions.macros if each.caller is not None] or [None])
        if macro is None:
            return self.output()
        frame = {f"c{number}": kind for number, kind in enumerate(macro.caller)}
        if frame:
            self.note("call with parameters")
        call = self.expressions.call_text(macro, 1)
        # `loop` inside the body is the loop round the call, which Jinja2 sees only sometimes.
        body = self.outside_loop(lambda: self.scoped(lambda: self.body(1, depth), frame))
        return self.tag(f"call{'(' + ', '.join(frame) + ')' if frame else ''} {call}") + body + self.tag("endcall")

    # Includes

    def include(self):
        """An include of a file that is made for the names at this place."""
        style = self.rng.choice(["plain", "plain", "list", "missing", "loop", "with", "only", "without"])
        self.note("include" if style in ("plain", "loop") else f"include {style}")
        if style == "loop":
            self.names.push({"x": "int"})
        if style in ("with", "only"):
            return self.include_with(style)
        self.files["part"] = self.part(Names([{}]) if style == "without" else self.names.snapshot())
        text = {
            "plain": lambda: self.tag("include 'part'" + self.rng.choice(["", " with context", " ignore missing"])),
            "list": lambda: self.tag("include ['none', 'part']"),
            "missing": lambda: self.tag("include 'missing' ignore missing") + self.tag("include 'part' with context"),
            "loop": lambda: self.tag("for x in ints") + self.tag("include 'part'") + self.tag("endfor"),
            "without": lambda: self.tag("include 'part' without context"),
        }[style]()
        if style == "loop":
            self.names.pop()
        return text

    def part(self, names):
        """The text of an included file."""
        expressions = self.expressions
        kept, expressions.names = expressions.names, names
        pure, self.in_macro = self.in_macro, True
        macros, expressions.macros = expressions.macros, []
        spaces, self.namespaces = self.namespaces, {}
        text = self.outside_loop(lambda: self.body(2, 1))
        expressions.names, self.in_macro, expressions.macros, self.namespaces = kept, pure, macros, spaces
        return text

    def include_with(self, style):
        """D6: `include … with {…}`, which the oracle writes as a `with` round an include."""
        frame = {name: self.rng.choice([*PLAIN, "words"]) for name in ("a", "b")[: self.rng.randint(1, 2)]}
        values = ", ".join(f"'{name}': {self.expressions.make(kind, 1)}" for name, kind in frame.items())
        names = Names([frame]) if style == "only" else Names([*self.names.snapshot().frames, frame])
        self.files["part"] = self.part(names)
        only = " only" if style == "only" else ""
        return self.tag(f"include 'part' with {{{values}}}{only}")

    # Blocks

    def with_parents(self):
        """A child, sometimes a template between, and the root, whose blocks they fill."""
        blocks = []
        # What the child sets at its top is there in the blocks and in the root.
        given = {f"top{number}": self.rng.choice(PLAIN) for number in range(self.rng.randint(0, 2))}
        values = {name: self.expressions.make(kind, 2) for name, kind in given.items()}
        macros = self.macros_or_import() if self.chance(0.25) else ""
        known, self.expressions.macros = self.expressions.macros, []
        self.names.push(given)
        root = self.text()
        for name in ["head", "body", "foot"][: self.rng.randint(1, 3)]:
            root += self.text() + self.block(name, blocks) + self.text()
            if self.chance(0.3):
                root += self.body(1, 1)
        self.names.pop()
        self.files["root"] = root
        levels = ["root"]
        if self.chance(0.5):
            self.note("three levels")
            self.files["middle"] = self.tag("extends 'root'") + self.overrides(blocks, {})
            levels.append("middle")
        self.expressions.macros = known
        sets = "".join(self.tag(f"set {name} = {value}") + "\n" for name, value in values.items())
        if sets:
            self.note("set of a child")
        self.note("extends")
        must = {block.name for block in blocks if block.required}
        self.files["main"] = (self.rng.choice(["", "\n", "{# c #}"]) + self.tag(f"extends '{levels[-1]}'") + "\n"
                              + macros + sets + self.overrides(blocks, must))

    def block(self, name, blocks):
        """A block of the root; inside a loop it is scoped and sees the loop's variable."""
        scoped = self.chance(0.3)
        if self.chance(0.15):
            self.note("required block")
            blocks.append(Block(name, self.names.snapshot(), required=True))
            return self.tag(f"block {name} required") + self.tag("endblock")
        if scoped and self.chance(0.7):
            self.note("scoped block in a loop")
            self.names.push({"x": "int"})
            blocks.append(Block(name, self.names.snapshot()))
            inside = self.apart_from_macro(lambda: self.body(1, 1))
            self.names.pop()
            return (self.tag("for x in more") + self.tag(f"block {name} scoped") + inside + self.tag("endblock")
                    + self.tag("endfor"))
        blocks.append(Block(name, self.names.snapshot()))
        inside = self.scoped(lambda: self.body(1, 1))
        if self.chance(0.25):
            self.note("nested block")
            inside += self.scoped(lambda: self.block(name + "2", blocks))
        head = f"block {name}" + (" scoped" if scoped else "")
        return self.tag(head) + inside + self.tag("endblock" + self.rng.choice(["", f" {name}"]))

    def apart_from_macro(self, make):
        return self.outside_loop(lambda: self.scoped(make))

    def overrides(self, blocks, must):
        text = ""
        for block in blocks:
            if block.name not in must and not self.chance(0.6):
                continue
            kept, self.expressions.names = self.expressions.names, block.names.snapshot()
            inside = self.apart_from_macro(lambda: self.body(self.rng.randint(0, 2), 1))
            if not block.required and self.chance(0.5):
                self.note("super")
                inside += self.rng.choice(["{{ super() }}", "{{- super() -}}", "<b>{{ super() }}</b>"]) + self.text()
            self.expressions.names = kept
            text += self.rng.choice(["", "\n", " "]) + self.tag(f"block {block.name}") + inside + self.tag("endblock")
        return text
