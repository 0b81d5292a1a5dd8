import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

// The pages go to the server's web root: HTML under pages/ (the server sets the nonce in it before it
// sends it, so these files are not served as they are), everything else under assets/, named by content.
export default defineConfig({
  plugins: [react()],
  define: { __WEBCHAT__: JSON.stringify(`/assets/webchat-${manifest.webchat.version}.js`) },
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // Fonts and pictures stay files: the content security policy has no data: for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Mermaid's drawing code is one large module, loaded by the dialogs page alone.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: {
        landing: 'pages/landing.html', chat: 'pages/chat.html', desk: 'pages/desk.html', dialogs: 'pages/dialogs.html', phone: 'pages/phone.html',
      },
    },
  },
  test: { include: ['**/*.test.ts'], environment: 'node' },
});
