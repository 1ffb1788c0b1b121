'use client';

// Where a panel's numbers come from, in one small sign, and in a sentence where something failed.

import './shared.css';
import { Fragment, useState } from 'react';
import type { GpuFound, ModelName, RunSpec } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import { FaultSaid } from '../i18n/FaultSaid';
import { usePanelWords } from '../i18n/PanelWords';
import { useActions, useLasting, useNotebookState } from '../notebook/context';
import type { PartName } from '../notebook/part-names';
import { type ModelStatus, sameText } from '../notebook/state';
import { Button } from '../ui/Button';
import { Opens } from '../ui/Opens';
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
  const words = usePanelWords('notebook');
  const cell = usePanelWords('cell');
  const { again } = useActions();
  return (
    <span className="provenance">
      <Sign {...props} />
      {status.kind === 'recorded' && onLoad && (
        <Button look="bare" onClick={onLoad}>
          {words('load')}
        </Button>
      )}
      {stopped && (
        <Button look="bare" onClick={() => parts.forEach(again)}>
          {cell('run')}
        </Button>
      )}
      <Download model={model} status={status} />
    </span>
  );
}

function Sign({ status, recorded, stale, stopped, fromFile }: ProvenanceProps) {
  const words = usePanelWords('notebook');
  const cell = usePanelWords('cell');
  if (fromFile && !stale) return <StatusSign kind="recorded">{cell('file')}</StatusSign>;
  switch (status.kind) {
    case 'loading':
      return <StatusSign kind="loading">{bytes(status.bytes, status.of, words)}</StatusSign>;
    case 'failed':
      return <StatusSign kind="error">{recorded ? words('recordedShown') : undefined}</StatusSign>;
    case 'recorded':
      return <StatusSign kind="recorded" />;
    case 'live':
      if (stopped && !recorded) {
        return <StatusSign kind="stale">{cell('stopped')}</StatusSign>;
      }
      if (stale) return <StatusSign kind="stale">{words('computing')}</StatusSign>;
      if (recorded) return <StatusSign kind="recorded" />;
      return (
        <StatusSign kind="live">
          <Device {...status} />
        </StatusSign>
      );
    default:
      return status satisfies never;
  }
}

/** A download that is shorter is not worth a button that comes and goes, ms. */
const SLOW_MS = 600;

/** Stops a download that takes its time; where it was pressed it stays, so that the focus does. */
function Download({ model, status }: Pick<ProvenanceProps, 'model' | 'status'>) {
  const words = usePanelWords('notebook');
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
      {words(failed ? 'load' : 'cancel')}
    </Button>
  );
}

export type ProvenanceNoteProps = Readonly<{
  model: ModelName;
  recorded: boolean;
  /** The run that is shown, for what shows one. */
  shown?: RunSpec | undefined;
  /** The first panel of its model: it alone reads aloud. */
  first?: boolean;
}>;

/** The sentence below a panel: what failed, or what is waited for. Empty where all is well. */
export function ProvenanceNote({ model, recorded, shown, first = false }: ProvenanceNoteProps) {
  const words = usePanelWords('notebook');
  const status = useNotebookState((state) => state.models[model].status);
  const chosen = useNotebookState((state) => state.choices.runs[model]);
  const waits = useLasting(recorded && shown !== undefined && !sameText(shown, chosen), 800);
  const seen = seenWords(recorded, shown, words);
  return (
    <div className="provenance-note">
      <p role={first ? 'status' : undefined}>
        {status.kind === 'failed' && (
          <>
            {words('failed')} <FaultSaid fault={status.fault} />{' '}
          </>
        )}
        {status.kind !== 'failed' && waits && `${words('waits')} `}
        {(status.kind === 'failed' || waits) && seen}
      </p>
      <TryAgain status={status} />
    </div>
  );
}

/** Asks again for everything that failed. Stays while that is under way, so that the focus does. */
export function TryAgain({ status }: Pick<ProvenanceProps, 'status'>) {
  const words = usePanelWords('notebook');
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
      {words('tryAgain')}
    </Button>
  );
}

function seenWords(
  recorded: boolean,
  shown: RunSpec | undefined,
  words: PanelWordsOf<'notebook'>,
): string {
  if (!recorded) return '';
  return shown ? words('seenSeed', { seed: shown.seed }) : words('seen');
}

/** The device that computes; why it is not a faster one opens in place. */
function Device({ engine, device, notes, gpu }: Extract<ModelStatus, { kind: 'live' }>) {
  const words = usePanelWords('notebook');
  const name = engine === 'webgpu' ? `WebGPU, ${device}` : device;
  if (notes.length === 0 && !gpu) return name;
  const told = notes.map((note) => (
    <Fragment key={note.message}>
      <FaultSaid fault={note} />{' '}
    </Fragment>
  ));
  return <Opens text={gpu ? words(WHY_CPU[gpu]) : told}>{name}</Opens>;
}

const WHY_CPU = {
  'no WebGPU': 'cpuNoWebgpu',
  'no adapter': 'cpuNoAdapter',
  'a software adapter': 'cpuSoftware',
  'a GPU': 'cpuSoftware', // not alone: a GPU that failed has left a note of its own
} as const satisfies Readonly<Record<GpuFound, string>>;

function bytes(loaded: number, of: number, words: PanelWordsOf<'notebook'>): string {
  const mega = (count: number) => words.number(count / 1e6, 1);
  return of === 0 ? words('asking') : words('bytes', { loaded: mega(loaded), all: mega(of) });
}
