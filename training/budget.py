"""Which groups of auxiliary rows a call of partial quadratic decoding gets; twin of gpu/decoding/budget.ts."""


def group_worth(histogram: list[int]) -> list[float]:
    """Expected drafts kept of a group by its rows, K + 1 numbers: sum over j = 2 .. b of P(>= j right).

    Row 0 of a group only passes its u on: its token is the teacher's.
    """
    at_least = [sum(histogram[j:]) for j in range(len(histogram))]
    rounds = at_least[1] or 1
    worth, total = [], 0.0
    for rows, count in enumerate(at_least):
        total += count / rounds if rows >= 2 else 0.0
        worth.append(total)
    return worth


def allocate(confidence: list[float], worth: list[float], budget: int) -> list[int]:
    """Rows for each outcome m = 0 .. len(confidence): m tail drafts right, the next one wrong.

    Its weight is A_m = (1 - c_m) c_0 .. c_{m-1}; the largest gain of weight * worth per row comes first,
    several rows at once if need be; among equals the earlier outcome, then the fewer rows.
    """
    weights, kept = [], 1.0
    for c in confidence:
        weights.append(kept * (1 - c))
        kept *= c
    weights.append(kept)
    sizes, most = [0] * len(weights), len(worth) - 1
    left = min(budget, most * len(sizes))
    while left > 0:
        best = (-1.0, 0, 0)
        for outcome, weight in enumerate(weights):
            size = sizes[outcome]
            for rows in range(1, min(left, most - size) + 1):
                gain = weight * (worth[size + rows] - worth[size]) / rows
                if gain > best[0]:
                    best = (gain, outcome, rows)
        _, outcome, rows = best
        sizes[outcome] += rows
        left -= rows
    return sizes
