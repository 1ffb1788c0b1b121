'use client';
// Where the model runs for the class: the teacher's dials, or the class's own numbers, sent to every screen.

import { useEffect, useRef } from 'react';
import type { Lesson, View, Words } from '@/classroom';
import { Notebook } from '../notebook/Notebook';
import { Cover } from '../panels/Cover';
import { isStale, useNames } from '../panels/use-names';
import { coverFigure } from './figures';
import { SceneFigure } from './SceneFigure';
import { useTogether } from './use-together';

export type ModelPartProps = Readonly<{
  view: View;
  drives: boolean;
  say: (words: Words) => void;
}>;

/** Dials that rest this long are shown to the class, ms. */
const REST_MS = 250;

export function ModelPart({ view, drives, say }: ModelPartProps) {
  const status = useTogether(view, drives, say);
  const scene = (view.lesson as Lesson).scenes[view.now.drive.scene];
  if (!scene) return null;
  if (scene.show?.kind === 'cover' && drives) {
    return (
      <Notebook>
        <Cover />
        <CoverCast say={say} />
      </Notebook>
    );
  }
  return (
    <>
      {status && scene.show?.kind === 'dice' && (
        <p className="text-soft" role="status">
          {words(status)}
        </p>
      )}
      <SceneFigure scene={{ ...scene, question: null }} view={view} />
    </>
  );
}

/** Sends what the dials lead to, once the letters answer them. */
function CoverCast({ say }: Pick<ModelPartProps, 'say'>) {
  const { config, run, u, ar, ptp, independent } = useNames();
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    const names = { config, run, u, ar, ptp, independent, lit: undefined };
    if (isStale(names)) return;
    const timer = setTimeout(() => {
      latest.current({ kind: 'show', figure: coverFigure(names) as never });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [config, run, u, ar, ptp, independent]);
  return null;
}

function words(status: NonNullable<ReturnType<typeof useTogether>>): string {
  switch (status.kind) {
    case 'loading':
      return 'The model is on its way to this page …';
    case 'live':
      return `The model runs on this page: ${status.device}.`;
    case 'failed':
      return `The model does not answer. ${status.reason}`;
    case 'recorded':
      return 'No model runs yet.';
    default:
      return status satisfies never;
  }
}
