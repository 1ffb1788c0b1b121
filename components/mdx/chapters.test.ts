// Every chapter compiles, every paper that it cites resolves, every number and word that it names is there.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LOCALE, LOCALES } from '../i18n/locales';
import { chapterPath, notebookOf, readChapters } from './chapters';
import { excerpt } from './excerpt';
import { figureValue } from './figure-value';
import { piecesOf, readGlossary } from './glossary';
import { readHistory } from './history';
import { loadChapter } from './load-chapter';
import { readReferences } from './read-references';

const PASSAGES = readdirSync('content/passages', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.mdx'),
);
const SOURCES = [
  ...PASSAGES.map((file) => `content/passages/${file}`),
  ...LOCALES.flatMap((locale) => readChapters(locale).map(({ file }) => file)),
].map((file) => readFileSync(file, 'utf8'));

/** Values of an attribute, in all texts. */
function named(tag: string, attribute: string): string[] {
  const pattern = new RegExp(`<${tag}\\s[^>]*?\\b${attribute}="([^"]*)"`, 'g');
  return SOURCES.flatMap((text) => Array.from(text.matchAll(pattern), ([, value = '']) => value));
}

describe.each(LOCALES)('the chapters in %s', (locale) => {
  test('compile, one by one, each with its neighbours', async () => {
    const chapters = readChapters(locale);
    expect(chapters.length).toBeGreaterThanOrEqual(5);
    for (const [place, { slug, number }] of chapters.entries()) {
      const loaded = await loadChapter(locale, slug);
      expect(loaded?.chapter.number).toBe(number);
      expect(loaded?.next).toEqual(chapters[place + 1]);
      expect(chapterPath(locale, slug)).toBe(`/${locale}/${slug}`);
    }
    expect(new Set(chapters.map(({ number }) => number)).size).toBe(chapters.length);
  });

  test('use no word that the glossary lacks, and its entries lead nowhere else', () => {
    const terms = readGlossary(locale);
    expect(named('Gloss', 'of').filter((id) => !terms.has(id))).toEqual([]);
    const linked = Array.from(terms.values(), ({ text }) => piecesOf(text)).flat();
    const lost = linked.filter((piece) => piece.kind === 'term' && !terms.has(piece.id));
    expect(lost).toEqual([]);
  });
});

test('a translation cites, measures and shows what the original does', () => {
  const translations = ['chapters', 'passages'].flatMap((folder) =>
    LOCALES.filter((locale) => locale !== DEFAULT_LOCALE).flatMap((locale) =>
      readdirSync(`content/${folder}/${locale}`).map((name) => [folder, locale, name] as const),
    ),
  );
  expect(translations.length).toBeGreaterThan(3);
  for (const [folder, locale, name] of translations) {
    const tags = (language: string) => {
      const text = readFileSync(`content/${folder}/${language}/${name}`, 'utf8');
      const found = Array.from(
        text.matchAll(/<([A-Z]\w*)([^>]*?)\s*\/?>/g),
        ([, tag, attributes = '']) =>
          [tag, ...(attributes.match(/\b(id|of|as|name|part)="[^"]*"/g) ?? [])].join(' '),
      );
      return [...new Set(found)].sort();
    };
    expect(tags(locale), `${folder}/${locale}/${name}`).toEqual(tags(DEFAULT_LOCALE));
  }
});

test('every question has a name of its own, one right answer, and a reason', () => {
  const questions = SOURCES.flatMap((text) =>
    Array.from(text.matchAll(/<Question id="([^"]*)"[\s\S]*?<\/Question>/g)),
  );
  expect(questions.length).toBeGreaterThanOrEqual(4);
  // A translation keeps the names of the original, so that an answer holds in both.
  for (const [text, id] of questions) {
    expect(text.match(/<Answer id="[^"]*" right>/g), id).toHaveLength(1);
    expect(text.match(/<Answer /g)?.length, id).toBeGreaterThan(1);
    expect(text.match(/<Why>/g), id).toHaveLength(1);
    const answers = Array.from(text.matchAll(/<Answer id="([^"]*)"/g), ([, answer]) => answer);
    expect(new Set(answers).size, id).toBe(answers.length);
  }
});

test('chapters 2, 4 and 9 have their Python notebooks', () => {
  const found = readChapters('en').filter((chapter) => notebookOf(chapter));
  expect(found.map(({ number }) => number)).toEqual([2, 4, 9]);
});

test('there is no chapter that is not there', async () => {
  expect(await loadChapter('en', 'nothing')).toBeUndefined();
});

test('every reference is cited somewhere', () => {
  const cited = new Set([
    ...named('Cite', 'id'),
    ...readHistory(DEFAULT_LOCALE).map((entry) => entry.reference),
  ]);
  expect([...readReferences().keys()].filter((id) => !cited.has(id))).toEqual([]);
});

test.each(LOCALES)('the map in %s names papers and chapters that are there', (locale) => {
  const slugs = readChapters(locale).map(({ slug }) => slug);
  const systems = readHistory(locale);
  expect(systems.filter(({ reference }) => !readReferences().has(reference))).toEqual([]);
  expect(systems.filter(({ live }) => live && !slugs.includes(live))).toEqual([]);
});

test('every number about our models has been measured', () => {
  const paths = named('Figure', 'of');
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => figureValue(path) === undefined)).toEqual([]);
});

test('every excerpt of code is there', () => {
  const tags = SOURCES.flatMap((text) =>
    Array.from(text.matchAll(/<Code of="([^"]+)"(?: part="([^"]+)")?/g)),
  );
  expect(tags.length).toBeGreaterThan(5);
  for (const [, file = '', part] of tags) expect(excerpt(file, part).length).toBeGreaterThan(20);
});
