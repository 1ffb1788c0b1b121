'use client';
// What a scene shows beside its words. The same on projector, phones and the teacher's screen: a function of
// what the room knows.

import '../panels/cover.css';
import { useState } from 'react';
import type { PublicScene, View } from '@/classroom';
import { FourPairs } from '../mdx/FourPairs';
import { CoverView } from '../panels/CoverView';
import { glyph } from '../panels/one-shot';
import { TokenChip } from '../ui/TokenChip';
import { parseFigure, type Team } from './figures';
import { LetterChart } from './LetterChart';
import { TeamLines } from './TeamLines';

export type SceneFigureProps = Readonly<{
  scene: PublicScene;
  view: View;
  /** The student whose own part is shown; the whole class where there is none. */
  person?: string | undefined;
}>;

/** Teams that fit a projector. */
const MOST_TEAMS = 6;

export function SceneFigure({ scene, view, person }: SceneFigureProps) {
  const [lit, setLit] = useState<number | undefined>();
  const { show } = scene;
  const figure = parseFigure(view.figure);
  // The table is the answer: it comes with the reveal.
  if (show?.kind === 'pairs') return view.results[scene.id] ? <FourPairs /> : null;
  if (show?.kind === 'cover' && figure?.kind === 'cover') {
    return (
      <div className="cover-panel">
        <CoverView {...figure.names} lit={lit} onLight={setLit} onTurn={() => {}} fixed />
      </div>
    );
  }
  if (show?.kind !== 'dice' || figure?.kind !== 'dice' || figure.scene !== scene.id) return null;
  if (show.team === 1) {
    const us = figure.teams.map(({ u }) => u[0] ?? 0);
    const { step } = view.now.drive;
    if (person === undefined) {
      return <LetterChart config={figure.config} first={figure.first} us={us} counted={step > 1} />;
    }
    const own = figure.teams.find(({ people }) => people.includes(person));
    const letter = own?.ar[0];
    if (letter === undefined) return null;
    return (
      <p>
        Your letter: <TokenChip token={glyph(figure.config, letter)} state="check" size="large" />
      </p>
    );
  }
  return <TeamLines figure={figure} nameOf={namer(view)} most={MOST_TEAMS} person={person} />;
}

/** Aliases where they are shown, else numbers. */
function namer({ crowd, mine }: View): (team: Team, index: number) => string {
  const aliases = new Map(crowd?.people.map(({ person, alias }) => [person, alias]));
  return ({ people }, index) => {
    if (people.includes(mine.person)) return people.length > 1 ? 'you and your team' : 'you';
    const known = people.map((person) => aliases.get(person)).filter(Boolean);
    return known.length > 0
      ? known.join(', ')
      : `${people.length > 1 ? 'team' : 'no.'} ${index + 1}`;
  };
}
