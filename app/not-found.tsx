// An address that leads nowhere.

import Link from 'next/link';

export default function NotFound() {
  return (
    <section className="passage lonely">
      <h1>There is no page here</h1>
      <p>
        The address may be mistyped, or the page has moved. <Link href="/">The notebook</Link>{' '}
        begins on its cover.
      </p>
    </section>
  );
}
