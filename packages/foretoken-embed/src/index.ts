// Defines the element. `embed.js` is this file, bundled.

import { ForetokenWidget } from './element';

if (globalThis.customElements && !customElements.get('foretoken-widget')) {
  customElements.define('foretoken-widget', ForetokenWidget);
}

export { embedAddress, isPanel, type Look } from './address';
export { ForetokenWidget } from './element';
export { WidgetFault } from './line';
export { type Happening, PANELS, type PanelId, type Picture, PROTOCOL } from './protocol';
