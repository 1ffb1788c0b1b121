// Chapters of the notebook to go on with.

import type { PublicScene } from '@/classroom';

export function Chapters({ read }: { read: NonNullable<PublicScene['read']> }) {
  return (
    <ul className="student-read">
      {read.map(({ chapter, title }) => (
        <li key={chapter}>
          <a className="prose-link" href={`/en/${chapter}`} target="_blank" rel="noreferrer">
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
