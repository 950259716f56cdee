import { createHash, timingSafeEqual } from 'node:crypto';
import net from 'node:net';
import { Aedes, type AuthenticateError, type Client, type PublishPacket } from 'aedes';
import { ServerError } from '../errors.ts';
import type { Log } from '../log.ts';
import { PacketLengths } from './packet-lengths.ts';
import { puback } from './puback.ts';
import type { BusReceiver, SampleBus } from './sample-bus.ts';

export interface EmbeddedBrokerOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Who may publish. Without it anyone on this machine may, and the broker does not listen to other machines. */
  readonly account: { readonly user: string; readonly password: string } | undefined;
  readonly receive: BusReceiver;
  readonly log: Log;
}

export interface EmbeddedBroker extends SampleBus {
  readonly port: number;
}

/** Messages taken from the sockets and not yet committed; beyond it the sockets wait. */
const mostUnderWay = 20_000;
/**
 * Bytes of one MQTT packet. Above what a message may hold, so that a message which is somewhat too long is refused with
 * a sentence and acknowledged; aedes itself would gather 256 MB, before it knows who sends them.
 */
const mostPacketBytes = 1024 * 1024;
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * An MQTT 3.1.1 broker in this process (aedes). aedes writes PUBACK before anything can be stored, and has one hook
 * before it: `authorizePublish`. There a QoS 1 message is taken over: aedes goes on with it as QoS 0, and its PUBACK is
 * written here, after the commit. So reading from a device does not wait for the database, and while that is down
 * values still reach the twin and stay with their sender. Throws `UPW_PORT_TAKEN`, `UPW_BROKER_OPEN`.
 */
export async function openEmbeddedBroker(options: EmbeddedBrokerOptions): Promise<EmbeddedBroker> {
  const { host, account, log } = options;
  if (account === undefined && !loopback.has(host)) throw new ServerError('UPW_BROKER_OPEN', { parameters: { host } });

  let underWay = 0;
  const receive = async (packet: PublishPacket) => {
    underWay += 1;
    await options.receive({ topic: packet.topic, payload: bytesOf(packet.payload), acknowledged: packet.qos > 0 });
    underWay -= 1;
  };

  const broker = await Aedes.createBroker({
    authenticate(_client, user, password, done) {
      const welcome = account === undefined || (same(user, account.user) && same(password, account.password));
      if (!welcome) log.warn({ user: user?.slice(0, 64) }, 'a device was refused: wrong MQTT user or password');
      done(welcome ? null : badCredentials(), welcome);
    },
    authorizePublish(client, packet, done) {
      if (packet.topic.startsWith('$')) return done(new Error('topics that begin with $ are the broker’s own'));
      // Nothing is retained: the newest value is the server's to know, and topics made up must not fill the memory.
      packet.retain = false;
      const { qos, messageId } = packet;
      const stored = receive(packet);
      // QoS 2 has its own two-way exchange, which aedes keeps; crowded sockets wait. Both hold up their sender only.
      if (qos === 2 || underWay > mostUnderWay) {
        stored.then(() => done());
        return;
      }
      if (qos === 1 && client !== null && messageId !== undefined) {
        packet.qos = 0;
        stored.then(() => acknowledge(client, messageId));
      }
      done();
    },
  });
  broker.on('clientError', (client, error) => log.info({ client: client.id, reason: error.message }, 'a device left'));
  broker.on('connectionError', (_client, error) => log.info({ reason: error.message }, 'a connection was no MQTT'));

  const server = net.createServer({ noDelay: true }, (socket) => {
    boundPackets(socket, log);
    broker.handle(socket);
  });
  const port = await listen(server, options);
  return {
    port,
    get connected() {
      return server.listening;
    },
    close: () =>
      new Promise((resolve) => {
        server.close();
        broker.close(() => resolve());
      }),
  };
}

/** aedes has no limit of its own and takes what it parses by `read`: a connection ends there at a packet too long. */
function boundPackets(socket: net.Socket, log: Log): void {
  const lengths = new PacketLengths(mostPacketBytes);
  const read = socket.read.bind(socket);
  socket.read = (size?: number): Buffer | null => {
    const bytes: Buffer | null = read(size);
    if (bytes === null || lengths.take(bytes)) return bytes;
    log.warn({ mostPacketBytes }, 'a device was disconnected: its MQTT packet is too long. Let it send less at once.');
    socket.destroy();
    return null;
  };
}

/** Writes PUBACK, if the device is still there. */
function acknowledge(client: Client, messageId: number): void {
  if (client.closed || !client.conn.writable) return;
  client.conn.write(puback(messageId));
}

function listen(server: net.Server, { host, port }: EmbeddedBrokerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const parameters = { host, port, variable: 'UPWIND_MQTT_PORT' };
      reject(error.code === 'EADDRINUSE' ? new ServerError('UPW_PORT_TAKEN', { parameters, cause: error }) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const bytesOf = (payload: string | Buffer): Uint8Array =>
  typeof payload === 'string' ? Buffer.from(payload) : payload;

/** MQTT 3.1.1 return code 4: bad user name or password. */
const badCredentials = (): AuthenticateError =>
  Object.assign(new Error('bad user name or password'), { returnCode: 4 as AuthenticateError['returnCode'] });

/** Compares in a time that does not tell how much was right. */
function same(given: string | Buffer | undefined, expected: string): boolean {
  const digest = (value: string | Buffer) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given ?? ''), digest(expected));
}
