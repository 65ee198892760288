"""Renders the same three pages with sunboard and four other engines, and compares their times.

Each round asks every engine in turn for a batch of each page, so that whatever else the machine does
meets them all; the figures are medians over the rounds. Templates are compiled before, output is
checked to be the same. Jinja2 and MiniJinja are timed in this process, the others in theirs, all
around the calls that render and nothing else.
"""

import argparse
import gc
import html
import json
import pathlib
import statistics
import subprocess
import time

import jinja2
import minijinja

HERE = pathlib.Path(__file__).parent
PAGES = ["big-table", "teams", "page"]
BYTES = {"big-table": 109_915, "teams": 356}
TARGETS = {
    ("big-table", "minijinja"): 10, ("big-table", "jinja2"): 50, ("big-table", "stencil"): 80,
    ("big-table", "mustache"): 80, ("teams", "minijinja"): 10,
}
# A batch takes about so long, far more than reading the clock or asking over a pipe.
BATCH_SECONDS = 0.01


def data():
    """What the three pages show."""
    teams = [("Jiangsu", 43), ("Beijing", 27), ("Guangzhou", 22), ("Shandong", 12)]
    streets = ["ganquan", "shiquan", "changfeng"]
    words = ["电梯更新", "外墙修缮", "停车位收费调整", "增设充电桩", "业委会换届", "公共收益使用"]
    notices = [
        {
            "title": f"关于{words[i % 6]}的公告（第{i + 1}号）" + ("：甲 & 乙 <丙>" if i % 10 == 0 else ""),
            "slug": f"xinghe-{i + 1}-2026-0{i % 9 + 1}-notice", "street": streets[i % 3],
            "place": "" if i % 4 == 0 else f"星河苑{i % 7 + 1}期", "has_place": i % 4 != 0,
            "category": "公示" if i % 2 else "征求意见", "published": f"2026年{i % 9 + 1}月{i + 1}日",
            "open": i % 3 != 0, "days": i + 2,
        }
        for i in range(20)
    ]
    # No slash in values: MiniJinja alone writes it as a reference.
    fees = [
        {"name": f"{words[i % 6]}费", "price": f"{i + 1}.{i:02}", "unit": "元每平方米·月",
         "since": f"{2015 + i}年1月1日"}
        for i in range(10)
    ]
    site = {"title": "示例区住宅小区公示网", "description": "物业收费、业委会、公共收益和公告",
            "publisher": "示例区物业治理联席会议办公室", "phone": "021-52340000"}
    links = [{"slug": s, "title": t} for s, t in zip(["fees", "notices", "committees"], ["收费", "公告", "业委会"])]
    return {
        "big-table": {"table": [list(range(100)) for _ in range(100)]},
        "teams": {"year": 2015, "teams": [{"name": n, "score": s} for n, s in teams]},
        "page": {"title": "公示中的公告", "site": site, "links": links, "notices": notices, "fees": fees},
    }


def template(page, suffix):
    return (HERE / "templates" / f"{page}.{suffix}").read_text().removesuffix("\n")


class Jinja2:
    name = "jinja2"

    def __init__(self, data):
        environment = jinja2.Environment(autoescape=True)
        self.data = data
        self.templates = {page: environment.from_string(template(page, "html")) for page in PAGES}

    def output(self, page):
        return self.templates[page].render(self.data[page])

    def seconds(self, page, count):
        render, data = self.templates[page].render, self.data[page]
        start = time.perf_counter()
        for _ in range(count):
            render(data)
        return time.perf_counter() - start


class MiniJinja:
    name = "minijinja"

    def __init__(self, data):
        self.data = data
        # By the names' ending it escapes.
        self.environment = minijinja.Environment(
            templates={f"{page}.html": template(page, "html") for page in PAGES})

    def output(self, page):
        return self.environment.render_template(f"{page}.html", **self.data[page])

    def seconds(self, page, count):
        render, name, data = self.environment.render_template, f"{page}.html", self.data[page]
        start = time.perf_counter()
        for _ in range(count):
            render(name, **data)
        return time.perf_counter() - start


class Program:
    """An engine in a process of its own."""

    def __init__(self, name, command, suffix, data):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for page in PAGES:
            request = {"name": page, "template": template(page, suffix), "data": data[page]}
            self.ask("load " + json.dumps(request, ensure_ascii=False))

    def ask(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().decode().strip()

    def output(self, page):
        count = int(self.ask(f"print {page}"))
        return self.process.stdout.read(count + 1)[:count].decode()

    def seconds(self, page, count):
        return int(self.ask(f"time {page} {count}")) / 1e9

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def check(engines):
    """Stops where an engine writes another page than Jinja2."""
    for page in PAGES:
        wanted = engines[1].output(page)
        size = len(wanted.encode())
        assert size == BYTES.get(page, size), (page, size)
        for engine in engines:
            # Engines choose among several references for one character.
            assert html.unescape(engine.output(page)) == html.unescape(wanted), (page, engine.name)
        assert engines[0].output(page) == wanted, page


def measure(engines, rounds):
    counts = {}
    for engine in engines:
        for page in PAGES:
            engine.seconds(page, 3)
            once = engine.seconds(page, 10) / 10
            counts[engine.name, page] = max(1, round(BATCH_SECONDS / once))
    samples = {key: [] for key in counts}
    for _ in range(rounds):
        for page in PAGES:
            for engine in engines:
                count = counts[engine.name, page]
                samples[engine.name, page].append(engine.seconds(page, count) / count)
    return {key: statistics.median(values) for key, values in samples.items()}


def table(medians, engines):
    lines = [f"{'':12}" + "".join(f"{page:>26}" for page in PAGES)]
    for engine in engines:
        line = f"{engine.name:12}"
        for page in PAGES:
            own = medians[engines[0].name, page]
            median = medians[engine.name, page]
            line += f"{median * 1e6:14.2f} µs {median / own:6.1f} ×"
        lines.append(line)
    for (page, name), target in TARGETS.items():
        ratio = medians[name, page] / medians[engines[0].name, page]
        lines.append(f"{page}: {ratio:.1f} × {name}, wanted {target} × — {'reached' if target <= ratio else 'MISSED'}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", required=True, help="the program language-speed")
    parser.add_argument("--foreign", required=True, help="the program foreign-engines")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--json", help="write the medians in seconds to this file")
    options = parser.parse_args()
    pages = data()
    engines = [
        Program("sunboard", [options.ours, "--serve"], "html", pages), Jinja2(pages),
        MiniJinja(pages), Program("stencil", [options.foreign, "stencil"], "stencil", pages),
        Program("mustache", [options.foreign, "mustache"], "mustache", pages),
    ]
    check(engines)
    gc.disable()
    medians = measure(engines, options.rounds)
    print(table(medians, engines))
    if options.json:
        result = {page: {e.name: medians[e.name, page] for e in engines} for page in PAGES}
        pathlib.Path(options.json).write_text(json.dumps(result, indent=2) + "\n")
    for engine in engines:
        if isinstance(engine, Program):
            engine.close()


if __name__ == "__main__":
    main()
