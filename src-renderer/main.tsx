// Draws the reader. Loaded behind the launch picture, where there is one (early.ts).
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { giveWayTo } from './launch/give-way';
import { loadFaces } from './reader/latin-metrics';
import { start } from './start';

const root = document.getElementById('root');
if (root === null) throw new Error('The window has no root element.');
// Before anything is set: what is set without its faces is set twice. The reader tells of those that cannot be loaded.
loadFaces().catch(() => undefined);
await start();
createRoot(root).render(<App />);
giveWayTo(root);
