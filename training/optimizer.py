"""Muon for matrices, AdamW for the rest: about half the steps of AdamW alone at this size.

Source: Jordan et al. 2024, "Muon: an optimizer for hidden layers in neural networks".
"""

import torch
from torch import Tensor, nn


def orthogonalise(grad: Tensor, steps: int = 5) -> Tensor:
    """The nearest semi-orthogonal matrix to `grad` (N, M), roughly, by a quintic Newton-Schulz."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = grad.shape[0] > grad.shape[1]
    x = grad.t() if tall else grad
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.t()
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.t() if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum, then orthogonalised: every direction of a matrix moves equally far."""

    def __init__(self, params, lr: float, momentum: float = 0.95):
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                if not state:
                    state["momentum"] = torch.zeros_like(p)
                state["momentum"].lerp_(p.grad, 1 - group["momentum"])
                update = orthogonalise(p.grad.lerp(state["momentum"], group["momentum"]))
                p.add_(update, alpha=-group["lr"] * max(1, p.shape[0] / p.shape[1]) ** 0.5)


class Optimizers:
    """Both optimisers behind one step, with warm-up, a constant rate and a linear decay to zero."""

    def __init__(self, model: nn.Module, lr: float, matrix_lr: float, steps: int, decay: float = 0.4):
        hidden = {id(p) for n, p in model.named_parameters() if ".layers." in n and p.dim() == 2}
        trained = [p for p in model.parameters() if p.requires_grad]
        matrices = [p for p in trained if id(p) in hidden]
        rest = [p for p in trained if id(p) not in hidden]
        self.parts = [
            (Muon(matrices, lr=matrix_lr), matrix_lr),
            (torch.optim.AdamW(rest, lr=lr, betas=(0.9, 0.98), weight_decay=0.0), lr),
        ]
        self.steps, self.decay = steps, decay

    def rate(self, step: int) -> float:
        """Share of the full learning rate at a step."""
        return min(1.0, (step + 1) / 50, (self.steps - step) / (self.decay * self.steps))

    def step(self, step: int) -> None:
        for part, lr in self.parts:
            for group in part.param_groups:
                group["lr"] = lr * self.rate(step)
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self) -> list:
        return [part.state_dict() for part, _ in self.parts]

    def load_state_dict(self, states: list) -> None:
        for (part, _), state in zip(self.parts, states):
            part.load_state_dict(state)
