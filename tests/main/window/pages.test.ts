import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, developmentPolicy } from '../../../src-main/window/content-security-policy';
import { problemChoiceOf, problemPage } from '../../../src-main/window/problem-page';
import { themeGrounds } from '../../../src-main/window/theme-grounds';

describe('the grounds of the themes', () => {
  test.each(Object.entries(themeGrounds))('%s is %s in the style sheet too', (theme, ground) => {
    const sheets = readdirSync('src-renderer/styles').map((file) =>
      readFileSync(`src-renderer/styles/${file}`, 'utf8'),
    );
    const rule = new RegExp(`\\[data-theme='${theme}'\\] \\{[^}]*--desk: (#[0-9a-f]+);`).exec(
      sheets.join('\n'),
    );
    expect(rule?.[1]).toBe(ground);
  });
});

describe('the policy of our pages', () => {
  test('names what is refused, and allows nothing inline', () => {
    const directives = contentSecurityPolicy.split('; ');
    expect(directives).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-src 'none'",
      ]),
    );
    expect(contentSecurityPolicy).not.toMatch(/unsafe|http|\*|:(?!$)(?<!data:)/);
  });

  test('gives way in development to Vite’s server alone', () => {
    const policy = developmentPolicy('http://localhost:5173', 'app://jianbao');
    expect(policy).toContain("connect-src 'self' ws://localhost:5173");
    expect(policy).not.toContain('unsafe-eval');
  });
});

describe('the page about a problem', () => {
  const error = { code: 'library-newer', path: '/home/<b>"我"</b>', version: 9 } as const;
  const html = decodeURIComponent(problemPage(error, 'zh-CN').slice('data:text/html;charset=utf-8,'.length));

  test('says it in both languages, the user’s first', () => {
    expect(html.indexOf('请更新剪报')).toBeGreaterThan(0);
    expect(html.indexOf('Update Jianbao')).toBeGreaterThan(html.indexOf('请更新剪报'));
  });

  test('shows a path as text, whatever is in it', () => {
    expect(html).not.toContain('<b>');
    expect(html).toContain('&#60;b&#62;&#34;我&#34;');
  });

  test('has a link for each choice and no script', () => {
    const addresses = [...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses.map(problemChoiceOf)).toEqual(['retry', 'reveal', 'other', 'quit']);
    expect(html).not.toContain('<script');
    expect(problemChoiceOf('https://example.invalid/retry')).toBeNull();
  });
});
