// What the checks found, as text to send to us.

import type { KernelCheck } from '@/gpu';

/** Lines of text: the browser, then what could not be checked, then a line for each check. */
export function reportOf(checks: readonly KernelCheck[], problems: readonly string[]): string {
  return [
    `Foretoken, ${new Date().toISOString().slice(0, 10)}, ${navigator.userAgent}`,
    ...problems,
    ...checks.map(({ name, passed, largestError }) => {
      return `${passed ? 'agrees ' : 'DIFFERS'}  ${largestError.toExponential(1)}  ${name}`;
    }),
  ].join('\n');
}
