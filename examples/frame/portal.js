// SPDX-License-Identifier: Apache-2.0
// A portal that learns the verdict and no more: what is typed stays in a frame whose origin is its own.
import { embed } from './deltoid/embed.js';

const words = { blank: 'Nothing to check yet', clean: 'Clean', may: 'May deny', deny: 'Will deny' };
const output = document.querySelector('output');

const checker = embed(document.querySelector('#checker'), {
  payerClass: 'medicare_b',
  title: 'Check a claim',
});
checker.addEventListener('deltoid-check', ({ detail: { verdict, summary } }) => {
  output.textContent = summary ? `${words[verdict]} (${summary.errors} of it will deny)` : words[verdict];
});
document.querySelector('button').addEventListener('click', () => checker.clear());
