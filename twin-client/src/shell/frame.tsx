import './frame.css';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useTexts } from '../language/texts.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import { CommandPalette } from './palette/command-palette.tsx';
import { Rail } from './rail.tsx';
import { shellTexts } from './texts.ts';

/** The shell around every desk: rail beside, page fills the rest. */
export function Frame() {
  const say = useTexts(shellTexts);
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {say('skip-to-content')}
      </a>
      <Rail />
      <main className="frame-content" id="content" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <CommandPalette />
    </div>
  );
}
