'use client';
// What a reader can do with a figure: run it, take it along, link to it, look inside. Loaded when asked for.

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Fault, problemSentence, told } from '@/gpu';
import { FaultSaid } from '../i18n/FaultSaid';
import { usePanelWords } from '../i18n/PanelWords';
import { sayWith } from '../i18n/words';
import { resetCell } from '../notebook/actions';
import { formatAddress, parseAddress } from '../notebook/address';
import { useActions, useNotebookState } from '../notebook/context';
import { formatTraceFile, parseTraceFile } from '../notebook/trace-file';
import { at } from '../site';
import type { TableData } from '../ui/DataTable';
import { linesAbout, linkTo, measuresOf, originOf, runOf } from './about';
import { csvOf, save } from './files';
import { drawPicture, pngOf } from './picture-file';
import { SourceBox } from './SourceBox';
import type { Cell } from './use-cell';
import { version } from './version';

export type CellActionsProps = Readonly<{
  cell: Cell;
  title: string;
  table: TableData | undefined;
  open: boolean;
  /** The button and this menu. */
  place: RefObject<HTMLElement | null>;
  /** @param focus whether the button gets the focus back */
  onClose: (focus: boolean) => void;
}>;

/** Largest file that is opened, bytes. */
const LARGEST = 20e6;

export default function CellActions({
  cell,
  title,
  table,
  open,
  place,
  onClose,
}: CellActionsProps) {
  const words = usePanelWords('cell');
  const linkWords = usePanelWords('problems');
  const { id, model, parts, own, traces, stopped } = cell;
  const choices = useNotebookState((state) => state.choices);
  const models = useNotebookState((state) => state.models);
  const running = useNotebookState((state) =>
    parts.some((part) => state.parts[part] === 'running'),
  );
  const actions = useActions();
  const [said, say] = useState<ReactNode>('');
  const [link, setLink] = useState<string>();
  const [source, setSource] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const figure = () => cell.place.current?.closest<HTMLElement>('figure') ?? cell.place.current;

  useEffect(() => {
    if (!open) return;
    say('');
    setLink(undefined);
    list.current?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'nearest' });
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) onClose(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open, place, onClose]);

  function key(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (event.key === 'Escape') return onClose(true);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button, a') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((at + step) % items.length)?.focus();
  }

  async function copy() {
    const address = linkTo(cell, choices);
    try {
      await navigator.clipboard.writeText(address);
      say(words('linkCopied'));
    } catch {
      say(words('linkHere'));
      setLink(address);
    }
  }

  function take(extension: string, type: string, content: string | Blob) {
    const name = `foretoken-${id}-${runOf(cell, choices).seed}.${extension}`;
    save(name, content, type);
    say(words('saved', { file: name }));
  }

  async function takePicture(kind: 'svg' | 'png') {
    if (!cell.place.current) return;
    const lines = linesAbout(cell, choices, words);
    const svg = drawPicture(cell.place.current, { title, lines });
    try {
      if (kind === 'svg') take('svg', 'image/svg+xml', svg);
      else take('png', 'image/png', await pngOf(svg));
    } catch {
      say(words('notSaved'));
    }
  }

  function takeTraces() {
    const address = formatAddress(choices);
    const about = {
      software: `Foretoken ${version}`,
      citation: words('citation'),
      figure: id,
      address,
    };
    take('json', 'application/json', formatTraceFile({ ...about, traces }));
  }

  async function openFile(chosen: File | undefined) {
    if (!chosen) return;
    try {
      if (chosen.size > LARGEST) {
        say(words('tooLarge', { file: chosen.name, size: words.number(chosen.size / 1e6, 1) }));
        return;
      }
      const configs = { names: models.names.config, tales: models.tales.config };
      const found = parseTraceFile(await chosen.text(), configs);
      const { choices: then, problems } = parseAddress(found.address);
      if (problems[0]) {
        say(`${chosen.name}: ${problemSentence(problems[0], sayWith(linkWords))}`);
        return;
      }
      actions.open(then, found.traces);
      say(words('opened', { file: chosen.name }));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      say(
        <>
          {chosen.name}: <FaultSaid fault={told(fault)} />
        </>,
      );
    }
  }

  function pin() {
    const measures = measuresOf(cell, models, words);
    const origin = originOf(cell, words);
    const address = formatAddress(choices);
    actions.pin({ cell: id, address, run: runOf(cell, choices), origin, measures });
    say(words('pinned'));
  }

  const each = (act: (part: (typeof parts)[number]) => void) => parts.forEach(act);
  const item = (name: Parameters<typeof words>[0], act: () => void) => (
    <button type="button" onClick={act}>
      {words(name)}
    </button>
  );
  const query = formatAddress(choices);
  return (
    <>
      {open && (
        <fieldset className="cell-menu" onKeyDown={key} aria-label={words('more', { title })}>
          <div className="cell-menu-list" ref={list}>
            {running && item('stop', () => each(actions.stop))}
            {!running && item(stopped ? 'run' : 'again', () => each(actions.again))}
            {item('reset', () => actions.commit((now) => resetCell(now, model, own)))}
            {item('link', () => void copy())}
            {item('pin', pin)}
            {item('svg', () => void takePicture('svg'))}
            {item('png', () => void takePicture('png'))}
            {table &&
              item('csv', () =>
                take('csv', 'text/csv', csvOf(table, linesAbout(cell, choices, words))),
              )}
            {traces.length > 0 && item('trace', takeTraces)}
            {item('open', () => file.current?.click())}
            {item('source', () => setSource(true))}
            {document.fullscreenEnabled &&
              item('fullScreen', () => {
                void figure()?.requestFullscreen();
                onClose(true);
              })}
            <a href={at(`/embed?panel=${id}${query && `&${query}`}`)}>{words('embed')}</a>
          </div>
          <p role="status">{said}</p>
          {link && (
            <input
              readOnly
              value={link}
              aria-label={words('link')}
              onFocus={(event) => event.target.select()}
            />
          )}
          <input
            ref={file}
            type="file"
            hidden
            accept=".json,application/json"
            onChange={(event) => {
              void openFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </fieldset>
      )}
      {source && <SourceBox id={id} title={title} onClose={() => setSource(false)} />}
    </>
  );
}
