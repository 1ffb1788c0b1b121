// A link to another page of ours. Nothing of that page is fetched before the reader goes there.

import Link from 'next/link';
import type { ComponentProps } from 'react';

export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
