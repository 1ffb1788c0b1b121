// Which panels have pictures; the pictures themselves, and all that they need, are in pictures.tsx.

import type { PanelId } from '@/packages/foretoken-embed/src/protocol';

export const PICTURED = [
  ...(['cover', 'aux', 'accept', 'cost', 'joint', 'letters', 'proof'] as const),
] as const satisfies readonly PanelId[];
export type Pictured = (typeof PICTURED)[number];

export function isPictured(panel: PanelId): panel is Pictured {
  return PICTURED.some((name) => name === panel);
}
