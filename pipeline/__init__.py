"""Tellings: what articles about the same story agree on, where they differ or conflict, and what only one says.

The data flows through five stages, and each is a folder here:

    raw/ -> inputs/ -> extract/ -> clean/ -> tag/ -> compare/ -> report/ -> output/

- `inputs/`  takes the files as they lie there, their notes in `sources.csv`, and apart what holds several articles.
- `extract/` turns bytes into a text that never changes again, and the blocks in it.
- `clean/`   marks the spans that are not the article's own statements, each with a reason.
- `tag/`     finds names, values, and who says what how surely.
- `compare/` makes claims, finds the pairs worth comparing, decides what they are to each other, and groups them.
- `report/`  writes the tables and the page.

A stage is a pure function from `records.py` to `records.py`. `flow.py` knows their order, `workers/` runs them,
`store/` is the only place that writes, `commands/` has what people type, one file a command. Past one machine
`cluster/` does the same stages in parts, with the same functions.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime would tell its makers of each session; it looks when imported

# numpy's threads would wait for each other longer than a product of a few hundred rows takes; the workers are the
# parallelism. It looks when imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
