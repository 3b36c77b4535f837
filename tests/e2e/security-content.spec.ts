// What a page may load, run and show: our own files, and text as text.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, launchOnce, test } from './launch';
import { ask } from './security/messages';
import { runInPage } from './security/probes';
import { request } from './security/requests';

test('the policy stops code and content that are not ours', async ({ launch }) => {
  const { window } = await launch();
  await window.evaluate(() => {
    const violated: string[] = [];
    Reflect.set(globalThis, 'violated', violated);
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
  });
  const add = (tag: string, properties: object) =>
    window.evaluate(
      ([name, given]) => {
        const { text, attributes, ...plain } = given as {
          text?: string;
          attributes?: Record<string, string>;
        };
        const element = Object.assign(document.createElement(name), plain);
        for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
        if (text !== undefined) element.textContent = text;
        document.body.append(element);
        if (name === 'button' || name === 'a') element.click();
      },
      [tag, properties] as const,
    );
  await window.evaluate(
    () =>
      new Promise<void>((done) => {
        setTimeout(() => {
          for (const attempt of ['eval', 'Function'] as const) {
            try {
              if (attempt === 'eval') (0, eval)("globalThis.ran = 'eval'");
              else (new Function("globalThis.ran = 'Function'") as () => void)();
            } catch {
              // Refused, as it should be; the violation is counted.
            }
          }
          done();
        }, 0);
      }),
  );
  await add('script', { text: "globalThis.ran = 'inline script'" });
  await add('script', { src: 'data:text/javascript,globalThis.ran="data"' });
  await add('button', { attributes: { onclick: "globalThis.ran = 'inline handler'" } });
  await add('a', { href: "javascript:globalThis.ran='javascript address'" });
  await add('style', { text: 'body { --ran: 1 }' });
  await add('img', { src: 'https://example.invalid/a.png' });
  await add('iframe', { src: 'app://jianbao/' });
  await add('object', { data: 'app://jianbao/' });
  await add('base', { href: 'https://example.invalid/' });
  await runInPage(window, "return fetch('https://example.invalid/')");
  await runInPage(window, "new Worker('data:text/javascript,0')");
  await runInPage(window, "return new FontFace('x', 'url(https://example.invalid/x.ttf)').load()");
  await runInPage(window, "const f = document.createElement('form'); document.body.append(f); f.submit()");

  const seen = await window.evaluate(() => ({
    ran: Reflect.get(globalThis, 'ran') as unknown,
    styled: getComputedStyle(document.body).getPropertyValue('--ran'),
    base: document.baseURI,
    violated: [...new Set(Reflect.get(globalThis, 'violated') as string[])].toSorted(),
  }));
  expect(seen).toEqual({
    ran: undefined,
    styled: '',
    base: 'app://jianbao/',
    violated: [
      'base-uri',
      'connect-src',
      'font-src',
      'form-action',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
      'worker-src',
    ],
  });
});

test.describe('addresses', () => {
  const running = launchOnce();

  test('only our own files are served, with their types', async () => {
    const { electron } = running();
    const html = readFileSync('out/renderer/index.html', 'utf8');
    const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(html)?.[1] ?? 'no script in index.html';
    const style = /href="\.?\/?(assets\/[^"]+\.css)"/.exec(html)?.[1] ?? 'no style in index.html';
    const served = {
      'app://jianbao/': 'text/html; charset=utf-8',
      [`app://jianbao/${script}`]: 'text/javascript; charset=utf-8',
      [`app://jianbao/${style}`]: 'text/css; charset=utf-8',
      'app://jianbao/fonts/NotoSerifSC-Regular.ttf': 'font/ttf',
    };
    for (const [address, type] of Object.entries(served)) {
      expect(await request(electron, address), address).toEqual([200, type, 'nosniff', true]);
    }
  });

  test('no address leads out of the served folders', async () => {
    const { electron } = running();
    // Files that exist and are of a kind that is served: only the place of the file can be why it is not.
    const renderer = resolve('out/renderer');
    const beside = resolve('out/renderer-beside');
    const link = join(renderer, 'leads-out.js');
    await mkdir(beside, { recursive: true });
    await cp('out/main/index.js', join(beside, 'x.js'));
    await symlink(resolve('out/main/index.js'), link);
    try {
      expect([existsSync(join(renderer, '../main/index.js')), existsSync(link)]).toEqual([true, true]);
      for (const address of [
        'app://jianbao/../main/index.js',
        'app://jianbao/..%2fmain%2findex.js',
        'app://jianbao/%2e%2e/main/index.js',
        'app://jianbao/%2e%2e%2fmain%2findex.js',
        'app://jianbao/..%5cmain%5cindex.js',
        'app://jianbao/%252e%252e%252fmain%252findex.js',
        'app://jianbao/assets/..%2f..%2fmain%2findex.js',
        'app://jianbao/fonts/..%2f..%2fout%2fmain%2findex.js',
        'app://jianbao/leads-out.js',
        'app://jianbao/..%2frenderer-beside%2fx.js',
        `app://jianbao/${resolve('out/main/index.js')}`,
        'app://jianbao/index.html%00.js',
        'app://jianbao/index.html?a=1',
        'app://other/index.html',
        'app://other/..%2fmain%2findex.js',
        'app://jianbao/fonts/NotoSerifSC-LICENSE.txt',
      ]) {
        expect((await request(electron, address))[0], address).toBe(404);
      }
      for (const method of ['POST', 'PUT', 'HEAD', 'DELETE']) {
        expect((await request(electron, 'app://jianbao/index.html', method))[0], method).toBe(404);
      }
    } finally {
      await rm(link, { force: true });
      await rm(beside, { recursive: true, force: true });
    }
  });
});

test('files of the disk are out of reach', async ({ launch, folder }) => {
  const { window, electron } = await launch();
  const picture = join(folder, 'a.svg');
  await writeFile(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const address = `file://${picture}`;
  expect(
    await window.evaluate(
      async (file) => ({
        fetched: await fetch(file).then(
          () => true,
          () => false,
        ),
        shown: await new Promise((done) => {
          const image = new Image();
          image.onload = () => done(true);
          image.onerror = () => done(false);
          image.src = file;
        }),
      }),
      address,
    ),
  ).toEqual({ fetched: false, shown: false });
  // Not even the main process can bring one into a window by mistake.
  const loaded = await electron.evaluate(
    ({ BrowserWindow }, file) =>
      new BrowserWindow({ show: false }).loadURL(file).then(
        () => 'loaded',
        () => 'refused',
      ),
    address,
  );
  expect(loaded).toBe('refused');
});

test('text that looks like a page is shown as text', async ({ launch, folder }) => {
  const evil = `<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=2</script>`;
  const sample = readFileSync('resources/samples/wujin-2022-10-11.txt', 'utf8');
  const first = await launch();
  const page = join(folder, 'a <b>page<b>.txt');
  await writeFile(page, `${sample}\n${evil}\n${evil}`);
  await first.answerDialogs({ open: [page] });
  const { token } = (await ask(first.window, 'call', 'import.choose', {})).value as { token: string };
  const imported = await ask(first.window, 'run', 'import.run', { token });
  const { outcomes } = imported.value as { outcomes: [{ issueId: string; articles: number }] };
  const [{ issueId, articles }] = outcomes;
  const opened = (await ask(first.window, 'call', 'issue.open', { issueId })).value as OpenedIssue;
  const article = opened.issue.articles.find(({ text }) => text.includes('<script>'));
  if (article === undefined) throw new Error('the import dropped the text');
  const start = article.text.indexOf('<');
  const exact = article.text.slice(start, start + 4);
  const at = '2026-01-01T00:00:00.000Z';
  const added = await ask(first.window, 'call', 'annotations.edit', {
    issueId,
    edit: {
      type: 'add',
      annotation: {
        annotationId: 'evil',
        issueId,
        articleId: article.articleId,
        target: {
          position: { type: 'TextPositionSelector', start, end: start + 4 },
          quote: {
            type: 'TextQuoteSelector',
            exact,
            prefix: article.text.slice(Math.max(0, start - 32), start),
            suffix: article.text.slice(start + 4, start + 36),
          },
        },
        style: 'highlight',
        color: 'gamboge',
        tags: [`<img src=x onerror="globalThis.ran=3">`],
        note: `${evil} [x](javascript:globalThis.ran=4)`,
        author: evil,
        created: at,
        modified: at,
      },
    },
  });
  expect(added).toMatchObject({ ok: true });
  await first.close();

  const { window } = await launch();
  await window.getByText(`${articles} 篇`).click();
  // A link to a script is no link: the note's Markdown shows its words alone.
  await expect(window.locator('body')).toContainText('<script>globalThis.ran=2</script>');
  await expect(window.locator('body')).toContainText('onerror="globalThis.ran=3"');
  const seen = await window.evaluate(() => ({
    ran: Reflect.get(globalThis, 'ran') as unknown,
    elements: document.querySelectorAll('img[src="x"], body script, a[href^="javascript"], b').length,
  }));
  expect(seen).toEqual({ ran: undefined, elements: 0 });
});

type OpenedIssue = {
  readonly issue: { readonly articles: readonly { readonly articleId: string; readonly text: string }[] };
};
