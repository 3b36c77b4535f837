// The library that is in use now, as the rest of the application knows it. Another one may take its place: what was
// asked for before is finished first, and what is asked for meanwhile waits.
import type { LibraryNotice } from '../../src-core/ipc/library-notice';
import type { Library } from './library';

export class CurrentLibrary implements Library {
  #library: Library;
  #gate: Promise<void> | null = null;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(library: Library) {
    this.#library = library;
  }

  get path(): string {
    return this.#library.path;
  }

  get notices(): readonly LibraryNotice[] {
    return this.#library.notices;
  }

  /**
   * Does something to the library while nobody else uses it.
   * @param change gives the library that is used from then on, and what is to be answered
   */
  async exchange<T>(
    change: (present: Library) => Promise<{ readonly library: Library; readonly answer: T }>,
  ): Promise<T> {
    while (this.#gate !== null) await this.#gate;
    let open = (): void => undefined;
    this.#gate = new Promise((resolve) => {
      open = resolve;
    });
    try {
      await Promise.allSettled(this.#underWay);
      const { library, answer } = await change(this.#library);
      this.#library = library;
      return answer;
    } finally {
      this.#gate = null;
      open();
    }
  }

  readonly studyDays: Library['studyDays'] = {
    all: () => this.#use((library) => library.studyDays.all()),
    save: (day) => this.#use((library) => library.studyDays.save(day)),
  };

  readonly tagTraits: Library['tagTraits'] = {
    all: () => this.#use((library) => library.tagTraits.all()),
    change: (change) => this.#use((library) => library.tagTraits.change(change)),
  };

  readonly removedIssues: Library['removedIssues'] = {
    all: () => this.#use((library) => library.removedIssues.all()),
    has: (issueId) => this.#use((library) => library.removedIssues.has(issueId)),
    put: (issueIds, at, who) => this.#use((library) => library.removedIssues.put(issueIds, at, who)),
    restore: (issueIds) => this.#use((library) => library.removedIssues.restore(issueIds)),
  };

  issues: Library['issues'] = () => this.#use((library) => library.issues());
  tags: Library['tags'] = () => this.#use((library) => library.tags());
  linksTo: Library['linksTo'] = (issueId) => this.#use((library) => library.linksTo(issueId));
  addIssue: Library['addIssue'] = (issue, source) => this.#use((library) => library.addIssue(issue, source));
  reviseIssue: Library['reviseIssue'] = (issue) => this.#use((library) => library.reviseIssue(issue));
  mendIssue: Library['mendIssue'] = (issue, source) =>
    this.#use((library) => library.mendIssue(issue, source));
  readIssue: Library['readIssue'] = (issueId) => this.#use((library) => library.readIssue(issueId));
  readSource: Library['readSource'] = (issueId) => this.#use((library) => library.readSource(issueId));
  annotations: Library['annotations'] = (issueId) => this.#use((library) => library.annotations(issueId));
  trash: Library['trash'] = (issueId) => this.#use((library) => library.trash(issueId));
  history: Library['history'] = (issueId) => this.#use((library) => library.history(issueId));
  edit: Library['edit'] = (issueId, edit) => this.#use((library) => library.edit(issueId, edit));
  undo: Library['undo'] = (issueId, at) => this.#use((library) => library.undo(issueId, at));
  redo: Library['redo'] = (issueId, at) => this.#use((library) => library.redo(issueId, at));
  backUp: Library['backUp'] = (target) => this.#use((library) => library.backUp(target));
  check: Library['check'] = (goesOn) => this.#use((library) => library.check(goesOn));
  close: Library['close'] = () => this.#use((library) => library.close());

  #use<T>(work: (library: Library) => Promise<T>): Promise<T> {
    return this.#gate === null ? this.#begin(work) : this.#useLater(work);
  }

  async #useLater<T>(work: (library: Library) => Promise<T>): Promise<T> {
    while (this.#gate !== null) await this.#gate;
    return this.#begin(work);
  }

  #begin<T>(work: (library: Library) => Promise<T>): Promise<T> {
    const working = work(this.#library);
    this.#underWay.add(working);
    const forget = (): void => {
      this.#underWay.delete(working);
    };
    working.then(forget, forget);
    return working;
  }
}
