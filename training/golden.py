"""Write goldens.json: numbers that every engine must reproduce.

    python -m training.golden names

One tree of rows with what enters and leaves every layer, and whole runs with their tokens. The tree
is computed here row by row, without any of the batching that training uses, in double precision.
"""

import argparse
import json
from pathlib import Path

import torch
from torch import Tensor

from .config import CONFIGS, Config
from .data import decode, encode
from .distil import RANK
from .model import Student, Teacher, rms_norm, rope_tables, rotate
from .randomness import uniforms
from .sequential import PARTS, create
from .weights import read_sequential, read_student, read_teacher

MARGIN = 1e-4  # closer than this to an edge, engines may pick different tokens
TOLERANCE = 1e-3  # largest difference of a logit between an fp32 engine and these numbers
PREFIX = -1
RUNS = {
    "names": [("", 1, 1.0), ("", 2, 1.0), ("mar", 3, 1.0), ("x", 4, 1.0), ("", 5, 0.7)],
    "tales": [("", 1, 1.0), ("Once upon a time", 2, 1.0), ("The king said: ", 3, 0.7)],
}
RUN_TOKENS = {"names": 16, "tales": 320}
TEXT = {"names": "anna", "tales": "The wolf"}
SEQUENTIAL_TEXTS = {"names": "marianna", "tales": "Once upon a time there was a king"}
DRAFTS = 3


def tree(config: Config) -> list[dict]:
    """Token rows in a chain, a chain of auxiliary rows behind the last, and a branch off the second."""
    rows: list[dict] = []
    for i, token in enumerate([config.start, *encode(config, TEXT[config.name]).tolist()]):
        rows.append({"input": {"token": token}, "parent": i - 1, "position": i})
    last = len(rows) - 1
    for parent, us in ((last, (0.03125, 0.5, 0.71875, 0.9990234375)), (1, (0.25, 0.625))):
        position, after = rows[parent]["position"], rows[parent]["input"]["token"]
        for k, u in enumerate(us):
            behind = parent if k == 0 else len(rows) - 1
            rows.append(
                {"input": {"u": u, "after": after}, "parent": behind, "position": position + k}
            )
    return rows


@torch.no_grad()
def run_rows(
    teacher: Teacher, student: Student, rows: list[dict], temperature: float
) -> tuple[list[Tensor], Tensor]:
    """Activations, L + 1 times (R, C), and logits (R, V) of a tree of rows behind an empty prefix."""
    config = teacher.config
    width, window = config.channels // config.heads, config.window
    heat = torch.tensor(temperature, dtype=torch.float64)
    x = [
        teacher.embed[row["input"]["token"]]
        if "token" in row["input"]
        else student.embed(
            torch.tensor(row["input"]["u"], dtype=torch.float64), heat, row["input"]["after"]
        )
        for row in rows
    ]
    sets = [(teacher if "token" in row["input"] else student).weights for row in rows]
    activations = [torch.stack(x)]
    for layer in range(config.layers):
        keys, values, mixed = [], [], []
        for r, row in enumerate(rows):
            weights = sets[r].layers[layer]
            qkv = weights.qkv @ rms_norm(x[r], weights.attn_norm)
            q, k, v = qkv.view(3, config.heads, width)
            cos, sin = rope_tables(torch.tensor(row["position"]), width)
            keys.append(rotate(k, cos, sin))
            values.append(v)
            seen = []
            at = r
            while at != PREFIX:
                if rows[at]["position"] > row["position"] - window:
                    seen.append(at)
                at = rows[at]["parent"]
            scores = (
                torch.stack([(rotate(q, cos, sin) * keys[j]).sum(-1) for j in seen]) * width**-0.5
            )
            weight = scores.softmax(0)  # (seen, H)
            mixed.append(sum(weight[n, :, None] * values[j] for n, j in enumerate(seen)).flatten())
        for r in range(len(rows)):
            weights = sets[r].layers[layer]
            x[r] = x[r] + weights.out @ mixed[r]
            hidden = torch.relu(weights.up @ rms_norm(x[r], weights.mlp_norm))
            x[r] = x[r] + weights.down @ (hidden * hidden)
        activations.append(torch.stack(x))
    logits = [w.unembed @ rms_norm(x[r], w.final_norm) for r, w in enumerate(sets)]
    return activations, torch.stack(logits)


def golden_run(teacher: Teacher, prompt: str, seed: int, temperature: float, count: int) -> dict:
    """One run, one token at a time, of the first seed from `seed` on that keeps clear of all edges."""
    config = teacher.config
    known = [config.start, *encode(config, prompt).tolist()]
    while True:
        u = torch.from_numpy(uniforms(seed, count))[None]
        tokens, margins = teacher.sample(torch.tensor([known]), u, temperature)
        written = tokens[0, len(known) :].tolist()
        if config.end in written:
            written = written[: written.index(config.end) + 1]
        margin = margins[0, : len(written)].min().item()
        if margin > MARGIN:
            break
        seed += 1
    return {
        "prompt": prompt,
        "seed": seed,
        "temperature": temperature,
        "text": decode(config, torch.tensor(written)),
        "tokens": written,
        "margin": margin,
    }


@torch.no_grad()
def golden_sequential(folder: Path, teacher: Teacher, text: str) -> dict:
    """Scores of the networks that draft one token after another: behind a text, and behind each of the
    drafts that follow it (its last characters)."""
    config = teacher.config
    tokens = torch.tensor([[config.start, *encode(config, text).tolist()]])
    known = tokens.shape[1] - DRAFTS
    states = teacher.states(tokens[:, : known - 1])
    logits = {}
    for part in PARTS:
        if not (folder / f"{part}.safetensors").is_file():
            continue
        network = create(part, config)
        read_sequential(folder, part, network)
        network.double()
        if part == "draft":
            logits[part] = network(tokens)[0, known - 1 :]
            continue
        seen, scores = states, []
        for draft in range(DRAFTS + 1 if part == "eagle" else len(network.depths)):
            if part == "eagle":
                predicted = network.depths[0](seen, teacher.embed[tokens[:, 1 : known + draft]])
                seen = torch.cat((seen, predicted[:, -1:]), 1)
            else:
                ahead = teacher.embed[tokens[:, 1 + draft : known + draft]]
                seen = predicted = network.depths[draft](seen, ahead)
            scores.append(teacher.weights.unembed @ predicted[0, -1])
        logits[part] = torch.stack(scores)
    shown = {part: round_all(scores) for part, scores in logits.items()}
    return {"tokens": tokens[0].tolist(), "known": known, "logits": shown}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=CONFIGS)
    parser.add_argument("--public", type=Path, default=Path("public/model"))
    args = parser.parse_args()
    config, folder = CONFIGS[args.model], args.public / args.model
    teacher = Teacher(config)
    read_teacher(folder, teacher)
    student = Student(config, teacher, sees_u=True, rank=RANK[args.model])
    read_student(folder, "o-ptp", student)
    teacher.double().requires_grad_(False)
    student.double().requires_grad_(False)
    student.merge()
    rows = tree(config)
    activations, logits = run_rows(teacher, student, rows, 1.0)
    golden = {
        "format": 1,
        "tolerance": TOLERANCE,
        "rows": {
            "student": "o-ptp",
            "temperature": 1.0,
            "rows": rows,
            "activations": [round_all(x) for x in activations],
            "logits": round_all(logits),
        },
        "runs": [
            golden_run(teacher, prompt, seed, temperature, RUN_TOKENS[args.model])
            for prompt, seed, temperature in RUNS[args.model]
        ],
    }
    if any((folder / f"{part}.safetensors").is_file() for part in PARTS):
        golden["sequential"] = golden_sequential(folder, teacher, SEQUENTIAL_TEXTS[args.model])
    file = folder / "goldens.json"
    file.write_text(json.dumps(golden) + "\n")
    for run in golden["runs"]:
        print(f"{run['prompt']!r} seed {run['seed']}: {run['text']!r}, margin {run['margin']:.2e}")


def round_all(x: Tensor) -> list:
    return [[round(value, 6) for value in row] for row in x.tolist()]


if __name__ == "__main__":
    main()
