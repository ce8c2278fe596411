// SPDX-License-Identifier: Apache-2.0
// "Try to leak": each way in which a script could get a byte out of the page is tried once, with a made-up word, to an
// address that cannot exist (RFC 2606). This file is a script of its own in the page, under its own hash, and the only
// one that knows these ways by name; it is handed nothing and reads no claim. In a worker it tries the worker's ways.

/** What became of one attempt. */
export interface Outcome {
  channel: string;
  /** blocked: by the policy or the browser. open: nothing stood against it. silent: the policy is in force, and this
   *  browser does not report on the channel. absent: this browser has no such thing. empty, kept: a store, read and never
   *  written, holds nothing or something. */
  state: 'blocked' | 'open' | 'silent' | 'absent' | 'empty' | 'kept';
  /** The directive that blocked it, or how many entries a store holds. */
  by: string;
}

type Attempt = (address: string) => unknown;

const base = 'https://leak-test.invalid/';
const word = 'made-up-word';
const patience = 400;

class Absent extends Error {}

const scope = globalThis as unknown as Record<string, never>;

/** Something of the browser by its name; where it has none there is nothing to try. */
function there<T>(name: string): T {
  const found = scope[name] as T | undefined;
  if (!found) throw new Absent(name);
  return found;
}

const anywhere: Record<string, Attempt> = {
  fetch: (address) => there<typeof fetch>('fetch')(address, { mode: 'no-cors' }),
  xhr(address) {
    const request = new (there<typeof XMLHttpRequest>('XMLHttpRequest'))();
    request.open('POST', address);
    request.send(word);
  },
  websocket: (address) => new (there<typeof WebSocket>('WebSocket'))(address.replace('http', 'ws')),
  eventSource: (address) => new (there<typeof EventSource>('EventSource'))(address),
  webTransport: (address) => new (there<new (url: string) => unknown>('WebTransport'))(address),
  dynamicImport: (address) => import(address),
};

const inWorker: Record<string, Attempt> = {
  ...anywhere,
  importScripts: (address) => there<(url: string) => void>('importScripts')(address),
};

const inPage: Record<string, Attempt> = {
  ...anywhere,
  beacon: (address) => navigator.sendBeacon(address, word),
  image: (address) => put('img', 'src', address),
  styleImage: (address) => sheet(`body { background-image: url(${address}) }`),
  stylesheet(address) {
    put('link', 'rel', 'stylesheet').setAttribute('href', address);
  },
  font: (address) => new FontFace('leak-test', `url(${address})`).load(),
  icon(address) {
    put('link', 'rel', 'icon').setAttribute('href', address);
  },
  prefetch(address) {
    put('link', 'rel', 'prefetch').setAttribute('href', address);
  },
  script: (address) => put('script', 'src', address),
  frame: (address) => put('iframe', 'src', address),
  object: (address) => put('object', 'data', address),
  media: (address) => put('video', 'src', address),
  form(address) {
    const form = put('form', 'action', address) as HTMLFormElement;
    put('iframe', 'name', 'leak-test');
    form.method = 'post';
    form.target = 'leak-test';
    // A sandbox (the served page has one) refuses forms without a report, but then nothing is submitted either.
    let submitted = false;
    form.addEventListener('submit', () => {
      submitted = true;
    });
    form.requestSubmit();
    if (!submitted) throw Object.assign(new Error(), { name: 'sandbox' });
  },
  ping(address) {
    const link = put('a', 'ping', address) as HTMLAnchorElement;
    link.setAttribute('href', '#');
    link.addEventListener('click', (event) => event.stopPropagation());
    const before = document.URL;
    link.click();
    history.replaceState(null, '', before);
  },
  urlWorker: (address) => new Worker(address),
};

const stores: Record<string, () => Promise<number> | number> = {
  cookies: () => document.cookie.split(';').filter((one) => one.trim() !== '').length,
  local: () => localStorage.length,
  session: () => sessionStorage.length,
  databases: async () => (await indexedDB.databases()).length,
  caches: async () => (await there<CacheStorage>('caches').keys()).length,
};

const made: (() => void)[] = [];

function put(name: string, attribute: string, value: string): HTMLElement {
  const element = document.createElement(name);
  element.setAttribute(attribute, value);
  document.body.append(element);
  made.push(() => element.remove());
  return element;
}

function sheet(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  made.push(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });
}

/** Channels on which Firefox reports nothing: it makes no pings, and blocks the others without telling the page. */
const unreported = ['prefetch', 'ping', 'worker-eventSource', 'worker-webTransport', 'worker-dynamicImport'];

/** Of these, browsers report no more than the host. */
const hostOnly = ['frame', 'object'];

/** Is the policy in force here? The first attempt, a plain request, tells. */
let inForce = false;

/** Reports come late, so each must name its attempt; of a script nothing at all is told. */
function isAbout(blocked: string, name: string): boolean {
  if (blocked.includes(`/${name}?`) || blocked === 'trusted-types-sink') return true;
  return hostOnly.includes(name) && `${blocked}/` === base;
}

/** One attempt: blocked only where the browser says so, by its report or by refusing. */
async function attempt(prefix: string, channel: string, go: Attempt): Promise<Outcome> {
  const name = prefix + channel;
  let answer: (by: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const hear = (event: Event): void => {
    const { blockedURI, effectiveDirective } = event as SecurityPolicyViolationEvent;
    if (isAbout(blockedURI, name)) answer(effectiveDirective);
  };
  addEventListener('securitypolicyviolation', hear);
  const open = setTimeout(() => answer(''), patience);
  let refused = '';
  try {
    const going = go(`${base}${name}?${word}`);
    if (going instanceof Promise) going.catch(() => undefined);
  } catch (error) {
    if (error instanceof Absent || error instanceof ReferenceError)
      return { channel: name, state: 'absent', by: '' };
    refused = error instanceof Error ? error.name : 'refused';
  }
  const by = await told;
  clearTimeout(open);
  removeEventListener('securitypolicyviolation', hear);
  for (const remove of made.splice(0)) remove();
  const blocked = by !== '' || refused !== '';
  if (channel === 'fetch') inForce = blocked;
  if (!blocked && inForce && unreported.includes(name)) return { channel: name, state: 'silent', by: '' };
  return { channel: name, state: blocked ? 'blocked' : 'open', by: by || refused };
}

async function look(channel: string, count: () => Promise<number> | number): Promise<Outcome> {
  try {
    const entries = await count();
    return { channel, state: entries > 0 ? 'kept' : 'empty', by: String(entries) };
  } catch (error) {
    return { channel, state: error instanceof Absent ? 'absent' : 'blocked', by: 'SecurityError' };
  }
}

/** Tries everything, one after the other; `startWorker` makes a worker of a text, as the page does for its own. */
async function leakTest(
  tell: (outcome: Outcome) => void,
  startWorker: (source: string) => Promise<Worker | undefined>,
): Promise<void> {
  for (const [channel, go] of Object.entries(inPage)) tell(await attempt('', channel, go));
  const worker = await startWorker(document.getElementById('leak-test')?.textContent ?? '');
  if (worker) {
    await new Promise<void>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Outcome | 'done'>) => {
        if (data === 'done') resolve();
        else tell(data);
      };
      worker.postMessage('go');
    });
    worker.terminate();
  }
  for (const [channel, count] of Object.entries(stores)) tell(await look(channel, count));
}

if (typeof document === 'undefined') {
  const worker = self as unknown as { postMessage(told: unknown): void; onmessage: unknown };
  worker.onmessage = async () => {
    for (const [channel, go] of Object.entries(inWorker))
      worker.postMessage(await attempt('worker-', channel, go));
    worker.postMessage('done');
  };
  worker.postMessage('ready');
} else {
  (globalThis as { deltoidLeakTest?: unknown }).deltoidLeakTest = leakTest;
}

export type LeakTest = typeof leakTest;
