"""Distributions over the next two or three tokens: the teacher's exact one, and what drafting makes of it.

All figures are for drafts as decoders write them: the first token is the teacher's own pick.
"""

import torch
from torch import Tensor

from .measure import draft_tokens
from .model import Student, Teacher, cdf_of, pick

RARE = 1e-3  # a step that the teacher takes less often than this counts as one it never takes
GRID = 128  # points along each u, stratified


@torch.no_grad()
def exact(
    teacher: Teacher, prompt: Tensor, temperature: float, length: int
) -> tuple[Tensor, Tensor]:
    """P of the next tokens, (V,) * length, and whether a step on the way is rare, same shape.

    prompt (1, P). After an end mark everything is on further end marks.
    """
    config = teacher.config
    vocab, p, rare, prefixes = config.vocab, torch.ones(1), torch.zeros(1, dtype=torch.bool), prompt
    for _ in range(length):
        logits = torch.cat([teacher(part)[:, -1] for part in prefixes.split(4096)])
        step = (logits.double() / temperature).softmax(-1)  # (N, V)
        if config.end is not None:
            ended = (prefixes[:, prompt.shape[1] :] == config.end).any(1)
            stop = torch.zeros(vocab, dtype=step.dtype)
            stop[config.end] = 1.0
            step[ended] = stop
        p = (p.view(-1, 1) * step).flatten()
        rare = (rare.view(-1, 1) | (step < RARE)).flatten()
        prefixes = torch.cat(
            (
                prefixes.repeat_interleave(vocab, 0),
                torch.arange(vocab).repeat(len(prefixes))[:, None],
            ),
            1,
        )
    shape = (vocab,) * length
    return p.view(shape), rare.view(shape)


def marginals(p: Tensor) -> list[Tensor]:
    """The marginal (V,) of each token of a joint."""
    axes = range(p.dim())
    return [p.sum([other for other in axes if other != axis]) for axis in axes]


def product(parts: list[Tensor]) -> Tensor:
    """The joint of independent tokens."""
    joint = torch.ones(())
    for part in parts:
        joint = joint[..., None] * part
    return joint


def distance(p: Tensor, q: Tensor) -> float:
    """Total variation distance of two joints."""
    return 0.5 * (p - q).abs().sum().item()


@torch.no_grad()
def drafted(
    teacher: Teacher, student: Student, method: str, prompt: Tensor, temperature: float, length: int
) -> Tensor:
    """The joint (V,) * length that one call of a method draws, from stratified u's."""
    config = teacher.config
    generator = torch.Generator().manual_seed(7)
    u = stratified(torch.rand((GRID**2, config.draft), generator=generator), GRID)
    context: list = []
    logits = teacher(prompt, context)[:, -1]
    first = pick(cdf_of(logits, temperature).expand(len(u), -1), u[:, 0])
    start = torch.full((1, 1), prompt.shape[1])
    heat = torch.full((1, 1, 1), temperature)
    drafts = []
    for part in u.split(2048):
        part = part[None, :, :length]  # one text, many groups behind the same prefix
        out = student(part, heat, prompt, start.expand(1, part.shape[1]), context)
        drafts.append(draft_tokens(student, method, out, part)[0])
    tokens = torch.cat(drafts)  # (N, length)
    tokens[:, 0] = first
    if config.end is not None:
        for k in range(1, length):
            tokens[tokens[:, k - 1] == config.end, k] = config.end
    flat = torch.zeros(len(tokens), dtype=torch.long)
    for k in range(length):
        flat = flat * config.vocab + tokens[:, k]
    counts = torch.bincount(flat, minlength=config.vocab**length).double()
    return (counts / counts.sum()).view((config.vocab,) * length)


def stratified(u: Tensor, grid: int) -> Tensor:
    """u (grid^2, K) with the first two columns moved into one cell each of a grid x grid square."""
    cell = torch.arange(grid * grid)
    u[:, 0] = (cell.div(grid, rounding_mode="floor") + u[:, 0]) / grid
    u[:, 1] = (cell % grid + u[:, 1]) / grid
    return u


def informative(teacher: Teacher, prompts: Tensor, temperature: float) -> tuple[Tensor, Tensor]:
    """The eight prompts (8, P) whose next two tokens share most information, and the first eight."""
    scores = []
    for prompt in prompts.split(1):
        p, _ = exact(teacher, prompt, temperature, 2)
        q = product(marginals(p))
        scores.append((p * (p.clamp(min=1e-30) / q.clamp(min=1e-30)).log()).sum())
    best = torch.stack(scores).topk(8).indices
    return prompts[best], prompts[:8]


def figures(
    teacher: Teacher, students: dict[str, Student], prompts: Tensor, temperature: float, lengths
) -> dict:
    """Mean total variation from the teacher, and mass on pairs (triples) that it almost never writes."""
    result: dict = {}
    for length in lengths:
        rows: dict[str, list[tuple[float, float]]] = {}
        for prompt in prompts.split(1):
            p, rare = exact(teacher, prompt, temperature, length)
            joints = {"teacher": p, "exact marginals": product(marginals(p))}
            for method, student in students.items():
                joints[method] = drafted(teacher, student, method, prompt, temperature, length)
            for name, q in joints.items():
                rows.setdefault(name, []).append((distance(p, q), q[rare].sum().item()))
        result[str(length)] = {
            name: {
                "distance": sum(d for d, _ in values) / len(values),
                "impossible": sum(r for _, r in values) / len(values),
            }
            for name, values in rows.items()
        }
    return result


@torch.no_grad()
def marginal_rounds(
    teacher: Teacher, tokens: Tensor, u: Tensor, starts: range, temperature: float, samples: int
) -> float:
    """Tokens per round if each slot read the exact marginal of its place with the same u's.

    A walk over each text of tokens (B, T), picked with u (B, T), from the first to the last of `starts`.
    Marginals are counted in `samples` continuations of each round's prefix; slot 0 is the teacher's.
    """
    config = teacher.config
    generator = torch.Generator().manual_seed(11)
    rounds = accepted = 0
    for text, given in zip(tokens, u):
        at = starts.start
        while at < starts.stop:
            noise = torch.rand((samples, config.draft), generator=generator)
            written, _ = teacher.sample(text[None, :at], noise, temperature)
            right = 1
            while right < config.draft:
                drawn = written[:, at + right]
                cdf = torch.bincount(drawn, minlength=config.vocab).double().cumsum(0) / samples
                if pick(cdf, given[at + right]) != text[at + right]:
                    break
                right += 1
            rounds, accepted, at = rounds + 1, accepted + right + 1, at + right + 1
    return accepted / rounds


@torch.no_grad()
def marginal_matches(teacher: Teacher, tokens: Tensor, u: Tensor, samples: int = 60_000) -> Tensor:
    """What exact marginals, read with the same u's, would get right: (B, 1, K).

    Marginals of each slot from the start mark, given that the text has not ended, from samples.
    """
    config = teacher.config
    generator = torch.Generator().manual_seed(11)
    noise = torch.rand((samples, config.draft), generator=generator)
    written, _ = teacher.sample(torch.full((samples, 1), config.start), noise)
    right = torch.zeros((len(tokens), config.draft), dtype=torch.bool)
    alive = torch.ones(samples, dtype=torch.bool)
    for k in range(config.draft):
        counts = torch.bincount(written[alive, k + 1], minlength=config.vocab).double()
        cdf = (counts / counts.sum().clamp(min=1)).cumsum(0)
        cdf[-1] = 1.0
        right[:, k] = pick(cdf.expand(len(tokens), -1), u[:, k + 1]) == tokens[:, k + 1]
        alive &= written[:, k + 1] != config.end
    return right[:, None]
