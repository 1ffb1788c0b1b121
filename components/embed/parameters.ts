// What an embed's address says of the frame, beside the notebook's own parameters (notebook/address.ts):
// theme, lang, accent, autostart, cursor. Knows no React and no DOM: it is in the first script of a frame.

import { misfit, type Problem, type ProblemPart, said } from '@/gpu';
import { LOCALES, type Locale } from '../i18n/locales';

export type FrameLook = Readonly<{
  theme: 'light' | 'dark' | 'auto';
  /** Null: the language of the page as it came. */
  lang: Locale | null;
  /** A colour as CSS writes it, `#0069a8`, for the frame's own lines; never for what a panel draws. */
  accent: string | null;
  /** The model wakes once the frame is seen, without being touched. */
  autostart: boolean;
  /** Output position that is lit, from 1. */
  cursor: number | null;
}>;

export type FrameAddress = Readonly<{
  look: FrameLook;
  /** The rest: the notebook's query, without question mark. */
  query: string;
  /** What is wrong with each value that cannot be. */
  problems: readonly Problem[];
}>;

export const MAX_QUERY_BYTES = 2048;
const MAX_CURSOR = 256;

const DEFAULT_LOOK: FrameLook = {
  ...{ theme: 'auto', lang: null, accent: null, autostart: false, cursor: null },
};

type Parameter<T> = Readonly<{
  allowed: ProblemPart;
  read: (text: string) => T | undefined;
}>;

const PARAMETERS: { readonly [Name in keyof FrameLook]: Parameter<FrameLook[Name]> } = {
  theme: {
    allowed: said('names', { names: 'light, dark, auto' }),
    read: (text) => (['light', 'dark', 'auto'] as const).find((theme) => theme === text),
  },
  lang: {
    allowed: said('names', { names: LOCALES.join(', ') }),
    read: (text) => LOCALES.find((locale) => locale === text),
  },
  accent: {
    allowed: said('colour'),
    read: (text) => (/^[0-9a-f]{6}$/i.test(text) ? `#${text.toLowerCase()}` : undefined),
  },
  autostart: {
    allowed: said('names', { names: '1, 0' }),
    read: (text) => (text === '' || text === '1' ? true : text === '0' ? false : undefined),
  },
  cursor: {
    allowed: said('whole', { least: 1, most: MAX_CURSOR }),
    read: (text) =>
      /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_CURSOR ? Number(text) : undefined,
  },
};
const NAMES = Object.keys(PARAMETERS) as (keyof FrameLook)[];

/**
 * Reads the query of a frame's address, with or without question mark. Never throws: what cannot be read
 * is in `problems`, and its default is used. A query that is too long counts as empty.
 * @param otherwise what holds where the query says nothing, or nothing that can be read
 */
export function parseFrame(query: string, otherwise = DEFAULT_LOOK): FrameAddress {
  const bytes = new TextEncoder().encode(query).length;
  if (bytes > MAX_QUERY_BYTES) {
    const problem = {
      parameter: 'address',
      found: [said('bytes', { count: bytes })],
      allowed: said('mostBytes', { count: MAX_QUERY_BYTES }),
      instead: said('defaults'),
    } as const;
    return { look: otherwise, query: '', problems: [problem] };
  }
  const given = new URLSearchParams(query);
  const problems: Problem[] = [];
  const take = <Name extends keyof FrameLook>(name: Name): FrameLook[Name] => {
    const { allowed, read } = PARAMETERS[name];
    const texts = given.getAll(name);
    given.delete(name);
    const [text] = texts;
    if (text === undefined) return otherwise[name];
    const value = texts.length === 1 ? read(text) : undefined;
    if (value === undefined) {
      problems.push({ parameter: name, ...misfit(texts, allowed), instead: said('aDefault') });
    }
    return value ?? otherwise[name];
  };
  const look: FrameLook = {
    theme: take('theme'),
    lang: take('lang'),
    accent: take('accent'),
    autostart: take('autostart'),
    cursor: take('cursor'),
  };
  return { look, query: given.toString(), problems };
}

/** The frame's parameters of a query, as they were written. */
export function frameParameters(query: string): URLSearchParams {
  const given = new URLSearchParams(query);
  return new URLSearchParams([...given].filter(([name]) => NAMES.some((own) => own === name)));
}
