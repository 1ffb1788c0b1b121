// The notebook's cover, then the first three passages, each with its live panel.

import { Passage } from '@/components/mdx/Passage';
import { References } from '@/components/mdx/References';
import { Notebook } from '@/components/notebook/Notebook';
import { AcceptPanel, AuxPanel, Cover, DependentPanel } from './slots';

export default function Page() {
  return (
    <Notebook>
      <section className="cover" aria-labelledby="cover-title">
        <h1 id="cover-title">Throw the dice first, then write every letter at once.</h1>
        <p className="lede">
          Each dial holds a random number, one for each letter of a name. A small language model in
          this tab reads them all in one call and writes the name that one-at-a-time decoding writes
          with the same numbers. Where it errs, you see it.
        </p>
        <Cover />
        <p className="lede">
          Turn a dial. Independent heads change one letter; Parallel Token Prediction changes that
          letter and whatever follows from it.
        </p>
      </section>
      <Passage name="one-at-a-time" number={1} />
      <AuxPanel />
      <Passage name="independent" number={2} />
      <DependentPanel />
      <Passage name="randomness-first" number={3} />
      <AcceptPanel />
      <section className="sources" aria-labelledby="sources-title">
        <h2 id="sources-title">References</h2>
        <References />
      </section>
    </Notebook>
  );
}
