/** A binary heap of cells by cost; equal costs leave in the order of their cell numbers, so that no order depends on chance. */
export class CellHeap {
  readonly #cells: number[] = [];
  readonly #costs: number[] = [];

  get size(): number {
    return this.#cells.length;
  }

  push(cell: number, cost: number): void {
    let at = this.#cells.length;
    this.#cells.push(cell);
    this.#costs.push(cost);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The cheapest cell; −1 when there is none. */
  pop(): number {
    const first = this.#cells[0];
    const lastCell = this.#cells.pop();
    const lastCost = this.#costs.pop();
    if (first === undefined || lastCell === undefined || lastCost === undefined) return -1;
    if (this.#cells.length === 0) return first;
    this.#cells[0] = lastCell;
    this.#costs[0] = lastCost;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.#cells.length) break;
      const child = left + 1 < this.#cells.length && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(child, at)) break;
      this.#swap(child, at);
      at = child;
    }
    return first;
  }

  #before(a: number, b: number): boolean {
    const costA = this.#costs[a] as number;
    const costB = this.#costs[b] as number;
    return costA < costB || (costA === costB && (this.#cells[a] as number) < (this.#cells[b] as number));
  }

  #swap(a: number, b: number): void {
    const cell = this.#cells[a] as number;
    const cost = this.#costs[a] as number;
    this.#cells[a] = this.#cells[b] as number;
    this.#costs[a] = this.#costs[b] as number;
    this.#cells[b] = cell;
    this.#costs[b] = cost;
  }
}
