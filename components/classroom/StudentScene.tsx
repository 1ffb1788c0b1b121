'use client';

// What a phone shows of the lesson: the class's scene, or another one while the teacher lets students look
// round.

import { useState } from 'react';
import type { PanelKind, PublicLesson, View, Words } from '@/classroom';
import { usePanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import { Button } from '../ui/Button';
import { Chapters } from './Chapters';
import { DiceField } from './DiceField';
import { OwnField } from './OwnField';
import { QuestionBox } from './QuestionBox';
import { isPanel, SceneFigure, useFetchAhead } from './SceneFigure';

/** Where each panel stands in the notebook. */
export const NOTEBOOK: Readonly<Record<PanelKind, string>> = {
  cover: '/',
  ruler: '/en/sampling-is-a-lookup#aux',
  squares: '/en/more-heads#dependent',
  race: '/en/kept-exact#accept',
  tree: '/en/kept-exact#tree',
};

export type StudentSceneProps = Readonly<{ view: View; say: (words: Words) => void }>;

export function StudentScene({ view, say }: StudentSceneProps) {
  const words = usePanelWords('classroomRoom');
  const { drive, waiting } = view.now;
  const { scenes } = view.lesson as PublicLesson;
  // A reload goes on where it was; from then on the press decides, with a line or without.
  const [away, setAway] = useState<number | null>(() => {
    const kept = scenes.findIndex(({ id }) => id === view.mine.where);
    return kept === -1 ? null : kept;
  });
  const first = drive.range[0];
  const last = Math.min(drive.range[1], scenes.length - 1);
  const exploring = drive.mode === 'explore' && away !== null && away >= first && away <= last;
  const place = exploring ? away : drive.scene;
  const scene = scenes[place];
  useFetchAhead(scenes);
  if (waiting) return <p>{words('waiting')}</p>;
  if (drive.black || drive.mode === 'pause') return <p className="eyes">{words('eyes')}</p>;
  if (!scene) return null;
  const numbers = view.mine.numbers[scene.id];

  function look(next: number | null) {
    setAway(next);
    say({ kind: 'where', scene: next === null ? null : (scenes[next]?.id ?? null) });
  }

  return (
    <>
      <p className="student-place text-soft">
        {words(exploring ? 'alone' : 'together', { place: place + 1, scenes: scenes.length })}
      </p>
      <h1>{scene.title}</h1>
      <p>{exploring ? scene.steps.join(' ') : scene.steps[drive.step]}</p>
      <p className="student-prompt">{scene.prompt}</p>
      {scene.read && <Chapters read={scene.read} language={view.now.language} />}
      {scene.show?.kind === 'dice' && !exploring && (
        <DiceField
          key={scene.id}
          answer={numbers && 'u' in numbers ? numbers : undefined}
          onAnswer={(given) => say({ kind: 'answer', scene: scene.id, answer: given })}
        />
      )}
      {scene.show?.kind === 'own' && !exploring && (
        <OwnField
          key={scene.id}
          answer={numbers && 'us' in numbers ? numbers : undefined}
          onAnswer={(given) => say({ kind: 'answer', scene: scene.id, answer: given })}
        />
      )}
      {scene.question && (
        <QuestionBox
          question={scene.question}
          result={view.results[scene.id]}
          chosen={view.mine.choices[scene.id]?.choice}
          onChoose={(choice) => say({ kind: 'answer', scene: scene.id, answer: { choice } })}
        />
      )}
      {!exploring && <SceneFigure scene={scene} view={view} person={view.mine.person} />}
      {drive.mode === 'explore' && isPanel(scene.show?.kind) && (
        <p>{words.rich('notebook', { a: linkTo(NOTEBOOK[scene.show.kind]) })}</p>
      )}
      {drive.mode === 'explore' && (
        <nav className="button-row" aria-label={words('scenes')}>
          <Button disabled={place <= first} onClick={() => look(Math.min(place - 1, last))}>
            {words('before')}
          </Button>
          <Button disabled={place >= last} onClick={() => look(Math.max(place + 1, first))}>
            {words('after')}
          </Button>
          {exploring && (
            <Button look="main" onClick={() => look(null)}>
              {words('back')}
            </Button>
          )}
        </nav>
      )}
    </>
  );
}

const linkTo = (href: string) => (inside: string) => (
  <a className="prose-link" href={at(href)} target="_blank" rel="noreferrer">
    {inside}
  </a>
);
