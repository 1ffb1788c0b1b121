"""Text in, batches of token ids out. A corpus file is known by its checksum; see config.py."""

import hashlib
from pathlib import Path

import torch
from torch import Tensor

from .config import CORPORA, Config

HELD_OUT_CHUNK = 20_000  # characters; every fortieth chunk of a running text is held out


class CorpusError(Exception):
    """The corpus is missing or is not the text that the model is trained on."""


def read_corpus(config: Config, path: Path) -> str:
    """The text at `path` (the file itself or a folder that holds it), after a checksum."""
    corpus = CORPORA[config.name]
    file = path / corpus.file if path.is_dir() else path
    hint = f"It is {corpus.file}, sha256 {corpus.sha256}; {corpus.where}"
    if not file.is_file():
        raise CorpusError(f"No corpus for '{config.name}' at {file}. {hint}")
    content = file.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != corpus.sha256:
        raise CorpusError(f"{file} is another text: sha256 {found}. {hint}")
    return content.decode("ascii")


def encode(config: Config, text: str) -> Tensor:
    """Token ids (T,) of the characters that the vocabulary has; others are dropped."""
    ids = {character: i for i, character in enumerate(config.vocabulary)}
    return torch.tensor([ids[c] for c in text if c in ids], dtype=torch.long)


def decode(config: Config, tokens: Tensor) -> str:
    """The text of token ids (T,), up to the first end mark."""
    text = ""
    for token in tokens.tolist():
        if token == config.end:
            break
        text += config.vocabulary[token]
    return text


class Words:
    """Short texts, one a line, each a row: start mark, characters, end mark, padding of end marks."""

    def __init__(self, config: Config, text: str):
        words = [encode(config, line) for line in text.split()]
        length = config.draft + 1
        rows = torch.full((len(words), length), config.end, dtype=torch.long)
        rows[:, 0] = config.start
        for row, word in zip(rows, words):
            row[1 : 1 + len(word)] = word
        order = torch.randperm(len(rows), generator=torch.Generator().manual_seed(0))
        held_out = len(rows) // 10
        self.held_out, self.train = rows[order[:held_out]], rows[order[held_out:]]

    def batch(self, size: int, generator: torch.Generator) -> Tensor:
        return self.train[torch.randint(len(self.train), (size,), generator=generator)]


class Running:
    """One long text, cut at random; every fortieth chunk is held out."""

    def __init__(self, config: Config, text: str, length: int):
        tokens = encode(config, text)
        chunks = tokens.split(min(HELD_OUT_CHUNK, max(length + 1, len(tokens) // 40)))
        kept = [chunk for i, chunk in enumerate(chunks) if i % 40 != 20]
        self.stream = torch.cat(kept)
        rest = torch.cat([chunk for i, chunk in enumerate(chunks) if i % 40 == 20])
        whole = len(rest) // (length + 1)
        self.held_out = rest[: whole * (length + 1)].view(whole, length + 1)
        self.length = length

    def batch(self, size: int, generator: torch.Generator) -> Tensor:
        at = torch.randint(len(self.stream) - self.length - 1, (size, 1), generator=generator)
        return self.stream[at + torch.arange(self.length + 1)]


def load(config: Config, path: Path, length: int = 256) -> Words | Running:
    """The data set of a model: batches (B, T) of training text, and `held_out` (N, T)."""
    text = read_corpus(config, path)
    return Running(config, text, length) if config.end is None else Words(config, text)


def loss_mask(config: Config, tokens: Tensor) -> Tensor:
    """True (B, T-1) where tokens[:, 1:] is a real target: everything up to the first end mark."""
    if config.end is None:
        return torch.ones_like(tokens[:, 1:], dtype=torch.bool)
    ended = (tokens[:, 1:] == config.end).cumsum(1)
    return (ended == 0) | ((ended == 1) & (tokens[:, 1:] == config.end))
