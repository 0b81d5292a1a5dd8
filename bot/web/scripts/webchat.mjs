// Puts Web Chat's own ready bundle beside the built pages, byte for byte. Installing the package would bring
// hundreds of dependencies that the bundle already holds, so it is packed, checked against the integrity in
// package.json, and only its bundle and licence are taken out.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { version, integrity } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).webchat;
const cache = path.join(root, 'node_modules', '.cache', `webchat-${version}`);
const bundle = path.join(cache, 'package', 'dist', 'webchat.js');
const licence = path.join(cache, 'package', 'dist', 'webchat.js.LICENSE.txt');

if (!existsSync(bundle)) {
  mkdirSync(cache, { recursive: true });
  execFileSync('npm', ['pack', `botframework-webchat@${version}`, '--pack-destination', cache, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = path.join(cache, `botframework-webchat-${version}.tgz`);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity)
    throw new Error(`botframework-webchat ${version} has integrity ${found}; package.json expects ${integrity}`);
  const wanted = [bundle, licence].map(file => path.relative(cache, file));
  execFileSync('tar', ['-xzf', archive, '-C', cache, ...wanted], { stdio: 'inherit' });
}

const assets = path.join(root, '..', 'wwwroot', 'assets');
mkdirSync(assets, { recursive: true });
cpSync(bundle, path.join(assets, `webchat-${version}.js`));
cpSync(licence, path.join(assets, `webchat-${version}.LICENSE.txt`));
