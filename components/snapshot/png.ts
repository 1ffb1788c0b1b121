// A picture as a PNG, with the faces that come with the packages: nothing of the machine shows in it.

import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Static faces: a rasteriser reads neither WOFF2 nor variable fonts. */
const FACES = [
  ...['400Regular', '500Medium', '600SemiBold', '700Bold'].map(
    (face) => `inter/${face}/Inter_${face}.ttf`,
  ),
  ...['400Regular', '500Medium', '700Bold'].map(
    (face) => `jetbrains-mono/${face}/JetBrainsMono_${face}.ttf`,
  ),
];

/** @param root the package's folder  @param zoom pixels for each px of the picture */
export function pngOf(root: string, svg: string, zoom: number): Uint8Array {
  return drawn(root, svg, zoom).render().asPng();
}

/** What a rasteriser makes of the picture, before it has pixels: it can be measured. */
export function drawn(root: string, svg: string, zoom = 1): Resvg {
  const fontFiles = FACES.map((file) => join(root, 'node_modules/@expo-google-fonts', file));
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
}
