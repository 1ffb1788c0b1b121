"""Train a teacher: ordinary next-character prediction.

python -m training.train names --corpus FOLDER            # then: python -m training.export names
"""

import argparse
from pathlib import Path

import torch
import torch.nn.functional as F

from .config import CONFIGS
from .data import CorpusError, load, loss_mask
from .model import Teacher
from .optimizer import Optimizers
from .progress import Progress, restore, save
from .weights import read_teacher

DEFAULTS = {
    "names": {"steps": 3000, "batch": 256, "length": 17},
    "tales": {"steps": 6000, "batch": 32, "length": 256},
}


@torch.no_grad()
def held_out_loss(teacher: Teacher, rows: torch.Tensor, size: int = 64) -> float:
    """Mean nats per target over held-out rows (N, T)."""
    total = count = 0.0
    for tokens in rows.split(size):
        mask = loss_mask(teacher.config, tokens)
        logits = teacher(tokens[:, :-1])
        loss = F.cross_entropy(logits[mask], tokens[:, 1:][mask], reduction="sum")
        total, count = total + loss.item(), count + mask.sum().item()
    return total / count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", choices=CONFIGS)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--batch", type=int)
    parser.add_argument("--length", type=int, help="characters per row of running text")
    parser.add_argument("--lr", type=float, default=3e-3)
    parser.add_argument("--matrix-lr", type=float, default=0.02)
    parser.add_argument("--dropout", type=float, default=0.0, help="share of input tokens hidden")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--from", dest="start", type=Path, help="start from public/model/NAME")
    parser.add_argument("--checkpoints", type=Path, default=Path("training/checkpoints"))
    args = parser.parse_args()
    for key, value in DEFAULTS[args.model].items():
        if getattr(args, key) is None:
            setattr(args, key, value)

    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    config = CONFIGS[args.model]
    try:
        data = load(config, args.corpus, args.length)
    except CorpusError as error:
        raise SystemExit(str(error)) from None
    teacher = Teacher(config).to(args.device)
    if args.start:
        read_teacher(args.start, teacher)
    optimizers = Optimizers(teacher, args.lr, args.matrix_lr, args.steps)
    file = args.checkpoints / f"{args.model}-teacher.pt"
    first, seconds = restore(file, teacher, optimizers, args) if args.resume else (0, 0.0)
    generator = torch.Generator().manual_seed(args.seed + first)
    progress = Progress(f"{args.model} teacher", args.steps, first, seconds)
    for step in range(first, args.steps):
        tokens = data.batch(args.batch, generator).to(args.device)
        mask = loss_mask(config, tokens)
        loss = F.cross_entropy(teacher(tokens[:, :-1])[mask], tokens[:, 1:][mask])
        loss.backward()
        optimizers.step(step)
        progress.show(step, loss)
        if (step + 1) % 500 == 0 or step + 1 == args.steps:
            held_out = held_out_loss(teacher, data.held_out[:512].to(args.device))
            progress.note(f"step {step + 1}: held out {held_out:.4f} nats a character")
            save(file, teacher, optimizers, args, step + 1, progress.seconds, held_out)


if __name__ == "__main__":
    main()
