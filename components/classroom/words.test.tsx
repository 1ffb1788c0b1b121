// Every page of the classroom in a language that nobody speaks: whatever is readable is not in the catalogue.

import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FIRST_DRIVE, type Lesson, type View } from '@/classroom';
import { type PanelId, type PanelMessages, panelMessages } from '../i18n/catalogue';
import { PanelWords } from '../i18n/PanelWords';
import { foreignWords, pseudo } from '../i18n/pseudo';
import { recordedState } from '../notebook/recorded';
import { CLASS_WORDS } from './class-words';
import type { DiceFigure } from './figures';
import { HereClass } from './HereClass';
import { JoinCard } from './JoinCard';
import { Projector } from './Projector';
import { StartPage } from './StartPage';
import { StudentScene } from './StudentScene';
import { TeacherDesk } from './TeacherDesk';
import { TeacherLinks } from './TeacherLinks';

function inPseudo(page: keyof typeof CLASS_WORDS, element: ReactNode): string {
  const ids: readonly PanelId[] = ['ui', ...CLASS_WORDS[page]];
  const messages = Object.entries(panelMessages('en', ids)).map(([id, own]) => {
    const entries = Object.entries(own).map(([key, message]) => [key, pseudo(message)]);
    return [id, Object.fromEntries(entries)];
  });
  return renderToStaticMarkup(
    <PanelWords locale="en" messages={Object.fromEntries(messages) as Partial<PanelMessages>}>
      {element}
    </PanelWords>,
  );
}

/** A lesson whose own words count as translated. */
const scenes: Lesson['scenes'] = (['join', 'dice', 'own', 'cover'] as const).map((kind) => ({
  ...{
    id: kind,
    title: '⟦t⟧',
    minutes: 1,
    steps: ['⟦a⟧', '⟦b⟧', '⟦c⟧'],
    prompt: '⟦p⟧',
    notes: '⟦n⟧',
  },
  show: kind === 'dice' ? { kind, team: 2 } : { kind },
  question: { ask: '⟦q⟧', choices: ['⟦x⟧', '⟦y⟧'], answer: 0, why: '⟦w⟧' },
}));
const people = [1, 2, 3].map((k) => ({
  person: `p${k}`,
  alias: `⟦${k}⟧`,
  here: true,
  where: null,
}));
const given = Object.fromEntries(
  people.map(({ person }) => [person, { u: 0.5, by: 'hand' as const }]),
);
const { config } = recordedState.models.names;
const team = { people: ['p1', 'p2'], u: [0.1], ar: [1, 2], ptp: [1, 3], independent: [1, 2] };
const figure: DiceFigure = {
  ...{
    kind: 'dice',
    scene: 'dice',
    config,
    first: config.vocabulary.split('').map((_, k) => k / 30),
  },
  teams: [{ ...team, least: { ar: 0.5, ptp: 0.5, independent: 0.001 } }],
  ...{ calls: { ar: 2, ptp: 1, independent: 1 }, ms: { ptp: 1, independent: 1 } },
};

function viewOf(scene: number, change: Partial<View['now']['drive']> = {}): View {
  const drive = { ...FIRST_DRIVE, scene, step: 2, ...change };
  const [kind] = [scenes[scene]?.id ?? ''];
  return {
    lesson: { id: 'l', title: '⟦l⟧', summary: '⟦s⟧', scenes },
    now: {
      code: 'K3P9QX',
      born: 1,
      language: 'en',
      waiting: false,
      ended: false,
      drive,
      driver: 'here',
    },
    figure,
    results: { [kind]: { counts: [1, 2], answer: 0, why: '⟦w⟧' } },
    mine: {
      ...{ role: 'student', person: 'p1', alias: '⟦1⟧', heard: 0, removed: false, where: null },
      choices: { [kind]: { choice: 0 } },
      numbers: {},
    },
    crowd: {
      votes: 1,
      people,
      numbers: { dice: given },
      choices: { [kind]: { p1: { choice: 0 } } },
    },
  };
}

const nothing = () => {};
const live = { kind: 'live' } as const;
const desk = (view: View) => (
  <TeacherDesk {...{ channel: 'c', view, status: live, device: 'here', say: nothing }}>
    <TeacherLinks code="K3P9QX" keys={{}} drives onEnd={nothing} />
    <HereClass view={view} onAnswer={nothing} />
  </TeacherDesk>
);

test.each<[keyof typeof CLASS_WORDS, string, ReactNode]>([
  [
    'start',
    'with rooms',
    <StartPage
      key="1"
      lessons={{
        en: [{ id: 'l', title: '⟦l⟧', summary: '⟦s⟧', minutes: 5, translated: true }],
        de: [],
      }}
    />,
  ],
  ...scenes.map(({ id }, k): ['student', string, ReactNode] => [
    ...(['student', id] as const),
    <StudentScene key={id} view={viewOf(k, { mode: 'explore' })} say={nothing} />,
  ]),
  [
    'student',
    'at rest',
    <StudentScene key="3" view={viewOf(1, { mode: 'pause' })} say={nothing} />,
  ],
  ['student', 'joining', <JoinCard key="4" code="K3P9QX" site="http://a.b" />],
  ...scenes.map(({ id }, k): ['screen', string, ReactNode] => [
    ...(['screen', id] as const),
    <Projector key={id} channel="c" view={viewOf(k)} status={{ kind: 'polling' }} />,
  ]),
  ...scenes.map(({ id }, k): ['teacher', string, ReactNode] => [
    ...(['teacher', id] as const),
    desk(viewOf(k, { mode: 'explore' })),
  ]),
])('%s, %s: says nothing that is not in the catalogue', (page, _, element) => {
  const html = inPseudo(page, element);
  expect(html).toContain('⟦');
  // Addresses and what a QR code holds are no words.
  const ours = html
    .replace(/https?:\/\/[^"<]*|\/classroom/g, '')
    .replace(/ lang="\w+"[^>]*>[^<]*/g, '>');
  expect(foreignWords(ours)).toEqual([]);
});
