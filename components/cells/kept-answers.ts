// The reader's answers to the questions, in the browser's localStorage. Where it is refused, they last as
// long as the page.

const KEY = 'foretoken.answers';

/** The kept answer's id; undefined where there is none. */
export function keptAnswer(question: string): string | undefined {
  const answer = read()[question];
  return typeof answer === 'string' ? answer : undefined;
}

/** @param answer undefined forgets it */
export function keepAnswer(question: string, answer: string | undefined): void {
  try {
    const { [question]: _, ...others } = read();
    const all = answer === undefined ? others : { ...others, [question]: answer };
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Nothing is kept.
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
