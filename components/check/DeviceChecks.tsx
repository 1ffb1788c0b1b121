'use client';

// Runs the checks one by one and lists them: kernels on small random models, then the goldens of the real
// ones. The same checks are unit tests on a software adapter.

import { useState } from 'react';
import { checkGoldens, checkKernels, Fault, fetchFrom, type KernelCheck, MODEL_NAMES } from '@/gpu';
import { at } from '../site';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { errorWords, reportOf } from './report';
import { StoredWeights } from './StoredWeights';

type Progress = Readonly<{
  status: 'idle' | 'running' | 'done';
  checks: readonly KernelCheck[];
  /** What could not be checked, in sentences. */
  problems: readonly string[];
}>;

const IDLE: Progress = { status: 'idle', checks: [], problems: [] };

/** A button, then a row per check as it comes in, then one sentence, and a report to copy. */
export function DeviceChecks() {
  const [progress, setProgress] = useState(IDLE);
  const [copied, setCopied] = useState(false);

  async function run() {
    let now: Progress = { ...IDLE, status: 'running' };
    const show = (change: Partial<Progress>) => {
      now = { ...now, ...change };
      setProgress(now);
    };
    setCopied(false);
    show({});
    for (const checks of everything()) {
      try {
        for await (const check of checks) show({ checks: [...now.checks, check] });
      } catch (cause) {
        if (!(cause instanceof Fault)) throw cause;
        // Without a GPU every check of it says so; once is enough.
        if (!now.problems.includes(cause.message)) {
          show({ problems: [...now.problems, cause.message] });
        }
      }
    }
    show({ status: 'done' });
  }

  async function copy() {
    await navigator.clipboard.writeText(reportOf(progress.checks, progress.problems));
    setCopied(true);
  }

  return (
    <div className="panel-body">
      <p className="button-row">
        <Button look="main" onClick={run} disabled={progress.status === 'running'}>
          {progress.status === 'idle' ? 'Check this device' : 'Check again'}
        </Button>
        {progress.status === 'done' && (
          <Button onClick={copy}>{copied ? 'Copied' : 'Copy the report'}</Button>
        )}
      </p>
      <p role="status" className="panel-table">
        {sentence(progress)}
      </p>
      {progress.checks.length > 0 && (
        <div className="panel-table">
          <DataTable
            caption="Each check, whether it agrees, and how far it is off"
            head={['check', 'result', 'off by']}
            rows={progress.checks.map(({ name, passed, largestError }) => [
              name,
              passed ? 'agrees' : 'differs',
              errorWords(largestError),
            ])}
          />
          <p>
            Off by: for random models, the largest difference of a score, relative to 1 + its size,
            where “the same bits” allows none; for scores of names and tales, the largest
            difference; for texts, the number of tokens that differ.
          </p>
        </div>
      )}
      <StoredWeights checked={progress.status} />
    </div>
  );
}

/** Every list of checks; one that fails does not keep the next from running. */
function* everything() {
  const fetchFile = fetchFrom(at('/model/'));
  yield checkKernels(navigator.gpu);
  for (const engine of ['webgpu', 'cpu'] as const) {
    for (const name of MODEL_NAMES) yield checkGoldens(name, { fetchFile, engine });
  }
}

function sentence({ status, checks, problems }: Progress): string {
  const wrong = checks.filter(({ passed }) => !passed).length;
  switch (status) {
    case 'idle':
      return 'Nothing has run yet. It takes a few seconds, and downloads the models if they are not here yet.';
    case 'running':
      return `${checks.length} checks so far …`;
    case 'done': {
      const found = wrong
        ? `${wrong} of ${checks.length} checks differ. The pages notice this at start-up and use the CPU engine.`
        : `All ${checks.length} checks agree with the reference.`;
      return [found, ...problems].join(' ');
    }
    default:
      return status satisfies never;
  }
}
