// A measured number in a sentence, read from the model's manifest when the site is built.

import { wordsOf } from '../i18n/catalogue';
import { pageLocale } from '../i18n/page-locale';
import { type FigureForm, figureValue, writeFigure } from './figure-value';

/** `<Figure of="names/words/o-ptp/whole" as="percent" />`; a dash where nothing is measured yet. */
export function Figure({ of, as = 'number' }: { of: string; as?: FigureForm }) {
  const locale = pageLocale();
  const words = wordsOf(locale, 'words');
  const value = figureValue(of);
  const [model = ''] = of.split('/');
  if (value === undefined) {
    return (
      <span className="measured" title={words('notMeasuredOf', { of })}>
        –<span className="words"> ({words('notMeasured')})</span>
      </span>
    );
  }
  return (
    <span className="measured" title={words('measured', { model, of })}>
      {writeFigure(value, as, locale)}
    </span>
  );
}
