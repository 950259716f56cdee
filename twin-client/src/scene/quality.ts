/** `high` for a graphics card, `low` for software rendering and old machines. */
export type Quality = 'high' | 'low';

/** What the browser says of its renderer, if it says anything. */
function rendererName(): string {
  try {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2');
    if (gl === null) return '';
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const name: unknown = info === null ? '' : gl.getParameter(info.UNMASKED_RENDERER_WEBGL);
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return typeof name === 'string' ? name : '';
  } catch {
    return '';
  }
}

/** Whether a renderer of this name draws on the processor. */
export function isSoftware(name: string): boolean {
  return /swiftshader|llvmpipe|software|microsoft basic render|softpipe/i.test(name);
}

/** The address may say it (`?quality=low`); else a renderer in software, or few cores on a phone, is low. */
export function chooseQuality(search: string): Quality {
  const asked = new URLSearchParams(search).get('quality');
  if (asked === 'low' || asked === 'high') return asked;
  if (isSoftware(rendererName())) return 'low';
  const phone = window.matchMedia('(pointer: coarse)').matches && navigator.hardwareConcurrency <= 4;
  return phone ? 'low' : 'high';
}
