declare module 'asl-validator' {
  /** Checks a definition in Amazon States Language against its schema and the reachability of its states. */
  export default function aslValidator(definition: object): { readonly isValid: boolean; errorsText(separator?: string): string };
}
