import { createRoot } from 'react-dom/client';
import { startLanguages } from './language/language.ts';
import { App } from './shell/app.tsx';

startLanguages();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
