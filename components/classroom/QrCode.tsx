// A QR code as one path, drawn by the page itself.

import { encode } from 'uqr';

/** Dark on white whatever the theme: cameras want it so. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const d = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`QR code of ${text}`}
    >
      <rect width={size} height={size} className="qr-ground" />
      <path d={d} className="qr-ink" />
    </svg>
  );
}
