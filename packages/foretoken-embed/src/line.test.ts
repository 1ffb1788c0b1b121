import { afterEach, expect, test } from 'vitest';
import { openLine, WidgetFault } from './line';
import type { Happening, Request } from './protocol';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A line whose frame is this function: it gets each request and says what it likes. */
function lineTo(answer: (request: Request, port: MessagePort) => void, limitMs = 10_000) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const heard: Happening[] = [];
  port2.onmessage = ({ data }) => answer(data, port2);
  return { line: openLine(port1, (happening) => heard.push(happening), limitMs), heard };
}

test('replies find their calls, whatever their order', async () => {
  const held: Request[] = [];
  const { line } = lineTo((request, port) => {
    held.push(request);
    if (held.length < 2) return;
    for (const { id, with: query } of held.reverse()) {
      port.postMessage({ id, value: `shown: ${query}` });
    }
  });
  const both = Promise.all([line.call('set', 'names.seed=1'), line.call('set', 'names.seed=2')]);
  expect(await both).toEqual(['shown: names.seed=1', 'shown: names.seed=2']);
});

test('a refusal is a WidgetFault with the sentence of the frame', async () => {
  const { line } = lineTo(({ id }, port) => port.postMessage({ id, fault: 'cost: no steps.' }));
  const call = line.call('step', 1);
  await expect(call).rejects.toThrow(WidgetFault);
  await expect(call).rejects.toThrow('cost: no steps.');
});

test('a call without an answer ends in time, and its late answer is nobody’s', async () => {
  const { line } = lineTo(({ id, call }, port) => {
    if (call === 'play') setTimeout(() => port.postMessage({ id, value: null }), 40);
    else port.postMessage({ id, value: null });
  }, 20);
  await expect(line.call('play')).rejects.toThrow('play: no answer within 0.02 seconds.');
  expect(await line.call('pause')).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(await line.call('pause')).toBeNull();
});

test('what happens is heard in its order', async () => {
  const { line, heard } = lineTo(({ id }, port) => {
    port.postMessage({ event: 'step', step: 1, of: 2 });
    port.postMessage({ event: 'step', step: 2, of: 2 });
    port.postMessage({ id, value: null });
  });
  await line.call('play');
  expect(heard.map((happening) => 'step' in happening && happening.step)).toEqual([1, 2]);
});

test('closing rejects what waits and what comes after', async () => {
  const { line } = lineTo(() => {});
  const call = line.call('play');
  line.close('The widget was destroyed.');
  await expect(call).rejects.toThrow('The widget was destroyed.');
  await expect(line.call('pause')).rejects.toThrow('The widget was destroyed.');
});
