'use client';
// Words and formulas that speak of a place: pointing at one lights the same place in every figure, and a
// place that is lit in a figure lights here. They carry `data-at`, the place counted from 1.

import { type ComponentProps, type SyntheticEvent, useEffect, useRef } from 'react';
import { useActions, useNotebookState } from '../notebook/context';

export function LitText(article: ComponentProps<'article'>) {
  const { light } = useActions();
  const lit = useNotebookState((state) => state.lit);
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    for (const word of place.current?.querySelectorAll<HTMLElement>('[data-at]') ?? []) {
      const here = placeOf(word);
      const on = here?.position === lit?.position && here?.model === lit?.model;
      word.toggleAttribute('data-lit', lit !== null && on);
    }
  }, [lit]);

  const on = ({ target }: SyntheticEvent) => {
    const word = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
    const here = word && placeOf(word);
    if (here) light(here);
  };
  const off = ({ target }: SyntheticEvent) => {
    if (target instanceof Element && target.closest('[data-at]')) light(null);
  };
  return (
    <article
      {...article}
      ref={place}
      onPointerOver={on}
      onPointerOut={off}
      onFocus={on}
      onBlur={off}
    />
  );
}

/** `3` is the third place of the names model, `tales 3` of the tales model. */
function placeOf({ dataset }: HTMLElement) {
  const [, model = 'names', at] = /^(?:(names|tales) )?(\d{1,4})$/.exec(dataset.at ?? '') ?? [];
  if (!at) return null;
  return { model: model === 'tales' ? 'tales' : 'names', position: Number(at) - 1 } as const;
}
