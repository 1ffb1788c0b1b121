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

export function Cover() {
  return <div className="slot" />;
}

export function AuxPanel() {
  return (
    <Empty
      id="aux"
      title="Auxiliary variables"
      caption="One ruler for each position, cut into bins; the handle is u."
    />
  );
}

export function DependentPanel() {
  return (
    <Empty
      id="dependent"
      title="Dependent or independent"
      caption="The same numbers through independent heads and through PTP."
    />
  );
}

export function AcceptPanel() {
  return (
    <Empty
      id="accept"
      title="Acceptance per step"
      caption="Each round as a row of drafted, accepted, corrected and discarded tokens."
    />
  );
}
