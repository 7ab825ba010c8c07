import type { Page, StaffPorts } from './ports.ts';

/** Which cases have disputes. */
export interface DisputeRegister {
  /** Open ones by their date, ended ones newest first. @throws CursorInvalid */
  list(state: 'open' | 'ended', page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<string>>;
}
export interface DisputePorts extends StaffPorts {
  readonly disputes: DisputeRegister;
}
