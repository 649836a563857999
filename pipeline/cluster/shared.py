"""The folder that all machines of a cluster share, on any path that fsspec knows: a disk, NFS, S3, GCS."""

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any
from uuid import uuid4

import fsspec
from fsspec.implementations.local import LocalFileSystem


@dataclass(frozen=True, slots=True)
class Shared:
    """A folder by its address: `/mnt/parts` or `s3://bucket/parts`."""

    address: str

    def _at(self, name: str) -> tuple[Any, str]:
        system, path = fsspec.core.url_to_fs(self.address)
        return system, f"{path.rstrip('/')}/{name}"

    def put(self, name: str, content: bytes) -> None:
        """Writes a file, whole or not at all; two tasks that write the same leave one of them."""
        system, path = self._at(name)
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        if isinstance(system, LocalFileSystem):
            beside = f"{path}.{uuid4().hex}"
            system.pipe_file(beside, content)
            os.replace(beside, path)  # noqa: PTH105 - fsspec's own paths
        else:  # an object store shows nothing of what it has not got to the end of
            system.pipe_file(path, content)

    def read(self, name: str) -> bytes | None:
        """A file's content; None if there is no such file."""
        system, path = self._at(name)
        try:
            content: bytes = system.cat_file(path)
        except FileNotFoundError:
            return None
        return content

    def names(self, folder: str, ending: str) -> list[str]:
        """The files of a folder that end so, sorted; none where there is no folder."""
        system, path = self._at(folder)
        try:
            found = system.ls(path, detail=False, refresh=True)
        except FileNotFoundError:
            return []
        return sorted(f"{folder}/{name.rpartition('/')[2]}" for name in found if name.endswith(ending))

    def clear(self) -> None:
        """Removes all that is in the folder, if it is there."""
        system, path = self._at("")
        with suppress(FileNotFoundError):
            system.rm(path.rstrip("/"), recursive=True)

    def open(self, name: str) -> IO[bytes]:
        """A file to read parts of."""
        system, path = self._at(name)
        file: IO[bytes] = system.open(path, "rb")
        return file
