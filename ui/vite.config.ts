import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // The fake desk is for looking at the page in a browser; a released window never carries its invented data.
  define: { __FAKE__: JSON.stringify(mode !== "production") },
  base: "./",
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    target: "safari17",
    // Nothing becomes a data: address, because the window's policy allows fonts from itself only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
}));
