'use client';
// The source of a figure, as it runs here, in a box over the page. The files come from /source/<id>.txt.

import { useEffect, useRef, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import { Button } from '../ui/Button';

export type SourceBoxProps = Readonly<{ id: string; title: string; onClose: () => void }>;

export function SourceBox({ id, title, onClose }: SourceBoxProps) {
  const words = usePanelWords('cell');
  const box = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(words('sourceWaits'));
  const address = at(`/source/${id}.txt`);

  useEffect(() => {
    box.current?.showModal();
    const stop = new AbortController();
    fetch(address, { signal: stop.signal })
      .then((response) => (response.ok ? response.text() : Promise.reject(response.status)))
      .then(setText, () => stop.signal.aborted || setText(words('sourceFailed')));
    return () => stop.abort();
  }, [address, words]);

  return (
    <dialog
      className="source-box"
      ref={box}
      onClose={onClose}
      aria-label={words('sourceTitle', { title })}
    >
      <div className="source-head">
        <a className="prose-link" href={address}>
          {address}
        </a>
        <Button onClick={() => box.current?.close()}>{words('close')}</Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </dialog>
  );
}
