// Runs every suite in suite/, or those named on the command line, one after the other against one server.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Keyledger } from './lib/keyledger.js';
import { resolveHere } from './lib/names.js';
import { close, test } from './lib/runner.js';

const domain = process.env.KEYLEDGER_COMPAT_DOMAIN;
resolveHere(domain);
const keyledger = new Keyledger(domain, JSON.parse(process.env.KEYLEDGER_COMPAT_BOOTSTRAP));

const directory = path.join(import.meta.dirname, 'suite');
const all = readdirSync(directory).sort().map((file) => path.basename(file, '.js'));
const chosen = process.argv.slice(2);
for (const name of chosen.length ? chosen : all) {
  console.log(name);
  const { default: suite } = await import(path.join(directory, `${name}.js`));
  try {
    await suite(keyledger);
  } catch (error) {
    await test('its preparation', () => Promise.reject(error));
  }
}
process.exit(close());
