// SPDX-License-Identifier: Apache-2.0
// Workers from texts of our own: through a blob, since file:// has no other, and under our one Trusted Types policy.

const ours = new Map<string, string>();

/** A worker that has said it is there; undefined where there are none or the host's policy forbids them. */
export async function ownWorker(source: string): Promise<Worker | undefined> {
  if (typeof Worker === 'undefined' || typeof URL.createObjectURL !== 'function') return undefined;
  try {
    const worker = new Worker(trusted(addressOf(source)) as string, { name: 'deltoid' });
    return await new Promise((resolve) => {
      // A policy that forbids it is told by an event, not by a throw.
      worker.onerror = () => resolve(undefined);
      worker.onmessage = () => resolve(worker);
    });
  } catch {
    return undefined;
  }
}

function addressOf(source: string): string {
  const address = ours.get(source) ?? URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  ours.set(source, address);
  return address;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** It lets through the workers that we made ourselves, and nothing else. */
function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('deltoid-checker', {
    createScriptURL(asked) {
      if (![...ours.values()].includes(asked)) throw new TypeError('Not a script of deltoid');
      return asked;
    },
  });
  return policy ? policy.createScriptURL(url) : url;
}
