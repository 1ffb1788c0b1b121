'use client';
// What every panel stands in: a thin rule with title and status, the picture, its caption, its table.

import type { ReactNode } from 'react';
import { useLanguage, usePanelWords } from '../i18n/PanelWords';
import { DataTable, type TableData } from './DataTable';

export type PanelFrameProps = Readonly<{
  /** Anchor of the panel, unique on the page: `aux`, `dependent`, `accept`. */
  id: string;
  title: string;
  /** First what the picture shows, then what it means. */
  caption: ReactNode;
  /** A `StatusSign`. */
  status?: ReactNode;
  /** The same facts as rows. Shown when the reader unfolds it, there for screen readers. */
  table?: TableData | undefined;
  children: ReactNode;
}>;

/** A figure of the notebook, as wide as text and margin together. */
export function PanelFrame({ id, title, caption, status, table, children }: PanelFrameProps) {
  const words = usePanelWords('ui');
  return (
    <figure className="panel" id={id} lang={useLanguage()} aria-labelledby={`${id}-title`}>
      <div className="panel-head">
        <h3 className="panel-title" id={`${id}-title`}>
          {title}
        </h3>
        {status}
      </div>
      <figcaption className="panel-caption">{caption}</figcaption>
      <div className="panel-body">{children}</div>
      {table && (
        <details className="panel-table">
          <summary>{words('table')}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard */}
          <section className="table-scroll" tabIndex={0} aria-label={table.caption}>
            <DataTable {...table} />
          </section>
        </details>
      )}
    </figure>
  );
}
