import { expect, test } from 'vitest';
import { siteUrl } from './site-url.mjs';

test('the address of the site is its setting, or this machine', () => {
  expect(siteUrl({ SITE_URL: 'https://ptp.example/' })).toBe('https://ptp.example');
  expect(siteUrl({ PORT: '4000' })).toBe('http://localhost:4000');
  expect(siteUrl({})).toBe('http://localhost:3000');
});

test('what is no address of a site is refused', () => {
  for (const SITE_URL of ['ptp.example', 'ftp://ptp.example', 'https://ptp.example/notes']) {
    expect(() => siteUrl({ SITE_URL }), SITE_URL).toThrow();
  }
});
