"""Write what the site serves: public/model/NAME/ with fp16 weights and the manifest.

python -m training.export names teacher     # freezes the teacher; students are distilled from it
python -m training.export names o-ptp c-ptp independent
"""

import argparse
import json
import platform
import subprocess
from pathlib import Path

import torch

from .checksums import checksums
from .config import CONFIGS, CORPORA, Config
from .distil import METHODS, MORE, RANK, SEES_U
from .model import Student, Teacher
from .sequential import DEPTH, DRAFT_SHAPES, PARTS, create
from .weights import (
    read_teacher,
    sequential_tensors,
    student_parameters,
    teacher_tensors,
    write_tensors,
)

SETTINGS = (
    "steps",
    "batch",
    "groups",
    "length",
    "lr",
    "matrix_lr",
    "decay",
    "rank",
    "curriculum",
    "seed",
)
LICENCE = {
    "weights": "MIT, with the rest of the project",
    "names": "US Social Security Administration, 2018 list; public domain in the United States",
    "tales": "Eighteen books of fairy tales, Project Gutenberg transcriptions; public domain in the US",
}


def read_manifest(folder: Path, config: Config) -> dict:
    """The manifest in `folder`, or a new one."""
    file = folder / "manifest.json"
    if file.is_file():
        return json.loads(file.read_text())
    corpus = CORPORA[config.name]
    return {
        "format": 1,
        "config": config.as_dict(),
        "files": {},
        "corpus": {"file": corpus.file, "sha256": corpus.sha256, "where": corpus.where},
        "licence": {"weights": LICENCE["weights"], "corpus": LICENCE[config.name]},
        "evaluation": {},
    }


def write_manifest(folder: Path, manifest: dict) -> None:
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def describe(file: Path, checkpoint: dict, before: dict | None) -> dict:
    """A file's entry in the manifest: what it is and how it came to be.

    `before` is the entry that it replaces; it is kept as `after` where training started from it.
    """
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True).stdout
    args, seconds = checkpoint["args"], round(checkpoint["seconds"])
    earlier = before["trained"] if before and args["start"] != "None" else None
    if earlier and earlier["seconds"] == seconds:  # the same checkpoint, exported again
        earlier = earlier.get("after")
    return {
        "file": file.name,
        **checksums(file.read_bytes()),
        "trained": {
            "steps": checkpoint["step"],
            "seconds": seconds,
            "settings": {key: args[key] for key in SETTINGS if args.get(key) not in (None, "None")},
            "device": args["device"] if args["device"] != "cpu" else platform.machine() + " cpu",
            "torch": torch.__version__,
            "commit": commit.strip(),
            **({"after": earlier} if earlier else {}),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=CONFIGS)
    parser.add_argument("parts", nargs="+", choices=("teacher", *METHODS, *MORE, *PARTS))
    parser.add_argument("--public", type=Path, default=Path("public/model"))
    parser.add_argument("--checkpoints", type=Path, default=Path("training/checkpoints"))
    args = parser.parse_args()
    config, folder = CONFIGS[args.model], args.public / args.model
    folder.mkdir(parents=True, exist_ok=True)
    manifest = read_manifest(folder, config)
    manifest["sequential"] = {"draft": DRAFT_SHAPES[args.model], "depth": DEPTH}
    for part in args.parts:
        source = args.checkpoints / f"{args.model}-{part}.pt"
        if not source.is_file():
            raise SystemExit(f"Nothing to export: {source} is missing. Train it first.")
        checkpoint = torch.load(source, map_location="cpu")
        teacher = Teacher(config)
        if part == "teacher":
            teacher.load_state_dict(checkpoint["model"])
            tensors = teacher_tensors(teacher)
        elif part in PARTS:
            network = create(part, config)
            network.load_state_dict(checkpoint["model"])
            tensors = sequential_tensors(network)
        else:
            read_teacher(folder, teacher)
            student = Student(config, teacher, part in SEES_U, RANK[args.model])
            student.load_state_dict(checkpoint["model"])
            tensors = student_parameters(student)
        file = folder / f"{part}.safetensors"
        write_tensors(file, tensors)
        manifest["files"][part] = describe(file, checkpoint, manifest["files"].get(part))
        print(f"{file}: {file.stat().st_size:,} bytes")
    write_manifest(folder, manifest)


if __name__ == "__main__":
    main()
