import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['UPWIND_SERVER'] ?? 'http://127.0.0.1:8460';

/** SharedArrayBuffer for the engine's threads needs an isolated page; the server sends the same two headers. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The heavy libraries load with the desk that needs them, and stay cached when our own code changes. */
const library = (name: string, test: RegExp, priority = 10) => ({ name, test, priority });

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ['three', 'react', 'react-dom'] },
  server: {
    headers: isolation,
    proxy: {
      '/api': { target: server },
      '/reality': { target: server },
      '/matchmake': { target: server },
      '/live': { target: server, ws: true },
    },
  },
  preview: { headers: isolation },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            library(
              'base',
              /vite[\\/]preload-helper|[\\/]node_modules[\\/](react|react-dom|react-router|scheduler|zustand|use-sync-external-store|i18next|react-i18next|typebox|@babel|tslib|clsx|dayjs)[\\/]/,
              20,
            ),
            library('babylon', /[\\/]node_modules[\\/]@babylonjs[\\/]/),
            library('tiles', /[\\/]node_modules[\\/]3d-tiles-renderer[\\/]/),
            library('three', /[\\/]node_modules[\\/](three|three-stdlib|camera-controls|@react-three)[\\/]/),
            library('antd', /[\\/]node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/),
            library('uplot', /[\\/]node_modules[\\/]uplot[\\/]/),
            library(
              'react',
              /[\\/]node_modules[\\/](react|react-dom|react-router|scheduler|i18next|react-i18next)[\\/]/,
            ),
          ],
        },
      },
    },
  },
});
