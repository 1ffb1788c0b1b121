'use client';
// A cell that readers write in: JavaScript, with our decoders and the current runs in scope. Code is shown and
// waits; only the Run button ever starts it, also where it came with a link.

import './code-cell.css';
import { useEffect, useId, useRef, useState } from 'react';
import { FAULT_CODES, type ModelName } from '@/gpu';
import { FaultSaid } from '../i18n/FaultSaid';
import { usePanelWords } from '../i18n/PanelWords';
import { setCode } from '../notebook/actions';
import { LONGEST_CODE } from '../notebook/address';
import { useActions, useNotebookState } from '../notebook/context';
import { Button } from '../ui/Button';
import { useAlive } from '../ui/use-alive';
import { type FromCode, LIMIT_MS } from './protocol';
import type { Runner } from './runner';

export type CodeCellProps = Readonly<{
  /** Its name in an address: `code.<id>`. */
  id: string;
  title: string;
  /** Whose runs are in scope. */
  model?: ModelName;
  /** The code that it begins with. */
  children: string;
}>;

type Ending = Exclude<FromCode, Readonly<{ kind: 'ready' | 'print' | 'need' }>>;

export function CodeCell({ id, title, model = 'names', children }: CodeCellProps) {
  const words = usePanelWords('code');
  const own = children.trim();
  const kept = useNotebookState((state) => state.choices.code[id]);
  const run = useNotebookState((state) => state.choices.runs[model]);
  const traces = useNotebookState((state) => state.traces[model]);
  const { preview, commit } = useActions();
  const [lines, setLines] = useState<readonly string[]>([]);
  const [ending, setEnding] = useState<Ending | 'running' | null>(null);
  /** The reader has written in it: what stands there no longer came with the link alone. */
  const [written, setWritten] = useState(false);
  const runner = useRef<Runner>(undefined);
  const field = useId();
  const alive = useAlive();
  const code = kept ?? own;
  const running = ending === 'running';

  useEffect(() => () => runner.current?.destroy(), []);

  function hear(message: FromCode) {
    if (message.kind === 'print') setLines((before) => [...before, message.text]);
    else if (message.kind !== 'ready' && message.kind !== 'need') setEnding(message);
  }

  async function start() {
    setLines([]);
    setEnding('running');
    const { createRunner } = await import('./runner');
    runner.current ??= createRunner(hear);
    runner.current.run(code, { run, trace: traces[run.method], traces });
  }

  function stop() {
    runner.current?.destroy();
    runner.current = undefined;
    setEnding({ kind: 'end' });
  }

  function write(next: string | undefined) {
    setWritten(true);
    preview((choices) => setCode(choices, id, next === own ? undefined : next));
  }

  return (
    <section className="code-cell" id={`code-${id}`} aria-label={title}>
      <div className="code-cell-head">
        <label htmlFor={field}>{title}</label>
        <span>{words('language')}</span>
      </div>
      {kept !== undefined && !written && <p className="code-cell-note">{words('foreign')}</p>}
      <textarea
        id={field}
        value={code}
        readOnly={!alive}
        rows={code.split('\n').length + 1}
        maxLength={LONGEST_CODE}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={({ target }) => write(target.value)}
        onBlur={() => written && commit((choices) => choices)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void start();
        }}
      />
      <div className="code-cell-acts">
        {running ? (
          <Button onClick={stop}>{words('stop')}</Button>
        ) : (
          <Button icon="play" disabled={!alive} onClick={() => void start()}>
            {words('run')}
          </Button>
        )}
        <Button
          look="bare"
          disabled={kept === undefined}
          onClick={() => commit((choices) => setCode(choices, id, undefined))}
        >
          {words('reset')}
        </Button>
        <span className="code-cell-note">{words('limits', { seconds: LIMIT_MS / 1000 })}</span>
      </div>
      <div role="status">
        {lines.length > 0 && <pre className="code-cell-out">{lines.join('\n')}</pre>}
        {running && <p className="code-cell-note">{words('running')}</p>}
        {ending !== null && ending !== 'running' && <Ended ending={ending} />}
      </div>
    </section>
  );
}

function Ended({ ending }: Readonly<{ ending: Ending }>) {
  const words = usePanelWords('code');
  switch (ending.kind) {
    case 'end':
      return <p className="code-cell-note">{words('done')}</p>;
    case 'late':
      return <p className="field-problem">{words('late', { seconds: LIMIT_MS / 1000 })}</p>;
    case 'error': {
      const code = FAULT_CODES.find((known) => known === ending.fault);
      return (
        <p className="field-problem">
          {ending.line !== null && words('line', { line: ending.line })}{' '}
          {code ? (
            <FaultSaid fault={{ code, message: ending.text }} />
          ) : (
            <span lang="en">{ending.text}</span>
          )}
        </p>
      );
    }
    default:
      return ending satisfies never;
  }
}
