// SPDX-License-Identifier: Apache-2.0
// For host pages: the form in a frame of its own, which nobody outside can look into. Only the verdict, counts and the
// height come out. The frame is sandboxed, so its origin is its own; the page in it (embed.html) refuses any other.
import {
  type FrameOptions,
  type FrameSummary,
  type FrameVerdict,
  hello,
  readFromFrame,
  type ToFrame,
} from './embed/messages.js';

export type { FrameOptions, FrameSummary, FrameVerdict };

export interface EmbedOptions extends FrameOptions {
  /** Where embed.html of this package is served; if absent, beside this module. */
  src?: string | URL | undefined;
  /** The frame's name for screen readers. */
  title?: string | undefined;
}

/** What came out of the frame at the last check. */
export interface FrameCheck {
  verdict: FrameVerdict;
  /** Undefined while there is no code on the claim. */
  summary: FrameSummary | undefined;
}

export interface EmbeddedCheckerEventMap {
  /** The claim in the frame was checked. */
  'deltoid-check': CustomEvent<FrameCheck>;
  /** The form in the frame was emptied. */
  'deltoid-clear': CustomEvent<null>;
}

/** The framed form. */
export class EmbeddedChecker extends EventTarget {
  readonly element: HTMLIFrameElement;
  #last: FrameCheck = { verdict: 'blank', summary: undefined };
  #options: FrameOptions;
  #port: MessagePort | undefined;

  /** Use embed(). */
  constructor(element: HTMLIFrameElement, options: FrameOptions) {
    super();
    this.element = element;
    this.#options = options;
    element.addEventListener('load', () => this.#connect());
  }

  get verdict(): FrameVerdict {
    return this.#last.verdict;
  }

  get summary(): FrameSummary | undefined {
    return this.#last.summary;
  }

  /** Other options, from now on. */
  update(options: FrameOptions): void {
    this.#options = { ...this.#options, ...options };
    this.#send({ type: 'options', options: this.#options });
  }

  /** Empties the form. */
  clear(): void {
    this.#send({ type: 'clear' });
  }

  /** Takes the frame out of the page, and what was typed with it. */
  remove(): void {
    this.#port?.close();
    this.element.remove();
  }

  override addEventListener<Name extends keyof EmbeddedCheckerEventMap>(
    type: Name,
    listener: (event: EmbeddedCheckerEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    // biome-ignore lint/suspicious/noExplicitAny: the overloads above say what it is
    listener: any,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener, options);
  }

  #connect(): void {
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.#hear(data);
    // A sandboxed frame has no origin to name. The word holds nothing; what follows goes over the port.
    this.element.contentWindow?.postMessage(hello, '*', [port2]);
    this.#send({ type: 'options', options: this.#options });
  }

  #send(message: ToFrame): void {
    this.#port?.postMessage(message);
  }

  #hear(data: unknown): void {
    const message = readFromFrame(data);
    if (!message) return;
    if (message.type === 'height') this.element.style.height = `${message.height}px`;
    else if (message.type === 'clear') this.dispatchEvent(new CustomEvent('deltoid-clear'));
    else {
      const { verdict, summary } = message;
      this.#last = { verdict, summary };
      this.dispatchEvent(new CustomEvent('deltoid-check', { detail: this.#last }));
    }
  }
}

/** Puts the form into `target`, in a frame of its own. */
export function embed(target: Element, options: EmbedOptions = {}): EmbeddedChecker {
  const {
    src = new URL('./embed.html', import.meta.url),
    title = 'deltoid: check a claim',
    ...rest
  } = options;
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.referrerPolicy = 'no-referrer';
  frame.title = title;
  frame.style.width = '100%';
  frame.style.height = '40rem';
  frame.style.border = '0';
  const checker = new EmbeddedChecker(frame, rest);
  frame.src = String(src);
  target.append(frame);
  return checker;
}
