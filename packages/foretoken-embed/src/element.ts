// <foretoken-widget panel="cover">: a panel of Foretoken in a frame that is made when the reader comes near.
// What stands inside the tag is shown until then, and again after destroy(). Read next: line.ts, protocol.ts.

import { embedAddress, isPanel, type Look } from './address';
import { type Line, openLine, WidgetFault } from './line';
import {
  type CallName,
  type Calls,
  type Connect,
  type Happening,
  type HeightMessage,
  type Hello,
  PANELS,
  PROTOCOL,
} from './protocol';

const TEXTS = ['panel', 'query', 'theme', 'accent', 'site'] as const;
const SWITCHES = ['autostart', 'sandbox'] as const;
const NEAR = '400px';
const LIMIT_MS = 30_000;
const FIRST_HEIGHT = 420;

/** Where embed.js came from; a module has no such script and needs the attribute `site`. */
const script = globalThis.document?.currentScript as HTMLScriptElement | null | undefined;
const SCRIPT_SITE = script?.src ? new URL('.', script.src).href : '';

/** The tag's own properties; each is an attribute of the same name. */
export interface ForetokenWidget {
  panel: string;
  /** Choices as a notebook's address has them, without `?`. Changing it is `set`. */
  query: string;
  theme: string;
  accent: string;
  site: string;
  autostart: boolean;
  /** Gives the frame an origin of its own: no storage, no cookies, nothing of the site's. */
  sandbox: boolean;
}

// Servers import this file too, and have no HTMLElement.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the properties are defined below, from one list
export class ForetokenWidget extends Base {
  static observedAttributes = [...TEXTS, ...SWITCHES, 'lang', 'title'];

  #frame: HTMLIFrameElement | undefined;
  #line: Line | undefined;
  /** Answered by the frame's greeting. */
  #connected = waiter<Line>();
  #near: IntersectionObserver | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
  }

  connectedCallback() {
    this.style.display ||= 'block';
    addEventListener('message', this.#greet);
    this.#near = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#show(),
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    removeEventListener('message', this.#greet);
    this.#unload('The widget was taken out of the page.');
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null) {
    if (!this.#frame || before === now) return;
    if (name === 'title') this.#frame.title = titleOf(this);
    else if (name === 'query' && this.#line) this.set(now ?? '').catch(this.#complain);
    else {
      this.#unload(`The widget was given another ${name}.`);
      this.#show();
    }
  }

  play = () => this.#call('play');
  pause = () => this.#call('pause');
  step = (by: 1 | -1 = 1) => this.#call('step', by);
  set = (query: string) => this.#call('set', query);
  snapshot = (as: 'svg' | 'png' = 'svg') => this.#call('snapshot', as);

  /** Frees what the panel holds, and its frame; a later call loads it anew. */
  async destroy(): Promise<void> {
    const line = this.#line;
    // A frame that does not answer is taken away all the same.
    if (line) await line.call('destroy').catch(() => null);
    this.#unload('The widget was destroyed.');
  }

  async #call<Name extends CallName>(
    name: Name,
    argument?: Calls[Name]['with'],
  ): Promise<Calls[Name]['value']> {
    if (!this.isConnected) throw new WidgetFault(`${name}: the widget is not in a page.`);
    const fault = this.#load();
    if (fault) throw fault;
    return (await this.#connected.promise).call(name, argument);
  }

  /** Makes the frame, unless it is there. Returns what is wrong with the attributes. */
  #load(): WidgetFault | undefined {
    if (this.#frame) return undefined;
    const { panel, site } = this;
    if (!isPanel(panel)) {
      return new WidgetFault(`panel: "${panel}"; allowed: ${PANELS.join(', ')}.`);
    }
    if (!site)
      return new WidgetFault('site: nothing; allowed: the address of a Foretoken, https://…');
    this.#near?.disconnect();
    const frame = document.createElement('iframe');
    frame.title = titleOf(this);
    frame.src = embedAddress(site, panel, this.query, {
      ...({ theme: this.theme, accent: this.accent } as Look),
      ...{ lang: this.lang, autostart: this.autostart },
    });
    frame.style.cssText = `display:block;width:100%;border:0;height:${FIRST_HEIGHT}px`;
    if (this.sandbox) frame.setAttribute('sandbox', 'allow-scripts allow-popups');
    this.shadowRoot?.replaceChildren(frame);
    this.#frame = frame;
    const { promise, reject } = this.#connected;
    const late = setTimeout(() => {
      const fault = `The panel at ${frame.src} did not answer within ${LIMIT_MS / 1000} seconds.`;
      reject(new WidgetFault(fault));
    }, LIMIT_MS);
    promise.then(
      () => clearTimeout(late),
      (fault) => {
        clearTimeout(late);
        if (this.#frame === frame) this.#complain(fault);
      },
    );
    return undefined;
  }

  #show() {
    const fault = this.#load();
    if (fault) this.#complain(fault);
  }

  #unload(sentence: string) {
    this.#near?.disconnect();
    this.#frame = undefined;
    this.#line?.close(sentence);
    this.#line = undefined;
    this.#connected.reject(new WidgetFault(sentence));
    this.#connected = waiter();
    this.shadowRoot?.replaceChildren(document.createElement('slot'));
  }

  /** Hears our own frame, if what speaks in it is the site that we asked for; answers its greeting with a port. */
  #greet = ({ data, source, origin }: MessageEvent<Hello | HeightMessage | null>) => {
    const frame = this.#frame;
    if (!frame?.contentWindow || source !== frame.contentWindow) return;
    if (data?.foretoken !== PROTOCOL) return;
    // A sandboxed frame, also one in a sandboxed page, has the origin "null".
    const opaque = this.sandbox || self.origin === 'null';
    if (origin !== new URL(frame.src).origin && !(opaque && origin === 'null')) return;
    if (data.event === 'height') frame.style.height = `${Number(data.height)}px`;
    if (data.event !== 'hello') return;
    const { port1, port2 } = new MessageChannel();
    this.#line?.close('The panel was loaded anew.');
    const line = openLine(port1, this.#hear, LIMIT_MS);
    this.#line = line;
    const connect: Connect = { foretoken: PROTOCOL, connect: true };
    frame.contentWindow.postMessage(connect, origin === 'null' ? '*' : origin, [port2]);
    // Who waits is answered, and who comes later: also where the first greeting was too late.
    this.#connected.resolve(line);
    this.#connected = waiter();
    this.#connected.resolve(line);
  };

  #hear = (happening: Happening) => {
    // Said to the window as well, and there before any port is open.
    if (happening.event === 'height') return;
    const { event, ...detail } = happening;
    this.dispatchEvent(new CustomEvent(event, { detail }));
  };

  #complain = (fault: Error) => {
    this.dispatchEvent(new CustomEvent('error', { detail: { fault: fault.message } }));
  };
}

for (const name of TEXTS) {
  Object.defineProperty(ForetokenWidget.prototype, name, {
    get(this: HTMLElement) {
      return this.getAttribute(name) ?? (name === 'site' ? SCRIPT_SITE : '');
    },
    set(this: HTMLElement, value: string | null | undefined) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

for (const name of SWITCHES) {
  Object.defineProperty(ForetokenWidget.prototype, name, {
    get(this: HTMLElement) {
      return this.hasAttribute(name);
    },
    set(this: HTMLElement, on: boolean) {
      this.toggleAttribute(name, on);
    },
  });
}

function titleOf({ title, panel }: HTMLElement & { panel: string }): string {
  return title || `Foretoken: ${panel}`;
}

/** A promise that is settled from outside; nobody need listen to it. */
function waiter<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (fault: WidgetFault) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
