'use client';

// Which weights this browser keeps, and a button that clears them.

import { useEffect, useState } from 'react';
import { clearStored, listStored, type StoredFile } from '@/gpu';
import { at } from '../site';
import { Button } from '../ui/Button';
import { DataTable } from '../ui/DataTable';

/** @param checked changes when files may have come */
export function StoredWeights({ checked }: { checked: unknown }) {
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
      <p aria-live="polite">{sentence(files)}</p>
      {files && files.length > 0 && (
        <DataTable
          caption="Downloaded weights that the next visit need not fetch."
          head={['file', 'size']}
          rows={files.map(({ path, bytes }) => [path.replace(at('/model/'), ''), mega(bytes)])}
        />
      )}
      {files && (
        <p className="button-row">
          <Button onClick={clear} disabled={files.length === 0}>
            Clear the kept weights
          </Button>
        </p>
      )}
    </div>
  );
}

function sentence(files: readonly StoredFile[] | null): string {
  if (!files)
    return 'This browser lets the page keep nothing; the models are downloaded each time.';
  if (files.length === 0) return 'This browser keeps no weights of this site.';
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `This browser keeps ${files.length} files of weights, ${mega(bytes)}.`;
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
