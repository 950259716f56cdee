import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './for-tests.ts';

const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin'];

/** The path of a program of this machine, or nothing when it is not installed. */
export const findProgram = (name: string): string | undefined =>
  places.map((place) => join(place, name)).find((path) => existsSync(path));

/** A program of the machine that a test has started. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts an MQTT broker that is not ours, as a plant would have one. */
export async function startMosquitto(program: string, port: number): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'upwind-mosquitto-'));
  const config = join(folder, 'mosquitto.conf');
  await writeFile(config, `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\n`);
  return start(program, ['-c', config], folder, port, 'mqtt');
}

export async function startRedis(program: string, port: number): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'upwind-redis-'));
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  return start(program, args, folder, port, 'redis');
}

/** Publishes with a client that no one here wrote. */
export async function mosquittoPub(program: string, url: string, args: readonly string[]): Promise<void> {
  const { hostname, port } = new URL(url);
  await promisify(execFile)(program, ['-h', hostname, '-p', port, ...args]);
}

async function start(
  program: string,
  args: readonly string[],
  folder: string,
  port: number,
  scheme: string,
): Promise<Started> {
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await eventually(() => reachable(port));
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function reachable(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(undefined));
  });
}
