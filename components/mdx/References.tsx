// The papers a page cites, with their addresses: in English, like the papers.

import { DEFAULT_LOCALE } from '../i18n/locales';
import { addressOf, type Reference, readReferences } from './read-references';

/** The list that every <Cite> on the page links to, in the order of content/references.json. */
export function References({ of }: { of: readonly string[] }) {
  const cited = Array.from(readReferences()).filter(([id]) => of.includes(id));
  return (
    <ol className="references" lang={DEFAULT_LOCALE}>
      {cited.map(([id, reference]) => (
        <li key={id} id={`ref-${id}`}>
          {reference.authors}. <i>{reference.title}</i>. {reference.where}.{' '}
          <Address reference={reference} />
        </li>
      ))}
    </ol>
  );
}

function Address({ reference }: { reference: Reference }) {
  const href = addressOf(reference);
  return (
    <a className="prose-link" href={href}>
      {'arxiv' in reference ? `arXiv ${reference.arxiv}` : new URL(href).hostname}
    </a>
  );
}
