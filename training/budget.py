"""Which groups of auxiliary rows a call of partial quadratic decoding gets; twin of gpu/decoding/budget.ts.

Source: `proposals` in mandt-lab/ptp's lit.py; the objective is fact-for-fact the released code's,
maximised by marginal gain.
"""


def allocate(confidence: list[float], histogram: list[int], budget: int, draft: int) -> list[int]:
    """Rows B_m for each outcome m = 0 .. len(confidence): m tail tokens right, the next one wrong.

    Maximises sum A_m H(B_m) with sum B_m = budget and B_m <= draft, where A_m = (1 - c_{m+1}) prod_{j<=m} c_j
    (A_n = prod c_j) and H(k) = sum_{j<=k} j h_j, h the histogram of matches. Ties go to the lower m.
    """
    weights, alive = [], 1.0
    for c in confidence:
        weights.append(alive * (1 - c))
        alive *= c
    weights.append(alive)
    total = max(1, sum(histogram))
    sizes = [0] * len(weights)
    for _ in range(min(budget, draft * len(sizes))):
        gains = [
            a * (size + 1) * histogram[size + 1] / total if size < draft else -1.0
            for a, size in zip(weights, sizes)
        ]
        sizes[gains.index(max(gains))] += 1
    return sizes
