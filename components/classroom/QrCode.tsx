'use client';

// A QR code as one path, drawn by the page itself.

import { encode } from 'uqr';
import { usePanelWords } from '../i18n/PanelWords';

/** Dark on white whatever the theme: cameras want it so. */
export function QrCode({ text }: { text: string }) {
  const words = usePanelWords('classroomRoom');
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const d = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={words('qr', { text })}
    >
      <rect width={size} height={size} className="qr-ground" />
      <path d={d} className="qr-ink" />
    </svg>
  );
}
