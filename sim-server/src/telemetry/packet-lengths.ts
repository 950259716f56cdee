/** A length takes at most four bytes of seven bits, lowest first (MQTT 3.1.1, 2.2.3). */
const mostLengthBytes = 4;

/**
 * Follows the packets of one MQTT connection by the lengths in their fixed headers, so that one that is too long is
 * known as soon as it begins, before it is gathered in memory.
 */
export class PacketLengths {
  readonly #most: number;
  /** Bytes of the current packet that are still to come; negative while its fixed header is read. */
  #rest = -1;
  #lengthBytes = -1;
  #length = 0;

  /** `most`: bytes of a packet after its fixed header. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Takes what came next; false once a packet is longer than allowed, or its length is none. */
  take(bytes: Uint8Array): boolean {
    for (let at = 0; at < bytes.length; ) {
      if (this.#rest >= 0) {
        const step = Math.min(this.#rest, bytes.length - at);
        at += step;
        this.#rest -= step;
        if (this.#rest === 0) this.#rest = -1;
      } else if (!this.#header(bytes[at++] ?? 0)) {
        return false;
      }
    }
    return true;
  }

  #header(byte: number): boolean {
    // The first byte is the kind of packet; the length follows.
    this.#lengthBytes += 1;
    if (this.#lengthBytes === 0) return true;
    this.#length += (byte & 0x7f) * 128 ** (this.#lengthBytes - 1);
    if (this.#length > this.#most) return false;
    if (byte >= 0x80) return this.#lengthBytes < mostLengthBytes;
    this.#rest = this.#length > 0 ? this.#length : -1;
    this.#lengthBytes = -1;
    this.#length = 0;
    return true;
  }
}
