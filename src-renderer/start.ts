// What happens when the window opens: settings, shelf, the issue that was read last; and what it listens to from then on.
import { listen } from './bridge/bridge';
import { runFromMenu } from './commands/run-command';
import { takePagesIn } from './library/take-in';
import { readAppInfo, tellOfLibrary } from './state/app-info';
import { receive, sendKept, useDesk } from './state/desk';
import { endFindWithIssue } from './state/find';
import { followPlacement } from './state/make-up';
import { followVoices } from './state/hearing';
import { readLibrary, useLibrary } from './state/library';
import { followRevision, openIssueFromShelf } from './state/open-issue';
import { followStudy, hearOfDay } from './state/study';
import { flushDay } from './state/study-day';
import { followTrail } from './state/views';
import { followSettings, readSettings, useSettings, writePlace } from './state/settings';

/** Starts the window; the returned function stops listening. */
export function start(): () => void {
  const releases = [
    endFindWithIssue(),
    followTrail(),
    followVoices(),
    followStudy(),
    listen('study.changed', hearOfDay),
    listen('library.changed', () => void readLibrary()),
    listen('annotations.changed', receive),
    listen('issue.placed', followPlacement),
    listen('issue.revised', (revised) => void followRevision(revised)),
    listen('settings.changed', followSettings),
    listen('library.noticed', tellOfLibrary),
    listen('command.chosen', ({ command }) => runFromMenu(command)),
    takePagesIn(),
  ];
  const leave = (): void => {
    void writePlace();
    void flushDay();
  };
  window.addEventListener('pagehide', leave);
  void openLastIssue();
  void readAppInfo();
  return () => {
    window.removeEventListener('pagehide', leave);
    releases.forEach((release) => release());
  };
}

/** Opens the issue that was read last, while the shelf is still being read; or the first on the shelf. */
async function openLastIssue(): Promise<void> {
  const shelf = readLibrary();
  await readSettings();
  await sendKept();
  const { place } = useSettings.getState().settings;
  if (place !== null) await openIssueFromShelf(place.issueId);
  await shelf;
  const { issues } = useLibrary.getState();
  // An issue that is on the shelf and did not open says so; one that is gone makes room for another.
  const isThere = issues.some(({ issueId }) => issueId === place?.issueId);
  if (useDesk.getState().status === 'open' || isThere) return;
  useDesk.setState({ status: 'empty', issueId: null, error: null });
  const [first] = issues;
  if (first !== undefined) await openIssueFromShelf(first.issueId);
}
