import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the page works below any path of a proxy.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../../dist/graphiql',
    emptyOutDir: true,
    // Beside the endpoint /graphql.
    assetsDir: 'graphiql',
    // The content security policy allows no data: but in fonts and images.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
});
