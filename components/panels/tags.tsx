// What the tags in the panels' messages become.

import type { Tags } from '../i18n/words';

/** `<u>1</u>` is u with its subscript, `<n>0.4</n>` a number, `<b>…</b>` one that matters. */
export const tags: Tags = {
  u: (k) => (
    <>
      u<sub>{k}</sub>
    </>
  ),
  n: (text) => <span className="figures">{text}</span>,
  b: (text) => <b className="figures">{text}</b>,
};
