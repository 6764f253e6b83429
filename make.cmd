@echo off
rem The Makefile's targets for Windows machines without make. Needs Python 3.11 or later with the "py" launcher.
rem In cmd: make site      In PowerShell: .\make site
setlocal
chcp 65001 >nul
cd /d "%~dp0"
set "BIN=.venv\Scripts"
set "PYTHONUTF8=1"
set "NO_MKDOCS_2_WARNING=1"

if /i "%~1"=="site" goto site
if /i "%~1"=="serve" goto serve
if /i "%~1"=="check" goto check
if /i "%~1"=="demo" goto demo
if /i "%~1"=="quick" goto quick
if /i "%~1"=="test" goto test
if /i "%~1"=="benchmark" goto benchmark
if /i "%~1"=="lock" goto lock
if /i "%~1"=="help" goto help
if "%~1"=="" goto help
echo Không có mục tiêu "%~1".
call :help
exit /b 1

:help
echo Công khai CCHC: số liệu cải cách hành chính, công khai và kiểm tra được.
echo.
echo   make site    Kiểm tra số liệu rồi dựng trang web
echo   make serve   Xem thử trang web trên máy này, tự cập nhật khi sửa tệp
echo   make check   Chỉ kiểm tra số liệu, báo mọi lỗi cùng lúc
echo   make demo    Tạo rồi dựng một trang minh họa nhiều kỳ, số liệu bịa đặt, trong .cache\demo
echo   make quick   Kiểm tra mã và chạy mọi kiểm thử không cần trình duyệt
echo   make test    Chạy toàn bộ kiểm thử, tự cài trình duyệt nếu thiếu
echo   make benchmark   Đo thời gian dựng trang với nhiều báo cáo
echo   make lock    Tính lại requirements\*.lock; lấy bản mới nhất: make lock --upgrade
echo   make help    In bảng trợ giúp này
echo.
echo Trong PowerShell hãy gõ .\make thay cho make.
echo Lần chạy đầu tiên tự tạo môi trường trong .venv; các lần sau dùng lại.
exit /b 0

:site
call :setup site || exit /b 1
"%BIN%\congkhai.exe" check || exit /b 1
"%BIN%\congkhai.exe" build
exit /b %errorlevel%

:serve
call :setup site || exit /b 1
"%BIN%\congkhai.exe" serve
exit /b %errorlevel%

:check
call :setup site || exit /b 1
"%BIN%\congkhai.exe" check
exit /b %errorlevel%

:demo
call :setup site || exit /b 1
if exist .cache\demo rmdir /s /q .cache\demo || exit /b 1
"%BIN%\python.exe" -m tests.demo .cache\demo || exit /b 1
"%BIN%\congkhai.exe" --project .cache\demo build
exit /b %errorlevel%

:quick
call :setup test || exit /b 1
set "CHOSEN=-m "not browser""
goto tests

:test
call :setup test || exit /b 1
"%BIN%\python.exe" tests\browser\install.py || exit /b 1
"%BIN%\python.exe" tests\site\nu_checker.py
set "CHOSEN="

:tests
set "STATUS=0"
"%BIN%\ruff.exe" check . || set "STATUS=1"
"%BIN%\ruff.exe" format --check . || set "STATUS=1"
"%BIN%\oxlint.exe" --config .oxlintrc.json macros\theme macros\hosts || set "STATUS=1"
"%BIN%\mypy.exe" || set "STATUS=1"
"%BIN%\python.exe" -m pytest --numprocesses auto --dist worksteal %CHOSEN% || set "STATUS=1"
exit /b %STATUS%

:benchmark
call :setup test || exit /b 1
"%BIN%\python.exe" -m tests.benchmark %2 %3 %4 %5
exit /b %errorlevel%

rem Pins already in the locks are kept. The locks name no package index.
:lock
fc /b requirements\tools.lock .venv-lock\tools.done >nul 2>&1 && goto lockfiles
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul || goto nopython
py -3 -m venv --clear .venv-lock || exit /b 1
.venv-lock\Scripts\python.exe -m pip --disable-pip-version-check -qq install --require-hashes --no-deps --only-binary=:all: --requirement requirements\tools.lock || exit /b 1
copy /b /y requirements\tools.lock .venv-lock\tools.done >nul || exit /b 1

:lockfiles
set "LOCK=.venv-lock\Scripts\uv.exe pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest"
set "LOCK=%LOCK% --generate-hashes --no-emit-index-url --custom-compile-command "make lock" %2"
%LOCK% --group build pyproject.toml --output-file requirements\site.lock || exit /b 1
%LOCK% --group build pyproject.toml --extra test --constraints requirements\site.lock --output-file requirements\test.lock || exit /b 1
%LOCK% --group lock --output-file requirements\tools.lock || exit /b 1
findstr /r "[a-z]:// ^-" requirements\*.lock || exit /b 0
echo Tệp khóa không được ghi địa chỉ kho gói: các dòng trên.
exit /b 1

rem ---- Set-up. The locks last installed are copied into .venv; while they are the same there is nothing to do. ----
:setup
fc /b pyproject.toml .venv\pyproject.done >nul 2>&1 || goto install
fc /b requirements\%1.lock .venv\%1.done >nul 2>&1 || goto install
exit /b 0

:install
if exist "%BIN%\python.exe" goto packages
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul || goto nopython
echo Tạo môi trường Python trong .venv ...
py -3 -m venv --clear .venv || exit /b 1

:packages
set "PIP=%BIN%\python.exe -m pip --disable-pip-version-check -qq"
echo Cài các gói trong requirements\%1.lock ...
%PIP% install --require-hashes --no-deps --only-binary=:all: --requirement requirements\%1.lock || exit /b 1
%PIP% install --no-deps --no-build-isolation --no-index --editable . || exit /b 1
copy /b /y pyproject.toml .venv\pyproject.done >nul || exit /b 1
if "%1"=="test" copy /b /y requirements\site.lock .venv\site.done >nul || exit /b 1
copy /b /y requirements\%1.lock .venv\%1.done >nul
exit /b %errorlevel%

:nopython
echo Cần Python 3.11 trở lên cùng trình khởi chạy "py". Hãy cài Python từ trang chính thức rồi chạy lại.
exit /b 1
