import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every browser that runs the page reads woff2: the other forms of KaTeX's fonts would lie in the build unused. */
const katexFonts = {
  name: 'katex-fonts',
  enforce: 'pre',
  transform: (code: string, id: string) =>
    id.endsWith('/katex.min.css') ? code.replace(/,url\([^)]+\) format\("(?:woff|truetype)"\)/g, '') : null,
} as const;

/** Two entries, which share nothing that matters: the page, and GraphiQL, which brings React and an editor. */
export default defineConfig({
  root: here('.'),
  clearScreen: false,
  logLevel: 'warn',
  // Also where NODE_ENV is that of a test: else every element would carry the path of its file.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  plugins: [katexFonts],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing is written into the pages as data: addresses, which the content security policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
    rolldownOptions: {
      // React's “use client” means nothing here.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
      input: { index: here('index.html'), graphiql: here('graphiql.html') },
    },
  },
  worker: { format: 'es' },
});
