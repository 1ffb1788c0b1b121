// What the frame of code cells may do: run code, start a worker from itself, and nothing else. No address may
// be asked for anything. Said twice, as a header and inside the page, for hosts that send no headers.

export const CODE_CELL_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
