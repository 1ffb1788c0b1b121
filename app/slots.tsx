// Stand-ins for the live parts until they are there. page.tsx imports from here; swap them one by one.

import { PanelFrame } from '@/components/ui/PanelFrame';
import { StatusSign } from '@/components/ui/StatusSign';

function Empty({ id, title, caption }: { id: string; title: string; caption: string }) {
  return (
    <PanelFrame id={id} title={title} caption={caption} status={<StatusSign kind="loading" />}>
      <div className="slot" />
    </PanelFrame>
  );
}

export { AuxPanel } from '@/components/panels/AuxPanel';
export { Cover } from '@/components/panels/Cover';
export { DependentPanel } from '@/components/panels/DependentPanel';

export function AcceptPanel() {
  return (
    <Empty
      id="accept"
      title="Acceptance per step"
      caption="Each round as a row of drafted, accepted, corrected and discarded tokens."
    />
  );
}
