// The notebook's cover, then the first three passages, each with its live panel.

import { Figure } from '@/components/mdx/Figure';
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
          Each dial holds the random number of one letter; the letters of a longer name have further
          numbers, on the rulers below. A small language model in this tab reads the numbers in one
          call. For <Figure of="names/words/o-ptp/whole" as="percent" /> of{' '}
          <Figure of="names/texts" as="count" /> names measured it wrote just what one-at-a-time
          decoding writes with the same numbers. Where it errs, you see it.
        </p>
        <noscript>
          <p className="lede">
            What stands here are recorded runs of the model; turning the dials needs JavaScript.
          </p>
        </noscript>
        <Cover />
        <p className="lede">
          Turn a dial. For independent heads it decides its own place and no other: one letter, or
          whether the name ends there, which the end mark ■ says. For Parallel Token Prediction
          (PTP) it decides that place and whatever follows from it.
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
