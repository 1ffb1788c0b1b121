'use client';
// A bug, told to the reader. Faults that the page can explain never come this far.

import { Button } from '@/components/ui/Button';

export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <section className="passage lonely">
      <h1>Something broke</h1>
      <p>This part of the page stopped because of a mistake in its code. It said:</p>
      <p>
        <code>{error.message || error.name}</code>
      </p>
      <p>
        <Button icon="reset" onClick={reset}>
          Try again
        </Button>
      </p>
    </section>
  );
}
