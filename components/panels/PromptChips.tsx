'use client';
// A prompt as the model reads it: token by token. What it does not know is struck through.

import './shared.css';
import type { Config } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { TokenRow } from '../ui/TokenRow';

/** Tokens on show; the beginning of a longer prompt is counted only. */
const SHOWN = 80;

export function PromptChips({ config, prompt }: Readonly<{ config: Config; prompt: string }>) {
  const words = usePanelWords('notebook');
  const characters = [...prompt];
  const hidden = Math.max(0, characters.length - SHOWN);
  if (characters.length === 0) return null;
  return (
    <div className="prompt-chips">
      {hidden > 0 && <p>{words('promptHidden', { count: hidden })}</p>}
      <TokenRow
        label={words('promptTokens')}
        size="small"
        tokens={characters.slice(hidden).map((token) => ({
          token,
          state: config.vocabulary.includes(token) ? 'plain' : 'reject',
        }))}
      />
    </div>
  );
}
