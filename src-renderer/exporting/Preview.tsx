// The pages as they will be in the file, to be turned over before it is saved.
import { ChevronLeft, ChevronRight, Maximize2, Minimize2 } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { errorMessage } from '../../src-core/strings/error-messages';
import type { Direction } from '../../src-core/ipc/contract';
import { innerSize, useElementSize } from '../reader/use-element-size';
import { showWide, turnTo, usePreview } from '../state/preview';
import { useLanguage, useStrings } from '../strings/use-strings';
import { ProgressBar } from '../ui/ProgressBar';

/** How much larger than its pane a page is at most shown across, in CSS pixels. */
const largeWidth = 1100;

/** Draws the page that is turned to, and what turns it. */
export function Preview({ direction }: { readonly direction: Direction }): ReactNode {
  const strings = useStrings();
  const words = strings.exporting.preview;
  const { status, progress, document, page, picture, error } = usePreview();
  const language = useLanguage();
  const view = useRef<HTMLDivElement>(null);
  const size = useElementSize(view, innerSize);
  const [isLarge, setLarge] = useState(false);
  const width = size === null ? null : widthIn(size, document, isLarge);
  useEffect(() => {
    if (width !== null) showWide(width * window.devicePixelRatio);
  }, [width]);
  useEffect(() => {
    // A page is read from where its text begins.
    if (isLarge && picture !== null)
      view.current?.scrollTo(direction === 'vertical' ? view.current.scrollWidth : 0, 0);
  }, [isLarge, picture, direction]);
  const pages = document?.pages ?? 0;
  return (
    <section className="export-preview" aria-label={words.label}>
      <div
        ref={view}
        className={`preview-view${isLarge ? ' is-large' : ''}`}
        tabIndex={0}
        role="group"
        aria-label={words.label}
      >
        {picture !== null && width !== null && (
          <img
            className={status === 'setting' ? 'is-stale' : undefined}
            src={picture.image}
            alt={words.picture(page + 1)}
            width={Math.round(width)}
            height={Math.round((width * picture.height) / picture.width)}
          />
        )}
        {picture === null && status === 'none' && <p className="muted">{words.nothing}</p>}
        {status === 'setting' && (
          <div className="preview-progress">
            <ProgressBar
              label={words.setting(progress?.page ?? 0, progress?.pages ?? 0)}
              done={progress?.page ?? 0}
              total={progress?.pages ?? 0}
            />
          </div>
        )}
        {error !== null && (
          <p className="failure" role="alert">
            {errorMessage(error, language)}
          </p>
        )}
      </div>
      <div className="preview-bar">
        <button
          type="button"
          className="icon-button"
          aria-label={words.previous}
          disabled={page === 0}
          onClick={() => turnTo(page - 1)}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <span role="status">{pages > 0 ? words.page(page + 1, pages) : ''}</span>
        <button
          type="button"
          className="icon-button"
          aria-label={words.next}
          disabled={page + 1 >= pages}
          onClick={() => turnTo(page + 1)}
        >
          <ChevronRight size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={isLarge ? words.smaller : words.larger}
          disabled={pages === 0}
          onClick={() => setLarge(!isLarge)}
        >
          {isLarge ? <Minimize2 size={16} aria-hidden="true" /> : <Maximize2 size={16} aria-hidden="true" />}
        </button>
      </div>
    </section>
  );
}

type Size = { readonly width: number; readonly height: number };

/** How wide a page shows, in CSS pixels: so that all of it is seen, or so large that it can be read. */
function widthIn(view: Size, sheet: Size | null, isLarge: boolean): number {
  const { width, height } = sheet ?? { width: 210, height: 297 };
  const whole = Math.min(view.width, (view.height * width) / height);
  return Math.max(1, isLarge ? Math.max(largeWidth, whole * 1.5) : whole);
}
