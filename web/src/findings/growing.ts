// SPDX-License-Identifier: Apache-2.0
// A column of numbers that grows: typed arrays cannot, and plain arrays of a million numbers are slow and heavy.

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

export class Growing<T extends Numbers> {
  #numbers: T;
  #length = 0;
  readonly #make: new (
    length: number,
  ) => T;

  constructor(make: new (length: number) => T) {
    this.#make = make;
    this.#numbers = new make(1024);
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  get length(): number {
    return this.#length;
  }

  /** A view of some of them, good until more come. */
  part(start: number, end: number): T {
    return this.#numbers.subarray(start, end) as T;
  }

  set(index: number, value: number): void {
    this.#numbers[index] = value;
  }

  /** Sets one that may be the next behind the last. */
  put(index: number, value: number): void {
    if (index < this.#length) this.#numbers[index] = value;
    else this.append([value]);
  }

  append(more: ArrayLike<number>): void {
    const length = this.#length + more.length;
    if (length > this.#numbers.length) {
      const larger = new this.#make(Math.max(length, 2 * this.#numbers.length));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers.set(more, this.#length);
    this.#length = length;
  }
}
