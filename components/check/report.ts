// What the checks found, as text to send to us: in English, whatever the language of the page.

import { CHECK_WORDS, type KernelCheck, type Say, sayFrom, type Told } from '@/gpu';
import { PLAIN } from '../i18n/numbers';

const english = sayFrom(CHECK_WORDS);

/** Lines of text: the browser, then what could not be checked, then a line for each check. */
export function reportOf(checks: readonly KernelCheck[], problems: readonly Told[]): string {
  return [
    `Foretoken, ${new Date().toISOString().slice(0, 10)}, ${navigator.userAgent}`,
    ...problems.map(({ message }) => message),
    ...checks.map(({ name, passed, largestError }) => {
      const result = `${passed ? 'agrees ' : 'DIFFERS'}  ${PLAIN.scientific(largestError)}`;
      return `${result}  ${checkName(name, english)}`;
    }),
  ].join('\n');
}

export function checkName(parts: KernelCheck['name'], say: Say<keyof typeof CHECK_WORDS>): string {
  return parts.map(say).join(' · ');
}
