// A citation in the text: authors and year, a link to the list at the foot of the page.

import { DEFAULT_LOCALE } from '../i18n/locales';
import { readReferences } from './read-references';

/** `<Cite id="ptp" />`; the id is a key of content/references.json, checked when the site is built. */
export function Cite({ id }: { id: string }) {
  const reference = readReferences().get(id);
  if (!reference) throw new Error(`<Cite id="${id}">: not in content/references.json`);
  return (
    <a className="cite" lang={DEFAULT_LOCALE} href={`#ref-${id}`} title={reference.title}>
      {reference.short}
    </a>
  );
}
