// Every panel by name. The page, its passages and the picture tests all read this. No 'use client' here:
// a server file may read the keys.

import { AcceptPanel } from './AcceptPanel';
import { AuxPanel } from './AuxPanel';
import { Cover } from './Cover';
import { DependentPanel } from './DependentPanel';

export const panels = { AcceptPanel, AuxPanel, Cover, DependentPanel } as const;
