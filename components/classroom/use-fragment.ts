'use client';
// What an address says behind its #, which is sent to no server.

import { useEffect, useState } from 'react';

/** A value of the address's fragment: undefined until the page is mounted, null where there is none. */
export function useFragment(name: string): string | null | undefined {
  const [value, setValue] = useState<string | null>();
  useEffect(() => {
    setValue(new URLSearchParams(location.hash.slice(1)).get(name));
  }, [name]);
  return value;
}
