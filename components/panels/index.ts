// Every panel by name. Chapters use these names. No 'use client' here: a server file reads the keys.

import * as panels from './slots';

export { panels };

export type PanelName = keyof typeof panels;
