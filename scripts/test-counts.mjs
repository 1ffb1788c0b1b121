// How many tests of each runner passed, failed and were skipped, and the summary of all.

/** A check without tests of its own counts as one. */
export function one(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** A runner that failed without a failed test, or wrote no report, is one failure. */
function settle(code, counts) {
  if (!counts) return one(code);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param text Vitest's JSON report */
export function countVitest(code, text) {
  const report = parse(text);
  return settle(
    code,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

/** @param text Playwright's JSON report; a test that passed on a retry counts as passed */
export function countPlaywright(code, text) {
  const stats = parse(text)?.stats;
  return settle(
    code,
    stats && {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    },
  );
}

/** @param text what scripts/training-tests.py writes */
export function countUnittest(code, text) {
  return settle(code, parse(text));
}

/** Prints one line per check, then the plain sum; returns the exit code. */
export function total(results) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\n── summary ${'─'.repeat(53)}`);
  for (const { name, passed, failed, skipped, seconds } of results) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    const line = [
      `${passed} passed`,
      failed && `${failed} failed`,
      skipped && `${skipped} skipped`,
    ];
    console.log(`${name.padEnd(16)} ${line.filter(Boolean).join(', ')}  (${seconds} s)`);
  }
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
  console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
  return sum.failed > 0 ? 1 : 0;
}
