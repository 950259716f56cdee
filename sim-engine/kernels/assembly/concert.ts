/**
 * How threads share the parts of one job. The memory begins with (see src/crew/score.ts):
 * 64 ticket: i64, high half the job's number, low half the next part to take; 128 done: i32, parts finished;
 * 192 leadWaits: i32. A thread that has taken a part must finish it; nobody waits for a thread that took none.
 */
const ticketAt: usize = 64;
const doneAt: usize = 128;
const leadWaitsAt: usize = 192;

/** Takes the next part of job `job` of `parts` parts: its number, or −1 where none is left or the job has passed. */
export function takePart(job: i32, parts: i32): i32 {
  let ticket = atomic.load<i64>(ticketAt);
  while (<i32>(ticket >> 32) === job && <i32>ticket < parts) {
    const found = atomic.cmpxchg<i64>(ticketAt, ticket, ticket + 1);
    if (found === ticket) return <i32>ticket;
    ticket = found;
  }
  return -1;
}

/** Tells that a part taken from a job of `parts` parts is done. */
export function finishPart(parts: i32): void {
  const finished = atomic.add<i32>(doneAt, 1) + 1;
  if (finished === parts && atomic.load<i32>(leadWaitsAt) !== 0) atomic.notify(doneAt, 1);
}

/** Looks `looks` times whether another job than `job` is out; 1 if so. */
export function awaitJob(job: i32, looks: i32): i32 {
  for (let n = 0; n < looks; n += 1) {
    if (atomic.load<i32>(ticketAt + 4) !== job) return 1;
  }
  return 0;
}

/** Waits until `parts` parts are done: looking `looks` times, then asleep. 0 where nothing moved for `patienceMs`. */
export function awaitParts(parts: i32, looks: i32, patienceMs: i32): i32 {
  for (let n = 0; n < looks; n += 1) {
    if (atomic.load<i32>(doneAt) === parts) return 1;
  }
  atomic.store<i32>(leadWaitsAt, 1);
  let moved = 1;
  for (let done = atomic.load<i32>(doneAt); done !== parts && moved !== 0; done = atomic.load<i32>(doneAt)) {
    // 2: the time is over.
    if (atomic.wait<i32>(doneAt, done, <i64>patienceMs * 1000000) === 2) moved = 0;
  }
  atomic.store<i32>(leadWaitsAt, 0);
  return moved;
}
