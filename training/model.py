"""One transformer for both kinds of row: tokens (the teacher) and auxiliary variables (a student).

Pre-norm decoder with RMSNorm, rotary positions, relu^2 feed-forward parts and no biases. A row at
position p attends to positions p - W + 1 .. p of its own chain. The twin of this file is
gpu/engines/cpu/cpu-engine.ts; the goldens hold the two together.
Dimensions: B batch, T positions, C channels, H heads, D = C / H, V vocabulary, G groups, K draft.
"""

import math

import torch
from torch import Tensor, nn

from .config import Config

LINEARS = ("qkv", "out", "up", "down")
NORM_EPS = 1e-5
ROPE_BASE = 10_000.0


def rms_norm(x: Tensor, gain: Tensor) -> Tensor:
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + NORM_EPS) * gain


def rope_tables(positions: Tensor, width: int) -> tuple[Tensor, Tensor]:
    """Cosine and sine for each position: two float64 tensors (..., D / 2). Pairs are (i, i + D / 2)."""
    rate = ROPE_BASE ** (-torch.arange(0, width, 2, device=positions.device).double() / width)
    angle = positions.double()[..., None] * rate  # (..., D/2)
    return angle.cos(), angle.sin()


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions: x (..., D) turned pair by pair."""
    a, b = x.chunk(2, -1)
    return torch.cat((a * cos - b * sin, a * sin + b * cos), -1)


def interpolate(table: Tensor, x: Tensor) -> Tensor:
    """Rows of `table` (R, C), blended linearly at x in [0, 1]: (..., C)."""
    place = x * (table.shape[0] - 1)
    low = place.floor().clamp(0, table.shape[0] - 2).long()
    part = (place - low)[..., None]
    return table[low] * (1 - part) + table[low + 1] * part


class Weights(nn.Module):
    """One set of the weights that differ between teacher and student: layers, final norm, unembed."""

    def __init__(self, config: Config):
        super().__init__()
        c, h = config.channels, config.hidden
        shapes = {"qkv": (3 * c, c), "out": (c, c), "up": (h, c), "down": (c, h)}
        self.config = config
        self.layers = nn.ModuleList()
        for _ in range(config.layers):
            layer = nn.Module()
            layer.attn_norm = nn.Parameter(torch.ones(c))
            layer.mlp_norm = nn.Parameter(torch.ones(c))
            for name, shape in shapes.items():
                weight = torch.randn(shape) / math.sqrt(shape[1])
                if name in ("out", "down"):
                    weight *= 0.5 / math.sqrt(config.layers)
                setattr(layer, name, nn.Parameter(weight))
            self.layers.append(layer)
        self.final_norm = nn.Parameter(torch.ones(c))
        self.unembed = nn.Parameter(torch.randn(config.vocab, c) * 0.02)

    def forward(self, x: Tensor, positions: Tensor, attend) -> Tensor:
        """Logits (B, R, V); see `states`."""
        return self.states(x, positions, attend) @ self.unembed.t()

    def states(self, x: Tensor, positions: Tensor, attend) -> Tensor:
        """What the logits are read from, (B, R, C), of rows x (B, R, C) at positions (B, R) or (R,).

        `attend(layer, q, k, v)` takes rotated q, k and v, each (B, H, R, D), and returns (B, H, R, D):
        it alone knows who may look at whom.
        """
        heads, width = self.config.heads, self.config.channels // self.config.heads
        batch, rows, channels = x.shape
        cos, sin = (table.to(x.dtype) for table in rope_tables(positions, width))  # (B?, R, D/2)
        if cos.dim() == 3:
            cos, sin = cos[:, None], sin[:, None]  # (B, 1, R, D/2)
        for index, layer in enumerate(self.layers):
            qkv = rms_norm(x, layer.attn_norm) @ layer.qkv.t()  # (B, R, 3C)
            q, k, v = qkv.view(batch, rows, 3, heads, width).permute(2, 0, 3, 1, 4)
            mixed = attend(index, rotate(q, cos, sin), rotate(k, cos, sin), v)  # (B, H, R, D)
            x = x + mixed.transpose(1, 2).reshape(batch, rows, channels) @ layer.out.t()
            hidden = torch.relu(rms_norm(x, layer.mlp_norm) @ layer.up.t())
            x = x + (hidden * hidden) @ layer.down.t()
        return rms_norm(x, self.final_norm)


class Teacher(nn.Module):
    """The autoregressive model: P(t_i | t_<i) for every position at once."""

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        self.embed = nn.Parameter(torch.randn(config.vocab, config.channels) * 0.5)
        self.weights = Weights(config)

    def forward(self, tokens: Tensor, cache: list | None = None) -> Tensor:
        """Logits (B, T, V) of tokens (B, T) at positions 0 .. T-1.

        If `cache` is a list, each layer's rotated keys and values, (B, H, T, D), are appended to it.
        """
        return self.states(tokens, cache) @ self.weights.unembed.t()

    def states(self, tokens: Tensor, cache: list | None = None) -> Tensor:
        """What the logits are read from, (B, T, C)."""
        attend = attend_in_order(tokens.shape[1], self.config.window, tokens.device, cache)
        positions = torch.arange(tokens.shape[1], device=tokens.device)
        return self.weights.states(self.embed[tokens], positions, attend)

    @torch.no_grad()
    def sample(
        self, prompt: Tensor, u: Tensor, temperature: Tensor | float = 1.0
    ) -> tuple[Tensor, Tensor]:
        """Continue prompt (B, P) by one token per column of u (B, N), one at a time.

        A single prompt (1, P) is read once and continued by every row of u.
        Returns the tokens (B, P + N) and the smallest distance of each u to an edge of its CDF, (B, N).
        """
        heads, width = self.config.heads, self.config.channels // self.config.heads
        batch, total, window = len(u), prompt.shape[1] + u.shape[1], self.config.window
        first = slice(0, len(prompt))  # texts that are read up to the end of the prompt
        shape = (self.config.layers, batch, heads, total, width)
        keys, values = (torch.zeros(shape).to(self.embed) for _ in range(2))
        prompt = prompt.expand(batch, -1)
        tokens = torch.cat((prompt, torch.zeros_like(u, dtype=torch.long)), 1)  # (B, P+N)
        margins = torch.zeros_like(u)
        if not torch.is_tensor(temperature):
            temperature = torch.full((batch,), float(temperature)).to(u)

        def read(done: int, until: int, texts: slice) -> Tensor:
            """Logits (B, V) behind tokens done .. until - 1, which join the cache."""
            seen = slice(max(0, done - window + 1), until)
            mask = band_mask(until, window, prompt.device)[done:, seen]

            def attend(layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
                keys[layer, texts, :, done:until], values[layer, texts, :, done:until] = k, v
                scores = (q * width**-0.5) @ keys[layer, texts, :, seen].transpose(-1, -2)
                return (scores + mask).softmax(-1) @ values[layer, texts, :, seen]

            positions = torch.arange(done, until, device=prompt.device)
            return self.weights(self.embed[tokens[texts, done:until]], positions, attend)[:, -1]

        done = 0
        for column, until in enumerate(range(prompt.shape[1], total)):
            logits = read(done, until, first if done == 0 else slice(None))
            if done == 0 and first.stop < batch:
                keys[:, 1:, :, :until], values[:, 1:, :, :until] = (
                    kept[:, :1, :, :until] for kept in (keys, values)
                )
            cdf = cdf_of(logits, temperature[:, None])  # (B, V)
            tokens[:, until] = pick(cdf, u[:, column])
            margins[:, column] = (cdf - u[:, column, None]).abs().min(-1).values
            done = until
        return tokens, margins


class Student(nn.Module):
    """A second weight set for auxiliary rows. O-PTP, C-PTP and independent prediction differ only in
    what goes in (u, or a constant) and in which slot answers for which token.

    rank 0: a full copy of the teacher's weights. rank r: the teacher's frozen weights plus B A
    (LoRA); norms and unembed are always trained in full.
    """

    def __init__(self, config: Config, teacher: Teacher, sees_u: bool, rank: int = 0):
        super().__init__()
        self.config, self.sees_u, self.rank = config, sees_u, rank
        self.weights = Weights(config)
        self.weights.load_state_dict(teacher.weights.state_dict())
        self.register_buffer("token_embed", teacher.embed.detach().clone(), persistent=False)
        knots = config.u_knots if sees_u else 1
        self.u_embed = nn.Parameter(smooth_rows(knots, config.channels))
        self.temperature_embed = nn.Parameter(
            torch.zeros(len(config.temperature_knots), config.channels)
        )
        if rank:
            for layer in self.weights.layers:
                for name in LINEARS:
                    weight = getattr(layer, name)
                    base = weight.detach().clone()
                    delattr(layer, name)
                    layer.register_buffer(f"{name}_base", base)
                    a = torch.randn(rank, base.shape[1]) / math.sqrt(base.shape[1])
                    setattr(layer, f"{name}_a", nn.Parameter(a))
                    setattr(layer, f"{name}_b", nn.Parameter(torch.zeros(base.shape[0], rank)))

    def merge(self) -> None:
        """Put W + B A in the place of each linear weight; differentiable, called once per step."""
        if self.rank:
            for layer in self.weights.layers:
                for name in LINEARS:
                    delta = getattr(layer, f"{name}_b") @ getattr(layer, f"{name}_a")
                    setattr(layer, name, getattr(layer, f"{name}_base") + delta)

    def embed(self, u: Tensor, temperature: Tensor, after: Tensor) -> Tensor:
        """Rows (..., C) for u (...) in [0, 1), temperature (...) and `after` (...), the last known token.

        temperature and after broadcast over u.
        """
        x = self.token_embed[after] + (
            interpolate(self.u_embed, u) if self.sees_u else self.u_embed[0]
        )
        x = x.expand(*u.shape, -1)
        knots = self.config.temperature_knots
        if len(knots) > 1:
            place = (temperature - knots[0]) / (knots[-1] - knots[0])
            x = x + interpolate(self.temperature_embed, place.clamp(0, 1))
        return x

    def forward(
        self, u: Tensor, temperature: Tensor, tokens: Tensor, starts: Tensor, context: list
    ) -> Tensor:
        """Logits (B, G, K, V) of G groups of K auxiliary rows behind prefixes of a known text.

        u (B, G, K); temperature (B, 1, 1); tokens (B, T); starts (B, G): group g sees tokens with
        index < starts[g]; its slot k stands at position starts[g] + k - 1. `context` is the teacher's
        keys and values of the tokens, a pair (B, H, T, D) per layer. `merge` must have been called.
        """
        batch, groups, draft = u.shape
        device, window = u.device, self.config.window
        after = tokens.gather(1, starts - 1)[..., None]  # (B, G, 1)
        x = self.embed(u, temperature, after).reshape(batch, groups * draft, -1)
        positions = (starts[..., None] + torch.arange(draft, device=device) - 1).flatten(1)
        seen = torch.arange(context[0][0].shape[2], device=device)  # (T,)
        visible = (seen < starts[..., None]).repeat_interleave(draft, 1)  # (B, GK, T)
        visible = visible & (seen > positions[..., None] - window)
        context_mask = torch.zeros(visible.shape, device=device).masked_fill_(~visible, -1e9)[
            :, None
        ]
        own_mask = band_mask(draft, window, device)

        def attend(layer: int, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
            past_k, past_v = context[layer]
            heads, width = q.shape[1], q.shape[3]
            own = (batch, heads, groups, draft, width)
            q = q * width**-0.5
            past = q @ past_k.transpose(-1, -2) + context_mask  # (B, H, GK, T)
            near = q.reshape(own) @ k.reshape(own).transpose(-1, -2) + own_mask  # (B, H, G, K, K)
            scores = torch.cat((past, near.reshape(batch, heads, groups * draft, draft)), -1)
            weight = scores.softmax(-1)
            far, close = weight[..., :-draft], weight[..., -draft:]
            mixed = close.reshape(batch, heads, groups, draft, draft) @ v.reshape(own)
            return far @ past_v + mixed.reshape(q.shape)

        logits = self.weights(x, positions, attend)
        return logits.view(batch, groups, draft, -1)


def band_mask(length: int, window: int, device) -> Tensor:
    """(T, T): 0 where row p may see column j (p - W < j <= p), a large negative number elsewhere."""
    p = torch.arange(length, device=device)
    allowed = (p[None] <= p[:, None]) & (p[None] > p[:, None] - window)
    return torch.zeros(length, length, device=device).masked_fill_(~allowed, -1e9)


def attend_in_order(length: int, window: int, device, cache: list | None = None):
    """An `attend` for T rows that are one chain. Rotated keys and values are appended to `cache`."""
    mask = band_mask(length, window, device)

    def attend(_, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        if cache is not None:
            cache.append((k, v))
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask
        return scores.softmax(-1) @ v

    return attend


def smooth_rows(knots: int, channels: int) -> Tensor:
    """A table (knots, C) that starts as a random mix of cosines of u: near values of u, near rows.

    Source: the cosine code cos(k pi u), k = 1..32, of mandt-lab/ptp's auxiliary embeddings.
    """
    u = torch.linspace(0, 1, knots)[:, None]
    basis = torch.cos(math.pi * u * torch.arange(1, 33))  # (knots, 32)
    return basis @ torch.randn(32, channels) * 0.02


def cdf_of(logits: Tensor, temperature: Tensor | float) -> Tensor:
    """Running sum of the tempered probabilities (..., V) in token-id order; the last edge is 1."""
    cdf = (logits.double() / temperature).softmax(-1).cumsum(-1)
    cdf[..., -1] = 1.0
    return cdf


def pick(cdf: Tensor, u: Tensor) -> Tensor:
    """The smallest token id with cdf > u. cdf (..., V), u (...) -> (...)."""
    points = u[..., None].to(cdf.dtype).contiguous()
    token = torch.searchsorted(cdf.contiguous(), points, right=True)[..., 0]
    return token.clamp(max=cdf.shape[-1] - 1)


def bins(cdf: Tensor, tokens: Tensor) -> tuple[Tensor, Tensor]:
    """Left and right edge (...) of each token's interval of its CDF (..., V)."""
    right = cdf.gather(-1, tokens[..., None])[..., 0]
    left = cdf.gather(-1, (tokens - 1).clamp(min=0)[..., None])[..., 0]
    return torch.where(tokens > 0, left, torch.zeros_like(left)), right
