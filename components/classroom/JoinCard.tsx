'use client';
// How to join, large enough for the last row.

import { usePanelWords } from '../i18n/PanelWords';
import { QrCode } from './QrCode';

/** @param site its address, known once the page is mounted */
export function JoinCard({ code, site }: { code: string; site: string }) {
  const words = usePanelWords('classroomRoom');
  const address = `${site}/classroom/${code}`;
  return (
    <div className="join-card">
      {site && <QrCode text={address} />}
      <div>
        <p>
          {words.rich(
            'scan',
            { b: (place) => <b>{place}</b> },
            { address: `${site.replace(/^https?:\/\//, '')}/classroom` },
          )}
        </p>
        <p className="room-code figures">{spaced(code)}</p>
      </div>
    </div>
  );
}

/** `K3P 9QX`: in two parts, so that it is read out and typed without losing the place. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
