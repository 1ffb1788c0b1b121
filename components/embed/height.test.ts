import { expect, test } from 'vitest';
import { heightMessages } from './height';

test('every host hears the height in its own words', () => {
  expect(heightMessages(431, '')).toEqual([
    { foretoken: 1, event: 'height', height: 431 },
    { subject: 'lti.frameResize', height: 431 },
  ]);
});

test('WordPress hears its secret again, and nothing else that stands there', () => {
  const wordPress = (hash: string) => heightMessages(431, hash)[2];
  expect(wordPress('#?secret=aB3xY9zQ12')).toEqual({
    message: 'height',
    value: 431,
    secret: 'aB3xY9zQ12',
  });
  expect(wordPress('#?secret=<script>')).toBeUndefined();
  expect(wordPress('#secret')).toBeUndefined();
});
