"""u from a seed and a position alone: Threefry-2x32 with 20 rounds, as in gpu/decoding/u.ts.

Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3" (Random123); JAX's default.
"""

import numpy as np

ROTATIONS = ((13, 15, 26, 6), (17, 29, 16, 24))
MASK = 0xFFFFFFFF


def threefry(key: tuple[int, int], counter: tuple[int, int]) -> tuple[int, int]:
    """Two random 32-bit words for a key and a counter."""
    keys = (*key, key[0] ^ key[1] ^ 0x1BD11BDA)
    a, b = (counter[0] + keys[0]) & MASK, (counter[1] + keys[1]) & MASK
    for block in range(5):
        for turn in ROTATIONS[block % 2]:
            a = (a + b) & MASK
            b = ((b << turn | b >> (32 - turn)) & MASK) ^ a
        a = (a + keys[(block + 1) % 3]) & MASK
        b = (b + keys[(block + 2) % 3] + block + 1) & MASK
    return a, b


def uniform(seed: int, position: int, stream: int = 0) -> float:
    """The auxiliary variable of an output position: a multiple of 2^-24 in [0, 1)."""
    return (threefry((seed, stream), (position, 0))[0] >> 8) / 2**24


def uniforms(seed: int, count: int) -> np.ndarray:
    """u of output positions 0 .. count - 1, float64."""
    return np.array([uniform(seed, position) for position in range(count)])
