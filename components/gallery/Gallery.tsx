'use client';
// The builder: a live panel, which is tuned by using it; below it what to copy. Then every panel to choose from.

import { useEffect, useId, useState } from 'react';
import { METHOD_NAMES, type MethodName, methods } from '@/gpu';
import { type Look, PANELS, type PanelId } from '@/packages/foretoken-embed/src';
import { ForetokenWidget } from '@/packages/foretoken-embed/src/react';
import type { Messages } from '../i18n/catalogue';
import type { Locale } from '../i18n/locales';
import { type Compiled, type Words, wordsFrom } from '../i18n/words';
import { formatAddress, parseAddress } from '../notebook/address';
import { EMBEDS } from '../panels/embeds';
import { at, SITE } from '../site';
import { figurePath, PAPERS } from '../snapshot/preview-path';
import { Button } from '../ui/Button';
import { NumberField } from '../ui/NumberField';
import { Segmented } from '../ui/Segmented';
import { CODES, type CodeKind, codesOf } from './codes';
import './gallery.css';

export type GalleryWords = Compiled<keyof Messages['gallery'] & string>;
export type Titles = Readonly<Record<PanelId, string>>;

type Props = Readonly<{ locale: Locale; messages: GalleryWords; titles: Titles }>;
type GalleryText = Words<keyof Messages['gallery'] & string>;

const SEEDS = 2 ** 32 - 1;

export function Gallery({ locale, messages, titles }: Props) {
  const words = wordsFrom(messages, locale);
  const [panel, setPanel] = useState<PanelId>('cover');
  /** What the preview is told; what it says back is `query`. */
  const [told, setTold] = useState('');
  const [query, setQuery] = useState('');
  const [look, setLook] = useState<Look>({ theme: 'auto' });

  function choose(next: PanelId) {
    setPanel(next);
    tell('');
  }

  function tell(next: string) {
    setTold(next);
    setQuery(next);
  }

  /** Another look is another frame, which goes on where this one is. */
  function dress(next: Look) {
    setTold(query);
    setLook(next);
  }

  const shown = { ...look, theme: look.theme === 'auto' ? undefined : look.theme };
  return (
    <>
      <section className="builder" aria-label={words('builder')} id="builder">
        <div className="builder-controls">
          <PanelSelect {...{ panel, titles, words }} onChange={choose} />
          <RunFields {...{ panel, query, words }} onChange={tell} />
          <LookFields {...{ look, words }} onChange={dress} />
        </div>
        <p className="text-soft text-sm">{words('tune')}</p>
        <Preview
          // Another panel is another frame.
          key={`${panel} ${JSON.stringify(shown)}`}
          {...{ panel, query: told, look: shown, title: titles[panel] }}
          onQuery={setQuery}
        />
        <Codes codes={codesOf({ panel, query, look: shown, title: titles[panel] })} words={words} />
      </section>
      <section className="contents-section" aria-labelledby="all-panels">
        <h2 id="all-panels">{words('all')}</h2>
        <p className="text-soft text-sm">{words('pictures')}</p>
        <ul className="gallery">
          {PANELS.map((name) => (
            <li key={name}>
              <h3>
                <a className="prose-link" href={at(`/embed/${name}`)}>
                  {titles[name]}
                </a>
              </h3>
              <Picture locale={locale} panel={name} />
              <Button onClick={() => leadTo(name)}>{words('take')}</Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );

  function leadTo(name: PanelId) {
    choose(name);
    document.getElementById('builder')?.scrollIntoView();
  }
}

/** What the panel shows of its recorded run. Of the two papers CSS shows one, and that alone is fetched. */
function Picture({ locale, panel }: Readonly<{ locale: Locale; panel: PanelId }>) {
  return PAPERS.map((paper) => (
    // biome-ignore lint/performance/noImgElement: a drawing, as large as it is shown
    <img
      key={paper}
      className={`gallery-picture for-${paper}`}
      src={at(figurePath(locale, panel, paper))}
      alt=""
      loading="lazy"
    />
  ));
}

type PreviewProps = Readonly<{
  panel: PanelId;
  query: string;
  look: Look;
  title: string;
  onQuery?: (query: string) => void;
}>;

/** The panel in a frame, as other pages have it; served from here. */
function Preview({ panel, query, look, title, onQuery }: PreviewProps) {
  const { theme, accent, autostart } = look;
  return (
    <ForetokenWidget
      {...{ panel, query, title, site: at('/') }}
      {...(theme && { theme })}
      {...(accent && { accent })}
      {...(autostart && { autostart })}
      {...(onQuery && { onChange: ({ detail }) => onQuery(detail.query) })}
    >
      <a className="prose-link" href={at(`/embed/${panel}`)}>
        {title}
      </a>
    </ForetokenWidget>
  );
}

type SelectProps = Readonly<{
  panel: PanelId;
  titles: Titles;
  words: GalleryText;
  onChange: (panel: PanelId) => void;
}>;

function PanelSelect({ panel, titles, words, onChange }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words('panel')}
      </label>
      <select
        id={id}
        className="field-input"
        value={panel}
        onChange={({ target }) => onChange(target.value as PanelId)}
      >
        {PANELS.map((name) => (
          <option key={name} value={name}>
            {titles[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

type RunProps = Readonly<{
  panel: PanelId;
  query: string;
  words: GalleryText;
  onChange: (query: string) => void;
}>;

/** The run that the panel shows, as its own controls choose it and some that it has not. */
function RunFields({ panel, query, words, onChange }: RunProps) {
  const id = useId();
  const { choices } = parseAddress(query);
  const { model } = EMBEDS[panel];
  const run = choices.runs[model];
  const put = (change: Partial<typeof run>) =>
    onChange(
      formatAddress({ ...choices, runs: { ...choices.runs, [model]: { ...run, ...change } } }),
    );
  const { temperature } = run.sampling;
  return (
    <>
      <NumberField
        label={words('seed')}
        value={run.seed}
        min={0}
        max={SEEDS}
        onChange={(seed) => put({ seed, u: {} })}
      />
      <NumberField
        label={words('temperature')}
        value={temperature}
        min={0}
        max={2}
        decimal
        width={5}
        onChange={(next) => put({ sampling: { ...run.sampling, temperature: next } })}
      />
      {model === 'tales' && (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-method`}>
            {words('method')}
          </label>
          <select
            id={`${id}-method`}
            className="field-input"
            value={run.method}
            onChange={({ target }) => put({ method: target.value as MethodName })}
          >
            {METHOD_NAMES.map((name) => (
              <option key={name} value={name}>
                {methods[name].label}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="field">
        <label className="field-label" htmlFor={`${id}-prompt`}>
          {words('prompt')}
        </label>
        <input
          // What the panel itself changes is shown here, too.
          key={run.prompt}
          id={`${id}-prompt`}
          className="field-input"
          defaultValue={run.prompt}
          onBlur={({ target }) => target.value !== run.prompt && put({ prompt: target.value })}
        />
      </div>
    </>
  );
}

type LookProps = Readonly<{ look: Look; words: GalleryText; onChange: (look: Look) => void }>;

function LookFields({ look, words, onChange }: LookProps) {
  const id = useId();
  const [written, setWritten] = useState('');
  const wrong = !isAccent(written.replace('#', ''));
  return (
    <>
      <Segmented<'auto' | 'light' | 'dark'>
        label={words('theme')}
        value={look.theme ?? 'auto'}
        options={[
          { value: 'auto', label: words('auto') },
          { value: 'light', label: words('light') },
          { value: 'dark', label: words('dark') },
        ]}
        onChange={(theme) => onChange({ ...look, theme })}
      />
      <Segmented<'touched' | 'seen'>
        label={words('starts')}
        value={look.autostart ? 'seen' : 'touched'}
        options={[
          { value: 'touched', label: words('touched') },
          { value: 'seen', label: words('seen') },
        ]}
        onChange={(when) => onChange({ ...look, autostart: when === 'seen' })}
      />
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {words('accent')}
        </label>
        <input
          id={id}
          className="field-input"
          placeholder="0069a8"
          value={written}
          maxLength={7}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => {
            setWritten(target.value);
            const accent = target.value.replace('#', '');
            if (isAccent(accent)) onChange({ ...look, accent });
          }}
        />
        <span className="field-problem" id={`${id}-problem`} role="status">
          {wrong && words('accentWrong')}
        </span>
      </div>
    </>
  );
}

function isAccent(text: string): boolean {
  return text === '' || /^[0-9a-f]{6}$/i.test(text);
}

type CodesProps = Readonly<{ codes: Readonly<Record<CodeKind, string>>; words: GalleryText }>;

function Codes({ codes, words }: CodesProps) {
  const [copied, setCopied] = useState<CodeKind>();
  const copy = (kind: CodeKind) =>
    void navigator.clipboard.writeText(codes[kind]).then(() => setCopied(kind));
  const [elsewhere, setElsewhere] = useState(false);
  useEffect(() => setElsewhere(location.origin !== new URL(SITE).origin), []);
  return (
    <>
      <dl className="codes">
        {CODES.map((kind) => (
          <div key={kind}>
            <dt>{words(kind)}</dt>
            <dd>
              <p className="text-soft text-sm">{words(`${kind}For`)}</p>
              <pre data-code={kind}>
                <code>{codes[kind]}</code>
              </pre>
              <Button onClick={() => copy(kind)}>{words('copy', { what: words(kind) })}</Button>{' '}
              <span role="status">{copied === kind && words('copied')}</span>
            </dd>
          </div>
        ))}
      </dl>
      {elsewhere && <p className="notice">{words('elsewhere', { site: SITE })}</p>}
    </>
  );
}
