'use client';
// What a reader can do with a figure: run it, take it along, link to it, look inside. Loaded when asked for.

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
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
import { linesAbout, linkTo, originOf, pinnedLines, runOf } from './about';
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

/** How long it says what was done once the menu is closed. */
const SAID_MS = 6000;

/** Kept free above a menu that opens upwards, CSS pixels. */
const ROOM = 16;

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
  /** Where the menu opens: over the text before the figure, if it has room there. */
  const [way, setWay] = useState<'up' | 'down'>('down');
  const pop = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const figure = () => cell.place.current?.closest<HTMLElement>('figure') ?? cell.place.current;

  useLayoutEffect(() => {
    if (!open) return;
    say('');
    setLink(undefined);
    const above = pop.current?.offsetParent?.getBoundingClientRect().top ?? 0;
    setWay(above > ROOM + (pop.current?.offsetHeight ?? 0) ? 'up' : 'down');
  }, [open]);

  useEffect(() => {
    if (!open) return;
    list.current?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'nearest' });
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) onClose(false);
    };
    const onEscape = ({ key }: globalThis.KeyboardEvent) => key === 'Escape' && onClose(true);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onEscape);
    };
  }, [open, place, onClose]);

  useEffect(() => {
    if (open || !said) return;
    const timer = setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [open, said]);

  function key(event: KeyboardEvent<HTMLFieldSetElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button, a') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at((at + step) % items.length)?.focus();
  }

  /** What has been done closes the menu; what could not be is said in it. */
  function done(sentence = '') {
    say(sentence);
    onClose(true);
  }

  async function copy() {
    const address = linkTo(cell, choices);
    try {
      await navigator.clipboard.writeText(address);
      done(words('linkCopied'));
    } catch {
      say(words('linkHere'));
      setLink(address);
    }
  }

  function take(extension: string, type: string, content: string | Blob) {
    const name = `foretoken-${id}-${runOf(cell, choices).seed}.${extension}`;
    save(name, content, type);
    done(words('saved', { file: name }));
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
      done(words('opened', { file: chosen.name }));
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
    const lines = pinnedLines(cell, models, words);
    const origin = originOf(cell, words);
    const address = formatAddress(choices);
    actions.pin({ cell: id, address, run: runOf(cell, choices), origin, lines });
    done(words('pinned'));
  }

  const each = (act: (part: (typeof parts)[number]) => void) => {
    parts.forEach(act);
    done();
  };
  const item = (name: Parameters<typeof words>[0], act: () => void) => (
    <button type="button" onClick={act}>
      {words(name)}
    </button>
  );
  const query = formatAddress(choices);
  return (
    <>
      <div
        className="cell-menu"
        data-way={way}
        data-shown={open || said !== '' || undefined}
        ref={pop}
      >
        {open && (
          <fieldset onKeyDown={key} aria-label={words('more', { title })}>
            <div className="cell-menu-list" ref={list}>
              {/* One button: it keeps the focus when the run ends. */}
              {item(running ? 'stop' : stopped ? 'run' : 'again', () =>
                each(running ? actions.stop : actions.again),
              )}
              {item('reset', () => {
                actions.commit((now) => resetCell(now, model, own));
                done();
              })}
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
              {item('source', () => {
                done();
                setSource(true);
              })}
              {document.fullscreenEnabled &&
                item('fullScreen', () => {
                  void figure()?.requestFullscreen();
                  done();
                })}
              <a href={at(`/embed?panel=${id}${query && `&${query}`}`)}>{words('embed')}</a>
            </div>
          </fieldset>
        )}
        <p role="status">{said}</p>
        {open && link && (
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
      </div>
      {source && <SourceBox id={id} title={title} onClose={() => setSource(false)} />}
    </>
  );
}
