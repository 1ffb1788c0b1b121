// Every panel as a picture for the gallery: what it shows of its recorded run, without a sheet round it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { PANELS, type PanelId } from '@/packages/foretoken-embed/src';
import { titleOf } from '../embed/title';
import { panelMessages } from '../i18n/catalogue';
import { LOCALES, type Locale } from '../i18n/locales';
import { PanelWords } from '../i18n/PanelWords';
import { recordedState } from '../notebook/recorded';
import { EMBEDS } from '../panels/embeds';
import { wordIdsOf } from '../panels/panel-words';
import { WIDTH } from './drawing';
import { askedOf, PICTURES, SHEETS } from './pictures';
import { withPlainStyle } from './plain-style';
import { figurePath, PAPERS } from './preview-path';

/** Round the picture: marks and names stand out of it a little. */
const MARGIN = 24;

/** The pictures in every language and on either paper, at their addresses below public/. */
export function drawFigures(root: string): { path: string; svg: string }[] {
  const sheets = SHEETS.map((file) => readFileSync(join(root, file), 'utf8'));
  return LOCALES.flatMap((locale) =>
    PANELS.flatMap((panel) => {
      const svg = renderToStaticMarkup(<Figure {...{ panel, locale }} />);
      return PAPERS.map((paper) => ({
        path: figurePath(locale, panel, paper),
        svg: withPlainStyle(svg, sheets, paper),
      }));
    }),
  );
}

/** No model runs for it: everything that it shows of the page's own choices was recorded. */
function Figure({ panel, locale }: Readonly<{ panel: PanelId; locale: Locale }>) {
  const { choices } = askedOf(panel, recordedState.choices);
  const drawing = PICTURES[panel].draw({ ...recordedState, choices }, locale, 1);
  if (!drawing) throw new Error(`${panel}: nothing is recorded that could be drawn.`);
  const [width, height] = [WIDTH + 2 * MARGIN, Math.ceil(drawing.height) + 2 * MARGIN];
  return (
    <PanelWords locale={locale} messages={panelMessages(locale, wordIdsOf([EMBEDS[panel].panel]))}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        className="sheet"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title>{titleOf(locale, panel)}</title>
        <g transform={`translate(${MARGIN} ${MARGIN})`}>{drawing.body}</g>
      </svg>
    </PanelWords>
  );
}
