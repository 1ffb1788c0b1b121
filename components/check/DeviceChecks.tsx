'use client';

// Runs the checks one by one and lists them: kernels on small random models, then the goldens of the real
// ones. The same checks are unit tests on a software adapter.

import { Fragment, useState } from 'react';
import {
  checkGoldens,
  checkKernels,
  Fault,
  fetchFrom,
  type KernelCheck,
  MODEL_NAMES,
  type Told,
  told,
} from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { FaultSaid } from '../i18n/FaultSaid';
import { usePanelWords } from '../i18n/PanelWords';
import { sayWith } from '../i18n/words';
import { at } from '../site';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { checkName, reportOf } from './report';
import { StoredWeights } from './StoredWeights';

type Progress = Readonly<{
  status: 'idle' | 'running' | 'done';
  checks: readonly KernelCheck[];
  /** What could not be checked. */
  problems: readonly Told[];
}>;

const IDLE: Progress = { status: 'idle', checks: [], problems: [] };

/** A button, then a row per check as it comes in, then one sentence, and a report to copy. */
export function DeviceChecks() {
  const words = usePanelWords('check');
  const say = sayWith(usePanelWords('checks'));
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
        if (!now.problems.some(({ message }) => message === cause.message)) {
          show({ problems: [...now.problems, told(cause)] });
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
          {words(progress.status === 'idle' ? 'start' : 'again')}
        </Button>
        {progress.status === 'done' && (
          <Button onClick={copy}>{words(copied ? 'copied' : 'copy')}</Button>
        )}
      </p>
      <p role="status" className="panel-table">
        {sentence(progress, words)}
        {progress.problems.map((problem) => (
          <Fragment key={problem.message}>
            {' '}
            <FaultSaid fault={problem} />
          </Fragment>
        ))}
      </p>
      {progress.checks.length > 0 && (
        <div className="panel-table">
          <DataTable
            caption={words('caption')}
            head={[words('headCheck'), words('headResult'), words('headError')]}
            rows={progress.checks.map(({ name, passed, largestError }) => [
              checkName(name, say),
              words(passed ? 'agrees' : 'differs'),
              words.scientific(largestError),
            ])}
          />
          <p>{words('errorMeans')}</p>
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

function sentence({ status, checks }: Progress, words: PanelWordsOf<'check'>): string {
  const count = checks.length;
  const wrong = checks.filter(({ passed }) => !passed).length;
  switch (status) {
    case 'idle':
      return words('idle');
    case 'running':
      return words('running', { count });
    case 'done':
      return wrong ? words('differ', { wrong, count }) : words('agree', { count });
    default:
      return status satisfies never;
  }
}
