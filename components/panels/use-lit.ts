'use client';
// The place in a model's text that the reader points at, in whichever panel. It counts from 1 on the page.

import { useCallback } from 'react';
import type { ModelName } from '@/gpu';
import { useActions, useNotebookState } from '../notebook/context';
import type { OnLight } from '../ui/lights';

export function useLit(model: ModelName): number | undefined {
  const lit = useNotebookState((state) => state.lit);
  return lit?.model === model ? lit.position + 1 : undefined;
}

/** Lights a place of the model's text everywhere. */
export function useLight(model: ModelName): OnLight {
  const { light } = useActions();
  return useCallback(
    (position) => light(position === undefined ? null : { model, position: position - 1 }),
    [light, model],
  );
}
