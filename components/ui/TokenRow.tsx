'use client';
// A line of tokens: one tab stop, arrow keys walk along it, and the position under the finger lights.

import { TokenChip, type TokenChipProps } from './TokenChip';
import { useWalk } from './use-walk';

export type TokenRowProps = Readonly<{
  /** What the line is, for screen readers: `drafts of step 3`. */
  label: string;
  tokens: readonly Omit<TokenChipProps, 'onLight' | 'onSelect' | 'tabIndex' | 'lit' | 'size'>[];
  /** The position lit in every panel, from the cursor. */
  lit?: number | undefined;
  size?: TokenChipProps['size'];
  /** `no` keeps one line that scrolls inside its cell; `yes` (default) breaks it. */
  wrap?: 'yes' | 'no' | undefined;
  onLight?: TokenChipProps['onLight'];
  onSelect?: TokenChipProps['onSelect'];
}>;

/** Tokens in order, as a list. With a callback its chips are buttons that arrow keys reach. */
export function TokenRow(props: TokenRowProps) {
  const { label, tokens, lit, size, wrap = 'yes', onLight, onSelect } = props;
  const { stop, setStop, walk } = useWalk(tokens.length);
  const interactive = onLight !== undefined || onSelect !== undefined;
  return (
    <ol
      className="token-row"
      data-wrap={wrap}
      aria-label={label}
      onKeyDown={interactive ? walk : undefined}
    >
      {tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place in a row is what a chip is
        <li key={index}>
          <TokenChip
            {...token}
            size={size}
            lit={token.position !== undefined && token.position === lit}
            tabIndex={index === stop ? 0 : -1}
            onLight={onLight}
            onSelect={
              onSelect &&
              ((position) => {
                setStop(index);
                onSelect(position);
              })
            }
          />
        </li>
      ))}
    </ol>
  );
}
