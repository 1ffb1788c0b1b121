"""Muon for matrices, AdamW for the rest: about half the steps of AdamW alone at this size.

Source: Jordan et al. 2024, "Muon: an optimizer for hidden layers in neural networks".
"""

import torch
from torch import Tensor, nn


def orthogonalise(grad: Tensor, steps: int = 5) -> Tensor:
    """The nearest semi-orthogonal matrix to each of `grad` (B, N, M), roughly, by quintic Newton-Schulz."""
    a, b, c = 3.4445, -4.7750, 2.0315
    tall = grad.shape[1] > grad.shape[2]
    x = grad.transpose(1, 2) if tall else grad
    x = x / (x.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    for _ in range(steps):
        gram = x @ x.transpose(1, 2)
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.transpose(1, 2) if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum, then orthogonalised: every direction of a matrix moves equally far.

    Matrices of one shape are worked on together: one group of parameters per shape.
    """

    def __init__(self, params, lr: float, momentum: float = 0.95):
        shapes: dict = {}
        for p in params:
            shapes.setdefault(p.shape, []).append(p)
        super().__init__(
            [{"params": ps} for ps in shapes.values()], {"lr": lr, "momentum": momentum}
        )

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            params = group["params"]
            grad = torch.stack([p.grad for p in params])  # (B, N, M)
            state = self.state[params[0]]
            if not state:
                state["momentum"] = torch.zeros_like(grad)
            state["momentum"].lerp_(grad, 1 - group["momentum"])
            update = orthogonalise(grad.lerp(state["momentum"], group["momentum"]))
            scale = max(1, grad.shape[1] / grad.shape[2]) ** 0.5
            for p, direction in zip(params, update):
                p.add_(direction, alpha=-group["lr"] * scale)


class Optimizers:
    """Both optimisers behind one step, with warm-up, a constant rate and a linear decay to zero."""

    def __init__(
        self, model: nn.Module, lr: float, matrix_lr: float, steps: int, decay: float = 0.4
    ):
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
