// Colours that CSS gives as oklch(), for programs that know `#rrggbb` alone.

/**
 * `#rrggbb`; what lies outside of sRGB is cut.
 * @param lightness 0 to 1
 * @param hue       degrees
 * Source: Ottosson, A perceptual color space for image processing, 2020; CSS Color 4.
 */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((part) => hexByte(encoded(part))).join('')}`;
}

/** sRGB's curve. */
function encoded(part: number): number {
  return part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055;
}

function hexByte(part: number): string {
  const byte = Math.round(255 * Math.min(1, Math.max(0, part)));
  return byte.toString(16).padStart(2, '0');
}
