'use client';

// Runs the kernel checks one by one and lists them. The same checks are unit tests on a software adapter.

import { useState } from 'react';
import { checkKernels, Fault, type KernelCheck } from '@/gpu';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';

type Progress = Readonly<{
  status: 'idle' | 'running' | 'done' | 'failed';
  checks: readonly KernelCheck[];
  problem?: string;
}>;

/** A button, then a row per check as it comes in, then one sentence. */
export function KernelChecks() {
  const [progress, setProgress] = useState<Progress>({ status: 'idle', checks: [] });

  async function run() {
    const checks: KernelCheck[] = [];
    setProgress({ status: 'running', checks: [] });
    try {
      for await (const check of checkKernels(navigator.gpu)) {
        checks.push(check);
        setProgress({ status: 'running', checks: [...checks] });
      }
      setProgress({ status: 'done', checks });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      setProgress({ status: 'failed', checks, problem: cause.message });
    }
  }

  return (
    <div className="panel-body">
      <p>
        <Button look="main" onClick={run} disabled={progress.status === 'running'}>
          {progress.status === 'idle' ? 'Check this GPU' : 'Check again'}
        </Button>
      </p>
      <p role="status" className="panel-table">
        {sentence(progress)}
      </p>
      {progress.checks.length > 0 && (
        <div className="panel-table">
          <DataTable
            caption="Kernel checks. Error: largest difference of a score, relative to 1 + its size."
            head={['check', 'result', 'error']}
            rows={progress.checks.map(({ name, passed, largestError }) => [
              name,
              passed ? 'agrees' : 'differs',
              largestError.toExponential(1),
            ])}
          />
        </div>
      )}
    </div>
  );
}

function sentence({ status, checks, problem }: Progress): string {
  const wrong = checks.filter(({ passed }) => !passed).length;
  switch (status) {
    case 'idle':
      return 'Nothing has run yet. It takes a few seconds and downloads nothing.';
    case 'running':
      return `${checks.length} checks so far …`;
    case 'failed':
      return `Stopped after ${checks.length} checks. ${problem} The pages use the CPU engine then.`;
    case 'done':
      return wrong
        ? `${wrong} of ${checks.length} checks differ. The pages notice this at start-up and use the CPU engine.`
        : `All ${checks.length} checks agree with the CPU engine.`;
    default:
      return status satisfies never;
  }
}
