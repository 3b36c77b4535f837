// What happens when the window opens: settings, shelf, the issue that was read last; and what it listens to from then on.
import { call, listen } from './bridge/bridge';
import { runFromMenu } from './commands/run-command';
import { standingPicture } from './launch/show-picture';
import { takePicture } from './launch/take-picture';
import { takePagesIn } from './library/take-in';
import { readAppInfo, tellOfLibrary } from './state/app-info';
import { receive, sendKept, useDesk } from './state/desk';
import { endFindWithIssue } from './state/find';
import { followPlacement } from './state/make-up';
import { followVoices } from './state/hearing';
import { sendKeptDays } from './state/kept-days';
import { mayHaveLetters } from './state/kept-letters';
import { followTrash, readShelf } from './state/issue-trash';
import { readLibrary, readTrashed, useLibrary } from './state/library';
import { followRevision, openIssueFromShelf } from './state/open-issue';
import { followOwnFace } from './state/own-face';
import { createRest } from './state/rest';
import { saveAgainNow } from './state/save-again';
import { followStudy, hearOfDay } from './state/study';
import { flushDay, keepUnsaved } from './state/study-day';
import { followTrail } from './state/views';
import { followSettings, readSettings, useSettings, writePlace } from './state/settings';

/** How long the window waits for the issue before it is drawn without it, in milliseconds: longer where its picture stands. */
const patience = { ofNothing: 200, ofPicture: 1000 } as const;

/** Starts the window; resolved when it is known what the window shows and how, so that nothing is drawn twice. */
export async function start(): Promise<void> {
  const settings = readSettings();
  listenToMain();
  const opening = openLastIssue(settings);
  await settings;
  document.documentElement.dataset.theme = useSettings.getState().settings.theme;
  const rest = createRest(standingPicture() === null ? patience.ofNothing : patience.ofPicture);
  await Promise.race([opening, new Promise<void>((resolve) => rest.then(resolve))]);
  rest.cancel();
}

/** For as long as the window lives. */
function listenToMain(): void {
  endFindWithIssue();
  followTrail();
  followVoices();
  followOwnFace();
  followStudy();
  listen('study.changed', hearOfDay);
  followTrash();
  listen('library.changed', () => void readShelf());
  listen('annotations.changed', receive);
  listen('issue.placed', followPlacement);
  listen('issue.revised', (revised) => void followRevision(revised));
  listen('settings.changed', followSettings);
  listen('library.noticed', tellOfLibrary);
  listen('command.chosen', ({ command }) => runFromMenu(command));
  takePagesIn();
  window.addEventListener('focus', saveAgainNow);
  window.addEventListener('pagehide', () => {
    void writePlace();
    keepUnsaved();
    void flushDay();
    // Last: it takes some time, and nothing of the user's may wait for it.
    void call('window.picture', { picture: takePicture() ?? '' });
  });
}

/** Opens the issue that was read last, or the first on the shelf; what else there is to know is asked behind that. */
async function openLastIssue(settings: Promise<void>): Promise<void> {
  await settings;
  const kept = sendKept();
  if (mayHaveLetters()) await kept;
  void sendKeptDays();
  const { place } = useSettings.getState().settings;
  const opening = place === null ? Promise.resolve() : openIssueFromShelf(place.issueId);
  const shelf = readLibrary();
  void readTrashed();
  void readAppInfo();
  await opening;
  await shelf;
  const { issues } = useLibrary.getState();
  // An issue that is on the shelf and did not open says so; one that is gone makes room for another.
  const isThere = issues.some(({ issueId }) => issueId === place?.issueId);
  if (useDesk.getState().status === 'open' || isThere) return;
  useDesk.setState({ status: 'empty', issueId: null, error: null });
  const [first] = issues;
  if (first !== undefined) await openIssueFromShelf(first.issueId);
}
