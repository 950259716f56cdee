import { useMemo } from 'react';
import { streamlines } from './streamlines.ts';

/** Wind that parts before the card and closes behind it: quiet lines, drawn once. */
export function Wind() {
  const paths = useMemo(() => streamlines(1200, 700, 26, 330), []);
  return (
    <svg className="login-wind" viewBox="-800 -450 1600 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
