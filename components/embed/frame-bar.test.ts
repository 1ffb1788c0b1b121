// A frame's own history, with a browser that only remembers what it was told.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frameBar } from './frame-bar';

const replaceState = vi.fn();
const heard = vi.fn();

beforeEach(() => {
  vi.stubGlobal('location', {
    pathname: '/embed/aux',
    search: '?theme=dark&names.seed=1',
    hash: '#h',
  });
  vi.stubGlobal('history', { state: null, replaceState });
  vi.stubGlobal('PopStateEvent', Event);
  vi.stubGlobal('dispatchEvent', heard);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const shown = () => replaceState.mock.lastCall?.[2];

test('choices are written behind the frame’s own parameters, and never pushed', () => {
  const bar = frameBar('names.seed=1');
  expect([bar.query(), bar.index()]).toEqual(['?names.seed=1', 0]);
  bar.push('?v=2&names.seed=2', 1);
  expect([bar.query(), bar.index()]).toEqual(['?v=2&names.seed=2', 1]);
  expect(shown()).toBe('/embed/aux?v=2&names.seed=2&theme=dark#h');
  bar.replace('', 1);
  expect(shown()).toBe('/embed/aux?theme=dark#h');
});

test('what was done goes back and forward; a new choice ends what could come again', () => {
  const bar = frameBar('');
  bar.push('?v=2&names.seed=2', 1);
  bar.push('?v=2&names.seed=3', 2);
  bar.go(-1);
  expect(bar.query()).toBe('?v=2&names.seed=2');
  expect(heard).toHaveBeenCalledTimes(1);
  bar.go(-5);
  expect(bar.query()).toBe('?v=2&names.seed=2');
  bar.push('?v=2&names.seed=4', 2);
  bar.go(1);
  expect([bar.query(), bar.index()]).toEqual(['?v=2&names.seed=4', 2]);
  expect(heard).toHaveBeenCalledTimes(1);
});
