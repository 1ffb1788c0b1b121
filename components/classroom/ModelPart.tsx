'use client';
// Where the model runs for the class: a panel under the teacher's hand, or the class's own numbers, sent to every screen.

import type { Lesson, View, Words } from '@/classroom';
import { PanelCast } from './PanelCast';
import { isPanel, SceneFigure } from './SceneFigure';
import { useTogether } from './use-together';

export type ModelPartProps = Readonly<{
  view: View;
  drives: boolean;
  say: (words: Words) => void;
}>;

export function ModelPart({ view, drives, say }: ModelPartProps) {
  const status = useTogether(view, drives, say);
  const scene = (view.lesson as Lesson).scenes[view.now.drive.scene];
  if (!scene) return null;
  const show = scene.show?.kind;
  if (drives && isPanel(show)) return <PanelCast kind={show} say={say} />;
  return (
    <>
      {status && (show === 'dice' || show === 'own') && (
        <p className="text-soft" role="status">
          {words(status)}
        </p>
      )}
      <SceneFigure scene={{ ...scene, question: null }} view={view} />
    </>
  );
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
