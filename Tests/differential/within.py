"""Whether a case of Jinja2's stays within the language, decided without asking sunboard.

Two looks: one at Jinja2's own syntax tree, for constructs that the language leaves out on purpose,
one at a rendering by Jinja2 that notes which types are printed, compared, looped over and used as
conditions. The answer is a set of reasons; an empty one means that sunboard has to accept the case.
"""

import re
from decimal import Decimal

import jinja2
from jinja2 import meta, nodes
from jinja2.runtime import LoopContext, Macro, Undefined
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

FILTERS = set("""default d join length count first last sort unique reverse map select reject selectattr
rejectattr groupby batch slice sum min max round abs int upper lower title capitalize trim replace
truncate wordwrap indent striptags urlencode tojson items dictsort list string safe escape e""".split())
TESTS = set("""defined undefined none even odd divisibleby in eq ne lt le gt ge equalto lessthan greaterthan
== != < <= > >= string number integer mapping sequence iterable boolean true false sameas lower upper""".split())
FUNCTIONS = {"range", "namespace", "dict", "cycler", "joiner"}
OPTIONS = {"trim_blocks", "lstrip_blocks", "keep_trailing_newline"}


def kind(value):
    """The language's name for what a Python value is."""
    if isinstance(value, Undefined):
        return "undefined"
    if value is None:
        return "none"
    for types, name in [((bool,), "Bool"), ((int,), "Int"), ((Decimal,), "Decimal"), ((float,), "Quotient"),
                        ((Markup,), "Html"), ((str,), "String"), ((tuple,), "tuple"), ((dict,), "Map"),
                        ((list,), "List"), ((LoopContext,), "Loop"), ((Namespace,), "Namespace"),
                        ((Macro, Cycler, Joiner), "function")]:
        if isinstance(value, types):
            return name
    return type(value).__name__


def family(name):
    """Types that may be compared with one another."""
    return {"Int": "number", "Decimal": "number", "Quotient": "number", "Html": "String",
            "tuple": "List", "generator": "List", "range": "List", "none": None, "undefined": None}.get(name, name)


def mixed(value):
    """Whether a list somewhere inside holds elements of different families."""
    if isinstance(value, dict):
        return any(mixed(inner) for inner in value.values())
    if isinstance(value, list):
        kinds = {family(kind(inner)) for inner in value} - {None}
        return len(kinds) > 1 or any(mixed(inner) for inner in value) or clash(value)
    return False


def clash(rows):
    """Whether a key has values of different families in the maps of a list."""
    seen = {}
    for row in rows:
        for key, value in row.items() if isinstance(row, dict) else ():
            if family(kind(value)):
                seen.setdefault(key, set()).add(family(kind(value)))
    return any(len(kinds) > 1 for kinds in seen.values())


class Static:
    """What the syntax trees of a case show."""

    def __init__(self, case):
        self.reasons = set()
        self.known = set(case["data"]) | FUNCTIONS
        self.sources = case["templates"]
        environment = jinja2.Environment(extensions=["jinja2.ext.loopcontrols", "jinja2.ext.do"])
        self.trees = {}
        for name, source in self.sources.items():
            try:
                self.trees[name] = environment.parse(source)
            except jinja2.TemplateSyntaxError:
                pass
        stored = {name.name for tree in self.trees.values() for name in tree.find_all(nodes.Name)
                  if name.ctx != "load"}
        for tree in self.trees.values():
            self.tree(tree)
            try:
                free = meta.find_undeclared_variables(tree)
            except jinja2.TemplateError:
                continue
            if free - self.known - stored - self.macros - {"caller", "self", "super", "varargs", "kwargs"}:
                self.say("a name that nothing defines")
        if any(re.search(r"\{\{[^}]*\b[0-9][0-9_.]*[eE][+-]?[0-9]", text) for text in self.sources.values()):
            self.say("a number with an exponent")

    def say(self, reason):
        self.reasons.add(reason)

    def tree(self, tree):
        imported = set()
        for node in tree.find_all((nodes.Import, nodes.FromImport)):
            if isinstance(node, nodes.Import):
                imported.add(node.target)
            else:
                imported |= {name if isinstance(name, str) else name[1] for name in node.names}
        self.macros = {node.name for node in tree.find_all(nodes.Macro)} | imported
        extends = list(tree.find_all(nodes.Extends))
        if extends:
            first = next((node for node in tree.body if not blank(node)), None)
            if first is not extends[0] or len(extends) > 1:
                self.say("extends is not the first tag")
            for node in tree.body:
                if not blank(node) and not isinstance(node, (
                        nodes.Extends, nodes.Block, nodes.Assign, nodes.AssignBlock, nodes.Macro,
                        nodes.Import, nodes.FromImport)):
                    self.say("text outside blocks of a child")
            self.unknown_blocks(tree, extends[0])
        self.walk(tree, [], ())

    def unknown_blocks(self, tree, extends):
        parents = set()
        climbed = 0
        while extends and (climbed := climbed + 1) < 20 and isinstance(extends.template, nodes.Const):
            parent = self.trees.get(extends.template.value)
            if parent is None:
                return
            parents |= {block.name for block in parent.find_all(nodes.Block)}
            extends = parent.find(nodes.Extends)
        for block in tree.find_all(nodes.Block):
            nested = any(block in list(other.find_all(nodes.Block))
                         for other in tree.find_all(nodes.Block) if other is not block)
            if block.name not in parents and not nested:
                self.say("a block that the parent does not have")

    def walk(self, node, scopes, parents):
        check = getattr(self, "check_" + type(node).__name__, None)
        if check:
            check(node, parents)
        for child in node.iter_child_nodes():
            self.walk(child, scopes, (*parents, node))

    def inside(self, parents, kinds):
        return next((node for node in reversed(parents) if isinstance(node, kinds)), None)

    def check_FilterBlock(self, node, parents):
        self.say("{% filter %}")

    def check_ScopedEvalContextModifier(self, node, parents):
        self.say("{% autoescape %}")

    def check_ExprStmt(self, node, parents):
        self.say("{% do %}")

    def check_Pow(self, node, parents):
        self.say("**")

    def check_Tuple(self, node, parents):
        if isinstance(parents[-1], nodes.For) and parents[-1].target is node and node.ctx == "store":
            return
        self.say("a tuple")

    def check_For(self, node, parents):
        if node.recursive:
            self.say("a recursive loop")

    def check_CondExpr(self, node, parents):
        if node.expr2 is None:
            self.say("if without else in an expression")

    def check_Slice(self, node, parents):
        if node.step is not None:
            self.say("a slice with a step")

    def check_Pair(self, node, parents):
        if not (isinstance(node.key, nodes.Const) and isinstance(node.key.value, str)):
            self.say("a key that is no literal text")

    def check_Extends(self, node, parents):
        if not isinstance(node.template, nodes.Const):
            self.say("dynamic extends, include or import")

    def check_Import(self, node, parents):
        self.check_Extends(node, parents)
        if node.with_context:
            self.say("import with context")

    def check_FromImport(self, node, parents):
        self.check_Import(node, parents)

    def check_Include(self, node, parents):
        names = [node.template]
        if isinstance(node.template, (nodes.Tuple, nodes.List)):
            names = node.template.items
        if not all(isinstance(name, nodes.Const) and isinstance(name.value, str) for name in names):
            self.say("dynamic extends, include or import")

    def check_Filter(self, node, parents):
        if node.name not in FILTERS:
            self.say("filter " + node.name)
        self.spread(node)

    def check_Test(self, node, parents):
        if node.name not in TESTS:
            self.say("test " + node.name)
        self.spread(node)

    def check_Call(self, node, parents):
        self.spread(node)
        function = node.node
        if isinstance(function, nodes.Name):
            if function.name not in FUNCTIONS | {"caller", "super"} | self.macros:
                self.say("a call of something else")
            if function.name == "dict" and node.args:
                self.say("dict of a dict")
        elif isinstance(function, nodes.Getattr) and isinstance(function.node, nodes.Name):
            if function.node.name == "self":
                self.say("self")
            elif function.node.name != "loop" and function.node.name not in self.macros \
                    and function.attr != "next":
                self.say("a method")
        else:
            self.say("a call of something else")

    def spread(self, node):
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.say("* or ** in a call")

    def check_Name(self, node, parents):
        if node.name == "self":
            self.say("self")
        macro = self.inside(parents, (nodes.Macro, nodes.CallBlock))
        if node.name in ("varargs", "kwargs") and macro:
            self.say("varargs or kwargs")

    def check_Macro(self, node, parents):
        if self.inside(parents, (nodes.For, nodes.Macro, nodes.CallBlock, nodes.If, nodes.With)):
            self.say("a macro inside another construct")
        for default in node.defaults:
            if not isinstance(default, nodes.Const):
                self.say("a default that is no literal")
        own = {name.name for name in node.find_all(nodes.Name) if name.ctx in ("param", "store")}
        for name in node.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in own | FUNCTIONS | self.macros | {
                    "caller", "loop", "varargs", "kwargs", "self"}:
                self.say("D8: a macro that reads the context")

    def check_CallBlock(self, node, parents):
        for default in node.defaults:
            if not isinstance(default, nodes.Const):
                self.say("a default that is no literal")

    def check_Getattr(self, node, parents):
        if isinstance(node.node, nodes.Name) and node.node.name in ("super", "self", "caller"):
            self.say("attributes of super, self or caller")
        if isinstance(node.node, nodes.Name) and node.node.name in self.macros and not (
                isinstance(parents[-1], nodes.Call)):
            self.say("an attribute of a macro or module")
        if node.attr.startswith("_"):
            self.say("a hidden attribute")

    def check_Const(self, node, parents):
        if isinstance(node.value, int) and abs(node.value) >= 10**18:
            self.say("a number beyond 18 digits")

    def check_Assign(self, node, parents):
        if isinstance(node.target, nodes.Tuple):
            self.say("a tuple")


def blank(node):
    return isinstance(node, nodes.Output) and all(
        isinstance(inner, nodes.TemplateData) and not inner.data.strip() for inner in node.nodes)


class Watching(NodeTransformer):
    """Puts an observing filter round what decides, what is compared and what is looped over."""

    def __init__(self):
        self.count = 0
        self.places = {}

    def number(self, tree):
        """Counts the outputs in the order of the text, before anything is wrapped."""
        outputs = [inner for node in tree.find_all(nodes.Output) for inner in node.nodes
                   if not isinstance(inner, nodes.TemplateData)]
        self.places = {id(inner): place for place, inner in enumerate(outputs)}
        self.kept = outputs
        return tree

    def watch(self, node, role, *more):
        if node is None:
            return None
        return nodes.Filter(node, "_watch", [nodes.Const(role), *map(nodes.Const, more)], [], None, None,
                            lineno=node.lineno)

    def visit_Output(self, node):
        self.generic_visit(node)
        for index, inner in enumerate(node.nodes):
            if not isinstance(inner, nodes.TemplateData):
                node.nodes[index] = self.watch(inner, "printed", inner.lineno, str(self.places.get(id(inner))))
        return node

    def visit_Concat(self, node):
        self.generic_visit(node)
        node.nodes = [self.watch(inner, "printed") for inner in node.nodes]
        return node

    def visit_If(self, node):
        self.generic_visit(node)
        node.test = self.watch(node.test, "condition")
        return node

    def visit_CondExpr(self, node):
        self.generic_visit(node)
        self.count += 1
        node.test = self.watch(node.test, "condition")
        node.expr1 = self.watch(node.expr1, "together", self.count)
        node.expr2 = self.watch(node.expr2, "together", self.count)
        return node

    def visit_For(self, node):
        self.generic_visit(node)
        node.test = self.watch(node.test, "condition")
        node.iter = self.watch(node.iter, "iterated")
        return node

    def visit_Not(self, node):
        self.generic_visit(node)
        node.node = self.watch(node.node, "condition")
        return node

    def visit_And(self, node):
        self.generic_visit(node)
        node.left = self.watch(node.left, "condition")
        node.right = self.watch(node.right, "condition")
        return node

    visit_Or = visit_And

    def visit_List(self, node):
        self.generic_visit(node)
        self.count += 1
        node.items = [self.watch(item, "listed", self.count) for item in node.items]
        return node

    def visit_Compare(self, node):
        self.generic_visit(node)
        self.count += 1
        if all(op.op not in ("in", "notin") for op in node.ops):
            node.expr = self.watch(node.expr, "together", self.count)
            for op in node.ops:
                op.expr = self.watch(op.expr, "together", self.count)
        return node

    def visit_BinExpr(self, node):
        self.generic_visit(node)
        node.left = self.watch(node.left, "operand", node.operator)
        node.right = self.watch(node.right, "operand", node.operator)
        return node

    visit_Add = visit_Sub = visit_Mul = visit_Div = visit_FloorDiv = visit_Mod = visit_BinExpr

    def visit_Filter(self, node):
        self.generic_visit(node)
        if node.node is not None:
            node.node = self.watch(node.node, "filtered", node.name)
        return node


class WatchedEnvironment(jinja2.Environment):
    """Renders as Jinja2 does and notes what it meets."""

    def __init__(self, seen, **options):
        super().__init__(**options)
        self.seen = seen

        @jinja2.pass_context
        def watch(context, value, *role):
            if role == ("filtered", "join") and isinstance(value, (list, tuple)):
                seen.setdefault(("joined",), set()).update(map(kind, value))
            seen.setdefault(role, set()).add(kind(value))
            return value

        self.filters["_watch"] = watch

    def _generate(self, source, *arguments, **options):
        watching = Watching()
        return super()._generate(watching.visit(watching.number(source)), *arguments, **options)


def dynamic(case, options, dump, rounding):
    """Reasons that a rendering shows."""
    seen = {}
    environment = WatchedEnvironment(
        seen, autoescape=True, undefined=jinja2.StrictUndefined, extensions=["jinja2.ext.loopcontrols"],
        loader=jinja2.DictLoader(case["templates"]), cache_size=0, **options)
    environment.policies["json.dumps_function"] = dump
    environment.filters["round"] = rounding
    try:
        environment.get_template(case["main"]).render(**case["loaded"])
    except Exception as error:
        return {f"Jinja2 refuses ({type(error).__name__})"}
    reasons = set()
    for role, kinds in seen.items():
        if role[0] == "printed":
            case.setdefault("printed", {})[role[-1]] = kinds
            for name in kinds - {"Int", "Decimal", "String", "Html"}:
                reasons.add("prints what has no one spelling (" + (
                    name if name in ("Bool", "none", "undefined", "Quotient", "List", "Map", "tuple") else "object") + ")")
        elif role[0] == "condition" and kinds & {"Int", "Decimal", "Quotient"}:
            reasons.add("a number as a condition")
        elif role[0] == "iterated" and kinds & {"String", "Html", "Map", "none", "undefined"}:
            reasons.add("loops over what is no list")
        elif role[0] == "together" and len({family(name) for name in kinds} - {None}) > 1:
            reasons.add("types that differ, compared or in one list")
        elif role[0] == "listed" and (
                len({family(name) for name in kinds} - {None}) > 1 or len(kinds & {"Html", "String"}) > 1):
            reasons.add("types that differ, compared or in one list")
        elif role[0] == "operand":
            if not kinds <= {"Int", "Decimal", "Quotient"} and not (role[1] == "+" and kinds == {"List"}):
                reasons.add(f"operator {role[1]} between {' and '.join(sorted(kinds))}")
        elif role == ("joined",) and not kinds <= {"Int", "Decimal", "String", "Html", "Map", "none"}:
            reasons.add("prints what has no one spelling (joined)")
        elif role == ("filtered", "join") and kinds & {"String", "Html"}:
            reasons.add("loops over what is no list")
        elif role == ("filtered", "string") and not kinds <= {"Int", "Decimal", "String", "Html"}:
            reasons.add("prints what has no one spelling (list)")
        elif role[0] == "filtered" and kinds & {"none"} and role[1] not in ("default", "d"):
            reasons.add("a filter on none")
    return reasons


OUTPUT = re.compile(r"\{\{([-+]?)(.*?)([-+]?)\}\}", re.DOTALL)


def printable(case):
    """The same case with its Bools and lists made printable, or None where that is not all it lacks."""
    source = case["templates"][case["main"]]
    found = list(OUTPUT.finditer(source))
    printed = case.get("printed", {})
    if len(case["templates"]) > 1 or "{#" in source or "raw" in source or "}" in "".join(m[2] for m in found):
        return None
    changed = []
    for place, match in enumerate(found):
        kinds = printed.get(str(place), set())
        inside = match[2]
        if kinds and kinds <= {"Bool"}:
            inside = f" 'True' if ({inside}) else 'False' "
        elif kinds and kinds <= {"List"}:
            inside = f" ({inside})|join(',') "
        changed.append("{{" + match[1] + inside + match[3] + "}}")
    if [match[0] for match in found] == changed:
        return None
    parts = iter(changed)
    return OUTPUT.sub(lambda match: next(parts), source)


def outside(case, options, dump, rounding):
    """Why the case is outside the language; empty if it has to be accepted."""
    reasons = set()
    for name in case["options"]:
        if name in ("filters", "tests"):
            continue
        if name not in OPTIONS | {"optimized", "autoescape", "class", "newline_sequence"}:
            reasons.add("environment: " + name)
    if mixed(case["data"]):
        reasons.add("data of mixed types")
    reasons |= Static(case).reasons
    reasons |= dynamic(case, options, dump, rounding)
    return reasons
