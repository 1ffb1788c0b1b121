// The papers a page cites, with their arXiv addresses.

import { readReferences } from './references';

/** The list that every <Cite> on the page links to, in the order of content/references.json. */
export function References() {
  return (
    <ol className="references">
      {Array.from(readReferences(), ([id, reference]) => (
        <li key={id} id={`ref-${id}`}>
          {reference.authors}. <i>{reference.title}</i>. {reference.where}.{' '}
          <a className="prose-link" href={`https://arxiv.org/abs/${reference.arxiv}`}>
            arXiv {reference.arxiv}
          </a>
        </li>
      ))}
    </ol>
  );
}
