# Công khai CCHC. Works with GNU make >= 3.81 and a POSIX shell; on Windows without make, use make.cmd.
# Messages are in Vietnamese, for the people who run it.

ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif
ARGS ?=

# Twice quiet: errors only.
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
# --no-deps: the locks are complete. --only-binary: building a source would fetch build tools that no hash guards.
PIP_LOCKED := $(PIP) install --require-hashes --no-deps --only-binary=:all: --requirement
PIP_THIS := $(PIP) install --no-deps --no-build-isolation --no-index --editable .

# Silences Material's banner about MkDocs 2.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check demo quick test rooms fuzz benchmark screenshots accessibility lighthouse lock clean

help: ## In bảng trợ giúp này
	@echo 'Công khai CCHC: số liệu cải cách hành chính, công khai và kiểm tra được.'
	@echo
	@echo 'Cách dùng: make MỤC_TIÊU [ARGS="..."] [PYTHON=python3.12]'
	@echo
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo 'Lần chạy đầu tiên tự tạo môi trường trong .venv; các lần sau dùng lại.'
	@echo 'ARGS được chuyển cho lệnh bên trong, ví dụ: make test ARGS="-k doi_chieu"'

site: .venv/.site-stamp ## Kiểm tra số liệu rồi dựng trang web
	@$(BIN)/congkhai check
	@$(BIN)/congkhai build $(ARGS)

serve: .venv/.site-stamp ## Xem thử trang web trên máy này, tự cập nhật khi sửa tệp
	@$(BIN)/congkhai serve $(ARGS)

check: .venv/.site-stamp ## Chỉ kiểm tra số liệu, báo mọi lỗi cùng lúc
	@$(BIN)/congkhai check $(ARGS)

demo: .venv/.site-stamp ## Tạo rồi dựng một trang minh họa nhiều kỳ, số liệu bịa đặt, trong .cache/demo
	@rm -rf .cache/demo
	@$(BIN)/python -m tests.demo $(ARGS) .cache/demo
	@$(BIN)/congkhai --project .cache/demo build

# All run even if one fails, so that every problem is seen at once; pytest is last, so its closing line is last. It uses
# every core: each process takes a row of tests that stand together, and then of what is left to the others.
define run_tests
@status=0; \
$(BIN)/ruff check . || status=1; \
$(BIN)/ruff format --check . || status=1; \
$(BIN)/mypy || status=1; \
$(BIN)/oxlint --config .oxlintrc.json macros/theme macros/hosts || status=1; \
$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(1) $(ARGS) || status=1; \
exit $$status
endef

quick: .venv/.test-stamp ## Kiểm tra mã và chạy mọi kiểm thử không cần trình duyệt
	$(call run_tests,-m "not browser")

test: .venv/.test-stamp ## Chạy toàn bộ kiểm thử (tự cài trình duyệt nếu thiếu)
	@$(BIN)/python tests/browser/install.py
	@$(BIN)/python tests/site/nu_checker.py
	$(call run_tests)

rooms: .venv/.test-stamp ## Vẽ lại sơ đồ các phần của mã nguồn, docs/design/rooms.svg
	@$(BIN)/python -m tests.rooms

fuzz: .venv/.test-stamp ## Thử phá chương trình bằng dữ liệu ngẫu nhiên (ARGS="--seconds 3600 --seed 7")
	@$(BIN)/python -m tests.fuzz $(ARGS)

benchmark: .venv/.test-stamp ## Đo thời gian dựng trang với nhiều báo cáo và đọc lịch sử dài
	@$(BIN)/python -m tests.benchmark $(ARGS)

screenshots: .venv/.test-stamp ## Chụp mọi loại trang, điện thoại và máy tính, nền sáng và tối, vào build/anh
	@$(BIN)/python tests/browser/screenshots.py $(ARGS)

accessibility: .venv/.test-stamp ## Kiểm tra khả năng tiếp cận rồi ghi kết quả cho trang tuyên bố
	@$(BIN)/python tests/browser/accessibility.py $(ARGS)

lighthouse: site .venv/.test-stamp ## Đo điểm Lighthouse của trang đã dựng (cần Node.js; máy phải rảnh)
	@$(BIN)/python tests/browser/lighthouse.py $(ARGS)

# Pins already in the locks are kept; `make lock ARGS=--upgrade` takes the newest. The locks name no package index.
LOCK := .venv-lock/$(notdir $(BIN))/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command 'make lock' $(ARGS)
lock: .venv-lock/.stamp ## Tính lại requirements/*.lock (bản mới nhất: ARGS=--upgrade)
	@$(LOCK) --group build pyproject.toml --output-file requirements/site.lock
	@$(LOCK) --group build pyproject.toml --extra test --constraints requirements/site.lock --output-file requirements/test.lock
	@$(LOCK) --group lock --output-file requirements/tools.lock
	@if grep -nE '[a-z]+://|^-' requirements/*.lock; then \
		echo 'Tệp khóa không được ghi địa chỉ kho gói (các dòng trên).' >&2; exit 1; fi

clean: ## Xóa mọi thứ được tạo ra (.venv, trang đã dựng, bộ nhớ đệm)
	rm -rf .venv .venv-lock site .site.congkhai build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find macros tests -type d -name __pycache__ -prune -exec rm -rf {} +

# ---- Set-up, by stamp files: a second run does nothing. ----

define check_python
@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	echo 'Không tìm thấy "$(PYTHON)". Hãy cài Python 3.11 trở lên, hoặc chỉ rõ: make $(MAKECMDGOALS) PYTHON=/đường/dẫn/python3' >&2; \
	exit 1; }
@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Cần Python 3.11 trở lên, nhưng \"$(PYTHON)\" là $$("$(PYTHON)" --version 2>&1)." >&2; \
	echo 'Hãy cài bản mới hơn, hoặc chỉ rõ: make $(MAKECMDGOALS) PYTHON=python3.12' >&2; \
	exit 1; }
@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	echo 'Bản Python này thiếu mô-đun venv. Trên Debian hoặc Ubuntu hãy chạy: sudo apt install python3-venv' >&2; \
	exit 1; }
endef

.venv/.venv-stamp:
	$(check_python)
	@echo 'Tạo môi trường Python trong .venv ...'
	@"$(PYTHON)" -m venv --clear .venv
	@touch $@

.venv/.site-stamp: requirements/site.lock pyproject.toml | .venv/.venv-stamp
	@echo 'Cài các gói cần để dựng trang (đúng phiên bản và mã băm trong requirements/site.lock) ...'
	@$(PIP_LOCKED) requirements/site.lock
	@$(PIP_THIS)
	@touch $@

# test.lock holds everything in site.lock, so one install serves both.
.venv/.test-stamp: requirements/test.lock requirements/site.lock pyproject.toml | .venv/.venv-stamp
	@echo 'Cài các gói cần để dựng trang và kiểm thử (requirements/test.lock) ...'
	@$(PIP_LOCKED) requirements/test.lock
	@$(PIP_THIS)
	@touch .venv/.site-stamp $@

.venv-lock/.stamp: requirements/tools.lock
	$(check_python)
	@"$(PYTHON)" -m venv --clear .venv-lock
	@.venv-lock/$(notdir $(BIN))/python -m pip --disable-pip-version-check -qq install --require-hashes --no-deps \
		--only-binary=:all: --requirement requirements/tools.lock
	@touch $@
