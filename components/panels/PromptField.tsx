'use client';
// Where a reader writes a prompt. What the model does not know is said in words, and stays in the box.

import { useEffect, useId, useState } from 'react';
import { type ModelName, PROMPT_LIMIT, promptProblem } from '@/gpu';
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
  const { commit, preview } = useActions();
  const prompt = useNotebookState((state) => state.choices.runs[model].prompt);
  const config = useNotebookState((state) => state.models[model].config);
  /** What is in the box while it is not, or not yet, the run's prompt. */
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const text = typed ?? prompt;
  const problem = promptProblem(config, text);
  const limit = PROMPT_LIMIT[model];
  const count = [...text].length;

  useEffect(() => {
    if (typed === undefined || problem) return;
    if (typed === prompt) {
      const timer = setTimeout(() => {
        setTyped(undefined);
        commit((choices) => setPrompt(choices, model, typed));
      }, REST_MS);
      return () => clearTimeout(timer);
    }
    preview((choices) => setPrompt(choices, model, typed));
    return undefined;
  }, [typed, prompt, problem, commit, preview, model]);

  const field = {
    id,
    className: 'field-input prompt-input',
    value: text,
    placeholder,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-count${problem ? ` ${id}-problem` : ''}`,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => {
      if (typed === undefined || problem) return;
      setTyped(undefined);
      commit((choices) => setPrompt(choices, model, typed));
    },
  };
  return (
    <div className="field prompt-field">
      <span className="prompt-head">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <span className="figures" id={`${id}-count`}>
          {count.toLocaleString('en')} of {limit.toLocaleString('en')}
          <span className="words"> characters</span>
        </span>
      </span>
      {lines ? <textarea {...field} rows={lines} /> : <input {...field} type="text" />}
      {problem && (
        <span className="field-problem" id={`${id}-problem`} role="status">
          {sentence(problem)} What is shown still belongs to the prompt before.
        </span>
      )}
    </div>
  );
}

/** The model's own words, without the name of the parameter that a command line needs. */
function sentence(problem: string): string {
  const words = problem.replace(/^prompt: /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
