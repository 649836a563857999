"""Fuzz one target, or each in turn, for so many seconds.

    python -m fuzz [--seconds 60] [TARGET ...]

Atheris changes the inputs so that they reach ever more code. What it finds lies in `.fuzz/TARGET/`: make it as small as
it gets, put it into `tests/cases/hostile/fuzzed.toml`, and mend what it breaks.
"""

import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path

FOUND = Path(".fuzz")
MOST_BYTES = 20_000  # of an input; longer ones are slow, and the attacks of bench/bad cover them
MOST_MEMORY = 4096  # MiB
HANGS = 30  # seconds on one input


def fuzz(name: str, seconds: int) -> None:
    """Fuzz a target in this process, which ends with it."""
    import atheris  # noqa: PLC0415 - only `make fuzz` installs it

    with atheris.instrument_imports(include=["pipeline"]):  # what is imported in here is watched, and nothing before
        from fuzz.targets import seeds, targets  # noqa: PLC0415

        target = targets()[name]
    folder = FOUND / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for i, content in enumerate(seeds(name)):
        (corpus / f"seed-{i}").write_bytes(content[:MOST_BYTES])
    limits = [
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-timeout={HANGS}",
    ]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={folder}/", str(corpus)], target)
    atheris.Fuzz()


def main() -> int:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--here", action="store_true", help="in this process")
    given = parser.parse_args()
    if given.here:
        fuzz(given.target[0], given.seconds)
    from fuzz.targets import targets  # noqa: PLC0415 - after atheris, as above

    failed = []
    for name in given.target or targets():
        print(f"{name}: {given.seconds} seconds", flush=True)  # noqa: T201 - a tool's own words
        command = [sys.executable, "-m", "fuzz", name, "--here", "--seconds", str(given.seconds)]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    print(f"findings: {', '.join(failed) or 'none'}")  # noqa: T201
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
