// Server-sent events over fetch, as the browser's own EventSource can send no header and would put the token
// into the address. Source: WHATWG HTML, section 9.2; only what our server writes is read.

/** The data of each event. @param onBytes hears of anything that comes, comments included */
export async function* readEvents(
  response: Response,
  onBytes: () => void,
): AsyncGenerator<string, void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return;
    onBytes();
    const events = (rest + part.value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) if (event.startsWith('data: ')) yield event.slice(6);
  }
}
