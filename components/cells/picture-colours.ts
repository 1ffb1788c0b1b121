// Colours and numbers as every program that reads SVG understands them.

const brush = () => document.createElement('canvas').getContext('2d', { willReadFrequently: true });
let pen: CanvasRenderingContext2D | null = null;

/** The canvas on which colours and letters are measured. */
export function measuring(): CanvasRenderingContext2D | null {
  pen ??= brush();
  return pen;
}

export const NOTHING = 'none';
const known = new Map<string, string>();

/** Any colour that CSS can say, as `#rrggbb` or `rgba(…)`, which every program reads; `none` for no colour. */
export function colour(value: string): string {
  const found = known.get(value);
  if (found !== undefined) return found;
  const pen = measuring();
  if (!pen) return value;
  const { canvas } = pen;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = 'rgba(0, 0, 0, 0)';
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  const written =
    alpha === 0
      ? NOTHING
      : alpha === 255
        ? `#${hex}`
        : `rgba(${red}, ${green}, ${blue}, ${round(alpha / 255)})`;
  known.set(value, written);
  return written;
}

export const round = (value: number) => Math.round(value * 100) / 100;

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
