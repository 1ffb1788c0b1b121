'use client';
// Where a reader writes a prompt. What the model writes otherwise is told and read so; what it does not know
// is said in words, and stays in the box.

import './shared.css';
import { useEffect, useId, useState } from 'react';
import { type ModelName, PROMPT_LIMIT, promptProblem, tidyPrompt, withoutParameter } from '@/gpu';
import { usePanelWords } from '../i18n/PanelWords';
import { sayWith } from '../i18n/words';
import { setPrompt } from '../notebook/actions';
import { useActions, useNotebookState } from '../notebook/context';

export type PromptFieldProps = Readonly<{
  model: ModelName;
  label: string;
  /** A line break is a token of tales: its field has several lines. */
  lines?: number | undefined;
  placeholder?: string | undefined;
}>;

/** So long a rest in typing makes what is written an entry of the history, ms. */
const REST_MS = 900;

export function PromptField({ model, label, lines, placeholder }: PromptFieldProps) {
  const words = usePanelWords('notebook');
  const problems = usePanelWords('problems');
  const { commit, preview } = useActions();
  const prompt = useNotebookState((state) => state.choices.runs[model].prompt);
  const config = useNotebookState((state) => state.models[model].config);
  /** What is in the box while it is not, or not yet, the run's prompt. */
  const [typed, setTyped] = useState<string>();
  /** A prompt that was written in other characters than the model knows. */
  const [tidied, setTidied] = useState<string>();
  const id = useId();
  const text = typed ?? prompt;
  const read = tidyPrompt(model, text);
  const problem = promptProblem(config, read);
  const limit = PROMPT_LIMIT[model];
  const count = [...read].length;
  const typing = typed !== undefined;

  useEffect(() => {
    if (!typing || problem) return;
    if (read === prompt) {
      const timer = setTimeout(() => {
        setTyped(undefined);
        commit((choices) => setPrompt(choices, model, read));
      }, REST_MS);
      return () => clearTimeout(timer);
    }
    preview((choices) => setPrompt(choices, model, read));
    return undefined;
  }, [typing, read, prompt, problem, commit, preview, model]);

  const field = {
    id,
    className: 'field-input prompt-input',
    value: text,
    placeholder,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-count ${id}-note`,
    onChange: ({ target: { value } }: { target: { value: string } }) => {
      const plain = tidyPrompt(model, value);
      setTyped(value);
      setTidied(plain === value ? undefined : plain);
    },
    onBlur: () => {
      if (!typing || problem) return;
      setTyped(undefined);
      commit((choices) => setPrompt(choices, model, read));
    },
  };
  return (
    <div className="field prompt-field">
      <span className="prompt-head">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <span className="figures" id={`${id}-count`}>
          {words.rich('promptCount', { hidden }, { count, limit })}
        </span>
      </span>
      {lines ? <textarea {...field} rows={lines} /> : <input {...field} type="text" />}
      <span className="prompt-note" id={`${id}-note`} role="status">
        {problem ? (
          <span className="field-problem">
            {sentence(withoutParameter(problem, sayWith(problems)))} {words('promptKept')}
          </span>
        ) : (
          read === tidied && words('promptTidied')
        )}
      </span>
    </div>
  );
}

/** Read aloud, not shown. */
function hidden(inside: string) {
  return <span className="words">{inside}</span>;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
