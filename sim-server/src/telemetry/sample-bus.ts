/** One message as it came from a device, through whichever broker. */
export interface BusMessage {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Whether its sender waits for an acknowledgement (QoS 1 or 2) and keeps it until then. */
  readonly acknowledged: boolean;
}

/**
 * Takes a message. What it gives settles when the message may be acknowledged: after its samples are committed, or at
 * once when nothing in it can be stored. It never rejects.
 */
export type BusReceiver = (message: BusMessage) => Promise<void>;

/**
 * Where samples come from: an MQTT broker. What every implementation promises:
 * - at least once: a message is acknowledged to its sender only after the receiver's promise has settled;
 * - a message whose receiver never settles is never acknowledged, and comes again after a reconnection;
 * - messages of one sender are given to the receiver in the order they were sent.
 */
export interface SampleBus {
  /** Whether messages can come in now. */
  readonly connected: boolean;
  /** Stops taking messages; those under way may still settle and are then acknowledged. */
  close(): Promise<void>;
}
