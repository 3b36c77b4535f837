/* global document, NodeFilter, innerWidth, innerHeight, getComputedStyle, requestAnimationFrame */
// Runs in every page before the page's own scripts, beside them: tells when the text can be read, and when the reader is alive.
//
// A page can be read in the frame that paints so many characters of the text within the window, with their own faces: a page
// that waits for a face shows nothing. The same holds for every window.
const { ipcRenderer } = require('electron');

const enough = 400;
const words = process.env.READABLE_TEXT.replaceAll(/\s/gu, '');
const pieceLength = 8;

/** The pieces of the text that stand within the window, each with the font it asks for. */
function piecesInSight() {
  const found = [];
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
        found.push({ piece, font: `${fontWeight} 16px ${fontFamily.split(',')[0]}` });
      }
    }
  }
  return found;
}

function canBeRead() {
  if (document.querySelector('.line') === null) return false;
  const found = piecesInSight();
  const inFonts = new Map();
  for (const { piece, font } of found) inFonts.set(font, (inFonts.get(font) ?? '') + piece);
  const length = found.reduce((sum, { piece }) => sum + piece.length, 0);
  return length >= enough && [...inFonts].every(([font, piece]) => document.fonts.check(font, piece));
}

/** Without a picture before it, and with a reader that hears the keys. */
function isAlive() {
  const root = document.getElementById('root');
  // A static page is all that it will be.
  if (root === null) return canBeRead();
  return (
    document.getElementById('launch-picture') === null &&
    root.querySelector('[data-zone="page"] .line') !== null
  );
}

/** Looks in every frame, before it is painted; gives the time right after that. */
function when(holds, then) {
  requestAnimationFrame(() => {
    if (!holds()) return when(holds, then);
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => then(Date.now());
    port1.postMessage(null);
  });
}

when(canBeRead, (time) => ipcRenderer.send('bench:readable', time));
when(isAlive, (time) => ipcRenderer.send('bench:alive', time));
