'use client';

// Where a panel's numbers come from, in one small sign, and in a sentence where something failed.

import { useState } from 'react';
import type { ModelName, RunSpec } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { useActions, useLasting, useNotebookState } from '../notebook/context';
import type { PartName } from '../notebook/part-names';
import { type ModelStatus, type State, sameText } from '../notebook/state';
import { Button } from '../ui/Button';
import { StatusSign } from '../ui/StatusSign';

export type ProvenanceProps = Readonly<{
  model: ModelName;
  status: ModelStatus;
  /** What is shown was recorded, not computed in this tab. */
  recorded: boolean;
  /** What is shown belongs to other choices than those now made. */
  stale: boolean;
  /** The reader has stopped it. */
  stopped: boolean;
  /** What is shown was opened from a file. */
  fromFile: boolean;
  /** What is kept up to date for the panel. */
  parts: readonly PartName[];
  /** Offered where nothing loads by itself, as the reader saves data. */
  onLoad?: (() => void) | undefined;
}>;

/** The sign for the head of a panel, with what the reader can do about the download. */
export function Provenance(props: ProvenanceProps) {
  const { model, status, stopped, parts, onLoad } = props;
  const words = usePanelWords('cell');
  const { again } = useActions();
  return (
    <span className="provenance">
      <Sign {...props} />
      {status.kind === 'recorded' && onLoad && (
        <Button look="bare" onClick={onLoad}>
          Load the model
        </Button>
      )}
      {stopped && (
        <Button look="bare" onClick={() => parts.forEach(again)}>
          {words('run')}
        </Button>
      )}
      <Download model={model} status={status} />
    </span>
  );
}

function Sign({ status, recorded, stale, stopped, fromFile }: ProvenanceProps) {
  const words = usePanelWords('cell');
  if (fromFile && !stale) return <StatusSign kind="recorded">{words('file')}</StatusSign>;
  switch (status.kind) {
    case 'loading':
      return <StatusSign kind="loading">{bytes(status.bytes, status.of)}</StatusSign>;
    case 'failed':
      return <StatusSign kind="error">{recorded ? 'recorded run shown' : undefined}</StatusSign>;
    case 'recorded':
      return <StatusSign kind="recorded" />;
    case 'live':
      if (stopped && !recorded) {
        return <StatusSign kind="stale">{words('stopped')}</StatusSign>;
      }
      if (stale) return <StatusSign kind="stale">computing</StatusSign>;
      if (recorded) return <StatusSign kind="recorded" />;
      return <StatusSign kind="live">{deviceWords(status)}</StatusSign>;
    default:
      return status satisfies never;
  }
}

/** A download that is shorter is not worth a button that comes and goes, ms. */
const SLOW_MS = 600;

/** Stops a download that takes its time; where it was pressed it stays, so that the focus does. */
function Download({ model, status }: Pick<ProvenanceProps, 'model' | 'status'>) {
  const { cancel, retry } = useActions();
  const [pressed, setPressed] = useState(false);
  const coming = status.kind === 'loading' && (status.of === 0 || status.bytes < status.of);
  const slow = useLasting(coming, SLOW_MS);
  const failed = status.kind === 'failed';
  if (!slow && !(pressed && (coming || failed))) return null;
  return (
    <Button
      look="bare"
      onClick={() => {
        setPressed(true);
        if (failed) retry();
        else cancel(model);
      }}
    >
      {failed ? 'Load the model' : 'Cancel'}
    </Button>
  );
}

export type ProvenanceNoteProps = Readonly<{
  model: ModelName;
  recorded: boolean;
  /** The run that is shown, for what shows one. */
  shown?: RunSpec | undefined;
  /** The first panel of its model: it alone reads aloud, and says why a slower engine runs. */
  first?: boolean;
}>;

/** The sentence below a panel: what failed, or why a slower engine runs. Empty where all is well. */
export function ProvenanceNote({ model, recorded, shown, first = false }: ProvenanceNoteProps) {
  const status = useNotebookState((state) => state.models[model].status);
  const news = useNotebookState((state) => newsOf(state, model));
  const chosen = useNotebookState((state) => state.choices.runs[model]);
  const waits = useLasting(recorded && shown !== undefined && !sameText(shown, chosen), 800);
  const seen = seenWords(recorded, shown);
  const quiet = waits ? `The model has not answered yet. ${seen}` : first ? news : null;
  const words =
    status.kind === 'failed' ? `No live model answers now. ${status.reason} ${seen}` : quiet;
  return (
    <div className="provenance-note">
      <p role={first ? 'status' : undefined}>{words}</p>
      <TryAgain status={status} />
    </div>
  );
}

/** Asks again for everything that failed. Stays while that is under way, so that the focus does. */
export function TryAgain({ status }: Pick<ProvenanceProps, 'status'>) {
  const { retry } = useActions();
  const [pressed, setPressed] = useState(false);
  const trying = pressed && status.kind === 'loading';
  if (status.kind !== 'failed' && !trying) return null;
  return (
    <Button
      disabled={trying}
      onClick={() => {
        setPressed(true);
        retry();
      }}
    >
      Try again
    </Button>
  );
}

/** Why a slower engine runs, where the models before this one have not said just that. */
function newsOf({ models }: State, model: ModelName): string | null {
  const note = (name: ModelName) => {
    const { status } = models[name];
    return status.kind === 'live' ? status.note : null;
  };
  return model === 'tales' && note('names') === note('tales') ? null : note(model);
}

function seenWords(recorded: boolean, shown: RunSpec | undefined): string {
  const seed = shown ? `, with seed ${shown.seed}` : '';
  return recorded ? `What you see is a recorded run${seed}.` : '';
}

function deviceWords({ engine, device }: Extract<ModelStatus, { kind: 'live' }>): string {
  return engine === 'webgpu' ? `WebGPU, ${device}` : device;
}

function bytes(loaded: number, of: number): string {
  const mega = (count: number) => (count / 1e6).toFixed(1);
  return of === 0 ? 'asking for the model' : `${mega(loaded)} of ${mega(of)} MB`;
}
