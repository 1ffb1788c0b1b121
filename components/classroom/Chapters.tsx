// Chapters of the notebook to go on with.

import type { Language, PublicScene } from '@/classroom';
import { at } from '../site';

type ChaptersProps = Readonly<{ read: NonNullable<PublicScene['read']>; language: Language }>;

export function Chapters({ read, language }: ChaptersProps) {
  return (
    <ul className="student-read">
      {read.map(({ chapter, title }) => (
        <li key={chapter}>
          <a
            className="prose-link"
            href={at(`/${language}/${chapter}`)}
            target="_blank"
            rel="noreferrer"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
