"""Measure every method of a model and record the figures in its manifest.

    python -m training.evaluate names
    python -m training.evaluate tales --corpus FOLDER

All with uniform u; prompts of running text come from the held-out part. Drafts are read as the
decoders read them: the first one is the teacher's own pick, since its row travels in the same call.
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from . import joint, measure
from .budget import allocate, group_worth
from .config import CONFIGS, Config
from .data import CorpusError, load
from .distil import METHODS, RANK
from .export import read_manifest, write_manifest
from .model import Student, Teacher
from .train import held_out_loss
from .weights import read_student, read_teacher

WORDS = 4000  # texts
PROMPT, WALK = 64, 192  # running text: characters of prompt, starts per walk
MARGINAL_SAMPLES = 256  # continuations by which marginals of running text are counted
SEED = 12345


def read_models(folder: Path, config: Config) -> tuple[Teacher, dict[str, Student]]:
    """The exported teacher and whichever students are there."""
    teacher = Teacher(config)
    read_teacher(folder, teacher)
    students = {}
    for method in METHODS:
        if (folder / f"{method}.safetensors").is_file():
            student = Student(config, teacher, method != "independent", RANK[config.name])
            read_student(folder, method, student)
            student.merge()
            students[method] = student.requires_grad_(False)
    return teacher.requires_grad_(False), students


def words(teacher: Teacher, students: dict[str, Student]) -> dict:
    """Whole texts from the start mark in one call, and rounds of error correction along the text."""
    config = teacher.config
    tokens, u = measure.sample_words(teacher, WORDS, SEED)
    other = torch.rand(u.shape, generator=torch.Generator().manual_seed(SEED + 1))
    starts = torch.ones((len(tokens), 1), dtype=torch.long)
    figures: dict = {}
    for method, student in students.items():
        right = measure.matches(teacher, student, method, tokens, u, starts, 1.0)
        figures[method] = measure.word_figures(config, tokens, right)
        fresh = measure.matches(teacher, student, method, tokens, u, starts, 1.0, other)
        figures[method]["leading_unrelated_u"] = measure.word_figures(config, tokens, fresh)[
            "leading"
        ]
    right = joint.marginal_matches(teacher, tokens, u)
    figures["exact marginals"] = measure.word_figures(config, tokens, right)
    return figures


def running(teacher: Teacher, students: dict[str, Student], data, temperature: float) -> dict:
    """Rounds of error correction and of partial quadratic decoding over held-out prompts."""
    config = teacher.config
    prompts = data.held_out[:96, :PROMPT]
    tokens, u = measure.sample_running(teacher, prompts, WALK + config.draft, temperature, SEED)
    other = torch.rand(u.shape, generator=torch.Generator().manual_seed(SEED + 1))
    starts = torch.arange(PROMPT, PROMPT + WALK).expand(len(tokens), -1)
    figures: dict = {}
    for method, student in students.items():
        figures[method] = {}
        for name, shown in (("", None), ("_unrelated_u", other)):
            parts = [
                measure.matches(teacher, student, method, t, v, s, temperature, w)
                for t, v, s, w in zip(
                    tokens.split(16),
                    u.split(16),
                    starts.split(16),
                    (u if shown is None else shown).split(16),
                )
            ]
            right = torch.cat(parts)
            correct = measure.leading(right)  # (B, S)
            accepted, histogram = measure.walk(correct, config.draft)
            figures[method][f"accepted{name}"] = accepted
            if shown is None:
                figures[method]["histogram"] = histogram
                figures[method]["prefix"] = prefix_rates(right)
                figures[method]["slots"] = [x.item() for x in right.float().mean((0, 1))]
    figures["exact marginals"] = {
        "accepted": joint.marginal_rounds(
            teacher, tokens[:24], u[:24], range(PROMPT, PROMPT + 48), temperature, MARGINAL_SAMPLES
        )
    }
    with torch.no_grad():
        log_p = (teacher(tokens[:16, :-1])[:, PROMPT:].double() / temperature).log_softmax(-1)
    figures["entropy"] = -(log_p.exp() * log_p).sum(-1).mean().item()
    return figures


def prefix_rates(right: Tensor) -> list[float]:
    """How often slots 1 .. k are all right, k = 1 .. K, over all starts."""
    return [x.item() for x in right.long().cumprod(-1).float().mean((0, 1))]


@torch.no_grad()
def quadratic(
    teacher: Teacher,
    student: Student,
    data,
    temperature: float,
    budgets: tuple[int, ...],
    histogram: list[int],
) -> list[dict]:
    """Tokens and rows per call of partial quadratic decoding with O-PTP, a walk of calls per budget.

    The group that is kept stands behind right tokens only, so its drafts are those of its start; the
    groups that are dropped matter through the budget alone.
    """
    config = teacher.config
    prompts = data.held_out[:32, :PROMPT]
    tokens, u = measure.sample_running(teacher, prompts, WALK + config.draft, temperature, SEED)
    starts = torch.arange(PROMPT, PROMPT + WALK).expand(len(tokens), -1)
    context: list = []
    teacher(tokens[:, :-1], context)
    index = starts[..., None] + torch.arange(config.draft)
    heat = torch.full((len(tokens), 1, 1), temperature)
    p = student(measure.gather(u, index), heat, tokens, starts, context).softmax(-1)
    confidence, drafts = p.max(-1)  # (B, S, K)
    right = drafts == measure.gather(tokens, index)
    worth = group_worth(histogram)
    return [walk_calls(confidence, right, worth, budget) for budget in budgets]


def walk_calls(confidence: Tensor, right: Tensor, worth: list[float], budget: int) -> dict:
    """One budget's walks over confidence and right (B, S, K), from the first start to the last."""
    calls = written = rows = 0
    for b in range(len(right)):
        start, group, size = 0, 0, 0  # the tail is drafts 1 .. size of `group`
        while group < WALK and start < WALK:
            tail = confidence[b, group, 1 : 1 + size].tolist()
            hits = 0
            while hits < len(tail) and bool(right[b, group, 1 + hits]):
                hits += 1
            sizes = allocate(tail, worth, budget)
            calls, rows = calls + 1, rows + 1 + len(tail) + sum(sizes)
            group, size = start + hits, max(0, sizes[hits] - 1)
            written += hits + 1
            start += hits + 1
    return {"budget": budget, "tokens_per_call": written / calls, "rows_per_call": rows / calls}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=CONFIGS)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--public", type=Path, default=Path("public/model"))
    args = parser.parse_args()
    config, folder = CONFIGS[args.model], args.public / args.model
    try:
        data = load(config, args.corpus)
    except CorpusError as error:
        raise SystemExit(str(error)) from None
    teacher, students = read_models(folder, config)
    manifest = read_manifest(folder, config)
    figures: dict = {"teacher": {"held_out_nats": held_out_loss(teacher, data.held_out[:2000])}}
    if config.end is not None:
        figures["texts"] = WORDS
        figures["words"] = words(teacher, students)
        figures["histogram"] = word_histogram(teacher, students["o-ptp"])
        prompts = torch.full((1, 1), config.start)
        figures["joint"] = joint.figures(teacher, students, prompts, 1.0, lengths=(2, 3))
    else:
        for temperature in (1.0, 0.7):
            figures[str(temperature)] = running(teacher, students, data, temperature)
            histogram = figures[str(temperature)]["o-ptp"]["histogram"]
            budgets = (config.draft, 3 * config.draft, config.draft**2)
            figures[str(temperature)]["pqd"] = quadratic(
                teacher, students["o-ptp"], data, temperature, budgets, histogram
            )
        figures["histogram"] = figures["1.0"]["o-ptp"]["histogram"]
        chosen, chance = joint.informative(teacher, data.held_out[:240:4, :PROMPT], 1.0)
        figures["joint"] = joint.figures(teacher, students, chosen, 1.0, lengths=(2,))
        figures["joint"]["plain"] = joint.figures(teacher, students, chance, 1.0, lengths=(2,))
    manifest["evaluation"] = rounded(figures)
    write_manifest(folder, manifest)
    show(manifest["evaluation"])


def word_histogram(teacher: Teacher, student: Student) -> list[int]:
    """How many drafts were right, 0 .. K, over all starts of sampled texts."""
    config = teacher.config
    tokens, u = measure.sample_words(teacher, 1000, SEED + 2)
    ends = tokens[:, 1:] == config.end
    last = torch.where(ends.any(1), ends.float().argmax(1) + 1, torch.tensor(config.draft))
    tokens = torch.cat((tokens, torch.zeros_like(tokens)), 1)
    u = torch.cat((u, torch.zeros_like(u)), 1)
    starts = torch.arange(1, config.draft + 1).expand(len(tokens), -1)
    right = measure.matches(teacher, student, "o-ptp", tokens, u, starts, 1.0)
    slot = starts[..., None] + torch.arange(config.draft)
    correct = measure.leading(right & (slot <= last[:, None, None]))[starts <= last[:, None]]
    return torch.bincount(correct, minlength=config.draft + 1).tolist()


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [rounded(part) for part in value]
    return round(value, 4) if isinstance(value, float) else value


def show(figures: dict, indent: str = "") -> None:
    for key, value in figures.items():
        if isinstance(value, dict):
            print(f"{indent}{key}")
            show(value, indent + "  ")
        else:
            print(f"{indent}{key}: {value}")


if __name__ == "__main__":
    main()
