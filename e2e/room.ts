// What journeys through a classroom share: rooms, phones, servers of their own.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from './page';

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const PROJECTOR = { viewport: { width: 1920, height: 1080 } };

export type LessonFile = Readonly<{
  title: string;
  scenes: readonly Readonly<{
    id: string;
    title: string;
    steps: readonly string[];
    notes: string;
    show?: { kind: string };
    question?: { why: string };
  }>[];
}>;
export const LESSONS = [
  'one-call-one-name',
  'dependent-or-independent',
  'the-whole-story',
] as const;

/** @param id of a lesson, with its language before it where that is not English: `de/one-call-one-name` */
export function readLesson(id: string): LessonFile {
  return JSON.parse(readFileSync(`content/lessons/${id}.json`, 'utf8')) as LessonFile;
}

/** Everything that comes back from the server, to be searched. */
function record(context: BrowserContext): Promise<string>[] {
  const bodies: Promise<string>[] = [];
  context.on('response', (response) => {
    // A stream never ends; its words are checked in the page.
    if (response.url().endsWith('/stream')) return;
    bodies.push(response.text().catch(() => ''));
  });
  return bodies;
}

export async function openRoom(
  browser: Browser,
  origin: string,
  title = 'Dependent or independent',
) {
  const teacher = await (await browser.newContext({ baseURL: origin })).newPage();
  await teacher.goto('/classroom');
  await teacher
    .getByRole('article')
    .filter({ hasText: title })
    .getByRole('button', { name: 'Open a room' })
    .click();
  await teacher.getByRole('button', { name: 'Begin the lesson' }).click();
  const code = teacher.url().split('/classroom/')[1]?.slice(0, 6) ?? '';
  const link = await teacher
    .getByRole('link', { name: 'Open the projector window' })
    .getAttribute('href');
  return { teacher, code, link: link ?? '' };
}

export async function joinRoom(browser: Browser, origin: string, code: string) {
  const context = await browser.newContext({ baseURL: origin, ...PHONE });
  const bodies = record(context);
  const phone = await context.newPage();
  await phone.goto(`/classroom/${code}`);
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(phone.getByText('connected', { exact: true })).toBeVisible();
  return { phone, bodies };
}

/** Students without phones of their own: they join and throw by the addresses that phones use. */
export async function joinMany(origin: string, code: string, count: number) {
  const post = async (what: string, body: object, headers = {}) => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${origin}/api/classroom/${code}/${what}`, init);
    expect(response.status, await response.clone().text()).toBeLessThan(300);
    return response;
  };
  const device = '0'.repeat(32);
  const tokens = await Promise.all(
    Array.from({ length: count }, async () => {
      const joined = await post('join', { alias: 'Scarlet Redstart' });
      return ((await joined.json()) as { token: string }).token;
    }),
  );
  let n = 0;
  return {
    async throwFor({ id, show }: Pick<LessonFile['scenes'][number], 'id' | 'show'>) {
      n += 1;
      const us = () => Array.from({ length: 16 }, Math.random);
      const numbers = () => (show?.kind === 'own' ? { us: us() } : { u: Math.random() });
      await Promise.all(
        tokens.map((token) => {
          const words = { kind: 'answer', n, device, scene: id };
          const answer = { ...numbers(), by: 'chance' };
          return post('say', { ...words, answer }, { Authorization: `Bearer ${token}` });
        }),
      );
    },
  };
}

export const next = (teacher: Page) =>
  teacher.getByRole('button', { name: 'Next', exact: true }).click();

/** A server of one's own, once it answers. */
export function serve(port: number, env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const next = 'node_modules/next/dist/bin/next';
  const server = spawn(process.execPath, [next, 'start', '-p', String(port)], {
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    server.stdout.on('data', (text: Buffer) => {
      if (text.includes('Ready')) resolve(server);
    });
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
