/** Why the runtime did not start. The exit code of each is part of `npm start -- --help`. */
export const startFailureExitCodes = {
  'bad-option': 2,
  'port-taken': 3,
  'data-locked': 4,
  'engine-missing': 5,
  'engine-failed': 5,
  'store-broken': 6,
  'unserved-resource': 7,
  'template-broken': 7,
  'build-failed': 8,
  'bootstrap-failed': 9,
} as const;

export type StartFailureCode = keyof typeof startFailureExitCodes;

/** The runtime did not start; `message` is for the person at the terminal. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
  readonly code: StartFailureCode;

  constructor(code: StartFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
