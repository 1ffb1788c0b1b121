'use client';

// Which weights this browser keeps, and a button that clears them.

import { useEffect, useState } from 'react';
import { clearStored, listStored, type StoredFile } from '@/gpu';
import type { PanelWordsOf } from '../i18n/catalogue';
import type { Numbers } from '../i18n/numbers';
import { usePanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';

/** @param checked changes when files may have come */
export function StoredWeights({ checked }: { checked: unknown }) {
  const words = usePanelWords('check');
  const [files, setFiles] = useState<readonly StoredFile[] | null | undefined>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever `checked` changes
  useEffect(() => {
    let here = true;
    listStored().then((found) => here && setFiles(found));
    return () => {
      here = false;
    };
  }, [checked]);

  async function clear() {
    await clearStored();
    setFiles(await listStored());
  }

  if (files === undefined) return null;
  return (
    <div className="panel-table">
      <p aria-live="polite">{sentence(files, words)}</p>
      {files && files.length > 0 && (
        <DataTable
          caption={words('files')}
          head={[words('file'), words('size')]}
          rows={files.map(({ path, bytes }) => [
            path.replace(at('/model/'), ''),
            mega(bytes, words),
          ])}
        />
      )}
      {files && (
        <p className="button-row">
          <Button onClick={clear} disabled={files.length === 0}>
            {words('clear')}
          </Button>
        </p>
      )}
    </div>
  );
}

function sentence(files: readonly StoredFile[] | null, words: PanelWordsOf<'check'>): string {
  if (!files) return words('keepsNothing');
  if (files.length === 0) return words('noFiles');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return words('keeps', { count: files.length, size: mega(bytes, words) });
}

function mega(bytes: number, numbers: Numbers): string {
  return `${numbers.number(bytes / 1e6, 1)} MB`;
}
