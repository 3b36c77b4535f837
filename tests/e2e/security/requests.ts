// Requests to the app scheme from the main process, which no policy of a page holds.
import type { Launched } from '../launch';

/** Asks for an address and gives [status, type, sniffing, has a policy]. */
export function request(electron: Launched['electron'], address: string, method = 'GET') {
  return electron.evaluate(
    async ({ net }, [url, how]) => {
      const response = await net.fetch(url, { method: how });
      const { headers } = response;
      return [
        response.status,
        headers.get('content-type'),
        headers.get('x-content-type-options'),
        headers.get('content-security-policy')?.includes("default-src 'none'") ?? false,
      ] as const;
    },
    [address, method] as const,
  );
}
