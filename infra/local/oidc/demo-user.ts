/** Someone who can sign in here without a password; from the organisation document. */
export interface DemoUser {
  /** Subject of the tokens. */
  readonly id: string;
  readonly name: string;
  readonly language: 'sv' | 'en';
  readonly title: string;
}
