// An auxiliary variable in a sentence, in the colour it has everywhere.

/** `<U />` is u, `<U k="1" />` is u with the subscript 1. */
export function U({ k }: { k?: string }) {
  return <span className="u-word">u{k !== undefined && <sub>{k}</sub>}</span>;
}
