/* global document, NodeFilter, innerWidth, innerHeight, getComputedStyle, requestAnimationFrame, PerformanceObserver */
// Runs in every page before the page's own scripts, beside them: tells when the text can be read, and when the reader is alive.
//
// A page can be read from when it has painted so many characters of the text within the window, with their own faces. The engine
// itself says when it painted text, which costs the page nothing; what was painted is looked at after that. The same holds for
// every window.
const { ipcRenderer } = require('electron');

const enough = 400;
const words = process.env.READABLE_TEXT.replaceAll(/\s/gu, '');
const pieceLength = 8;

/** Pieces of the text that stand within the window, as many as are enough, each with the font it asks for. */
function piecesInSight() {
  const found = [];
  let length = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement.closest('.line') === null) continue;
    for (let at = 0; at < node.length; at += pieceLength) {
      const piece = node.data.slice(at, at + pieceLength).replaceAll(/\s/gu, '');
      if (piece.length < 4 || !words.includes(piece)) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, Math.min(node.length, at + pieceLength));
      const box = range.getBoundingClientRect();
      const isInside =
        box.width > 0 &&
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= innerWidth &&
        box.bottom <= innerHeight;
      if (
        isInside &&
        node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      ) {
        const { fontWeight, fontFamily } = getComputedStyle(node.parentElement);
        // The face that is asked first; those behind it are read where it is without a character.
        length += piece.length;
        found.push({ piece, font: `${fontWeight} 16px ${fontFamily.split(',')[0]}` });
        if (length >= enough) return found;
      }
    }
  }
  return [];
}

function canBeRead() {
  if (document.querySelector('.line') === null) return false;
  const found = piecesInSight();
  const inFonts = new Map();
  for (const { piece, font } of found) inFonts.set(font, (inFonts.get(font) ?? '') + piece);
  return found.length > 0 && [...inFonts].every(([font, piece]) => document.fonts.check(font, piece));
}

/** Without a picture before it, and with a reader that hears the keys. */
function isAlive() {
  const root = document.getElementById('root');
  // A static page is all that it will be.
  if (root === null) return document.querySelector('.line') !== null;
  return (
    document.getElementById('launch-picture') === null &&
    root.querySelector('[data-zone="page"] .line') !== null
  );
}

/** Calls back when something holds in a frame, right after that has been painted. */
function when(holds, then) {
  requestAnimationFrame(() => {
    if (!holds()) return when(holds, then);
    afterThis(then);
  });
}

function afterThis(then) {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => then(Date.now());
  port1.postMessage(null);
}

let isRead = false;

function lookWhetherRead(time) {
  if (isRead || !canBeRead()) return;
  isRead = true;
  ipcRenderer.send('bench:readable', Math.round(time));
}

// Text that waits for its face is not painted, and not told of.
new PerformanceObserver((list) => {
  for (const { element, renderTime } of list.getEntries()) {
    if (element !== null && element.closest('.line') !== null)
      lookWhetherRead(performance.timeOrigin + renderTime);
  }
}).observe({ type: 'largest-contentful-paint', buffered: true });
// A face that came after the first text: what it is for is painted in the next frame.
document.fonts.addEventListener('loadingdone', () => {
  requestAnimationFrame(() =>
    afterThis((time) => document.querySelector('.line') !== null && wasPainted() && lookWhetherRead(time)),
  );
});
when(isAlive, (time) => ipcRenderer.send('bench:alive', time));

function wasPainted() {
  return performance.getEntriesByType('paint').length > 0;
}
