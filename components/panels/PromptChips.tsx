// A prompt as the model reads it: token by token. What it does not know is struck through.

import type { Config } from '@/gpu';
import { TokenRow } from '../ui/TokenRow';

/** Tokens on show; the beginning of a longer prompt is counted only. */
const SHOWN = 80;

export function PromptChips({ config, prompt }: Readonly<{ config: Config; prompt: string }>) {
  const characters = [...prompt];
  const hidden = Math.max(0, characters.length - SHOWN);
  if (characters.length === 0) return null;
  return (
    <div className="prompt-chips">
      {hidden > 0 && <p>{hidden.toLocaleString('en')} tokens before these</p>}
      <TokenRow
        label="tokens of the prompt"
        size="small"
        tokens={characters.slice(hidden).map((token) => ({
          token,
          state: config.vocabulary.includes(token) ? 'plain' : 'reject',
        }))}
      />
    </div>
  );
}
