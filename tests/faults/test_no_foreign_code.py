"""Nothing that is read can become code: not in our sources, and not in the models."""

import ast
import tomllib
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from pipeline.onnx import MODELS
from pipeline.tag.packages import ENGLISH_PIPELINE, package_name
from tests.faults.program import PROJECT

SOURCES = sorted((PROJECT / "pipeline").rglob("*.py"))
# What makes objects or code of bytes, or a command of a text.
MODULES = {
    "pickle",
    "cPickle",
    "_pickle",
    "dill",
    "cloudpickle",
    "joblib",
    "shelve",
    "marshal",
    "code",
    "codeop",
    "runpy",
}
NAMES = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
METHODS = {
    "pickle_loads",
    "read_pickle",
    "unsafe_load",
    "full_load",
    "from_pickle",
    "system",
    "popen",
    "eval",
    "getoutput",
}
PICKLES = {bytes([0x80, protocol]) for protocol in range(2, 6)}  # how one begins
HOSTILE = (
    "import pickle",
    "from pickle import loads",
    "import shelve as s",
    "eval('1')",
    "pandas.read_pickle(x)",
    "frame.eval('a')",
    "yaml.load(text)",
    "os.system('ls')",
    "numpy.load(x, allow_pickle=True)",
    "subprocess.run('ls', shell=True)",
)


def _dangers(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found += [name.name for name in names if name.name.split(".")[0] in MODULES]
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in MODULES:
                found.append(module)
            case ast.Call(func=ast.Name(id=name)) if name in NAMES:
                found.append(name)
            case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
                found.append(name)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr="load")):
                found.append("yaml.load")
            case ast.keyword(arg="allow_pickle" | "shell", value=ast.Constant(value=True)):
                found.append(str(node.arg))
    return found


def test_our_sources() -> None:
    assert len(SOURCES) > 100
    assert {str(path): found for path in SOURCES if (found := _dangers(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize("source", HOSTILE)
def test_it_would_be_seen(source: str) -> None:
    assert len(_dangers(source)) == 1


@pytest.mark.parametrize("source", ["re.compile('a')", "model.evaluate(x)", "yaml.safe_load(text)", "compiled = 1"])
def test_what_only_looks_like_it(source: str) -> None:
    assert _dangers(source) == []


def _language_model() -> Path:
    spec = find_spec(package_name(ENGLISH_PIPELINE))
    assert spec
    assert spec.origin
    return Path(spec.origin).parent


def test_the_models_hold_no_pickle() -> None:
    files = [path for folder in (MODELS, _language_model()) for path in folder.rglob("*") if path.is_file()]
    suspects = [path for path in files if path.suffix != ".pyc" and path.read_bytes()[:2] in PICKLES]
    assert len(files) > 30
    assert suspects == []
    assert {path.suffix for path in MODELS.rglob("*") if path.is_file()} <= {
        ".onnx", ".json", ".toml", ".py", ".pyc", ".md", "",
    }  # fmt: skip


def test_every_model_file_is_pinned() -> None:
    pinned = tomllib.loads((MODELS / "checksums.toml").read_text("utf-8"))
    there = {path.relative_to(MODELS).as_posix() for path in MODELS.rglob("*") if path.suffix in {".onnx", ".json"}}
    assert there | {package_name(ENGLISH_PIPELINE)} == pinned.keys()
    for name in there:
        assert sha256((MODELS / name).read_bytes()).hexdigest() == pinned[name]
