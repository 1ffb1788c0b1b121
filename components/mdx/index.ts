// The one map of names that content may use. No 'use client' here: the server reads its keys.

import { Cite } from './Cite';
import { Figure } from './Figure';
import { FourPairs } from './FourPairs';
import { Note } from './Note';
import { PlainLink } from './PlainLink';
import { Term } from './Term';
import { U } from './U';

/** Components of content/passages/, by the name they have there. */
export const mdxComponents = { Cite, Figure, FourPairs, Note, Term, U, a: PlainLink } as const;
