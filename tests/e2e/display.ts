// A screen of its own for each worker of the end-to-end tests, where the machine has none: windows on one screen take
// the focus and the clipboard from each other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Display = {
  /** What DISPLAY is for a program that opens its windows here; undefined for the machine's own. */
  readonly name: string | undefined;
  readonly end: () => Promise<void>;
};

/** True where windows can be opened as it is. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** Starts a virtual display (Xvfb chooses its number); gives the machine's own where there is one. */
export async function startDisplay(): Promise<Display> {
  if (hasDisplay()) return { name: undefined, end: () => Promise.resolve() };
  const screen = ['-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(server, 'close');
  const numbers = server.stdio[3];
  if (numbers === null || numbers === undefined || !('on' in numbers))
    throw new Error('Xvfb tells no number');
  const told = once(numbers, 'data').then(([bytes]) => String(bytes).trim());
  const number = await Promise.race([told, ended.then(() => null)]);
  if (number === null || number === '') throw new Error(`Xvfb did not start: ${said}`);
  return {
    name: `:${number}`,
    end: async () => {
      server.kill();
      await ended;
    },
  };
}
