// SPDX-License-Identifier: Apache-2.0
// The privacy panel's words, in English. As modest as the facts: see docs/privacy.md.

export const privacyWords = {
  title: 'How do I know that nothing leaves this computer?',
  intro: 'You do not have to take our word. The browser enforces most of it, and the rest can be looked at.',
  cannotTitle: 'What this page cannot do',
  cannot: [
    'Send anything: its policy forbids every connection (connect-src ‘none’), and images, fonts, styles, frames and forms that could carry something out.',
    'Load anything: the checker, its tables and every word lie in this one file. Pull the network cable and it works the same.',
    'Run a script that is not its own: only one script, known by its hash, may run. The worker inherits the same policy.',
    'Keep anything: no cookies, no storage, no cache. Close the tab, or press Clear, and it is gone.',
  ],
  engineTitle: 'What the checker can do',
  engine: (imports: number) =>
    `The checker is WebAssembly. It has no way to the network or to files; all it may call are these ${imports} functions that pass values to this page:`,
  engineWaiting: 'The list appears when the checker has started.',
  policyTitle: 'The policy in force',
  policyMissing: 'This page carries no policy of its own. Use deltoid.html as it was built.',
  limitsTitle: 'What no policy can stop',
  limits: [
    'A page may always go to another address, and a browser may open peer connections (WebRTC). Our scripts contain neither, and a test of ours reads the built file to prove it.',
    'Browser extensions, and whoever controls this computer, see what you see.',
    'Printing, copying and downloads leave the page because you ask for them. They may contain patient data.',
  ],
  checkTitle: 'How to check for yourself',
  check: [
    'Open the developer tools (F12), choose Network, and check a file: the list stays empty.',
    'Disconnect from the network and check a file.',
  ],
};
