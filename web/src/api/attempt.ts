/**
 * The idempotency key of something a person is trying to do: kept while the same thing is tried again,
 * so that a lost answer never does it twice; new when the content changed or it succeeded.
 */
export class Attempt {
  #key: string | null = null;
  #content = '';
  readonly #mint: () => string;

  constructor(mint: () => string = () => crypto.randomUUID()) {
    this.#mint = mint;
  }
  keyFor(body: unknown): string {
    const content = JSON.stringify(body);
    if (this.#key === null || content !== this.#content) {
      this.#key = this.#mint();
      this.#content = content;
    }
    return this.#key;
  }
  done(): void {
    this.#key = null;
  }
}
