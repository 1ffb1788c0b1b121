// A measured number in a sentence, read from the model's manifest when the site is built.

import { type FigureForm, figureValue, writeFigure } from './figure-value';

/** `<Figure of="names/words/o-ptp/whole" as="percent" />`; a dash where nothing is measured yet. */
export function Figure({ of, as = 'number' }: { of: string; as?: FigureForm }) {
  const value = figureValue(of);
  const model = of.split('/')[0];
  if (value === undefined) {
    return (
      <span className="measured" title={`not measured yet (${of})`}>
        –<span className="words"> (not measured yet)</span>
      </span>
    );
  }
  return (
    <span className="measured" title={`measured when the ${model} model was trained (${of})`}>
      {writeFigure(value, as)}
    </span>
  );
}
