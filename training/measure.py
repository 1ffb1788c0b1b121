"""How often a student's drafts are what the teacher would have picked with the same u's.

One sampled text with known u's answers for every start at once: the student drafts behind every
prefix of it, and a decode walk is then a walk over these answers. Used by distil.py while training
and by evaluate.py for the record.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from .config import Config
from .model import Student, Teacher, cdf_of, pick


@torch.no_grad()
def draft_tokens(student: Student, method: str, logits: Tensor, u: Tensor) -> Tensor:
    """What each slot drafts (..., K), slot 0 excepted for C-PTP, whose logits answer one slot later."""
    if method == "o-ptp":
        return logits.argmax(-1)
    if method in ("independent", "prophet"):
        return pick(cdf_of(logits, 1.0), u)
    later = pick(cdf_of(logits[..., :-1, :], 1.0), u[..., 1:])
    return torch.cat((torch.full_like(later[..., :1], -1), later), -1)


@torch.no_grad()
def matches(
    teacher: Teacher,
    student: Student,
    method: str,
    tokens: Tensor,
    u: Tensor,
    starts: Tensor,
    temperature: float,
    drafting_u: Tensor | None = None,
) -> Tensor:
    """Whether each slot drafts the token that stands in the text: (B, G, K).

    tokens (B, T) were picked with u (B, T) (column i decided tokens[:, i]); starts (B, G) are prefix
    lengths with starts + K <= T. Slot 0 is the teacher's own pick. `drafting_u` (B, T): draft with other u's
    than those that wrote the text.
    """
    config = teacher.config
    context: list = []
    logits = teacher(tokens[:, :-1], context)
    draft = config.slots(method)
    index = starts[..., None] + torch.arange(draft, device=tokens.device)  # (B, G, K)
    shown = gather(u if drafting_u is None else drafting_u, index)
    student.merge()
    heat = torch.full((len(tokens), 1, 1), temperature, device=tokens.device)
    drafts = draft_tokens(student, method, student(shown, heat, tokens, starts, context), shown)
    text = torch.arange(len(tokens), device=tokens.device)[:, None]
    drafts[..., 0] = pick(cdf_of(logits[text, starts - 1], temperature), shown[..., 0])
    return drafts == gather(tokens, index)


def gather(values: Tensor, index: Tensor) -> Tensor:
    """values (B, T) at index (B, G, K), clamped to the last column."""
    flat = index.clamp(max=values.shape[1] - 1).flatten(1)
    return values.gather(1, flat).view(index.shape)


def leading(right: Tensor) -> Tensor:
    """Number of leading matches (...) of right (..., K)."""
    return right.long().cumprod(-1).sum(-1)


def sample_words(teacher: Teacher, count: int, seed: int) -> tuple[Tensor, Tensor]:
    """`count` texts of K tokens from the start mark: tokens and u's, both (count, K + 1)."""
    config = teacher.config
    u = torch.rand((count, config.draft), generator=torch.Generator().manual_seed(seed))
    tokens, _ = teacher.sample(torch.full((count, 1), config.start), u)
    return tokens, torch.cat((torch.zeros(count, 1), u), 1)


def word_figures(config: Config, tokens: Tensor, right: Tensor) -> dict[str, float]:
    """Whole texts in one call: right (B, 1, K) from the start mark, tokens (B, K + 1)."""
    ends = tokens[:, 1:] == config.end
    last = torch.where(ends.any(1), ends.float().argmax(1), torch.tensor(config.draft - 1))
    real = torch.arange(config.draft) <= last[:, None]  # (B, K), the end mark included
    right = F.pad(
        right[:, 0], (0, config.draft - right.shape[-1])
    )  # nothing is right beyond the slots
    exact = (right | ~real).all(1)
    return {
        "leading": (leading(right & real)).float().mean().item(),
        "whole": exact.float().mean().item(),
        "slots": [round(right[:, k][real[:, k]].float().mean().item(), 4) for k in range(8)],
    }


def walk(correct: Tensor, draft: int) -> tuple[float, list[int]]:
    """Tokens per round of a decode walk over correct (B, S), the leading matches at each start.

    A round keeps its matches and one checked token more. Also returns the histogram of matches, 0..K.
    """
    histogram = [0] * (draft + 1)
    for row in correct.tolist():
        at = 0
        while at < len(row):
            histogram[row[at]] += 1
            at += row[at] + 1
    rounds = sum(histogram)
    return sum((k + 1) * n for k, n in enumerate(histogram)) / rounds, histogram


def sample_running(
    teacher: Teacher, prompts: Tensor, length: int, temperature: float, seed: int
) -> tuple[Tensor, Tensor]:
    """Continue prompts (B, P) by `length` tokens: tokens and u's, both (B, P + length)."""
    u = torch.rand((len(prompts), length), generator=torch.Generator().manual_seed(seed))
    tokens, _ = teacher.sample(prompts, u, temperature)
    return tokens, torch.cat((torch.zeros(prompts.shape), u), 1)


def held_out_agreement(teacher: Teacher, student: Student, method: str, data) -> dict:
    """A quick look while training; evaluate.py measures in full."""
    config = teacher.config
    device = next(student.parameters()).device
    cpu_teacher = teacher if device.type == "cpu" else teacher.cpu()
    student.cpu()
    if config.end is not None:
        tokens, u = sample_words(cpu_teacher, 1000, seed=99)
        starts = torch.ones((len(tokens), 1), dtype=torch.long)
        right = matches(cpu_teacher, student, method, tokens, u, starts, 1.0)
        figures = word_figures(config, tokens, right)
    else:
        figures = {}
        for temperature in (1.0, 0.7):
            prompts = data.held_out[:48, :64]
            tokens, u = sample_running(
                cpu_teacher, prompts, 64 + config.draft, temperature, seed=99
            )
            starts = torch.arange(64, 128).expand(len(tokens), -1)
            right = matches(cpu_teacher, student, method, tokens, u, starts, temperature)
            figures[str(temperature)] = walk(leading(right), right.shape[-1])[0]
    teacher.to(device)
    student.to(device)
    return figures
