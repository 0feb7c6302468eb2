"""A corpus checked on an existing cluster, by dask.distributed's executor, as docs/speed.md shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_groups import many, told

import argmap
from argmap.checking import checker

distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")


@pytest.mark.filterwarnings("default")
def test_a_dask_cluster_finds_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "AT_ONCE", 100)
    for path, text in many().items():
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    alone = argmap.check_files(tmp_path)
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    )
    with cluster, distributed.Client(cluster) as client:
        executor = client.get_executor()
        assert argmap.check_files(tmp_path, executor=executor) == alone
    assert len(told(alone)) > 24
