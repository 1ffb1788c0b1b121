// An excerpt of the running code, read from its file when the site is built.

import { excerpt } from './excerpt';

export type CodeProps = Readonly<{
  /** Path of a source file: `gpu/decoding/sampling.ts`. */
  of: string;
  /** Name of a declaration in it; the whole file without one. */
  part?: string;
}>;

export function Code({ of, part }: CodeProps) {
  return (
    <figure className="code">
      <figcaption>{of}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard */}
      <pre tabIndex={0}>
        <code>{excerpt(of, part)}</code>
      </pre>
    </figure>
  );
}
