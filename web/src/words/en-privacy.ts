// SPDX-License-Identifier: Apache-2.0
// The privacy panel's words, in English. As modest as the facts: see docs/privacy.md.

export const privacyWords = {
  title: 'How do I know that nothing leaves this computer?',
  intro: 'You do not have to take our word. The browser enforces most of it, and the rest can be looked at.',
  cannotTitle: 'What this page cannot do',
  cannot: [
    'Send anything: its policy forbids every connection (connect-src ‘none’), and images, fonts, styles, frames and forms that could carry something out.',
    'Load anything: the checker, its tables and every word lie in this one file. Pull the network cable and it works the same.',
    'Run a script that is not its own: only two scripts, known by their hashes, may run, the page’s and the leak test’s. The worker inherits the same policy.',
  ],
  doesNotTitle: 'What it could do and does not',
  doesNot: [
    'Keep anything: it uses no cookies, no storage and no cache. Close the tab, or press Clear, and it is gone.',
    'Go to another address, open a window, or open a peer connection (WebRTC): no policy stops these. Our scripts contain none of them, and a test of ours reads the built file to prove it.',
    'Make a frame: a frame is blocked before anything is asked, but the browser may already look up the name of its host. Only the leak test below makes one.',
  ],
  leak: {
    title: 'Try to leak',
    hint: 'The page tries each way out that we know, once, with a made-up word and no patient data, to an address that cannot exist (leak-test.invalid). You see what became of each. The browser’s console (F12) lists the same.',
    start: 'Try to leak now',
    again: 'Try again',
    running: 'Trying …',
    missing: 'The leak test belongs to deltoid.html and is not in this page.',
    channel: 'Way out',
    outcome: 'What became of it',
    done: (blocked: number, silent: number, open: number) => {
      if (open > 0)
        return `${open} of ${blocked + silent + open} ways out were not blocked. Do not use this copy of the page for patient data.`;
      return silent > 0
        ? `${blocked} ways out were blocked; on ${silent} more this browser gives the page no report.`
        : `All ${blocked} ways out that could be tried were blocked.`;
    },
    silent: 'This browser tells the page neither way. Look at its console and its network list (F12).',
    states: {
      blocked: 'blocked',
      open: 'not blocked',
      silent: 'no report',
      absent: 'not in this browser',
      empty: 'not used, and empty',
      kept: 'not used by us',
      untried: 'not tried',
    },
    by: (directive: string) => `by ${directive}`,
    entries: (count: string) => `${count} entries of other pages in the same place`,
    channels: {
      fetch: 'Request (fetch)',
      xhr: 'Request, the older way (XHR)',
      websocket: 'Web socket',
      eventSource: 'Event stream',
      webTransport: 'Web transport',
      dynamicImport: 'Script module loaded later',
      beacon: 'Beacon',
      image: 'Image',
      styleImage: 'Image in a style',
      stylesheet: 'Style sheet',
      font: 'Font',
      icon: 'Icon of the page',
      prefetch: 'Link fetched ahead',
      script: 'Script',
      frame: 'Frame',
      object: 'Plug-in object',
      media: 'Video or sound',
      form: 'Form',
      ping: 'Ping of a link',
      urlWorker: 'Worker from an address',
      'worker-fetch': 'Request from a worker',
      'worker-xhr': 'Older request from a worker',
      'worker-websocket': 'Web socket from a worker',
      'worker-eventSource': 'Event stream from a worker',
      'worker-webTransport': 'Web transport from a worker',
      'worker-dynamicImport': 'Module loaded by a worker',
      'worker-importScripts': 'Script loaded by a worker',
      cookies: 'Cookies',
      local: 'Local storage',
      session: 'Session storage',
      databases: 'Databases (IndexedDB)',
      caches: 'Caches',
    } as Record<string, string>,
    untried: [
      [
        'Going to another address',
        'It would take you away from here. No policy stops it; look at the address bar: it stays.',
      ],
      [
        'Opening a window',
        'No policy of a file stops it; a server’s can (sandbox). Look: none opens, and our scripts cannot ask for one.',
      ],
      [
        'Peer connection (WebRTC)',
        'Browsers ignore the policy’s word on it. Look at chrome://webrtc-internals or about:webrtc: it stays empty.',
      ],
    ] as [string, string][],
  },
  engineTitle: 'What the checker can do',
  engine: (imports: number) =>
    `The checker is WebAssembly. It has no way to the network or to files; all it may call of this page are ${imports} functions, which tell that its memory grew and that it had to stop:`,
  engineWaiting: 'The list appears when the checker has started.',
  policyTitle: 'The policy in force',
  policyMissing: 'This page carries no policy of its own. Use deltoid.html as it was built.',
  buildTitle: 'Which build this is',
  build: {
    version: 'Version',
    page: 'This page, SHA-256',
    pageWithMore: 'This page without what was saved into it, SHA-256',
    engine: 'Its engine, SHA-256',
    working: 'being worked out …',
    none: 'not to be had here: the browser gives sums only to files and to https pages',
    compare:
      'Compare with the sum that is published beside deltoid.html, or with one of your own. A page that lies could lie about its sum too, so the sum that you work out yourself counts for more:',
    commands: [
      ['Windows', 'certutil -hashfile deltoid.html SHA256'],
      ['macOS', 'shasum -a 256 deltoid.html'],
      ['Linux', 'sha256sum deltoid.html'],
    ] as [string, string][],
  },
  limitsTitle: 'What nobody can promise',
  limits: [
    'Browser extensions, and whoever controls this computer, see what you see.',
    'Printing, copying and downloads leave the page because you ask for them. They may contain patient data.',
  ],
  checkTitle: 'How to check for yourself',
  check: [
    'Open the developer tools (F12), choose Network, and check a file: the list stays empty.',
    'Disconnect from the network and check a file.',
  ],
};
