"""Write tests/golden/output anew from tests/golden/raw. Read the difference before committing it.

python tests/golden/renew.py
"""

import shutil
import tempfile
from pathlib import Path

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

HERE = Path(__file__).parent
NOT_COMPARED = ("run.json", "changes.csv")  # what a run tells of itself, and of the run before


def main() -> None:
    """Run the pipeline and keep its output."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "store") as store,
        Runner(Settings(), store) as runner,
    ):
        output = Path(folder) / "output"
        run(HERE / "raw", output, runner)
        for name in NOT_COMPARED:
            (output / name).unlink()
        shutil.rmtree(HERE / "output", ignore_errors=True)
        shutil.copytree(output, HERE / "output")


if __name__ == "__main__":
    main()
