// SPDX-License-Identifier: Apache-2.0
// The page in the frame: the form alone. It tells the page around it the verdict, counts and its height, over a port that
// the first hello brings; and it does not start where that page could look into it.
import { DeltoidChecker } from '../checker/checker-element.js';
import type { PayerClass } from '../claim/model.js';
import { provideAssets } from '../engine/assets.js';
import { pageAssets } from '../engine/page-assets.js';
import { frameStyles } from '../styles/frame.js';
import { showPagePaper } from '../styles/page.js';
import { words } from '../words/index.js';
import {
  type FrameOptions,
  type FrameVerdict,
  type FromFrame,
  hello,
  readSummary,
  readToFrame,
} from './messages.js';

provideAssets(pageAssets);
showPagePaper();
if (frameStyles.styleSheet) document.adoptedStyleSheets.push(frameStyles.styleSheet);
if (canBeLookedInto()) refuse();
else start();

/** A page of the same origin could read what is typed. A frame without an origin, or of another one, is closed to it. */
function canBeLookedInto(): boolean {
  if (parent === window) return false;
  try {
    return parent.document !== undefined;
  } catch {
    return false;
  }
}

function refuse(): void {
  const sentence = document.createElement('p');
  sentence.textContent = words.element.openFrame;
  document.body.append(sentence);
}

function start(): void {
  customElements.define('deltoid-checker', DeltoidChecker);
  const checker = new DeltoidChecker();
  const main = document.createElement('main');
  main.append(checker);
  document.body.append(main);
  addEventListener('message', function greet({ source, data, ports: [port] }) {
    if (source !== parent || data !== hello || !port) return;
    removeEventListener('message', greet); // one host, and only the first word of it
    talk(checker, port);
  });
}

function talk(checker: DeltoidChecker, port: MessagePort): void {
  const send = (message: FromFrame) => port.postMessage(message);
  const tell = () =>
    send({ type: 'check', verdict: verdictOf(checker), summary: readSummary(checker.summary) });
  port.onmessage = ({ data }) => {
    const message = readToFrame(data);
    if (message?.type === 'options') take(checker, message.options);
    else if (message?.type === 'clear') checker.clear();
  };
  checker.addEventListener('deltoid-check', tell);
  checker.addEventListener('deltoid-clear', () => send({ type: 'clear' }));
  const measure = () =>
    send({ type: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(measure).observe(document.body);
}

function take(
  checker: DeltoidChecker,
  { payerClass = '', asOf = '', profile, lang = '' }: FrameOptions,
): void {
  checker.payerClass = payerClass as PayerClass | '';
  checker.asOf = asOf;
  checker.profile = profile;
  if (lang) checker.lang = lang;
  // At once: in a frame out of sight the browser hands out no frames to draw, and the host waits for its first verdict.
  checker.check().catch(() => {});
}

function verdictOf({ findings, summary }: DeltoidChecker): FrameVerdict {
  if (!summary) return 'blank';
  if (findings.some(({ level }) => level === 'error')) return 'deny';
  return findings.some(({ level }) => level === 'warning') ? 'may' : 'clean';
}
