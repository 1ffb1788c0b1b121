// What a frame's address gets wrong about the run, before the panel wakes: fetched only where there is one.

import { noticeOf, parseAddress } from '../notebook/address';

/** A sentence, or empty. @param query the notebook's part of the address */
export function runNotice(query: string): string {
  return noticeOf(parseAddress(query).problems) ?? '';
}
