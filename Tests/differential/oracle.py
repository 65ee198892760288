"""Jinja2 3.1.6 as the tests want it: its own code, but for the numbered deviations."""

import json
import math
import re
from dataclasses import dataclass
from fractions import Fraction

import jinja2
import jinja2.filters
import jinja2.lexer

from exact import Exact

# D1: a decimal literal is exact and keeps its scale.
jinja2.lexer.literal_eval = Exact


def as_fraction(value):
    """A number as an exact fraction; a float comes from a division of ints, so it is a small one."""
    return Fraction(value).limit_denominator(10**9) if isinstance(value, float) else Fraction(value)


def round_half_up(value, precision=0, method="common"):
    """D2: half up, to a decimal with exactly so many places; ints stay ints."""
    scaled = as_fraction(value) * Fraction(10) ** precision
    if method == "ceil":
        whole = math.ceil(scaled)
    elif method == "floor":
        whole = math.floor(scaled)
    elif method == "common":
        whole = math.floor(abs(scaled) + Fraction(1, 2)) * (1 if scaled >= 0 else -1)
    else:
        raise jinja2.exceptions.FilterArgumentError("method")
    if isinstance(value, int):
        return int(Fraction(whole) / Fraction(10) ** precision)
    if precision <= 0:
        return Exact(whole * 10**-precision)
    return Exact(whole).scaled(precision)


# D4: null and absent are the same. What Jinja2 calls undefined for a missing key, and None for null,
# both count as absent for `if x`, `default`, `is defined`, `is none`, `== none` and `map(attribute=, default=)`.


class Absent(jinja2.StrictUndefined):
    """A strict undefined that may be compared with none and asked whether it is there."""

    def __bool__(self):
        return False

    def __eq__(self, other):
        return True if other is None or isinstance(other, Absent) else self._fail_with_undefined_error()

    def __ne__(self, other):
        return not self == other

    __hash__ = None


def is_absent(value):
    return value is None or isinstance(value, jinja2.Undefined)


def default(value, default_value="", boolean=False):
    return default_value if is_absent(value) or (boolean and not value) else value


def attribute_getter(environment, attribute, postprocess=None, default=None):
    """Jinja2's own, with a null as good as a missing key."""
    get = original_attribute_getter(environment, attribute)

    def getter(item):
        try:
            value = get(item)
        except jinja2.UndefinedError:
            if default is None:
                raise
            value = default
        if default is not None and is_absent(value):
            value = default
        return postprocess(value) if postprocess else value

    return getter


original_attribute_getter = jinja2.filters.make_attrgetter
jinja2.filters.make_attrgetter = attribute_getter


MARK = "\ue000"


def dump(value, **options):
    """`tojson` with exact decimals, which Python's own cannot write."""
    def marked(item):
        if isinstance(item, Exact):
            return f"{MARK}{item}{MARK}"
        if isinstance(item, dict):
            return {key: marked(inner) for key, inner in item.items()}
        if isinstance(item, list):
            return [marked(inner) for inner in item]
        return item

    mark = json.dumps(MARK)[1:-1]
    text = json.dumps(marked(value), **options)
    return text.replace(f'"{mark}', "").replace(f'{mark}"', "")


INCLUDE_WITH = re.compile(
    r"\{%([-+]?)\s*include\s+('[^']*'|\"[^\"]*\")\s*with\s*\{((?:[^%]|%(?!\}))*?)\}(?:\s+only)?\s*([-+]?)%\}", re.DOTALL)
PARAMETER_TYPE = re.compile(r"(\bp\d+): ?(?:Int|String|Decimal|Bool|List<\w+>)")


def in_jinja(source):
    """The source without what Jinja2 does not have: D6 `include … with {…} only` and D7 types of parameters.

    An include with a map becomes a `with` round an include. `only` is left to the maker of the case,
    whose included file names nothing else.
    """
    def rewritten(match):
        # Only the keys of the map itself are `'a': ` and `'b': `; the values hold none of that name.
        values = re.sub(r"(?:^|, )'([ab])': ", lambda key: ", " + key[1] + "=", match[3]).removeprefix(", ")
        return f"{{%{match[1]} with {values} %}}{{% include {match[2]} %}}{{% endwith {match[4]}%}}"

    return PARAMETER_TYPE.sub(r"\1", INCLUDE_WITH.sub(rewritten, source))


@dataclass
class Rendering:
    """What Jinja2 made of a case."""

    output: str | None = None
    error: str | None = None


class Oracle:
    """Renders cases with the real Jinja2."""

    def __init__(self):
        self.environments = {}

    def environment(self, options):
        key = json.dumps(options, sort_keys=True)
        if key not in self.environments:
            environment = jinja2.Environment(
                autoescape=True, undefined=Absent,
                extensions=["jinja2.ext.loopcontrols"],
                trim_blocks=options["trim_blocks"], lstrip_blocks=options["lstrip_blocks"],
                keep_trailing_newline=options["keep_trailing_newline"], cache_size=0)
            environment.filters["round"] = round_half_up
            environment.filters["default"] = environment.filters["d"] = default
            environment.tests["defined"] = lambda value: not is_absent(value)
            environment.tests["undefined"] = environment.tests["none"] = is_absent
            environment.policies["json.dumps_function"] = dump
            self.environments[key] = environment
        return self.environments[key]

    def render(self, case):
        """The output, or the error, of the case's main template."""
        environment = self.environment(case.options)
        environment.loader = jinja2.DictLoader({name: in_jinja(source) for name, source in case.templates.items()})
        data = json.loads(case.data, parse_float=Exact)
        try:
            return Rendering(output=environment.get_template(case.main).render(**data))
        except Exception as error:
            return Rendering(error=f"{type(error).__name__}: {error}")
