"""Where a result may be written: files whole or not at all, links through, streams as they are."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.writing import write_file


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path):
    (tmp_path / "real.svg").write_bytes(b"old")
    link = tmp_path / "link.svg"
    link.symlink_to("real.svg")
    write_file(link, b"new", named=True)
    assert link.is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.svg", "real.svg"]


def test_a_link_that_nobody_named_is_replaced(tmp_path):
    (tmp_path / "real.svg").write_bytes(b"old")
    link = tmp_path / "link.svg"
    link.symlink_to("real.svg")
    write_file(link, b"new")
    assert not link.is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"old"


def test_a_pipe_is_written_into_and_stays_one(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_file(pipe, b"drawn", named=True)
    reader.join(10)
    assert got == [b"drawn"]
    assert pipe.is_fifo()


def test_a_device_is_written_into_and_stays_one():
    write_file(Path("/dev/null"), b"drawn", named=True)
    assert Path("/dev/null").is_char_device()


def test_a_file_that_may_not_be_written_is_left(tmp_path, monkeypatch):
    file = tmp_path / "kept.svg"
    file.write_bytes(b"old")
    monkeypatch.setattr("argmap.writing.os.access", lambda *_: False)
    with pytest.raises(ArgmapError, match="read-only"):
        write_file(file, b"new")
    assert file.read_bytes() == b"old"
