// What the engine says to readers without being an error: a key and values. The English stands here, for the command
// line and reports; the page has it in its catalogue, other languages beside it (components/i18n/catalogue.ts).

/** `{key: 'tokens', values: {count: 5}}`. A number is written as the reader writes numbers, a text as it is. */
export type Said<Key extends string> = Readonly<{
  key: Key;
  values: Readonly<Record<string, string | number>>;
}>;

/** Writes it out, in the words of some language. */
export type Say<Key extends string> = (said: Said<Key>) => string;

export function said<Key extends string>(key: Key, values: Said<Key>['values'] = {}): Said<Key> {
  return { key, values };
}

/** Writes in the words of a table of English sentences, with `{name}` where a value goes. */
export function sayFrom<Key extends string>(table: Readonly<Record<Key, string>>): Say<Key> {
  return ({ key, values }) =>
    table[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
