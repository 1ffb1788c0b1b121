'use client';

// Ways into the room, the results as a file, and its end.

import { useEffect, useState } from 'react';
import { usePanelWords } from '../i18n/PanelWords';
import { at } from '../site';
import { Button } from '../ui/Button';
import { sentenceOf } from './connection';
import { JoinCard } from './JoinCard';
import { QrCode } from './QrCode';

export type TeacherLinksProps = Readonly<{
  code: string;
  keys: Readonly<Record<string, string>>;
  drives: boolean;
  onEnd: () => void;
}>;

export function TeacherLinks({ code, keys, drives, onEnd }: TeacherLinksProps) {
  const words = usePanelWords('classroomTeach');
  const [site, setSite] = useState('');
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => setSite(location.origin + at('')), []);

  async function download() {
    const headers = { Authorization: `Bearer ${keys.key}` };
    const response = await fetch(at(`/api/classroom/${code}/results`), { headers });
    if (!response.ok) {
      setProblem(await sentenceOf(response));
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `foretoken-${code}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <section className="teacher-links" aria-labelledby="links-title">
      <h2 id="links-title">{words('roomTitle')}</h2>
      <JoinCard code={code} site={site} />
      <div className="button-row">
        <a
          className="button"
          href={at(`/classroom/${code}/screen#key=${keys.screen ?? ''}`)}
          target="_blank"
          rel="noreferrer"
        >
          {words('openProjector')}
        </a>
        <Button onClick={() => void download()}>{words('csv')}</Button>
        {sure ? (
          <Button look="main" disabled={!drives} onClick={onEnd}>
            {words('endAll')}
          </Button>
        ) : (
          <Button disabled={!drives} onClick={() => setSure(true)}>
            {words('end')}
          </Button>
        )}
      </div>
      <p role="alert">{problem}</p>
      <details>
        <summary>{words('device')}</summary>
        <p>{words('deviceMore')}</p>
        {site && <QrCode text={teacherLink(site, code, keys)} />}
      </details>
      <p className="text-soft">{words('secret')}</p>
    </section>
  );
}

function teacherLink(site: string, code: string, keys: TeacherLinksProps['keys']): string {
  return `${site}/classroom/${code}/teach#${new URLSearchParams(keys)}`;
}
