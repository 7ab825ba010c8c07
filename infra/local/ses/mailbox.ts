import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

export type MailOutcome = 'delivered' | 'bounced' | 'complained';

/** A mail that SES took, as the local mailbox keeps it. */
export interface StoredMail {
  /** SES's message id. */
  readonly id: string;
  /** Simulated instant, ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** As sent; values of one name joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly outcome: MailOutcome;
}

/** What happens to mail for one address, beyond the simulator's own. */
export type MailboxFault = 'bounce' | 'complaint';

/** The durable mailbox: sent mail, what addresses do with it, verified identities, undelivered notifications. */
export class Mailbox {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(`
      CREATE TABLE IF NOT EXISTS ses_mail (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, mail TEXT NOT NULL, outcome TEXT NOT NULL
      ) STRICT;
      CREATE INDEX IF NOT EXISTS ses_mail_at ON ses_mail (at);
      CREATE TABLE IF NOT EXISTS ses_fault (address TEXT PRIMARY KEY, fault TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS ses_identity (identity TEXT PRIMARY KEY) STRICT;
      CREATE TABLE IF NOT EXISTS ses_notification (id INTEGER PRIMARY KEY AUTOINCREMENT, detail TEXT NOT NULL) STRICT;
    `);
  }

  /** Keeps the mail and the notifications that it causes in one transaction: what was answered as sent is sent. */
  keep(mail: StoredMail, at: number, notifications: readonly unknown[]): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      this.#db.prepare('INSERT INTO ses_mail (id, at, mail, outcome) VALUES (?, ?, ?, ?)').run(mail.id, at, JSON.stringify(mail), mail.outcome);
      const insert = this.#db.prepare('INSERT INTO ses_notification (detail) VALUES (?)');
      for (const detail of notifications) insert.run(JSON.stringify(detail));
      this.#db.exec('COMMIT');
    } catch (cause) {
      this.#db.exec('ROLLBACK');
      throw cause;
    }
  }

  /** Newest first. */
  list(): StoredMail[] {
    return this.#db.prepare('SELECT mail FROM ses_mail ORDER BY seq DESC').all().map(mailOf);
  }

  read(id: string): StoredMail | undefined {
    const row = this.#db.prepare('SELECT mail FROM ses_mail WHERE id = ?').get(id);
    return row && mailOf(row);
  }

  /** Mails since an instant, with their outcomes; for quota and statistics. */
  since(at: number): readonly { readonly at: number; readonly outcome: MailOutcome }[] {
    return this.#db
      .prepare('SELECT at, outcome FROM ses_mail WHERE at > ? ORDER BY at')
      .all(at)
      .map((row) => ({ at: Number(row['at']), outcome: outcomeOf(row['outcome']) }));
  }

  faults(): ReadonlyMap<string, MailboxFault> {
    const rows = this.#db.prepare('SELECT address, fault FROM ses_fault ORDER BY address').all();
    return new Map(rows.map((row) => [String(row['address']), row['fault'] === 'complaint' ? 'complaint' : 'bounce']));
  }

  setFault(address: string, fault: MailboxFault | undefined): void {
    const key = address.toLowerCase();
    if (fault === undefined) this.#db.prepare('DELETE FROM ses_fault WHERE address = ?').run(key);
    else this.#db.prepare('INSERT INTO ses_fault VALUES (?, ?) ON CONFLICT (address) DO UPDATE SET fault = excluded.fault').run(key, fault);
  }

  identities(): readonly string[] {
    return this.#db.prepare('SELECT identity FROM ses_identity ORDER BY identity').all().map((row) => String(row['identity']));
  }

  verify(identity: string): void {
    this.#db.prepare('INSERT INTO ses_identity VALUES (?) ON CONFLICT DO NOTHING').run(identity.toLowerCase());
  }

  forget(identity: string): void {
    this.#db.prepare('DELETE FROM ses_identity WHERE identity = ?').run(identity.toLowerCase());
  }

  /** Oldest first; a notification stays until it was handed over, a crash between included. */
  notifications(): readonly { readonly id: number; readonly detail: unknown }[] {
    return this.#db
      .prepare('SELECT id, detail FROM ses_notification ORDER BY id')
      .all()
      .map((row) => ({ id: Number(row['id']), detail: JSON.parse(String(row['detail'])) }));
  }

  handedOver(notification: number): void {
    this.#db.prepare('DELETE FROM ses_notification WHERE id = ?').run(notification);
  }
}

function mailOf(row: Record<string, SQLOutputValue>): StoredMail {
  // The row was written by `keep` above and by nothing else.
  const mail: StoredMail = JSON.parse(String(row['mail']));
  return mail;
}

function outcomeOf(value: SQLOutputValue | undefined): MailOutcome {
  return value === 'bounced' || value === 'complained' ? value : 'delivered';
}
