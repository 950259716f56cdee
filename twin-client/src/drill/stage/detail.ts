/** How much is drawn: 2 all there is, 1 less sharp and less slim steelwork, 0 only what one finds the way by. */
export type Detail = 0 | 1 | 2;

/** Frames that are looked at together. */
export const lookedAtFrames = 24;

/** Slower than this for a while is too slow to walk by, ms; faster than the other bears more detail. */
const tooSlowMs = 55;
const easyMs = 15;

/** The detail for the next frames, from the mean time of the last ones; `risen` says that more was tried before. */
export function nextDetail(detail: Detail, meanFrameMs: number, risen: boolean): Detail {
  if (meanFrameMs > tooSlowMs && detail > 0) return detail === 2 ? 1 : 0;
  if (meanFrameMs < easyMs && detail < 2 && !risen) return detail === 0 ? 1 : 2;
  return detail;
}

/** What a detail means: picture points per page point, how far slim steelwork and steelwork are drawn, trees. */
export interface DetailSettings {
  readonly sharpness: number;
  readonly fineM: number;
  readonly steelM: number;
  /** Share of the trees that are drawn. */
  readonly trees: number;
}

export const detailSettings: Readonly<Record<Detail, DetailSettings>> = {
  2: { sharpness: 1.5, fineM: 150, steelM: 4000, trees: 1 },
  1: { sharpness: 1, fineM: 90, steelM: 450, trees: 0.7 },
  0: { sharpness: 0.85, fineM: 40, steelM: 200, trees: 0.2 },
};

/** Whether pictures are drawn by the processor: such a machine begins with little detail and without smoothing. */
export function drawsInSoftware(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  const info = context?.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = info && context?.getParameter(info.UNMASKED_RENDERER_WEBGL);
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' && /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}
