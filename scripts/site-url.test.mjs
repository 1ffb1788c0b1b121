import { expect, test } from 'vitest';
import { basePath, siteUrl } from './site-url.mjs';

test('the address of the site is its setting, or this machine', () => {
  expect(siteUrl({ SITE_URL: 'https://ptp.example/' })).toBe('https://ptp.example');
  expect(siteUrl({ SITE_URL: 'https://ptp.example/notes/' })).toBe('https://ptp.example/notes');
  expect(siteUrl({ PORT: '4000' })).toBe('http://localhost:4000');
  expect(siteUrl({})).toBe('http://localhost:3000');
});

test('its path is what stands before every path of ours', () => {
  expect(basePath({ SITE_URL: 'https://ptp.example' })).toBe('');
  expect(basePath({ SITE_URL: 'https://ptp.example/a/b/' })).toBe('/a/b');
});

test('what is no address of a site is refused', () => {
  for (const SITE_URL of [
    'ptp.example',
    'ftp://ptp.example',
    'https://ptp.example/?notes',
    'https://ptp.example/"',
    'https://ptp.example//notes',
  ]) {
    expect(() => siteUrl({ SITE_URL }), SITE_URL).toThrow();
  }
});
