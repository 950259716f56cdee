import { type RefObject, useEffect, useState } from 'react';

/** The present height of a box, pixels: a virtual list wants to know how much of itself to draw. */
export function useHeight(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(320);
  useEffect(() => {
    const node = box.current;
    if (node === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setHeight(Math.max(80, Math.floor(entry.contentRect.height)));
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [box]);
  return height;
}
