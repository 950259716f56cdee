import helmet from '@fastify/helmet';
import type { Application } from './application.ts';

/**
 * What a page of ours may do: scripts of its own and WebAssembly, Workers from a blob, nothing from elsewhere. Pages
 * are cross-origin isolated, so that Workers share memory. antd writes its styles into the page, hence
 * `style-src 'unsafe-inline'`.
 */
export async function addSecurityHeaders(app: Application, publicOrigin: string | undefined): Promise<void> {
  const https = publicOrigin?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        workerSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // Loaders of 3D textures fetch blobs that they have made themselves.
        connectSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), xr-spatial-tracking=(self)');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}
