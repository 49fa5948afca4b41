import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../../..');
const startTimeout = 120_000;

/** The server named by KEYLEDGER_URL, which is left running. */
export function runningServer() {
  const file = process.env.KEYLEDGER_BOOTSTRAP ?? path.join(root, 'data/bootstrap.json');
  const bootstrap = JSON.parse(readFileSync(file, 'utf8'));
  if (!bootstrap.issuer.startsWith('https://auth.')) {
    throw new Error(`The issuer of ${process.env.KEYLEDGER_URL} is ${bootstrap.issuer}: the clients need https://auth.cl.test:PORT`);
  }
  return {
    url: process.env.KEYLEDGER_URL,
    bootstrap,
    proxyPort: Number(new URL(bootstrap.issuer).port || 443),
    stop: async () => {},
  };
}

/** A server of our own, started as a user would, with a data directory that lives as long as the run. */
export async function startServer(workspace, issuer, certificate) {
  const port = await freePort();
  const dataDirectory = path.join(workspace, 'data');
  const logFile = path.join(workspace, 'server.log');
  const child = spawn(path.join(root, 'keyledger'), [
    `--server.port=${port}`, `--keyledger.data-dir=${dataDirectory}`, `--keyledger.issuer=${issuer}`,
    `--keyledger.address=${issuer.replace('//auth.', '//provisioning.')}`,
    '--keyledger.trusted-proxies=127.0.0.1', // behind a proxy of ours, as in production
    `--keyledger.mtls.port=${await freePort()}`,
    `--keyledger.mtls.certificate=file:${certificate.file}`, `--keyledger.mtls.private-key=file:${certificate.keyFile}`,
  ], { cwd: workspace, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const stop = () => stopped(child);
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, child);
    return { url, stop, bootstrap: JSON.parse(readFileSync(path.join(dataDirectory, 'bootstrap.json'), 'utf8')) };
  } catch (error) {
    await stop();
    const output = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    throw new Error(`${error.message}\n${output.split('\n').slice(-40).join('\n')}`);
  }
}

async function freePort() {
  const probe = net.createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function ready(url, child) {
  const deadline = Date.now() + startTimeout;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Keyledger ended with status ${child.exitCode} before it was ready`);
    const answer = await fetch(`${url}/actuator/health/readiness`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`Keyledger was not ready within ${startTimeout / 1000} s`);
}

async function stopped(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(forced);
}
