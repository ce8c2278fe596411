// SPDX-License-Identifier: Apache-2.0
// Every way we know in which a script could get a byte out of a page. Each is tried inside the page with the address
// of a listener; what throws or is blocked is fine. Navigation, pop-ups and WebRTC are not here: no policy stops them
// (docs/privacy.md), so the built page must not contain them, and tests/policy reads it for that.

/** Runs in the page. */
export async function tryChannels(base) {
  const at = (name) => `${base}/${name}`;
  const element = (name, attributes, parent = document.body) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    parent.append(made);
    return made;
  };
  const style = (css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  const workerFrom = (source) => {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const policy = globalThis.trustedTypes?.createPolicy('deltoid-checker', {
      createScriptURL: (text) => text,
    });
    return new Worker(policy ? policy.createScriptURL(url) : url);
  };
  const channels = {
    fetch: () => fetch(at('fetch'), { mode: 'no-cors' }),
    keepalive: () => fetch(at('keepalive'), { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', at('xhr'));
      request.send();
    },
    beacon: () => navigator.sendBeacon(at('beacon'), 'x'),
    websocket: () => new WebSocket(at('websocket').replace('http', 'ws')),
    eventSource: () => new EventSource(at('event-source')),
    image: () => element('img', { src: at('image') }),
    newImage: () => {
      new Image().src = at('new-image');
    },
    pictureSet: () => element('img', { srcset: `${at('srcset')} 2x` }),
    svgImage: () => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttribute('href', at('svg-image'));
      svg.append(image);
      document.body.append(svg);
    },
    backgroundImage: () => {
      element('p', {}).style.backgroundImage = `url(${at('background')})`;
    },
    adoptedStyle: () => style(`body { background-image: url(${at('adopted-style')}) }`),
    font: () => {
      style(`@font-face { font-family: leak; src: url(${at('font')}) } body { font-family: leak }`);
      return new FontFace('leak2', `url(${at('font-face')})`).load();
    },
    styleElement: () => {
      element('style', {}).textContent = `@import url(${at('import')});`;
    },
    stylesheet: () => element('link', { rel: 'stylesheet', href: at('stylesheet') }, document.head),
    icon: () => element('link', { rel: 'icon', href: at('icon') }, document.head),
    prefetch: () => element('link', { rel: 'prefetch', href: at('prefetch') }, document.head),
    preload: () => element('link', { rel: 'preload', as: 'script', href: at('preload') }, document.head),
    modulePreload: () => element('link', { rel: 'modulepreload', href: at('module-preload') }, document.head),
    manifest: () => element('link', { rel: 'manifest', href: at('manifest') }, document.head),
    script: () => element('script', { src: at('script') }),
    dynamicImport: () => import(at('dynamic-import')),
    frame: () => element('iframe', { src: at('frame') }),
    object: () => element('object', { data: at('object') }),
    embed: () => element('embed', { src: at('embed') }),
    video: () => element('video', { src: at('video'), preload: 'auto' }),
    poster: () => element('video', { poster: at('poster') }),
    audio: () => element('audio', { src: at('audio'), preload: 'auto' }),
    form: () => {
      const form = element('form', { action: at('form'), method: 'post', target: 'leak' });
      element('iframe', { name: 'leak' });
      form.submit();
    },
    ping: () => {
      const link = element('a', { href: '#nowhere', ping: at('ping') });
      link.click();
    },
    urlWorker: () => new Worker(at('url-worker')),
    sharedWorker: () => new SharedWorker(at('shared-worker')),
    webTransport: () => new WebTransport(at('web-transport').replace('http:', 'https:')),
    blobWorker: () =>
      workerFrom(`
        const go = (f) => { try { const p = f(); if (p && p.catch) p.catch(() => {}); } catch {} };
        go(() => fetch('${at('worker-fetch')}', { mode: 'no-cors' }));
        go(() => { const r = new XMLHttpRequest(); r.open('GET', '${at('worker-xhr')}'); r.send(); });
        go(() => new WebSocket('${at('worker-websocket').replace('http', 'ws')}'));
        go(() => new EventSource('${at('worker-event-source')}'));
        go(() => importScripts('${at('worker-import')}'));
        go(() => import('${at('worker-dynamic-import')}'));
        go(() => new Worker('${at('worker-worker')}'));
      `),
  };
  for (const attempt of Object.values(channels)) {
    try {
      await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 150))]);
    } catch {
      // Blocked, as it should be.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 700));
  return Object.keys(channels).length;
}
