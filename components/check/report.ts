// What the checks found, as text to send to us.

import type { KernelCheck } from '@/gpu';

/** Lines of text: the browser, then what could not be checked, then a line for each check. */
export function reportOf(checks: readonly KernelCheck[], problems: readonly string[]): string {
  return [
    `Foretoken, ${new Date().toISOString().slice(0, 10)}, ${navigator.userAgent}`,
    ...problems,
    ...checks.map(({ name, passed, largestError }) => {
      return `${passed ? 'agrees ' : 'DIFFERS'}  ${errorWords(largestError)}  ${name}`;
    }),
  ].join('\n');
}

/** How far a check is off: `0`, `2.3e-7`. */
export function errorWords(error: number): string {
  return error === 0 ? '0' : error.toExponential(1);
}
