'use client';
// The one way a token is drawn, everywhere. It holds no state.

import { usePanelWords } from '../i18n/PanelWords';
import { lights, type OnLight } from './lights';
import { TokenGlyph } from './TokenGlyph';
import { type TokenState, tokenWords } from './token';

export type TokenChipProps = Readonly<{
  /** The token's character; `'\0'` or `'<end>'` is the end mark, `''` an empty place. */
  token: string;
  state?: TokenState | undefined;
  /** Position index, shown small below and handed to the callbacks. */
  position?: number | undefined;
  /** Keep the position for callbacks and words, but do not draw it. */
  hidePosition?: boolean | undefined;
  /** The reader points at this position, here or in another panel. */
  lit?: boolean | undefined;
  /** Differs from what one-at-a-time decoding writes: underscored twice, whatever the state. */
  wrong?: boolean | undefined;
  /** A few words more for screen readers and the tooltip, such as `draft was a`. */
  more?: string | undefined;
  size?: 'small' | 'normal' | 'large' | undefined;
  /** Pointer or focus comes (its position) or goes (undefined). Makes the chip a button. */
  onLight?: OnLight | undefined;
  /** Makes the chip a button. */
  onSelect?: ((position: number | undefined) => void) | undefined;
  /** Only rows set it: one tab stop per row. */
  tabIndex?: number | undefined;
}>;

/** A token with its state and its position. A button when it has a callback, a plain span when not. */
export function TokenChip(props: TokenChipProps) {
  const { token, state = 'plain', position, lit, wrong, more, size = 'normal' } = props;
  const ui = usePanelWords('ui');
  const words = tokenWords(
    ui,
    token,
    state,
    position,
    wrong ? [ui('wrong'), more].filter(Boolean).join(', ') : more,
  );
  const marks = {
    className: 'chip',
    'data-state': state,
    'data-size': size,
    'data-lit': lit || undefined,
    'data-wrong': wrong || undefined,
    'data-position': position,
  };
  const inside = (
    <>
      <span className="chip-face">
        <TokenGlyph token={token} />
      </span>
      {position !== undefined && !props.hidePosition && (
        <span className="chip-position" aria-hidden="true">
          {position}
        </span>
      )}
    </>
  );
  const { onLight, onSelect } = props;
  if (!onLight && !onSelect) {
    return (
      <span {...marks} title={more}>
        {inside}
        <span className="words">{words}</span>
      </span>
    );
  }
  return (
    <button
      {...marks}
      type="button"
      title={more}
      aria-label={words}
      tabIndex={props.tabIndex}
      {...lights(onLight, position)}
      onClick={() => onSelect?.(position)}
    >
      {inside}
    </button>
  );
}
