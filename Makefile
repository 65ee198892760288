# Sunboard 阳光公示栏. Two commands do everything: `make site` and `make test`; `make help` lists the rest.

as_of    := 2026-11-20
sunboard := .build/release/sunboard
python   := .build/python/bin/python3
jinja    := .build/python/jinja-is-installed
engines  := .build/python/engines-are-installed
go       := .build/go/escaping
fuzzer   := .build/fuzz/parser

# Steps follow one another also under `make -j`: SwiftPM allows one build at a time in .build.
.NOTPARALLEL:
.PHONY: help site test check lint clean packages binary unit differential bench-language fuzz \
  fuzz-parser test-packages

# SwiftPM stops without a home folder, which cron and some CI runners leave out.
export HOME ?= $(CURDIR)/.build/home
# Dictionary order must vary between runs, or a page that depends on it would pass the tests.
unexport SWIFT_DETERMINISTIC_HASHING

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 24

site: binary ## install what is missing, build sunboard, build the demonstration site
	$(sunboard) build --as-of $(as_of)
	@tools/say-where-to-look public

test: binary unit lint differential ## install what is missing, then every test

check: binary ## look through content/ and write nothing
	$(sunboard) check --as-of $(as_of)

lint: ## the layout and the habits of the Swift sources
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Plugins Benchmarks

clean: ## remove what make has made: .build and the site in public/
	rm -rf .build .public.next .public.state .public.lock
	find public -mindepth 1 ! -name .gitkeep -delete

bench-language: packages $(engines) ## the language beside four other template engines
	swift build -c release --static-swift-stdlib --product language-speed
	swift build -c release --package-path Benchmarks/engines --scratch-path .build/engines
	.build/release/language-speed
	$(python) Benchmarks/engines/compare.py --ours .build/release/language-speed \
	  --foreign .build/engines/release/foreign-engines --json .build/bench-language.json

packages:
	@tools/install-packages

test-packages:
	@tools/install-packages --for-tests

binary: packages
	swift build -c release --static-swift-stdlib --product sunboard

unit: packages
	swift test

differential: binary $(jinja) $(go)
	$(python) Tests/differential/jinja_suite.py --binary $(sunboard)
	$(python) Tests/differential/designer.py --binary $(sunboard)
	$(python) Tests/differential/deviations.py --binary $(sunboard)
	$(python) Tests/differential/jinja.py --binary $(sunboard) --cases 3000 --seed 1 --required 0.85
	$(python) Tests/differential/reference.py
	$(python) Tests/differential/mutate.py --binary $(sunboard) --cases 2000 --seed 1
	$(python) Tests/differential/escaping.py --binary $(sunboard) --go $(go) --cases 1000 --seed 1

fuzz: binary $(jinja) $(go) ## many more generated templates, slips and hostile values, from a new seed
	$(python) Tests/differential/jinja.py --binary $(sunboard) --cases 20000 --seed new --constructs \
	  --failures .build/fuzz/failures.jsonl
	$(python) Tests/differential/mutate.py --binary $(sunboard) --cases 20000 --seed new
	$(python) Tests/differential/escaping.py --binary $(sunboard) --go $(go) --cases 20000 --seed new

fuzz-parser: packages $(jinja) ## ten minutes of libFuzzer on lexer, parser, checker and compiler
	Tests/fuzz/build $(fuzzer)
	$(python) Tests/fuzz/seeds.py $(fuzzer)
	Tests/fuzz/run $(fuzzer) 600

$(go): Tests/differential/escaping.go | test-packages
	@mkdir -p $(@D)
	GOCACHE=$(CURDIR)/.build/go/cache GO111MODULE=off go build -o $@ $<

$(jinja): Tests/differential/requirements.txt | packages
	python3 -m venv .build/python
	$(python) -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

$(engines): Benchmarks/engines/requirements.txt | packages
	python3 -m venv .build/python
	$(python) -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
