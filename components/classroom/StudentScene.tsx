'use client';

// What a phone shows of the lesson: the class's scene, or another one while the teacher lets students look
// round.

import { useState } from 'react';
import type { PanelKind, PublicLesson, View, Words } from '@/classroom';
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
  const { drive, waiting } = view.now;
  const { scenes } = view.lesson as PublicLesson;
  const [away, setAway] = useState<number | null>(null);
  const first = drive.range[0];
  const last = Math.min(drive.range[1], scenes.length - 1);
  const exploring = drive.mode === 'explore' && away !== null && away >= first && away <= last;
  const place = exploring ? away : drive.scene;
  const scene = scenes[place];
  useFetchAhead(scenes);
  if (waiting) return <p>The room is open. The lesson begins when the teacher’s page is here.</p>;
  if (drive.black || drive.mode === 'pause') return <p className="eyes">Eyes to the front.</p>;
  if (!scene) return null;
  const numbers = view.mine.numbers[scene.id];

  function look(next: number | null) {
    setAway(next);
    say({ kind: 'where', scene: next === null ? null : (scenes[next]?.id ?? null) });
  }

  return (
    <>
      <p className="student-place text-soft">
        {exploring ? 'on your own, at' : 'with the class, at'} {place + 1} of {scenes.length}
      </p>
      <h1>{scene.title}</h1>
      <p>{exploring ? scene.steps.join(' ') : scene.steps[drive.step]}</p>
      <p className="student-prompt">{scene.prompt}</p>
      {scene.read && <Chapters read={scene.read} />}
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
        <p>
          <a
            className="prose-link"
            href={NOTEBOOK[scene.show.kind]}
            target="_blank"
            rel="noreferrer"
          >
            The same panel in the notebook
          </a>
          , to be turned by your own hand: it fetches the model.
        </p>
      )}
      {drive.mode === 'explore' && (
        <nav className="button-row" aria-label="Scenes">
          <Button disabled={place <= first} onClick={() => look(Math.min(place - 1, last))}>
            Before
          </Button>
          <Button disabled={place >= last} onClick={() => look(Math.max(place + 1, first))}>
            After
          </Button>
          {exploring && (
            <Button look="main" onClick={() => look(null)}>
              Back to the class
            </Button>
          )}
        </nav>
      )}
    </>
  );
}
