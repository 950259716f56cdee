export const help = `npm start    runs Upwind: PostgreSQL, MQTT broker, server, pages and a demo plant. Ctrl-C stops everything.

Environment:
  UPWIND_PORT        port of pages, API, rooms and live stream       8460
  UPWIND_HOST        address to listen on; 0.0.0.0 for all           127.0.0.1
  UPWIND_HOME        folder of data and logs                         .upwind in this folder
  UPWIND_DEMO        0 starts without demo plant, mesh, accounts     1
  UPWIND_PUBLIC_URL  what people type when a proxy with TLS stands in front
  DATABASE_URL       a PostgreSQL (15 or newer) of your own          an embedded one
  MQTT_URL           an MQTT broker of your own                      an embedded one
  UPWIND_MQTT_PORT   port of the embedded MQTT broker                18830
  REDIS_URL          fan-out and rooms over several servers          in process
`;
