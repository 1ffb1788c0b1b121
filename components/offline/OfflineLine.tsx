'use client';
// The line at the foot of a page: whether the site is here without a network, and a button that fetches the models.

import { useEffect, useRef, useState } from 'react';
import type { ModelFile, Told } from '@/gpu';
import type { Messages } from '../i18n/catalogue';
import { FaultSaid } from '../i18n/FaultSaid';
import type { Locale } from '../i18n/locales';
import { type Compiled, wordsFrom } from '../i18n/words';
import { at } from '../site';
import { Button } from '../ui/Button';
import { keepPages, type PagesKept } from './keep-pages';
import './offline.css';

const BASE = at('/model/');

type ModelsKept =
  | Readonly<{ kind: 'unknown' | 'some' | 'all' }>
  | Readonly<{ kind: 'coming'; bytes: number }>
  | Readonly<{ kind: 'failed'; fault: Told }>;

export type OfflineLineProps = Readonly<{
  locale: Locale;
  messages: Compiled<keyof Messages['offline'] & string>;
  /** All files of all models. */
  files: readonly ModelFile[];
}>;

export function OfflineLine({ locale, messages, files }: OfflineLineProps) {
  const words = wordsFrom(messages, locale);
  const [pages, setPages] = useState<PagesKept>();
  const [models, setModels] = useState<ModelsKept>({ kind: 'unknown' });
  const stop = useRef<AbortController>(undefined);

  useEffect(() => {
    void keepPages(setPages);
    return () => stop.current?.abort();
  }, []);

  useEffect(() => {
    if (pages !== 'ready') return;
    import('./models')
      .then(({ areKept }) => areKept(BASE, files))
      .then((all) => setModels({ kind: all ? 'all' : 'some' }));
  }, [pages, files]);

  async function keep() {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setModels({ kind: 'coming', bytes: 0 });
    const { Fault, keepFiles, told } = await import('./models');
    try {
      // What the reader asked for is not to be cleared away when the disk fills up.
      await navigator.storage?.persist?.();
      await keepFiles(BASE, files, {
        signal,
        onBytes: (bytes) => setModels({ kind: 'coming', bytes }),
      });
      setModels({ kind: 'all' });
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      setModels(signal.aborted ? { kind: 'some' } : { kind: 'failed', fault: told(cause) });
    }
  }

  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const mega = (bytes: number) => words.number(bytes / 1e6, 1);
  const coming = models.kind === 'coming';
  return (
    <div className="offline-line">
      <p role="status">
        {pages && words(pages === 'ready' && models.kind === 'all' ? 'all' : pages)}
        {models.kind === 'failed' && (
          <>
            {' '}
            <FaultSaid fault={models.fault} />
          </>
        )}
      </p>
      {pages === 'ready' && models.kind !== 'unknown' && models.kind !== 'all' && (
        <p className="button-row">
          <Button onClick={coming ? () => stop.current?.abort() : keep}>
            {coming ? words('cancel') : words('keep', { size: mega(all) })}
          </Button>
          {coming && (
            <>
              <progress aria-label={words('progress')} value={models.bytes} max={all} />
              <span className="figures">
                {words('bytes', { loaded: mega(models.bytes), all: mega(all) })}
              </span>
            </>
          )}
        </p>
      )}
    </div>
  );
}
