# What each target does stands behind ##; make alone lists them.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

# Properties draw from this seed, so that a run of make fails always or never;
# go test by itself draws anew each time.
export RAPID_SEED ?= 1

help:   ## list the targets
	@sed -n 's/^\([a-z]*\): .*## /\1\t/p' Makefile
build:  ## the program, in bin/
	go build -o bin/ ./cmd/jiangbu
demo: build ## the example year decided, in out/
	mkdir -p out
	bin/jiangbu run examples/2024/submissions --year 2024 --budget examples/2024/budget.xlsx --prior examples/2024/awards-2023.xlsx --out out/奖补报告.xlsx --json out/奖补结果.json --force
test:   ## every test
	go test ./...
slow:   ## the tests that need an office, a browser, kills or time, too
	JIANGBU_SLOW=1 go test ./...
mutants: ## each change of a money rule must fail a test
	go run .ci/mutants.go
measure: ## the figures of the house
	go run .ci/measure.go
check:  ## formatting, vet and staticcheck
	@test -z "$$(gofmt -l .)" || { gofmt -l . ; echo "run gofmt -w on these"; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...
bench:  ## the benchmarks, once each
	go test -run '^$$' -bench . -benchtime 1x ./...
fuzz:   ## each fuzz target for FUZZTIME (60s unless told)
	.ci/fuzz
release: ## the archives for every system, with checksums, in dist/
	go run .ci/release.go -out dist
update: ## rewrite every expected text; then review the diff
	UPDATE=1 go test ./...

.PHONY: help build demo test slow mutants measure check bench fuzz release update
