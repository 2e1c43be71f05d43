// Serves a built page under the policy of the real window, so that what the policy refuses fails here too. Only the
// stand-in has a worker: it draws its PDFs with one.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".woff": "font/woff", ".png": "image/png" };

export function serve(folder, port = 0) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://here").pathname;
    const file = normalize(join(folder, path === "/" ? "index.html" : decodeURIComponent(path)));
    try {
      if (!file.startsWith(normalize(folder))) throw new Error("outside");
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": policy });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() })));
}
