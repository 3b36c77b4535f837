// The three zones of the window, between which one goes by a key: shelf, page, marks. A zone is any element that names
// itself by `data-zone`; its first thing that takes focus is where one arrives.

const focusable =
  '[data-zone-focus], button:not(:disabled), [href], input:not(:disabled), textarea, [tabindex="0"]';

/** Moves the focus to the zone after, or before, the one it is in. */
export function focusZone(step: 1 | -1): void {
  const zones = [...document.querySelectorAll<HTMLElement>('[data-zone]')];
  const current = zones.findIndex((zone) => zone.contains(document.activeElement));
  const next = zones[(Math.max(current, 0) + step + zones.length) % zones.length];
  if (next === undefined) return;
  const preferred =
    next.querySelector<HTMLElement>('[data-zone-focus]') ?? next.querySelector<HTMLElement>(focusable);
  (next.matches('[tabindex]') ? next : (preferred ?? next)).focus();
}

/** Gives the page the focus unasked: no line tells of it before a key is pressed. */
export function beginAtPage(): void {
  const page = document.querySelector<HTMLElement>('[data-zone="page"]');
  if (page === null || document.activeElement !== document.body) return;
  page.dataset.unasked = '';
  const end = (): void => {
    delete page.dataset.unasked;
    page.removeEventListener('keydown', end);
    page.removeEventListener('blur', end);
  };
  page.addEventListener('keydown', end);
  page.addEventListener('blur', end);
  page.focus({ preventScroll: true });
}

/** Moves the focus to the page. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('[data-zone="page"]')?.focus({ preventScroll: true });
}
