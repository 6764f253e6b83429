"""The preview answers this machine only, under a name of this machine."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from macros.hosts.loopback import is_loopback, loopback_only
from tests.publication.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300.0


def status(host: str | None, caller: str = "127.0.0.1") -> str:
    """What a request under the name gets."""
    told: list[str] = []

    def application(environ: dict[str, Any], start: Any) -> list[bytes]:
        start("200 OK", [])
        return [b"trang"]

    environ = {"REMOTE_ADDR": caller} | ({} if host is None else {"HTTP_HOST": host})
    body = b"".join(loopback_only(application)(environ, lambda line, headers: told.append(line)))
    assert (body == b"trang") == (told == ["200 OK"])
    return told[0]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "localhost.", "[::1]:8000"]
)
def test_names_of_this_machine_are_answered(host: str) -> None:
    assert status(host) == "200 OK"


@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "ke-xau.example",
        "ke-xau.example:8000",
        "127.0.0.1.ke-xau.example",
        "localhost.ke-xau.example",
        "192.168.1.5:8000",
        "0.0.0.0",
        "[::]",
        "127.0.0.1@ke-xau.example",
        "127.0.0.1:8000:1",
        "localhost\n",
        "2130706433",
    ],
)
def test_every_other_name_is_refused(host: str | None) -> None:
    assert status(host) == "403 Forbidden"


def test_a_caller_from_elsewhere_is_refused() -> None:
    assert status("127.0.0.1", "192.168.1.5") == "403 Forbidden"
    assert status("[::1]", "::1") == "200 OK"
    assert not is_loopback("")


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "::", "may-chu", ""])
def test_the_preview_opens_on_no_other_address(run: Run, address: str) -> None:
    outcome = run("serve", "--address", address)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(
        "congkhai: giá trị của --address không hợp lệ: bản xem thử chỉ mở trên máy này: 127.0.0.1, localhost hoặc ::1."
    )


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is sent by a signal")
@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_the_running_preview_refuses_other_names_and_ends_by_ctrl_c(
    project: Path, tmp_path: Path, address: str
) -> None:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as free:
        try:
            free.bind((address, 0))
        except OSError:
            pytest.skip("this machine has no such address")
        port = free.getsockname()[1]
    (project / "macros").mkdir()
    temporary = tmp_path / "tam"
    temporary.mkdir()
    command = [sys.executable, "-m", "macros.cli", "--project", str(project), "serve"]
    preview = subprocess.Popen(
        [*command, "--port", str(port), "--address", address],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,  # the terminal interrupts the preview and its child alike
    )
    try:
        assert answered(address, port, "localhost") == 200
        assert answered(address, port, "ke-xau.example") == 403
        os.killpg(preview.pid, signal.SIGINT)
        _, told = preview.communicate(timeout=PATIENCE)
    finally:
        if preview.poll() is None:
            os.killpg(preview.pid, signal.SIGKILL)
            preview.wait()
    assert preview.returncode == 130
    assert told.endswith("Đã dừng bản xem thử (Ctrl+C); trang công khai không bị thay đổi.\n")
    assert "Traceback" not in told
    assert "Bản xem thử không có hoặc không cho mở “/”\n" in told
    assert list(temporary.iterdir()) == []


def answered(address: str, port: int, host: str) -> int:
    """The status that the server gives under a name, once it is there."""
    end = time.monotonic() + PATIENCE
    while True:
        connection = http.client.HTTPConnection(address, port, timeout=PATIENCE)
        try:
            connection.request("GET", "/", headers={"Host": host})
            return connection.getresponse().status
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        finally:
            connection.close()
