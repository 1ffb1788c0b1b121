'use client';
// What a scene shows beside its words. The same on projector, phones and the teacher's screen: a function of
// what the room knows.

import { usePanelWords } from '../i18n/PanelWords';
import '../panels/cover.css';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { PanelKind, PublicScene, View } from '@/classroom';
import type { PanelWordsOf } from '../i18n/catalogue';
import { PairsTable } from '../mdx/PairsTable';
import { CoverView } from '../panels/CoverView';
import { glyph } from '../panels/one-shot';
import { TokenChip } from '../ui/TokenChip';
import { type DiceFigure, type PanelFigure, parseFigure, type Team } from './figures';
import { LetterChart } from './LetterChart';
import { TeamLines } from './TeamLines';

export type SceneFigureProps = Readonly<{
  scene: PublicScene;
  view: View;
  /** The student whose own part is shown; the whole class where there is none. */
  person?: string | undefined;
}>;

// Fetched by those alone whose lesson shows one.
const load = () => import('./PanelPicture').then((file) => file.PanelPicture);
const PanelPicture = dynamic(load);

/** Fetches at once what a later scene of the lesson will need: the network may be gone by then. */
export function useFetchAhead(scenes: readonly PublicScene[] | undefined): void {
  const needed = scenes?.some(({ show }) => isPanel(show?.kind) && show.kind !== 'cover') ?? false;
  useEffect(() => {
    if (needed) load().catch(() => {}); // asked for again when its scene comes
  }, [needed]);
}

/** Teams that fit a projector, and names with their ticks. */
const MOST_TEAMS = 5;
const MOST_OWN = 3;

export function SceneFigure({ scene, view, person }: SceneFigureProps) {
  const words = usePanelWords('classroomRoom');
  const { show } = scene;
  const figure = parseFigure(view.figure);
  const { step } = view.now.drive;
  // The table is the answer: it comes with the reveal.
  if (show?.kind === 'pairs') {
    if (!view.results[scene.id]) return null;
    return <PairsTable of="code" caption={words('pairs')} heads={words('pairsHeads')} />;
  }
  if (!figure) return null;
  if (isPanel(show?.kind)) {
    if (figure.kind === 'dice' || figure.kind !== FIGURES[show.kind]) return null;
    return (
      <>
        {show.kind === 'cover' ? (
          <CoverPicture figure={figure} />
        ) : (
          <PanelPicture show={show.kind} figure={figure} step={step} />
        )}
        <p className="picture-source text-soft">
          {figure.device === null
            ? words('recorded')
            : words('computed', { device: figure.device })}
        </p>
      </>
    );
  }
  if (figure.kind !== 'dice' || figure.scene !== scene.id) return null;
  if (show?.kind === 'dice' && show.team === 1) {
    return <Letters figure={figure} person={person} counted={step > 1} />;
  }
  const most = show?.kind === 'own' ? MOST_OWN : MOST_TEAMS;
  return <TeamLines figure={figure} nameOf={namer(view, words)} most={most} person={person} />;
}

/** What the teacher's page sends for each panel; what comes from the scene before is not drawn. */
const FIGURES: Readonly<Record<PanelKind, PanelFigure['kind']>> = {
  ...{ cover: 'names', ruler: 'names', squares: 'squares', race: 'tales', tree: 'tales' },
};

/** Whether a scene shows a panel of the chapters, under the teacher's hand. */
export function isPanel(kind: string | undefined): kind is PanelKind {
  return kind !== undefined && Object.hasOwn(FIGURES, kind);
}

function CoverPicture({ figure }: { figure: PanelFigure }) {
  const [lit, setLit] = useState<number | undefined>();
  if (figure.kind !== 'names') return null;
  return (
    <div className="cover-panel">
      <CoverView {...figure.names} lit={lit} onLight={setLit} onTurn={() => {}} fixed />
    </div>
  );
}

type LettersProps = Readonly<{ figure: DiceFigure; person: string | undefined; counted: boolean }>;

/** The class's letters counted; or one student's. */
function Letters({ figure, person, counted }: LettersProps) {
  const words = usePanelWords('classroomRoom');
  const { config, first, teams } = figure;
  if (person === undefined) {
    const us = teams.map(({ u }) => u[0] ?? 0);
    return <LetterChart config={config} first={first} us={us} counted={counted} />;
  }
  const letter = teams.find(({ people }) => people.includes(person))?.ar[0];
  if (letter === undefined) return null;
  return (
    <p>
      {words('letter')} <TokenChip token={glyph(config, letter)} state="check" size="large" />
    </p>
  );
}

/** Aliases where they are shown, else numbers. */
function namer(
  { crowd, mine }: View,
  words: PanelWordsOf<'classroomRoom'>,
): (team: Team, index: number) => string {
  const aliases = new Map(crowd?.people.map(({ person, alias }) => [person, alias]));
  return ({ people }, index) => {
    const alone = people.length === 1;
    if (people.includes(mine.person)) return words(alone ? 'you' : 'youAndTeam');
    const [first, second, ...more] = people.map((person) => aliases.get(person)).filter(Boolean);
    if (!first) return words(alone ? 'number' : 'team', { number: index + 1 });
    if (!second) return first;
    if (more.length === 0) return words('two', { first, second });
    return words('andMore', { first, count: more.length + 1 });
  };
}
