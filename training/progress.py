"""What a long run owes its user: a bar with loss, rate and time left, and checkpoints."""

import sys
import time
from pathlib import Path

import torch


class Progress:
    """One line on stderr, redrawn at most twice a second (a terminal) or every minute (a log)."""

    def __init__(self, title: str, steps: int, first: int = 0, seconds: float = 0.0):
        self.title, self.steps, self.first = title, steps, first
        self.began, self.before = time.monotonic(), seconds
        self.shown, self.means = 0.0, {}

    @property
    def seconds(self) -> float:
        """Training time so far, earlier runs of a resumed training included."""
        return self.before + time.monotonic() - self.began

    def show(self, step: int, loss: torch.Tensor, name: str = "loss") -> None:
        value = float(loss.detach())
        self.means[name] = 0.98 * self.means.get(name, value) + 0.02 * value
        now, pause = time.monotonic(), 0.5 if sys.stderr.isatty() else 60
        if now - self.shown < pause and step + 1 < self.steps:
            return
        self.shown = now
        rate = (step + 1 - self.first) / max(now - self.began, 1e-9)
        left = (self.steps - step - 1) / rate
        losses = "  ".join(f"{name} {mean:.4f}" for name, mean in self.means.items())
        filled = 24 * (step + 1) // self.steps
        print(
            f"\r{self.title} [{'#' * filled}{'.' * (24 - filled)}] {step + 1}/{self.steps}  "
            f"{losses}  {rate:.2f} steps/s  {left / 60:.1f} min left ",
            end="" if sys.stderr.isatty() else "\n",
            file=sys.stderr,
            flush=True,
        )

    def note(self, text: str) -> None:
        print(f"\n{self.title}: {text}", file=sys.stderr, flush=True)


def save(file: Path, model, optimizers, args, step: int, seconds: float, figure: float) -> None:
    """Write a checkpoint whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    state = {
        "model": model.state_dict(),
        "optimizers": optimizers.state_dict(),
        "args": {k: str(v) for k, v in vars(args).items()},
        "step": step,
        "seconds": seconds,
        "figure": figure,
    }
    torch.save(state, file.with_suffix(".tmp"))
    file.with_suffix(".tmp").replace(file)


def restore(file: Path, model, optimizers, args) -> tuple[int, float]:
    """Load a checkpoint; returns the step to go on with and the seconds already spent."""
    if not file.is_file():
        raise SystemExit(f"--resume: there is no checkpoint at {file}; leave it out to start anew.")
    state = torch.load(file, map_location=args.device)
    model.load_state_dict(state["model"])
    optimizers.load_state_dict(state["optimizers"])
    return state["step"], state["seconds"]
