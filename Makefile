# make run    the program: its window, or where there is no screen the tour
# make test   everything that CI checks
# make proof  the long proofs, with their counts
# make bench  speed and memory beside their floors
.PHONY: run build test lint unit smoke tour proof bench clean

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
export GOFLAGS := -buildvcs=false
pure := CGO_ENABLED=0

run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then ./siaga; \
	else echo "siaga: there is no screen here; taking the tour on a virtual one instead, see out/tour"; \
	$(MAKE) --no-print-directory tour; fi

build:
	@.ci/need window
	@echo "siaga: building the window (a first build takes some minutes)"
	@CGO_ENABLED=1 go build -o siaga .

tour: build
	@.ci/need screen
	@.ci/window tour --out out/tour

test: lint unit smoke
	@echo "siaga: all tests passed"

lint:
	@.ci/need looking
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$unformatted" ] || { echo "siaga: gofmt would change: $$unformatted"; exit 1; }
	$(pure) go vet ./...
	$(pure) go tool staticcheck ./...

unit:
	$(pure) go test -v ./... | .ci/tell

smoke: build
	@.ci/need screen
	CGO_ENABLED=1 go vet .
	@rm -rf out/smoke
	.ci/window tour --out out/smoke --quick

proof:
	@.ci/need looking
	@echo "siaga: killing a writing desk 1,000 times"
	SIAGA_PROOF_KILLS=1000 $(pure) go test -v -timeout 60m -run KillNine ./app | .ci/tell
	@echo "siaga: killing imports, visits to the shared folder and backups 1,000 times each"
	SIAGA_PROOF_KILLS=1000 $(pure) go test -v -timeout 60m -run AKilled ./app | .ci/tell
	@echo "siaga: cutting the power of a file system 500 times (as root; left out where nothing can be mounted)"
	SIAGA_PROOF_CUTS=500 $(pure) go test -v -timeout 60m -run APowerCut ./app | .ci/tell
	@echo "siaga: 200 random histories of three real desks, 200 flipped bits in every kind of file, 100 files of a lying desk, a failing disk"
	SIAGA_PROOF_DESKS=200 SIAGA_PROOF_FLIPS=200 SIAGA_PROOF_LIES=100 $(pure) go test -v -timeout 60m \
		-run 'RealDesks|FlippedBitInEvery|LyingDesk|FailingDisk|Megabytes|Kits' ./app | .ci/tell
	@echo "siaga: five desks for a year, with a post that loses letters"
	SIAGA_PROOF_MONTHS=12 $(pure) go test -v -timeout 60m -run FiveDesks ./app | .ci/tell
	@echo "siaga: 80,000 random histories of desks that exchange what they wrote, for each of the 14 laws of the merge"
	SIAGA_PROOF_HISTORIES=80000 $(pure) go test -v -timeout 60m -run '^Test(Merge|Chain|Clock)' ./model | .ci/tell
	@echo "siaga: every deliberate bug is caught"
	SIAGA_PROOF_BUGS=all $(pure) go test -count=1 -v -timeout 60m -run DeliberateBugs ./app | .ci/tell
	@echo "siaga: 100,000 random clocks against a second reckoning, 10,000 histories of every other property"
	SIAGA_PROOF_CLOCKS=100000 $(pure) go test -v -timeout 60m ./model -rapid.checks=10000 | .ci/tell

bench:
	$(pure) go test -run '^$$' -bench . -benchmem -timeout 60m ./app/... ./model ./reports/... ./locales

clean:
	rm -rf siaga out
