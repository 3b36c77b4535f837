// What the commands of views, of the way back, and of other issues do.
import type { Flow, View } from '../../src-core/ipc/contract';
import type { IssueId } from '../../src-core/publication/issue';
import type { TextFace } from '../../src-core/typesetting/faces';
import { useDesk } from '../state/desk';
import { toggleHearing, useHearing } from '../state/hearing';
import { useLibrary } from '../state/library';
import { openIssueFromShelf } from '../state/open-issue';
import { changeSettings, useSettings } from '../state/settings';
import { changeView, travel, useTrail } from '../state/views';
import type { Runtime } from './runtime';

/** The runtimes of views and ways. */
export const viewRuntimes = {
  'view.as-page': viewRuntime('page'),
  'view.as-article': viewRuntime('article'),
  'view.as-issue': viewRuntime('issue'),
  'view.flow-paged': flowRuntime('paged'),
  'view.flow-scrolled': flowRuntime('scrolled'),
  'view.face-song': faceRuntime('song'),
  'view.face-kai': faceRuntime('kai'),
  'view.face-hei': faceRuntime('hei'),
  'view.swap-sides': {
    run: () => {
      const { shelfSide } = useSettings.getState().settings;
      void changeSettings({ shelfSide: shelfSide === 'left' ? 'right' : 'left' });
    },
    isEnabled: () => true,
  },
  'view.read-aloud': {
    run: toggleHearing,
    isEnabled: () => useHearing.getState().hasVoice && useDesk.getState().status === 'open',
  },
  'go.back': { run: () => void travel('back'), isEnabled: () => useTrail.getState().past.length > 0 },
  'go.forward': {
    run: () => void travel('forward'),
    isEnabled: () => useTrail.getState().future.length > 0,
  },
  'go.next-issue': issueRuntime(1),
  'go.previous-issue': issueRuntime(-1),
} as const satisfies Readonly<Record<string, Runtime>>;

function viewRuntime(view: View): Runtime {
  return {
    run: () => changeView(view),
    isEnabled: () => useDesk.getState().status === 'open' && useSettings.getState().settings.view !== view,
  };
}

function faceRuntime(textFace: TextFace): Runtime {
  return {
    run: () => void changeSettings({ textFace }),
    isEnabled: () => useSettings.getState().settings.textFace !== textFace,
  };
}

function flowRuntime(flow: Flow): Runtime {
  return {
    run: () => void changeSettings({ flow }),
    isEnabled: () => {
      const { settings } = useSettings.getState();
      return settings.flow !== flow && settings.view !== 'page';
    },
  };
}

/** Issues follow each other as they stand on the shelf. */
function issueRuntime(step: 1 | -1): Runtime {
  const beside = (): IssueId | null => {
    const { issues } = useLibrary.getState();
    const at = issues.findIndex(({ issueId }) => issueId === useDesk.getState().issueId);
    return at < 0 ? null : (issues[at + step]?.issueId ?? null);
  };
  return {
    run: () => {
      const issueId = beside();
      if (issueId !== null) void openIssueFromShelf(issueId);
    },
    isEnabled: () => beside() !== null,
  };
}
