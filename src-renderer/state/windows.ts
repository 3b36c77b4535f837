// Other windows of the application, which show other issues, or the same one elsewhere.
import type { IssueId } from '../../src-core/publication/issue';
import { call } from '../bridge/bridge';
import { report } from './notices';
import { writePlace } from './settings';

/** Opens another window on an issue; on the one that lies open here, at the same place. */
export async function openWindow(issueId: IssueId): Promise<void> {
  await writePlace();
  const result = await call('window.open', { issueId });
  if (!result.ok) report(result.error);
}
