"""How the models are opened: one thread, one text at a time, and only files that are what they were when measured."""

import tomllib
from hashlib import sha256
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from pipeline.errors import Stop

MODELS = Path(__file__).parent / "models"
# Texts for a model that are worth a process more: that takes a second to begin, and they some milliseconds each.
WORTH = 200


def session(graph: bytes) -> onnxruntime.InferenceSession:
    """The graph ready to run in this thread. Raises what onnxruntime raises where it is no graph."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the workers are the parallelism
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def tokenizer(content: bytes, max_tokens: int) -> Tokenizer:
    """The tokenizer, without padding, cutting what is longer than the model reads."""
    made = Tokenizer.from_str(content.decode())
    made.no_padding()
    made.enable_truncation(max_tokens)
    return made


def read(path: Path, hint: str) -> bytes:
    """The content of a model's file. Raises `Stop` where it cannot be read."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # no path has a NUL in it
        why = error.strerror if isinstance(error, OSError) else error
        raise Stop(f"The model cannot be read: {path}: {why}.", hint=hint) from error


def digest(*files: bytes) -> str:
    """The SHA-256 over a model's files."""
    return sha256(b"".join(sha256(content).digest() for content in files)).hexdigest()


def shipped(folder: Path, name: str) -> bytes:
    """The content of a file of a shipped model, if it is what `checksums.toml` says. Raises `Stop` where it is not."""
    key = f"{folder.name}/{name}"
    hint = f"Install Tellings again, or in a checkout restore pipeline/models/{folder.name} from git."
    expected = tomllib.loads((MODELS / "checksums.toml").read_text(encoding="utf-8"))[key]
    content = read(folder / name, hint)
    if sha256(content).hexdigest() != expected:
        raise Stop(f"The model is not the one that was shipped: {folder / name} has another SHA-256.", hint=hint)
    return content
