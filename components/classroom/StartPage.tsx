'use client';
// Where a lesson begins: one press opens a room; a code leads into one.

import { usePanelWords } from '../i18n/PanelWords';
import './classroom.css';
import { type FormEvent, useState } from 'react';
import { type Language, readCode } from '@/classroom';
import { DEFAULT_LOCALE, LOCALE_NAMES, LOCALES, type Locale, localeOf } from '../i18n/locales';
import { at, FILES_ALONE } from '../site';
import { Button } from '../ui/Button';
import { useBrowserLanguage, useClassLanguage } from './ClassLanguage';
import { sentenceOf } from './connection';

type Listed = Readonly<{
  id: string;
  title: string;
  summary: string;
  minutes: number;
  /** Not in English, but in the language it is listed for. */
  translated: boolean;
}>;

export type StartPageProps = Readonly<{
  lessons: Readonly<Record<Language, readonly Listed[]>>;
}>;

export function StartPage({ lessons }: StartPageProps) {
  const words = usePanelWords('classroomOpen');
  const browsers = useBrowserLanguage();
  const [chosen, setChosen] = useState<Locale>();
  const language = chosen ?? browsers ?? DEFAULT_LOCALE;
  useClassLanguage(language);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);

  async function open(lesson: string) {
    setOpening(true);
    try {
      const body = JSON.stringify({ lesson, language });
      const response = await fetch(at('/api/classroom'), { method: 'POST', body });
      if (!response.ok) throw new Error(await sentenceOf(response));
      const { code, teacher, screen } = (await response.json()) as Record<string, string>;
      location.assign(at(`/classroom/${code}/teach#key=${teacher}&screen=${screen}`));
    } catch (cause) {
      setOpening(false);
      setProblem(cause instanceof TypeError ? words('offline') : String((cause as Error).message));
    }
  }

  function join(event: FormEvent) {
    event.preventDefault();
    const code = readCode(typed);
    if (code) location.assign(at(`/classroom/${code}`));
    else setProblem(words('noCode', { typed }));
  }

  return (
    <section className="cover" aria-labelledby="classroom-title">
      <h1 id="classroom-title">{words('title')}</h1>
      <p className="lede">{words('lede')}</p>
      <div className="start">
        {FILES_ALONE ? (
          <p>{words('filesOnly')}</p>
        ) : (
          <section aria-labelledby="join-title">
            <h2 id="join-title">{words('joinTitle')}</h2>
            <form className="start-join" onSubmit={join}>
              <label className="field">
                <span className="field-label">{words('code')}</span>
                <input
                  className="field-input"
                  value={typed}
                  autoCapitalize="characters"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={12}
                  onChange={(event) => setTyped(event.target.value)}
                />
              </label>
              <button type="submit" className="button" data-look="main">
                {words('join')}
              </button>
            </form>
          </section>
        )}
        <section aria-labelledby="open-title">
          <h2 id="open-title">{words('teachTitle')}</h2>
          <label className="field">
            <span className="field-label">{words('language')}</span>
            <select
              className="field-input"
              value={language}
              onChange={(event) => setChosen(localeOf(event.target.value))}
            >
              {LOCALES.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {LOCALE_NAMES[locale]}
                </option>
              ))}
            </select>
          </label>
          {lessons[language].map(({ id, title, summary, minutes, translated }) => (
            <article key={id} className="start-lesson">
              <h3>
                <span lang={translated ? language : 'en'}>{title}</span>{' '}
                <span className="text-soft">{words('minutes', { minutes })}</span>
              </h3>
              <p lang={translated ? language : 'en'}>{summary}</p>
              {!translated && language !== 'en' && <p>{words('notTranslated')}</p>}
              <div className="button-row">
                {!FILES_ALONE && (
                  <Button look="quiet" disabled={opening} onClick={() => void open(id)}>
                    {words('openRoom')}
                  </Button>
                )}
                <a
                  className="button"
                  href={at(`/classroom/here#lesson=${id}&language=${language}`)}
                >
                  {words('here')}
                </a>
              </div>
            </article>
          ))}
        </section>
        <p role="alert" className="start-problem">
          {problem}
        </p>
        <p className="text-soft">{words('hereNote')}</p>
        <p className="text-soft">{words('privacy')}</p>
      </div>
    </section>
  );
}
