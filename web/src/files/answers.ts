// SPDX-License-Identifier: Apache-2.0
// Whether a file is what payers answered (835, 277CA) and not claims, told from its first bytes and never from its name.

/** As far as is looked: acknowledgements of a file may stand before. */
const enough = 1 << 16;

/** Is the first transaction that is claims or an answer to claims an answer? */
export function answersClaims(start: Uint8Array): boolean {
  const text = decoderOf(start).decode(start.subarray(0, enough)).trimStart();
  if (!text.startsWith('ISA')) return false;
  const separator = (text[3] ?? '').replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  const [, transaction] = new RegExp(`[^\\w${separator}]\\s*ST${separator}(837|835|277)\\b`).exec(text) ?? [];
  return transaction !== undefined && transaction !== '837';
}

function decoderOf([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}
