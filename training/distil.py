"""Distil students from a frozen, exported teacher, all methods on the same batches and schedule.

    python -m training.distil names --methods o-ptp c-ptp independent

The teacher writes the text itself, so no corpus is needed (tales: short prompts from it). For every
token of that text u is drawn inside the teacher's bin, so the u's say exactly what the text says;
a student sees many windows of each text. Source: Draxler et al. 2026, sections 2.2 and 3.1.
"""

import argparse
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .config import CONFIGS, Config
from .data import CorpusError, Running, load
from .measure import gather, held_out_agreement
from .model import Student, Teacher, bins, cdf_of
from .optimizer import Optimizers
from .progress import Progress, restore, save
from .weights import read_student, read_teacher

METHODS = ("o-ptp", "c-ptp", "independent")
MORE = ("prophet",)  # of the history; trained when asked for
SEES_U = ("o-ptp", "c-ptp")
RANK = {"names": 0, "tales": 64}  # 0: a full weight set
DEFAULTS = {
    "names": {
        "curriculum": 0.0,
        "lr": 3e-3,
        "matrix_lr": 0.02,
        "steps": 20_000,
        "batch": 512,
        "groups": 1,
        "pool": 8192,
        "reuse": 10,
    },
    "tales": {
        "curriculum": 0.4,
        "lr": 1.5e-3,
        "matrix_lr": 0.006,
        "steps": 20_000,
        "batch": 4,
        "groups": 32,
        "pool": 128,
        "reuse": 12,
    },
}
WHOLE = 0.6  # names: share of windows that start at the start mark, besides those that do by chance
PROMPT, SAMPLED = 32, 160  # tales: characters of real text, then characters of the teacher's


class Pool:
    """Texts that the teacher wrote, served in shuffled batches; written anew when used up."""

    def __init__(self, teacher: Teacher, prompts, args, generator: torch.Generator):
        self.teacher, self.prompts, self.args, self.generator = teacher, prompts, args, generator
        self.batches: list[tuple[Tensor, Tensor]] = []

    def next(self) -> tuple[Tensor, Tensor]:
        """Tokens (B, T) with the start mark or a prompt in front, and their temperatures (B,)."""
        if not self.batches:
            self.fill()
        return self.batches.pop()

    def fill(self) -> None:
        config, size, device = self.teacher.config, self.args.pool, self.args.device
        if config.end is None:
            prompt = self.prompts.batch(size, self.generator)[:, :PROMPT]
            steps = SAMPLED
        else:
            prompt, steps = torch.full((size, 1), config.start), config.draft
        u = torch.rand((size, steps), generator=self.generator).to(device)
        temperature = draw_temperature(config, size, self.generator)
        if self.args.temperature is not None:
            temperature = torch.full_like(temperature, self.args.temperature)
        temperature = temperature.to(device)
        tokens, _ = self.teacher.sample(prompt.to(device), u, temperature)
        for _ in range(self.args.reuse):
            order = torch.randperm(size, generator=self.generator)
            if (
                config.end is not None
            ):  # like lengths together: no slot is wasted behind an end mark
                order = order[lengths(config, tokens)[order].argsort(stable=True)]
            parts = list(order.split(self.args.batch))
            shuffle = torch.randperm(len(parts), generator=self.generator).tolist()
            self.batches += [(tokens[parts[i]], temperature[parts[i]]) for i in shuffle]


def draw_temperature(config: Config, size: int, generator: torch.Generator) -> Tensor:
    """Half the texts at the two temperatures that are shown first (0.7, 1), half in between."""
    knots = config.temperature_knots
    if len(knots) == 1:
        return torch.full((size,), knots[0])
    spread = knots[0] + (knots[-1] - knots[0]) * torch.rand(size, generator=generator)
    shown = torch.where(torch.rand(size, generator=generator) < 0.5, 0.7, 1.0)
    return torch.where(torch.rand(size, generator=generator) < 0.25, spread, shown)


def lengths(config: Config, tokens: Tensor) -> Tensor:
    """Index of the last real target of each row (B,): its end mark, or the last column."""
    if config.end is None:
        return torch.full((len(tokens),), tokens.shape[1] - 1)
    ends = tokens[:, 1:] == config.end
    first = ends.float().argmax(1) + 1
    return torch.where(ends.any(1), first, torch.full_like(first, tokens.shape[1] - 1))


def draw_starts(config: Config, last: Tensor, groups: int, generator: torch.Generator) -> Tensor:
    """Prefix lengths (B, G). Short texts: most windows predict the whole text."""
    if config.end is None:
        room = int(last.min()) - PROMPT - config.draft
        return torch.stack(
            [torch.randperm(room, generator=generator)[:groups] + PROMPT for _ in last]
        )
    starts = 1 + (torch.rand((len(last), groups), generator=generator) * last[:, None]).long()
    whole = torch.rand((len(last), groups), generator=generator) < WHOLE
    return torch.where(whole, torch.ones_like(starts), starts)


class Batch:
    """What all methods share: the teacher's context pass and the u's inside its bins."""

    def __init__(
        self, teacher: Teacher, tokens: Tensor, temperature: Tensor, args, generator, short: bool
    ):
        config, device = teacher.config, tokens.device
        groups = args.groups * (2 if short else 1)
        last = lengths(config, tokens.cpu())
        tokens = tokens[:, : int(last.max()) + 1]
        starts = draw_starts(config, last, groups, generator)
        draft = min(config.draft // (2 if short else 1), int(last.max()))
        self.temperature = temperature[:, None, None]
        self.starts, self.context, self.focus = starts.to(device), [], args.focus
        with torch.no_grad():
            logits = teacher(tokens[:, :-1], self.context)  # (B, T-1, V)
            cdf = cdf_of(logits, temperature[:, None, None])
            left, right = bins(cdf, tokens[:, 1:])  # (B, T-1)
        inside = torch.rand(left.shape, generator=generator).to(device)
        u = (left + inside * (right - left)).float().clamp(max=1 - 2**-24)
        target = self.starts[..., None] + torch.arange(draft, device=device)  # (B, G, K) index of t
        self.u = gather(u, target - 1)
        self.tokens, self.cdf, self.target = tokens, cdf, target
        self.last = last.to(device)[:, None, None]

    def loss(self, student: Student, method: str) -> Tensor:
        """Mean cross-entropy over real targets: on the token (O-PTP), else on the teacher's P_k."""
        student.merge()
        slots = student.config.slots(method)
        u = self.u[..., :slots]
        logits = student(u, self.temperature, self.tokens, self.starts, self.context)
        target = self.target[..., :slots] + (1 if method == "c-ptp" else 0)
        real = target <= self.last
        log_p = logits.log_softmax(-1)[real]  # (R, V)
        if method == "o-ptp":
            tokens = gather(self.tokens, target)
            wrong = (logits.detach().argmax(-1) != tokens).float()
            before = wrong.cumsum(-1) - wrong  # wrong drafts before each slot
            weight = (self.focus**before)[real]
            loss = F.nll_loss(log_p, tokens[real], reduction="none")
            return (weight * loss).sum() / weight.sum()
        batch = torch.arange(len(target), device=target.device)[:, None, None]
        cdf = self.cdf[batch, (target - 1).clamp(max=self.cdf.shape[1] - 1)][real]  # (R, V)
        p = torch.diff(cdf, prepend=torch.zeros_like(cdf[:, :1])).float()
        return -(p * log_p).sum(-1).mean()


def prepare(args: argparse.Namespace) -> tuple[Config, Teacher, Running | None]:
    """Threads and seed set; the model's shapes, its frozen teacher, and where prompts come from (tales)."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    config = CONFIGS[args.model]
    teacher = Teacher(config)
    read_teacher(args.public / args.model, teacher)
    teacher.to(args.device).requires_grad_(False)
    if config.end is not None:
        return config, teacher, None
    if not args.corpus:
        raise SystemExit(f"{args.model}: --corpus is needed, prompts are taken from it.")
    try:
        return config, teacher, load(config, args.corpus, 128)
    except CorpusError as error:
        raise SystemExit(str(error)) from None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=CONFIGS)
    parser.add_argument("--methods", nargs="+", choices=METHODS + MORE, default=METHODS)
    parser.add_argument("--corpus", type=Path, help="tales: where prompts come from")
    parser.add_argument("--public", type=Path, default=Path("public/model"))
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--batch", type=int, help="texts per step")
    parser.add_argument("--groups", type=int, help="windows per text")
    parser.add_argument(
        "--curriculum", type=float, help="share of steps with half the slots in twice the windows"
    )
    parser.add_argument("--temperature", type=float, help="a single one; to see what several cost")
    parser.add_argument("--pool", type=int, help="texts written at a time")
    parser.add_argument(
        "--reuse", type=int, help="how often a text is used, each time with new u's"
    )
    parser.add_argument("--rank", type=int, help="of the LoRA; 0 trains a full weight set")
    parser.add_argument("--lr", type=float)
    parser.add_argument("--matrix-lr", type=float)
    parser.add_argument(
        "--focus", type=float, default=0.5, help="weight of an O-PTP slot per wrong draft before it"
    )
    parser.add_argument("--decay", type=float, default=0.4, help="share of steps with falling rate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoints")
    parser.add_argument("--from", dest="start", type=Path, help="start from public/model/NAME")
    parser.add_argument("--checkpoints", type=Path, default=Path("training/checkpoints"))
    args = parser.parse_args()
    for key, value in (DEFAULTS[args.model] | {"rank": RANK[args.model]}).items():
        if getattr(args, key) is None:
            setattr(args, key, value)

    config, teacher, prompts = prepare(args)
    students, optimizers, first, seconds = {}, {}, 0, 0.0
    for method in args.methods:
        student = Student(config, teacher, sees_u=method in SEES_U, rank=args.rank)
        if args.start:
            read_student(args.start, method, student)
        students[method] = student.to(args.device)
        optimizers[method] = Optimizers(student, args.lr, args.matrix_lr, args.steps, args.decay)
        if args.resume:
            file = args.checkpoints / f"{args.model}-{method}.pt"
            first, seconds = restore(file, student, optimizers[method], args)
    generator = torch.Generator().manual_seed(args.seed + first)
    pool = Pool(teacher, prompts, args, generator)
    progress = Progress(f"{args.model} {' '.join(args.methods)}", args.steps, first, seconds)
    for step in range(first, args.steps):
        short = step < args.curriculum * args.steps
        batch = Batch(teacher, *pool.next(), args, generator, short)
        for method, student in students.items():
            loss = batch.loss(student, method)
            loss.backward()
            optimizers[method].step(step)
            progress.show(step, loss, method)
        if (step + 1) % 1000 == 0 or step + 1 == args.steps:
            for method, student in students.items():
                figures = held_out_agreement(teacher, student, method, prompts)
                progress.note(f"step {step + 1} {method}: {figures}")
                file = args.checkpoints / f"{args.model}-{method}.pt"
                save(file, student, optimizers[method], args, step + 1, progress.seconds, figures)


if __name__ == "__main__":
    main()
