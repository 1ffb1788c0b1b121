"""Three chapters as Jupyter notebooks: the same tokens from the same u's, in PyTorch.

    python -m training.notebooks

Writes public/notebooks/*.ipynb. The network, the sampling and the u's in them are the source of this folder,
cut out function by function, so each notebook stands alone with the exported weights. test_notebooks.py runs
them against the goldens and the recorded runs of the page.
"""

import inspect
import json
from pathlib import Path

from . import joint, model, randomness

FOLDER = Path(__file__).resolve().parent.parent / "public" / "notebooks"

IMPORTS = f"""
import json, math, os, struct
from pathlib import Path
from types import SimpleNamespace
from urllib.request import urlopen

import numpy as np
import torch
from torch import Tensor, nn

Config = SimpleNamespace  # what a model's manifest says of its shapes
LINEARS, NORM_EPS, ROPE_BASE = {model.LINEARS}, {model.NORM_EPS}, {model.ROPE_BASE}

# Where the models are: the address of the site that you took this notebook from, with /model behind it, or a
# folder that holds its files in names/ and tales/.
FILES = os.environ.get("FORETOKEN_FILES", "model")


def content_of(path: str) -> bytes:
    if FILES.startswith("http"):
        with urlopen(f"{{FILES}}/{{path}}") as response:
            return response.read()
    return (Path(FILES) / path).read_bytes()
"""

CONSTANTS = f"ROTATIONS, MASK = {randomness.ROTATIONS}, {randomness.MASK:#x}"
NUMBERS = [randomness.threefry, randomness.uniform, randomness.uniforms]
NETWORK = [
    *(model.rms_norm, model.rope_tables, model.rotate, model.interpolate, model.smooth_rows),
    *(model.band_mask, model.attend_in_order, model.Weights, model.Teacher),
]
SAMPLING = [model.cdf_of, model.pick]

LOADING = """
def load_config(name: str) -> Config:
    config = Config(**json.loads(content_of(f"{name}/manifest.json"))["config"])
    config.vocab = len(config.vocabulary)
    return config


def load_tensors(path: str) -> dict[str, Tensor]:
    \"\"\"The tensors of a safetensors file, which holds fp16, as fp32.\"\"\"
    content = content_of(path)
    (length,) = struct.unpack("<Q", content[:8])
    body = content[8 + length :]
    tensors = {}
    for name, entry in json.loads(content[8 : 8 + length]).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            values = np.frombuffer(body[begin:end], dtype="<f2").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.astype(np.float32))
    return tensors


def load_teacher(config: Config) -> Teacher:
    teacher = Teacher(config)
    tensors = load_tensors(f"{config.name}/teacher.safetensors")
    teacher.load_state_dict({n if n == "embed" else f"weights.{n}": t for n, t in tensors.items()})
    return teacher.requires_grad_(False)


def encode(config: Config, text: str) -> Tensor:
    \"\"\"Known tokens (1, T): the start mark, then the text.\"\"\"
    return torch.tensor([[config.start, *(config.vocabulary.index(c) for c in text)]])


def write(config: Config, tokens) -> str:
    return "".join("■" if t == config.end else config.vocabulary[t] for t in tokens)
"""

ONE_AT_A_TIME = """
def one_at_a_time(teacher: Teacher, prompt: str, seed: int, temperature: float, count: int) -> list[int]:
    \"\"\"Token ids, up to the end mark where the model has one.\"\"\"
    u = torch.tensor(uniforms(seed, count))[None]
    known = encode(teacher.config, prompt)
    tokens, _ = teacher.sample(known, u, temperature)
    found = tokens[0, known.shape[1] :].tolist()
    end = teacher.config.end
    return found[: found.index(end) + 1] if end in found else found
"""


def source(parts: list) -> str:
    return "\n\n\n".join(inspect.getsource(part).rstrip() for part in parts)


def notebook(title: str, intro: str, cells: list[tuple[str, str]]) -> dict:
    """A notebook (nbformat 4.5). cells: what a cell says, and its code."""
    shared = [
        ("Where the files are.", IMPORTS),
        ("A number depends on seed and place alone.", f"{CONSTANTS}\n\n\n{source(NUMBERS)}"),
        ("The lookup: a running sum, and the token whose bin contains u.", source(SAMPLING)),
        ("The network.", source(NETWORK)),
        ("Its weights, and text as tokens.", LOADING),
    ]
    made = [markdown("head", f"# {title}\n\n{intro}")]
    for place, (says, code) in enumerate([*shared, *cells]):
        made.append(markdown(f"says-{place}", says))
        made.append(
            {
                "cell_type": "code",
                "id": f"code-{place}",
                "metadata": {},
                "execution_count": None,
                "outputs": [],
                "source": lines(code.strip()),
            }
        )
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def markdown(name: str, text: str) -> dict:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": lines(text)}


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


INTRO = (
    "From Foretoken, an explainer of Parallel Token Prediction (Draxler et al., ICLR 2026, arXiv 2512.21323). "
    "It needs `torch` and `numpy`. Same model, same numbers as in the browser, so the same tokens."
)

LOOKUP = [
    (
        "One at a time: every number picks a letter.",
        ONE_AT_A_TIME
        + """

names = load_teacher(load_config("names"))
tokens = one_at_a_time(names, "", 188, 1.0, 16)
write(names.config, tokens)
""",
    ),
    (
        "The same, letter by letter: the number, the bin that it falls into, its width.",
        """
known = encode(names.config, "")
for place, token in enumerate(tokens):
    cdf = cdf_of(names(known)[0, -1], 1.0)
    left = cdf[token - 1].item() if token > 0 else 0.0
    u = uniform(188, place)
    print(f"{place + 1:2} u {u:.3f} in [{left:.3f}, {cdf[token]:.3f}) {write(names.config, [token])}")
    known = torch.cat((known, torch.tensor([[token]])), 1)
""",
    ),
]

HEADS = [
    (
        "The joint distribution of the next two tokens, and the marginals that independent heads learn.",
        f"""
RARE = {joint.RARE}

{source([joint.exact, joint.marginals, joint.product])}


names = load_teacher(load_config("names"))
p, _ = exact(names, encode(names.config, ""), 1.0, 2)  # (V, V)
q = product(marginals(p))
""",
    ),
    (
        "What is lost: mutual information in bits, total variation distance.",
        """
both = p > 0
information = (p[both] * torch.log2(p[both] / q[both])).sum().item()
distance = (0.5 * (p - q).abs().sum()).item()
print(f"mutual information {information:.2f} bits, total variation {distance:.3f}")
""",
    ),
    (
        "Two draws with the same numbers. The second head picks from its marginal and never sees the first.",
        """
first, second = marginals(p)
for seed in range(1, 9):
    u = torch.tensor(uniforms(seed, 2))
    a = pick(first.cumsum(0), u[0])
    dependent = pick((p[a] / p[a].sum()).cumsum(0), u[1])
    alone = pick(second.cumsum(0), u[1])
    print(seed, write(names.config, [a, dependent]), write(names.config, [a, alone]))
""",
    ),
]

EXACT = [
    ("One at a time, to compare with.", ONE_AT_A_TIME),
    (
        "The student: auxiliary rows, each of which is shown a number in the place of a token.",
        f"""
{source([model.Student])}


def load_student(teacher: Teacher, method: str) -> Student:
    tensors = load_tensors(f"{{teacher.config.name}}/{{method}}.safetensors")
    rank = next((t.shape[0] for n, t in tensors.items() if n.endswith("_a")), 0)
    student = Student(teacher.config, teacher, method != "independent", rank)
    for name, parameter in student.named_parameters():
        parameter.data.copy_(tensors[name.removeprefix("weights.")])
    student.requires_grad_(False).merge()
    return student
""",
    ),
    (
        "Draft in one call, check in another with the same numbers.",
        """
def draft(teacher: Teacher, student: Student, known: Tensor, u: Tensor, temperature: float) -> Tensor:
    \"\"\"Drafts (K,) behind known tokens (1, T): the teacher's own pick, then what the student names.\"\"\"
    context: list = []
    logits = teacher(known, context)[0, -1]
    heat, starts = torch.full((1, 1, 1), temperature), torch.tensor([[known.shape[1]]])
    drafts = student(u[None, None].float(), heat, known, starts, context)[0, 0].argmax(-1)
    drafts[0] = pick(cdf_of(logits, temperature), u[0])
    return drafts


def check(teacher: Teacher, known: Tensor, drafts: Tensor, u: Tensor, temperature: float) -> Tensor:
    \"\"\"What one at a time picks at each place if the drafts before it are right: (K + 1,).\"\"\"
    logits = teacher(torch.cat((known, drafts[None]), 1))[0, known.shape[1] - 1 :]
    return pick(cdf_of(logits, temperature), u)


def corrected(teacher, student, prompt: str, seed: int, temperature: float, count: int):
    \"\"\"Token ids, and how many tokens each round accepted.\"\"\"
    known, length = encode(teacher.config, prompt), teacher.config.draft
    begin, accepted = known.shape[1], []
    while (done := known.shape[1] - begin) < count:
        u = torch.tensor([uniform(seed, done + k) for k in range(length + 1)])
        u = u.double()
        drafts = draft(teacher, student, known, u[:length], temperature)
        checks = check(teacher, known, drafts, u, temperature)
        right = int((drafts == checks[:length]).long().cumprod(0).sum())
        kept = checks[: right + 1][: count - done]
        accepted.append(len(kept))
        known = torch.cat((known, kept[None]), 1)
    return known[0, begin:].tolist(), accepted
""",
    ),
    (
        "The page's own tale. Two ways, one text.",
        """
tales = load_teacher(load_config("tales"))
ptp = load_student(tales, "o-ptp")
prompt, seed, temperature, count = "Once upon a time there was ", 3, 0.7, 96
plain = one_at_a_time(tales, prompt, seed, temperature, count)
tokens, accepted = corrected(tales, ptp, prompt, seed, temperature, count)
assert tokens == plain
print(write(tales.config, tokens))
print(f"{len(accepted)} rounds, {len(tokens) / len(accepted):.2f} tokens a round")
""",
    ),
]

NOTEBOOKS = {
    "02-sampling-is-a-lookup": notebook("Sampling is a lookup", INTRO, LOOKUP),
    "04-more-heads": notebook("More heads", INTRO, HEADS),
    "09-kept-exact": notebook("Kept exact", INTRO, EXACT),
}


def write_all() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in NOTEBOOKS.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.ipynb").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write_all()
