// SPDX-License-Identifier: Apache-2.0
// A quarter of two million edit pairs, made here and imported: time and peak memory of `deltoid tables import`.
//
//     node bench/tables.mjs [PAIRS]     DELTOID names another program than build/bench/cli/deltoid
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const program = process.env.DELTOID ?? ['bench', 'native'].map((preset) => join(root, `build/${preset}/cli/deltoid`)).find(existsSync);
const wanted = Number(process.argv[2] ?? 2_000_000);
const parts = 4;
const head = 'CPT codes only.\r\nColumn 1/Column 2 Edits\t\t\t\t\t\t\r\nColumn 1\tColumn 2\t* = In existence prior to 1996\tEffective Date\t' +
  'Deletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale\r\n';
const code = (number) => String(number).padStart(5, '0');
const row = (first, second) => `${code(first)}\t${code(second)}\t\t20150101\t*\t1\tStandards of medical / surgical practice\r\n`;

/** Pairs of every first code with the injection and as many others as make up the number. */
async function write(path, first, last, each) {
  const out = createWriteStream(path);
  out.write(head);
  let bytes = head.length;
  for (let one = first; one < last; ++one) {
    let text = '';
    for (let i = 1; i < each; ++i) text += row(one, 20000 + i);
    text += row(one, 96372);
    bytes += text.length;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return bytes;
}

/** Runs to the end: { seconds, peak } with the peak in bytes, as the system tells it while the program runs. */
async function measure(args) {
  const begun = performance.now();
  const run = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${run.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch { /* it has ended */ }
  }, 5);
  const [status] = await once(run, 'close');
  clearInterval(look);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit status ${status}`);
  return { seconds: (performance.now() - begun) / 1000, peak };
}

const folder = mkdtempSync(join(tmpdir(), 'deltoid-bench-'));
try {
  const firsts = 1000;
  const each = Math.ceil(wanted / parts / firsts);
  const files = [];
  let bytes = 0;
  for (let part = 1; part <= parts; ++part) {
    files.push(join(folder, `ccipra-v330r0-f${part}.txt`));
    bytes += await write(files.at(-1), part * 2000, part * 2000 + firsts, each);
  }
  const { seconds, peak } = await measure(['tables', 'import', ...files, '--out', join(folder, 'packs')]);
  console.log(`${(parts * firsts * each).toLocaleString('en')} pairs, ${(bytes / 1e6).toFixed(0)} MB: ${seconds.toFixed(2)} s, ${(bytes / 1e6 / seconds).toFixed(0)} MB/s, ${(peak / 1e6).toFixed(1)} MB at most`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
