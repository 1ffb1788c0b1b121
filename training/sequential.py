"""Networks that draft one token after another, as most of the history does. All three are trained on the
same batches of text that the teacher wrote, towards the teacher's distribution; the teacher is frozen.

    python -m training.sequential names --parts draft eagle mtp

draft: a whole small model, about a tenth of the teacher (Leviathan et al. 2023; Chen et al. 2023).
eagle: one block on the teacher's last state and the token one step ahead; used again and again on
    the state that it predicts itself (Li et al. 2024, EAGLE).
mtp: one block for each depth, fed with the state of the depth before and the token one step further
    ahead (DeepSeek-AI 2024, DeepSeek-V3, section 2.2).
"""

import argparse
from dataclasses import replace
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .config import CONFIGS, Config
from .distil import DEFAULTS as DISTIL
from .distil import Pool, lengths, prepare
from .model import Teacher, Weights, attend_in_order, rms_norm
from .optimizer import Optimizers
from .progress import Progress, restore, save
from .weights import read_sequential

PARTS = ("draft", "eagle", "mtp")
DRAFT_SHAPES = {
    "names": {"channels": 48, "layers": 2, "heads": 3, "hidden": 96},
    "tales": {"channels": 64, "layers": 2, "heads": 2, "hidden": 256},
}
DEPTH = 3  # of mtp
BATCH = {"names": 128, "tales": 8}  # texts per step
NOISE = 0.1  # eagle: added to the states that it sees, as those that it predicts are not exact


def draft_config(config: Config) -> Config:
    """The shapes of the small model beside a teacher."""
    return replace(config, **DRAFT_SHAPES[config.name])


class Block(nn.Module):
    """One block that looks one token further than the states it is given. Scores are read by the
    teacher's own unembedding, tokens are embedded by its own table."""

    def __init__(self, config: Config):
        super().__init__()
        c = config.channels
        self.window = config.window
        self.state_norm = nn.Parameter(torch.ones(c))
        self.token_norm = nn.Parameter(torch.ones(c))
        self.from_state = nn.Parameter(torch.randn(c, c) / (2 * c) ** 0.5)
        self.from_token = nn.Parameter(torch.randn(c, c) / (2 * c) ** 0.5)
        self.weights = Weights(replace(config, layers=1))
        del self.weights.unembed

    def forward(self, states: Tensor, embedded: Tensor) -> Tensor:
        """States (B, R, C) one token on: row j joins the state of token j and the embedded token behind it."""
        x = rms_norm(states, self.state_norm) @ self.from_state.t()
        x = x + rms_norm(embedded, self.token_norm) @ self.from_token.t()
        positions = torch.arange(x.shape[1], device=x.device)
        attend = attend_in_order(x.shape[1], self.window, x.device)
        return self.weights.states(x, positions, attend)


class Blocks(nn.Module):
    """One block (eagle) or one for each depth (mtp)."""

    def __init__(self, config: Config, depth: int):
        super().__init__()
        self.depths = nn.ModuleList(Block(config) for _ in range(depth))


def create(part: str, config: Config) -> nn.Module:
    """A fresh network."""
    if part == "draft":
        return Teacher(draft_config(config))
    return Blocks(config, DEPTH if part == "mtp" else 1)


class Batch:
    """The teacher's states and probabilities behind every token of a text."""

    def __init__(self, teacher: Teacher, tokens: Tensor, generator: torch.Generator):
        self.teacher, self.tokens, self.generator = teacher, tokens, generator
        last = lengths(teacher.config, tokens.cpu()).to(tokens.device)
        index = torch.arange(tokens.shape[1] - 1, device=tokens.device)
        self.real = index < last[:, None]  # (B, T-1): whether a real token follows
        with torch.no_grad():
            self.states = teacher.states(tokens[:, :-1])  # (B, T-1, C)
            self.p = self.read(self.states).softmax(-1)  # (B, T-1, V)

    def read(self, states: Tensor) -> Tensor:
        return states @ self.teacher.weights.unembed.t()

    def loss(self, network: nn.Module, part: str) -> tuple[Tensor, Tensor]:
        """Mean loss, and the overlap sum(min(p, q)) of both distributions at each depth: the share of
        drafts that speculative sampling accepts when all before them were right."""
        if part == "draft":
            return self.compare(network(self.tokens[:, :-1]), 0)
        states, losses, overlaps = self.states, [], []
        for depth, block in enumerate(network.depths):
            embedded = self.teacher.embed[self.tokens[:, 1 + depth : -1]]
            seen = states[:, : embedded.shape[1]]
            if part == "eagle":
                noise = torch.rand(seen.shape, generator=self.generator).to(seen)
                seen = seen + NOISE * (2 * noise - 1)
            states = block(seen, embedded)
            loss, overlap = self.compare(self.read(states), 1 + depth)
            if part == "eagle":
                real = self.real[:, 1:]
                loss = loss + F.smooth_l1_loss(states[real], self.states[:, 1:][real])
            losses.append(loss)
            overlaps.append(overlap)
        return torch.stack(losses).mean(), torch.cat(overlaps)

    def compare(self, logits: Tensor, ahead: int) -> tuple[Tensor, Tensor]:
        """Cross-entropy of logits (B, R, V) with what the teacher says `ahead` tokens later; overlap."""
        real = self.real[:, ahead:]
        p, log_q = self.p[:, ahead:][real], logits.log_softmax(-1)[real]
        overlap = torch.minimum(p, log_q.detach().exp()).sum(-1).mean()
        return -(p * log_q).sum(-1).mean(), overlap[None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=CONFIGS)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--corpus", type=Path, help="tales: where prompts come from")
    parser.add_argument("--public", type=Path, default=Path("public/model"))
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--batch", type=int, help="texts per step")
    parser.add_argument("--pool", type=int, help="texts written at a time")
    parser.add_argument("--reuse", type=int, help="how often a text is used")
    parser.add_argument("--lr", type=float, default=3e-3)
    parser.add_argument("--matrix-lr", type=float, default=0.02)
    parser.add_argument("--decay", type=float, default=0.6, help="share of steps with falling rate")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoints")
    parser.add_argument("--from", dest="start", type=Path, help="start from public/model/NAME")
    parser.add_argument("--checkpoints", type=Path, default=Path("training/checkpoints"))
    args = parser.parse_args()
    args.temperature = None  # texts at all temperatures, as distil's
    defaults = {"batch": BATCH[args.model]} | {k: DISTIL[args.model][k] for k in ("pool", "reuse")}
    for key, value in defaults.items():
        if getattr(args, key) is None:
            setattr(args, key, value)

    config, teacher, prompts = prepare(args)
    networks, optimizers, first, seconds = {}, {}, 0, 0.0
    for part in args.parts:
        network = create(part, config)
        if args.start:
            read_sequential(args.start, part, network)
        networks[part] = network.to(args.device)
        optimizers[part] = Optimizers(network, args.lr, args.matrix_lr, args.steps, args.decay)
        if args.resume:
            file = args.checkpoints / f"{args.model}-{part}.pt"
            first, seconds = restore(file, network, optimizers[part], args)
    generator = torch.Generator().manual_seed(args.seed + first)
    pool = Pool(teacher, prompts, args, generator)
    overlaps = {}
    progress = Progress(f"{args.model} {' '.join(args.parts)}", args.steps, first, seconds)
    for step in range(first, args.steps):
        tokens, _ = pool.next()
        batch = Batch(teacher, tokens, generator)
        for part, network in networks.items():
            loss, overlap = batch.loss(network, part)
            loss.backward()
            optimizers[part].step(step)
            progress.show(step, loss, part)
            overlaps[part] = 0.98 * overlaps.get(part, overlap) + 0.02 * overlap
        if (step + 1) % 500 == 0 or step + 1 == args.steps:
            for part, network in networks.items():
                figures = [round(value, 4) for value in overlaps[part].tolist()]
                progress.note(f"step {step + 1} {part}: overlap {figures}")
                file = args.checkpoints / f"{args.model}-{part}.pt"
                save(file, network, optimizers[part], args, step + 1, progress.seconds, figures)


if __name__ == "__main__":
    main()
