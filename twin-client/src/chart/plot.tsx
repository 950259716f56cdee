import 'uplot/dist/uPlot.min.css';
import './plot.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';

interface PlotProps {
  /** Options without size: the plot fills its parent. Memoise them; a new object makes a new plot. */
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
  readonly label: string;
}

/** A uPlot that fills its parent and follows its size. */
export function Plot({ options, data, label }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const newest = useRef(data);
  newest.current = data;
  useEffect(() => {
    const node = box.current;
    if (node === null) return undefined;
    const size = () => ({ width: Math.max(40, node.clientWidth), height: Math.max(20, node.clientHeight) });
    const made = new uPlot({ ...options, ...size() }, newest.current, node);
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize(size()));
    observer.observe(node);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [options]);
  useEffect(() => plot.current?.setData(data), [data]);
  return <div className="plot" ref={box} role="img" aria-label={label} />;
}
