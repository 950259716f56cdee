// Loaded into every Node process that `npm start` runs: when `npm start` itself is killed, the channel to it breaks and
// the process ends as if it had been asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
