"""Past one machine: the stages over shards, each a task that an engine runs wherever it has room.

    sources.py -> steps -> tables/ (partitioned Parquet) -> gathering.py (one folder, as a run on one machine writes it)

A step is one task for every part: it reads records that earlier steps have sent to its part and sends others on. What
has to be known of all articles (origins, boilerplate, names, neighbours, groups) is a shuffle: each article sends what
it adds to the part of a key, there it is decided, and what is decided is sent home. The decisions are those of a run on
one machine, function by function, so that the tables have the same rows.

All that is sent lies in files on a path that every machine reaches: a task that is lost with its machine is done again
from the same files, and a run that was stopped goes on where it was. `job.py` says what a task is, `engine.py` what an
engine is; `with_dask.py` is one, and the only file that knows Dask.
"""
