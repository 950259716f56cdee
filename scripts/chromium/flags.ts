/**
 * Flags of every Chromium that tests, bench and screenshots start. Without a graphics card it draws WebGL 2 by
 * SwiftShader; it asks no host of its own accord.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
