'use client';
// The teacher's model at work for the class: the numbers of a scene go through it, and what comes out is shown
// to the room. Runs in the same worker as every panel.

import { useEffect, useRef, useState } from 'react';
import type { Lesson, View, Words } from '@/classroom';
import { type Client, createClient } from '../notebook/client';
import type { Answer } from '../notebook/protocol';
import type { ModelStatus } from '../notebook/state';
import { CLASS_RUN, type DiceFigure, teamsOf, writeFigure } from './figures';

/** Numbers that come close together go through the model together: ms, and more for each of a large class. */
const REST_MS = 250;
const MORE_MS = 5;

type Written = Extract<Answer, { kind: 'together' }>;

/** @returns how far the model is; null before it was needed */
export function useTogether(
  view: View | null,
  drives: boolean,
  say: (words: Words) => void,
): ModelStatus | null {
  const [status, setStatus] = useState<ModelStatus | null>(null);
  const client = useRef<Client>(undefined);
  const config = useRef<DiceFigure['config']>(undefined);
  const scene = (view?.lesson as Lesson | undefined)?.scenes[view?.now.drive.scene ?? 0];
  const show = scene?.show;
  const own = show?.kind === 'own';
  const team = show?.kind === 'dice' ? show.team : own ? 1 : null;
  // Results are computed when they are to be shown: nobody can look them up before.
  const wanted = drives && view?.crowd && scene && team && view.now.drive.step > 0;
  const teams = wanted ? teamsOf(view.crowd.people, view.crowd.numbers[scene.id] ?? {}, team) : [];
  const wish = teams.length > 0 && scene ? JSON.stringify({ scene: scene.id, teams, own }) : '';
  const count = teams.length;
  const latest = useRef(say);

  useEffect(() => {
    latest.current = say;
  });

  useEffect(() => {
    if (wish === '') return;
    let stop = () => {};
    const timer = setTimeout(
      () => {
        client.current ??= createClient((news) => {
          setStatus(news.status);
          config.current = news.config ?? config.current;
        });
        const { scene, teams, own } = JSON.parse(wish) as Wish;
        const chains = teams.map(({ u }) => u);
        const task = { kind: 'together', run: CLASS_RUN, chains, judge: own } as const;
        stop = client.current.start(task, 0, {
          answer: (answer) => {
            if (answer.kind !== 'together' || !config.current) return;
            const figure = figureOf(scene, teams, config.current, answer);
            latest.current({ kind: 'show', figure: writeFigure(figure) as never });
          },
          done: (fault) => {
            if (fault) setStatus({ kind: 'failed', fault });
          },
        });
      },
      REST_MS + MORE_MS * count,
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [wish, count]);

  useEffect(
    () => () => {
      client.current?.destroy();
      client.current = undefined;
    },
    [],
  );
  return status;
}

type Wish = Readonly<{ scene: string; teams: ReturnType<typeof teamsOf>; own: boolean }>;

/** What the model wrote for the teams of a scene, as every screen draws it. */
export function figureOf(
  scene: string,
  teams: Wish['teams'],
  config: DiceFigure['config'],
  { ar, ptp, independent }: Written,
): DiceFigure {
  const leastOf = (k: number) => {
    const [a, p, i] = [ar.least?.[k], ptp.least?.[k], independent.least?.[k]];
    if (a === undefined || p === undefined || i === undefined) return null;
    return { ar: a, ptp: p, independent: i };
  };
  return {
    ...{ kind: 'dice', scene, config },
    first: Array.from(ar.first),
    teams: teams.map(({ people, u }, k) => ({
      ...{ people, u, ar: ar.texts[k] ?? [] },
      ...{ ptp: ptp.texts[k] ?? [], independent: independent.texts[k] ?? [] },
      least: leastOf(k),
    })),
    calls: { ar: ar.calls, ptp: ptp.calls, independent: independent.calls },
    ms: { ptp: Math.round(ptp.ms * 10) / 10, independent: Math.round(independent.ms * 10) / 10 },
  };
}
