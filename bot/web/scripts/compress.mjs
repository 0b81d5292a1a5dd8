// Writes a Brotli and a gzip twin beside each text asset. The server sends the twin that the browser takes:
// Web Chat's bundle shrinks from 3.9 MB to below 1 MB without any work at run time.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const assets = path.resolve(import.meta.dirname, '..', '..', 'wwwroot', 'assets');
for (const name of readdirSync(assets).filter(file => /\.(js|css|svg|txt)$/.test(file))) {
  const file = path.join(assets, name);
  const content = readFileSync(file);
  if (content.length < 1024) continue;
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
