// Draws the reader. Loaded behind the launch picture, where there is one (early.ts).
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { giveWayTo } from './launch/give-way';
import { start } from './start';

const root = document.getElementById('root');
if (root === null) throw new Error('The window has no root element.');
await start();
createRoot(root).render(<App />);
giveWayTo(root);
