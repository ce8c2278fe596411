// SPDX-License-Identifier: Apache-2.0
// A portal in React 19: properties go in as they are, events are heard by `on` and their name.
// Where pages are made on a server as well, import 'deltoid/element' in an effect: it needs a browser.
import 'deltoid/element';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** What the portal knows already. The element keeps what is typed, so that this is given once and not with every key. */
const known = {
  payer: { class: 'medicare_b' },
  pos: '11',
  diagnoses: ['M54.50'],
  lines: [{ code: '96372', units: '1' }],
};

function ClaimForm({ onSend }) {
  const [summary, setSummary] = useState();
  const send = (event) => {
    event.preventDefault();
    onSend(JSON.parse(new FormData(event.target).get('claim')));
  };
  return (
    <form onSubmit={send}>
      <deltoid-checker
        name="claim"
        value={known}
        ondeltoid-check={({ detail }) => setSummary(detail.summary)}
      />
      <button type="submit">Send</button>
      <output>{summary && `${summary.errors} will deny`}</output>
    </form>
  );
}

function Portal() {
  const [open, setOpen] = useState(true);
  const [sent, setSent] = useState();
  return (
    <>
      <h1>Send a claim</h1>
      <button type="button" onClick={() => setOpen(!open)}>
        {open ? 'Put away' : 'New claim'}
      </button>
      {open && <ClaimForm onSend={setSent} />}
      {sent && <p>Sent: {sent.lines.map(({ code }) => code).join(', ')}</p>}
    </>
  );
}

createRoot(document.querySelector('main')).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
