// What a page that has been taken over would try: each probe runs in the page, at a distance from the call that starts
// it, since code run by the driver is not held to the page's policy.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';

/** Listens on the loopback and counts what arrives, by TCP and UDP. */
export async function listen() {
  let arrived = 0;
  const tcp = createServer((socket) => {
    arrived++;
    socket.on('error', () => undefined);
    socket.end();
  });
  const udp = createSocket('udp4').on('message', () => arrived++);
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port');
  return {
    tcpPort: address.port,
    udpPort: udp.address().port,
    arrived: () => arrived,
    close: async () => {
      await new Promise((resolve) => tcp.close(resolve));
      await new Promise<void>((resolve) => udp.close(resolve));
    },
  };
}

/** Runs statements in the page as the page's own code; waits for what they return, then lets the engine take it up. */
export async function runInPage(page: Page, code: string, milliseconds = 50): Promise<void> {
  await page.evaluate(
    ([source, wait]) =>
      new Promise<void>((resolve) => {
        const run = new Function(source) as () => unknown;
        setTimeout(() => {
          // Being stopped is what the probe is for; what got through is seen elsewhere.
          const done = Promise.resolve()
            .then(run)
            .catch(() => undefined);
          const longest = new Promise((stop) => setTimeout(stop, 5_000));
          void Promise.race([done, longest]).then(() => setTimeout(resolve, wait));
        }, 0);
      }),
    [code, milliseconds] as const,
  );
}

/** Everything in a page that can make the engine connect somewhere. */
export function connectionProbes(tcpPort: number, udpPort: number): Readonly<Record<string, string>> {
  const base = `http://127.0.0.1:${tcpPort}`;
  const add = (tag: string, properties: Readonly<Record<string, string>>) =>
    `document.documentElement.append(Object.assign(document.createElement('${tag}'), ${JSON.stringify(properties)}))`;
  const link = (rel: string, as = '') => add('link', { rel, as, href: `${base}/${rel}` });
  const rtc = (url: string) =>
    `const peer = new RTCPeerConnection({ iceServers: [{ urls: '${url}', username: 'a', credential: 'b' }] });
     peer.createDataChannel('a');
     const gathered = new Promise((done) => peer.addEventListener('icegatheringstatechange', () => {
       if (peer.iceGatheringState === 'complete') done();
     }));
     return peer.createOffer().then((offer) => peer.setLocalDescription(offer)).then(() => gathered)`;
  return {
    fetch: `return fetch('${base}/fetch')`,
    https: `return fetch('https://127.0.0.1:${tcpPort}/')`,
    xhr: `const x = new XMLHttpRequest(); x.open('GET', '${base}/xhr'); x.send()`,
    beacon: `navigator.sendBeacon('${base}/beacon', 'x')`,
    socket: `new WebSocket('ws://127.0.0.1:${tcpPort}')`,
    eventSource: `new EventSource('${base}/events')`,
    transport: `const transport = new WebTransport('https://127.0.0.1:${udpPort}/');
      transport.closed.catch(() => undefined); return transport.ready`,
    image: `new Image().src = '${base}/image.png'`,
    audio: `return new Audio('${base}/a.mp3').play()`,
    font: `return new FontFace('x', 'url(${base}/x.ttf)').load()`,
    script: add('script', { src: `${base}/x.js` }),
    frame: add('iframe', { src: `${base}/frame` }),
    object: add('object', { data: `${base}/object` }),
    embed: add('embed', { src: `${base}/embed` }),
    styleSheet: link('stylesheet'),
    preconnect: link('preconnect'),
    dnsPrefetch: link('dns-prefetch'),
    prefetch: link('prefetch'),
    preload: link('preload', 'image'),
    modulePreload: link('modulepreload'),
    prerender: link('prerender'),
    icon: link('icon'),
    manifest: link('manifest'),
    ping: `const a = Object.assign(document.createElement('a'), { href: '#', ping: '${base}/ping' });
           document.documentElement.append(a); a.click()`,
    form: `const f = Object.assign(document.createElement('form'), { action: '${base}/form', method: 'post' });
           document.documentElement.append(f); f.submit()`,
    location: `location.href = '${base}/location'`,
    open: `window.open('${base}/open')`,
    stun: rtc(`stun:127.0.0.1:${udpPort}`),
    turn: rtc(`turn:127.0.0.1:${tcpPort}?transport=tcp`),
  };
}
