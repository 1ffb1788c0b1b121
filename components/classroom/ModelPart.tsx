'use client';

// Where the model runs for the class: a panel under the teacher's hand, or the class's own numbers, sent to every screen.

import type { ReactNode } from 'react';
import type { Lesson, View, Words } from '@/classroom';
import type { PanelWordsOf } from '../i18n/catalogue';
import { FaultSaid } from '../i18n/FaultSaid';
import { usePanelWords } from '../i18n/PanelWords';
import { PanelCast } from './PanelCast';
import { isPanel, SceneFigure } from './SceneFigure';
import { useTogether } from './use-together';

export type ModelPartProps = Readonly<{
  view: View;
  drives: boolean;
  say: (words: Words) => void;
}>;

export function ModelPart({ view, drives, say }: ModelPartProps) {
  const words = usePanelWords('classroomTeach');
  const status = useTogether(view, drives, say);
  const scene = (view.lesson as Lesson).scenes[view.now.drive.scene];
  if (!scene) return null;
  const show = scene.show?.kind;
  if (drives && isPanel(show)) return <PanelCast kind={show} say={say} />;
  return (
    <>
      {status && (show === 'dice' || show === 'own') && (
        <p className="text-soft" role="status">
          {sentenceOf(status, words)}
        </p>
      )}
      <SceneFigure scene={{ ...scene, question: null }} view={view} />
    </>
  );
}

function sentenceOf(
  status: NonNullable<ReturnType<typeof useTogether>>,
  words: PanelWordsOf<'classroomTeach'>,
): ReactNode {
  switch (status.kind) {
    case 'loading':
      return words('loading');
    case 'live':
      return words('modelLive', { device: status.device });
    case 'failed':
      return (
        <>
          {words('failed')} <FaultSaid fault={status.fault} />
        </>
      );
    case 'recorded':
      return words('noModel');
    default:
      return status satisfies never;
  }
}
