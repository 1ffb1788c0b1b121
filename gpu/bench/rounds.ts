// How everything here is timed: one after the other, again and again, so that whatever else the machine
// does falls on all of them alike.

/** Milliseconds: the least that was seen says what the machine can do, the median what it did. */
export type Times = Readonly<{ min: number; median: number }>;

/** Runs each job once per round, after one round that is not counted. @param jobs resolve to milliseconds */
export async function interleave(
  jobs: ReadonlyMap<string, () => Promise<number>>,
  rounds: number,
): Promise<Map<string, number[]>> {
  const times = new Map([...jobs.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, job] of jobs) {
      const ms = await job();
      if (round > 0) times.get(name)?.push(ms);
    }
  }
  return times;
}

/** Milliseconds of `job`, the mean over as many as take `least` milliseconds together. */
export async function timeOf(job: () => Promise<unknown>, least: number): Promise<number> {
  const begun = performance.now();
  let count = 0;
  let ms = 0;
  for (; ms < least || count === 0; count++) {
    await job();
    ms = performance.now() - begun;
  }
  return ms / count;
}

export function timesOf(values: readonly number[]): Times {
  return { min: Math.min(...values), median: median(values) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [low = 0, high = low] =
    sorted.length % 2 ? [sorted[half]] : sorted.slice(half - 1, half + 1);
  return (low + high) / 2;
}
