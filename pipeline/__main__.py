"""`python -m pipeline` is the command `tellings`."""

from pipeline.workers.stopping import stop_when_told


def main() -> None:
    """The command, which can be stopped before it is loaded."""
    stop_when_told()
    from pipeline.cli import main as run_commands  # noqa: PLC0415 - it takes seconds, and workers have no use for it

    run_commands()


if __name__ == "__main__":
    main()
