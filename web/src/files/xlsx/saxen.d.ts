// SPDX-License-Identifier: Apache-2.0
// What we use of saxen, which comes without types.
declare module 'saxen' {
  type Resolve = (text: string) => string;

  /** Throws what is wrong with the XML, and what a listener throws. */
  export class Parser {
    on(
      event: 'openTag',
      heard: (name: string, attributes: () => Record<string, string>, resolve: Resolve) => void,
    ): this;
    on(event: 'closeTag', heard: (name: string) => void): this;
    on(event: 'text', heard: (text: string, resolve: Resolve) => void): this;
    on(event: 'cdata' | 'attention', heard: (text: string) => void): this;
    write(xml: string): this;
    end(): void;
  }

  /** Resolves the five entities of XML and character references; others stay as they are written. */
  export const decode: Resolve;
}
