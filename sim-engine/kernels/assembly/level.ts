/**
 * A level of the multigrid as kernels see it: 16 words at an address (written by src/wind/solver/level.ts). Its arrays
 * hold one f32 a cell in rows of `rowBytes`, planes of `planeBytes`, cell (0, 0, 0) `originBytes` from the start, with
 * at least one cell of zeros around; rows start on 16 bytes and are whole vectors of four, zeros after the last cell.
 */
export function nxOf(level: usize): i32 {
  return load<i32>(level, 0);
}
export function nyOf(level: usize): i32 {
  return load<i32>(level, 4);
}
export function nzOf(level: usize): i32 {
  return load<i32>(level, 8);
}
/** Bytes of a row without what separates it from the next: whole vectors. */
export function spanOf(level: usize): usize {
  return load<i32>(level, 12);
}
export function rowBytesOf(level: usize): usize {
  return load<i32>(level, 16);
}
export function planeBytesOf(level: usize): usize {
  return load<i32>(level, 20);
}
export function originOf(level: usize): usize {
  return load<i32>(level, 24);
}
/** Rows (k·ny + j) of a part, at most. */
export function rowsAPart(level: usize): i32 {
  return load<i32>(level, 28);
}
/** Address of the row's two addresses: its diagonal and its relaxation weights (0 in solids and after the last cell). */
export function entryOf(level: usize, row: i32): usize {
  return <usize>load<i32>(level, 32) + ((<usize>row) << 3);
}
/** Conductance between neighbours along x, y and z, where the level is even. */
export function alongXOf(level: usize): f32 {
  return load<f32>(level, 36);
}
export function alongYOf(level: usize): f32 {
  return load<f32>(level, 40);
}
export function alongZOf(level: usize): f32 {
  return load<f32>(level, 44);
}
/** Arrays of conductances through the west, south and lower face of each cell, where the level is not even. */
export function westOf(level: usize): usize {
  return load<i32>(level, 48);
}
export function southOf(level: usize): usize {
  return load<i32>(level, 52);
}
export function floorOf(level: usize): usize {
  return load<i32>(level, 56);
}

export function firstRow(level: usize, part: i32): i32 {
  return part * rowsAPart(level);
}
export function lastRow(level: usize, part: i32): i32 {
  return min((part + 1) * rowsAPart(level), nyOf(level) * nzOf(level));
}
/** Bytes from the start of an array of the level to cell (0, j, k). */
export function rowAt(level: usize, j: i32, k: i32): usize {
  return originOf(level) + <usize>k * planeBytesOf(level) + <usize>j * rowBytesOf(level);
}
