"""The line to Telegram: answers of every shape are read whole, and a connection that is spoilt is never used again."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from bot import line as lines
from bot.line import Line, LineBroken

WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    line = Line(ssl.create_default_context())
    yield line
    await line.close()


@asynccontextmanager
async def answering(
    *answers: bytes, over: ssl.SSLContext | None = None
) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A server that gives each connection these answers in turn and hangs up; its address, and what who asked it."""
    asked: list[bytes] = []
    connections = count(1)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = next(connections)
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            for answer in answers:
                head = await reader.readuntil(b"\r\n\r\n")
                body = await reader.readexactly(int(head.lower().split(b"content-length: ")[1].split()[0]))
                asked.append(b"%d %s %s" % (number, head.split(b"\r\n")[0], body))
                writer.write(answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=over)
    port = server.sockets[0].getsockname()[1]
    async with server:
        yield f"{'https' if over else 'http'}://localhost:{port}/bot1:x/getMe", asked


@pytest.mark.parametrize(
    "answer",
    [
        WHOLE,
        b"HTTP/1.1 100 Continue\r\n\r\n" + WHOLE,
        b"HTTP/1.1 200 OK\r\ncontent-length:2\r\nX: y\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\n{\r\n01\r\n}\r\n0\r\nX: y\r\n\r\n",
    ],
)
async def test_an_answer_is_read_whole_and_the_connection_kept(line: Line, answer: bytes) -> None:
    async with answering(answer, WHOLE) as (url, asked):
        assert await line.post(url, b"[1]") == (200, b"{}")
        assert await line.post(url, b"[2]") == (200, b"{}")
    assert asked == [b"1 POST /bot1:x/getMe HTTP/1.1 [1]", b"1 POST /bot1:x/getMe HTTP/1.1 [2]"]


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 429 Slow down\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.0 429 Slow down\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 429 Slow down\r\n\r\n{}",
    ],
)
async def test_a_connection_that_ends_with_its_answer_is_not_used_again(line: Line, answer: bytes) -> None:
    async with answering(answer) as (url, asked):
        assert await line.post(url, b"1") == (429, b"{}")
        assert await line.post(url, b"2") == (429, b"{}")
    assert [each[:1] for each in asked] == [b"1", b"2"]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"\x15\x03\x01\x00\x02\x02\x16\r\n\r\n",
        b"x" * 100_000 + b"\r\n\r\n",
    ],
)
async def test_half_an_answer_is_none(line: Line, answer: bytes) -> None:
    async with answering(answer) as (url, asked):
        for _ in range(2):
            with pytest.raises(LineBroken):
                await line.post(url, b"{}")
    assert [each[:1] for each in asked] == [b"1", b"2"], "what is spoilt is not used again"


async def test_who_does_not_wait_for_the_answer_leaves_none_to_the_next(line: Line) -> None:
    async with answering(b"", WHOLE) as (url, asked):
        for times in (1, 2):
            waiting = asyncio.create_task(line.post(url, b"{}"))
            while len(asked) < times:
                await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)
    assert [each[:1] for each in asked] == [b"1", b"2"]


async def test_an_idle_connection_that_was_closed_or_grew_old_is_not_used(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with answering(WHOLE) as (url, asked):
        for _ in range(2):
            assert await line.post(url, b"{}") == (200, b"{}")
            [[connection]] = line._idle.values()
            assert await connection.reader.read() == b"", "the other end has hung up"
    assert [each[:1] for each in asked] == [b"1", b"2"]
    monkeypatch.setattr(lines, "KEPT", 0.0)
    async with answering(WHOLE, WHOLE) as (url, asked):
        assert await line.post(url, b"{}") == await line.post(url, b"{}") == (200, b"{}")
    assert [each[:1] for each in asked] == [b"1", b"2"]


async def test_nobody_answers(line: Line) -> None:
    with pytest.raises(LineBroken, match="ConnectionRefusedError"):
        await line.post("http://127.0.0.1:9/bot1:x/getMe", b"{}")


async def test_over_tls_only_to_whom_it_is_meant(tmp_path: Path) -> None:
    """Nobody between us and Telegram can listen: a certificate nobody vouches for is not taken."""
    mine = certificate(tmp_path / "mine.pem")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(mine)
    trusting = Line(ssl.create_default_context(cafile=str(mine)))
    async with answering(WHOLE, over=server) as (url, asked):
        assert await trusting.post(url, b"{}") == (200, b"{}")
        for address, context in (
            (url, ssl.create_default_context()),
            (url.replace("localhost", "127.0.0.1"), ssl.create_default_context(cafile=str(mine))),
        ):
            with pytest.raises(LineBroken, match="certificate"):
                await Line(context).post(address, b"{}")
    assert len(asked) == 1
    await trusting.close()


def certificate(file: Path) -> Path:
    """Of "localhost", signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)  # noqa: TID251 (a certificate is looked at by the clock on the wall)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, *form)
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file
