// The home page in a language; `/` shows the default one.

import type { Metadata } from 'next';
import Home from '../page';

export const metadata: Metadata = { alternates: { canonical: '/' } };

export default Home;
