// The home page in a language; `/` shows the default one.

import type { Metadata } from 'next';
import Home, { metadata as first } from '../page';

export const metadata: Metadata = { alternates: { ...first.alternates, canonical: '/' } };

export default Home;
