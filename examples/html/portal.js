// SPDX-License-Identifier: Apache-2.0
// A portal without a framework: it hears what was found, and sends the form when nothing stands against the claim.
import './deltoid/element.js';

const checker = document.querySelector('deltoid-checker');
const output = document.querySelector('output');

checker.addEventListener('deltoid-check', ({ detail: { summary } }) => {
  output.textContent = summary ? `${summary.errors} will deny, ${summary.warnings} to look at` : '';
});

// The browser has already kept back what will be denied, and led to the box.
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const claim = JSON.parse(new FormData(event.target).get('claim'));
  output.textContent = `Sent: ${claim.lines.map(({ code }) => code).join(', ')}`;
});
