'use client';
// A bug, told to the reader. Faults that the page can explain never come this far.

import { usePanelWords } from '@/components/i18n/PanelWords';
import { Button } from '@/components/ui/Button';

export default function Broken({ error, reset }: { error: Error; reset: () => void }) {
  const words = usePanelWords('ui');
  return (
    <section className="passage lonely">
      <h1>{words('brokenTitle')}</h1>
      <p>{words('broken')}</p>
      <p>
        <code lang="en">{error.message || error.name}</code>
      </p>
      <p>
        <Button icon="reset" onClick={reset}>
          {words('again')}
        </Button>
      </p>
    </section>
  );
}
