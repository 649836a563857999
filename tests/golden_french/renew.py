"""Write tests/golden_french/output anew from tests/golden_french/raw. Read the difference before committing it.

python tests/golden_french/renew.py
"""

import tempfile
from pathlib import Path

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.workers import Runner

HERE = Path(__file__).parent
TABLES = ("articles.csv", "claims.csv", "entities.csv", "mentions.csv", "removed.csv")


def main() -> None:
    """Run the pipeline and keep the tables that an article in French has rows in."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "store") as store,
        Runner(Settings(), store) as runner,
    ):
        run(HERE / "raw", Path(folder) / "output", runner)
        (HERE / "output").mkdir(exist_ok=True)
        for name in TABLES:
            (HERE / "output" / name).write_bytes((Path(folder) / "output" / name).read_bytes())


if __name__ == "__main__":
    main()
