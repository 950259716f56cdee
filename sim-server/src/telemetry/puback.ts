/** PUBACK: fixed header 0x40, remaining length 2, message identifier (MQTT 3.1.1, 3.4; in MQTT 5 it means success). */
export const puback = (messageId: number): Buffer => Buffer.from([0x40, 0x02, messageId >> 8, messageId & 0xff]);
