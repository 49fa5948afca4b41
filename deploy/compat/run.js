// Starts Keyledger, puts TLS in front of it and runs the suites in a Node of their own:
// NODE_EXTRA_CA_CERTS is only read when Node starts, and the clients insist on https.
// KEYLEDGER_URL (with KEYLEDGER_BOOTSTRAP, the path of its bootstrap.json) takes a server that runs already; its issuer
// must then be https://auth.<anything>:<port>, because the clients derive every address from that form.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificate } from './lib/certificate.js';
import { startProxy } from './lib/proxy.js';
import { runningServer, startServer } from './lib/server.js';

const workspace = mkdtempSync(path.join(tmpdir(), 'keyledger-compat-'));
let server;
let proxy;

async function main() {
  const certificate = makeCertificate(workspace);
  if (process.env.KEYLEDGER_URL) server = runningServer();
  proxy = await startProxy(certificate, server?.proxyPort);
  server ??= await startServer(workspace, `https://auth.cl.test:${proxy.port}`, certificate);
  proxy.forwardTo(server.url);
  return runSuites({
    KEYLEDGER_COMPAT_DOMAIN: server.bootstrap.issuer.replace('https://auth.', ''),
    KEYLEDGER_COMPAT_BOOTSTRAP: JSON.stringify(server.bootstrap),
    NODE_EXTRA_CA_CERTS: certificate.file,
  });
}

function runSuites(env) {
  const suites = spawn(process.execPath, [path.join(import.meta.dirname, 'suites.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => suites.once('exit', (code) => resolve(code ?? 1)));
}

async function cleanUp() {
  proxy?.close();
  await server?.stop();
  rmSync(workspace, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => cleanUp().then(() => process.exit(130)));
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await cleanUp();
}
