// Messages to the main process as the page, or what has taken it over, would send them.
import type { Page } from '@playwright/test';

export type Answer = {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
};

/** Sends a message as the page would. */
export function ask(page: Page, kind: 'call' | 'run', name: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    ([how, channel, given]) => {
      const bridge = Reflect.get(globalThis, 'jianbao') as {
        call: (name: string, input: unknown) => Promise<Answer>;
        run: (name: string, input: unknown, onProgress: () => void) => { done: Promise<Answer> };
      };
      return how === 'call' ? bridge.call(channel, given) : bridge.run(channel, given, () => undefined).done;
    },
    [kind, name, input] as const,
  );
}
