// The script of the page at the frame's address. It holds the frame that runs code, which has no origin, and passes
// messages on. Two frames, because no service worker answers for an address in a frame without an origin: such a
// frame would need the network each time. This page is kept, and the inner one is part of it and under its policy.
// `FRAME` is the inner page (scripts/code-cell.mjs).

declare const FRAME: string;

const inner = document.createElement('iframe');
inner.setAttribute('sandbox', 'allow-scripts');
inner.srcdoc = FRAME;

addEventListener('message', ({ source, origin, data }) => {
  if (source === inner.contentWindow) parent.postMessage(data, location.origin);
  else if (source === parent && origin === location.origin) {
    inner.contentWindow?.postMessage(data, '*'); // it has no origin to name
  }
});

document.documentElement.append(inner);
