/** What ValidateStateMachineDefinition reports, and what refuses a creation. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

export class Diagnostics {
  readonly found: Diagnostic[] = [];

  schema(message: string, location: string): void {
    this.add('SCHEMA_VALIDATION_FAILED', message, location);
  }

  add(code: string, message: string, location: string): void {
    this.found.push({ severity: 'ERROR', code, message, location });
  }
}

/** The text of an InvalidDefinition error, in AWS's form. */
export function invalidDefinitionMessage(found: readonly Diagnostic[]): string {
  const parts = found.map(({ code, message, location }) => `${code}: ${message} at ${location}`);
  return `Invalid State Machine Definition: '${parts.join(', ')}'`;
}
