"""Shapes of the two models and where their text comes from. Read next: model.py."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Config:
    """Everything the engine must know to run a model; written to the manifest as it is."""

    name: str
    vocabulary: str  # one character per token id; the end mark is written as NUL
    start: int  # token that stands before the first one, when the prompt is empty
    end: int | None  # token that ends a text, or None where texts do not end
    channels: int  # C
    layers: int  # L
    heads: int  # H
    hidden: int  # width inside the feed-forward part
    window: int  # W: a row at position p attends to positions p - W + 1 .. p
    draft: int  # K: auxiliary rows behind one prefix
    u_knots: int  # rows of the auxiliary embedding, interpolated linearly over u
    temperature_knots: tuple[float, ...]  # temperatures of the rows of the temperature embedding

    def slots(self, method: str) -> int:
        """Auxiliary rows that a student is trained with; ProphetNet's objective looks two tokens ahead."""
        return 2 if method == "prophet" else self.draft

    @property
    def vocab(self) -> int:
        return len(self.vocabulary)

    def as_dict(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class Corpus:
    """A text file that a model is trained on, known by its checksum."""

    file: str
    sha256: str
    where: str  # where anyone can get it


CONFIGS = {
    "names": Config(
        name="names",
        vocabulary="\0abcdefghijklmnopqrstuvwxyz",
        start=0,
        end=0,
        channels=96,
        layers=6,
        heads=3,
        hidden=192,
        window=32,
        draft=16,
        u_knots=257,
        temperature_knots=(1.0,),
    ),
    "tales": Config(
        name="tales",
        vocabulary="\n !\"'(),-.:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        start=0,
        end=None,
        channels=128,
        layers=6,
        heads=4,
        hidden=512,
        window=256,
        draft=8,
        u_knots=257,
        temperature_knots=(0.4, 0.7, 1.0, 1.3),
    ),
}

CORPORA = {
    "names": Corpus(
        file="names.txt",
        sha256="0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d",
        where="https://github.com/karpathy/makemore/blob/988aa59e4d8f/names.txt",
    ),
    "tales": Corpus(
        file="fairy_tales.txt",
        sha256="c295d48d9122fa45f539b1a74c04913239e0e83bc05c420ac67ab8600bc29e30",
        where="training/CORPUS.md lists its eighteen public-domain books and how they were cleaned",
    ),
}
