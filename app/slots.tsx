// The live parts of the page, each a client component that reads the notebook round it.

export { AcceptPanel } from '@/components/panels/AcceptPanel';
export { AuxPanel } from '@/components/panels/AuxPanel';
export { Cover } from '@/components/panels/Cover';
export { DependentPanel } from '@/components/panels/DependentPanel';
