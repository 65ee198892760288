"""Cases from a seed: typed data and templates over it, most of them well typed, some wild."""

import json
import random
from dataclasses import dataclass

from expressions import ExpressionMaker
from statements import StatementMaker


@dataclass
class Case:
    """A set of templates with data; `data` is JSON text, so that decimals keep their scale."""

    id: int
    templates: dict
    main: str
    data: str
    options: dict
    used: frozenset = frozenset()
    wild: bool = False

    def line(self):
        """The line that the binary reads."""
        rest = json.dumps({"id": self.id, "templates": self.templates, "main": self.main,
                           "options": self.options})
        return f'{rest[:-1]}, "data": {self.data}}}'


WORDS = ["a", "b", "Zoe", "alpha", "Beta", "x y", "<b>", "A&B", "it's", 'say "hi"', "业主", "星河 花园",
         "", " pad ", "1", "10", "café", "line\nbreak", "🙂", "ß", "tab\there", "a,b,c", "Hello World",
         "the quick brown fox jumps", "x-y (z)", "\u3000全角\u3000"]


class DataMaker:
    """The data that all templates speak about; names and types are fixed, values are not."""

    def __init__(self, rng):
        self.rng = rng

    def integer(self):
        return str(self.rng.choice([0, 1, 2, 3, 5, 7, 10, 42, 100, -1, -3, -7, 12345]))

    def decimal(self):
        return self.rng.choice(["0.5", "1.10", "2.50", "-1.25", "0.00", "3.0", "99.999", "10.05"])

    def text(self):
        return json.dumps(self.rng.choice(WORDS), ensure_ascii=self.rng.random() < 0.5)

    def boolean(self):
        return self.rng.choice(["true", "false"])

    def many(self, make, low=0, high=4):
        return "[" + ",".join(make() for _ in range(self.rng.randint(low, high))) + "]"

    def mapping(self, make):
        keys = self.rng.sample(["a", "b", "C", "d", "k1", "业"], self.rng.randint(1, 4))
        return "{" + ",".join(f"{json.dumps(key)}:{make()}" for key in keys) + "}"

    def person(self):
        parts = [f'"name":{self.text()}', f'"age":{self.integer()}', f'"score":{self.decimal()}',
                 f'"ok":{self.boolean()}', f'"tags":{self.many(self.text, 0, 3)}',
                 f'"home":{{"no":{self.integer()},"road":{self.text()}}}']
        # `nick` may be missing, `boss` may be null: the two absences that D4 makes one.
        if self.rng.random() < 0.6:
            parts.append(f'"nick":{self.text()}')
        parts.append('"boss":' + (self.text() if self.rng.random() < 0.5 else "null"))
        return "{" + ",".join(parts) + "}"

    def root(self):
        """One JSON object. Two people always show both absences, so that the types are the same."""
        fixed = ('{"name":"Ann","age":3,"score":1.5,"ok":true,"tags":["t"],"home":{"no":1,"road":"r"},'
                 '"boss":null}',
                 '{"name":"bob","age":4,"score":2.5,"ok":false,"tags":[],"home":{"no":2,"road":"q"},'
                 '"boss":"Ann","nick":"B"}')
        people = list(fixed) + [self.person() for _ in range(self.rng.randint(0, 3))]
        self.rng.shuffle(people)
        return "{" + ",".join([
            f'"i":{self.integer()}', f'"j":{self.integer()}', f'"k":{self.integer()}',
            f'"d":{self.decimal()}', f'"e":{self.decimal()}', f'"s":{self.text()}',
            f'"t":{self.text()}', f'"u":{self.text()}', f'"yes":true', f'"b":{self.boolean()}',
            f'"ints":{self.many(self.integer)}', f'"more":{self.many(self.integer, 1, 5)}',
            f'"decs":{self.many(self.decimal, 1, 4)}', f'"words":{self.many(self.text)}',
            f'"names":{self.many(self.text, 1, 5)}', f'"rows":{self.many(lambda: self.many(self.integer))}',
            f'"prices":{self.mapping(self.integer)}', f'"titles":{self.mapping(self.text)}',
            f'"who":{{"name":{self.text()},"age":{self.integer()},"ok":{self.boolean()}}}',
            f'"people":[{",".join(people)}]', '"void":[]', '"nil":null',
        ]) + "}"


class CaseMaker:
    """All cases of a seed."""

    def __init__(self, seed):
        self.seed = seed

    def cases(self, count):
        return [self.case(number) for number in range(count)]

    def case(self, number):
        rng = random.Random(f"{self.seed}/{number}")
        data = DataMaker(rng).root()
        wildness = rng.choice([0, 0, 0, 0, 0, 0, 0, 0, 0.05, 0.15])
        expressions = ExpressionMaker(rng, wildness)
        options = {"trim_blocks": rng.random() < 0.5, "lstrip_blocks": rng.random() < 0.5,
                   "keep_trailing_newline": rng.random() < 0.7}
        templates = StatementMaker(rng, expressions).templates()
        return Case(number, templates, "main", data, options, frozenset(expressions.used), wildness > 0)
