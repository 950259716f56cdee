/** A 4 × 4 matrix, column by column. */
export type Matrix = readonly number[];
export type Point = readonly [number, number, number];

export const identity: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** a · b: b is applied first. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return Array.from({ length: 16 }, (_, i) => {
    const [column, row] = [Math.floor(i / 4), i % 4];
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += (a[4 * k + row] ?? 0) * (b[4 * column + k] ?? 0);
    return sum;
  });
}

export function applyTransform(matrix: Matrix, [x, y, z]: Point): Point {
  const row = (r: number) =>
    (matrix[r] ?? 0) * x + (matrix[4 + r] ?? 0) * y + (matrix[8 + r] ?? 0) * z + (matrix[12 + r] ?? 0);
  return [row(0), row(1), row(2)];
}

export function isAffine(matrix: Matrix): boolean {
  return matrix[3] === 0 && matrix[7] === 0 && matrix[11] === 0 && matrix[15] === 1;
}
