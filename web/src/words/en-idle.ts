// SPDX-License-Identifier: Apache-2.0
// Clearing by itself, in English.

export const idleWords = {
  label: 'Clears itself after',
  after: (minutes: number) => (minutes === 0 ? 'never' : `${minutes} minutes`),
  countdown: (seconds: number) =>
    `This page clears itself in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  title: 'About to clear',
  why: 'Nobody has touched it for a while.',
  keep: 'Keep it',
  clearNow: 'Clear now',
  cleared: (minutes: number) =>
    `Cleared, because nobody touched the page for ${minutes} minutes. Nothing of the claim is left.`,
};
