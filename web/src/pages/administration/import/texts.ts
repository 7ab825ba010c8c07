import { fileColumns, type FileRegister } from '../../../../../functions/contracts/file-columns.ts';
import type { ImportStatus, ImportView } from '../../../../../functions/contracts/import.ts';
import { bilingual } from '../../../language/language.ts';
import { registerFaultTexts } from '../register-fault-texts.ts';

type FaultCode = ImportView['faults'][number]['code'];
/** The rules of the registers have their words beside them. */
type FileOnly = Exclude<FaultCode, keyof (typeof registerFaultTexts)['sv']>;

export const importTexts = bilingual({
  title: 'Import och export', lead: 'Hämta ett register som en fil för kalkylprogram, ändra i den och läs in den igen. Du ser vad som ändras innan något ändras.',
  register: 'Register', file: 'Fil', when: 'När', by: 'Av', state: 'Läge', ended: 'Avslutad', earlier: 'Senaste importer', none: 'Inget har importerats än.',
  registers: {
    organisations: 'Organisationer', units: 'Enheter', users: 'Användare', roles: 'Roller', areas: 'Områden', agreements: 'Överenskommelser', suppliers: 'Jourleverantörer', onCallTimes: 'Jourtider', groups: 'Grupper',
  } satisfies Record<FileRegister, string>,
  export: 'Hämta registret som fil', preview: 'Förhandsgranska filen', promise: 'Förhandsgranskningen ändrar ingenting.',
  fileAbout: (rows: number) => `CSV, med semikolon, komma eller tabb. Högst ${rows} rader och 4 MB.`,
  registerMissing: 'Välj ett register.', fileMissing: 'Välj en fil.', fileUnreadable: 'Filen gick inte att läsa.',
  formTitle: 'Så ska filen se ut', formAbout: 'Första raden har kolumnernas namn, så som de står här. Rader som inte finns i filen ligger kvar som de är. En rad tas ur bruk med active = no eller ett slutdatum; den tas aldrig bort, eftersom ärenden kan peka på den. Flera värden i en cell skiljs med |. Celler som börjar med =, +, - eller @ får en apostrof framför sig när de hämtas, så att inget kalkylprogram räknar på dem; vid inläsning tas den bort igen.',
  column: 'Kolumn', means: 'Betyder', written: 'Skrivs', needed: 'Måste fyllas i', yes: 'ja', no: 'nej',
  form: { text: 'text', identifier: 'nyckel: A–Z, a–z, 0–9, _ och -', choice: 'ett av: ', choices: 'flera av: ', identifiers: 'nycklar', flag: 'yes eller no', date: 'datum, ÅÅÅÅ-MM-DD', time: 'klockslag, TT:MM', number: 'heltal', numbers: 'heltal (veckodag: 1 är måndag)' },
  columns: {
    id: 'nyckel', name: 'namn', type: 'slag av part', own: 'vår egen organisation', areas: 'områden', active: 'i bruk', organisationId: 'organisation', language: 'språk', mailbox: 'funktionsbrevlåda', managerMailbox: 'chefens brevlåda',
    phone: 'telefon', postalAddress: 'postadress', part: 'organisationsdel', title: 'titel', mail: 'e-post', unitId: 'enhet', role: 'roll', userId: 'användare', from: 'från och med', to: 'till och med', substituteUserId: 'ersättare', substituteFrom: 'ersättare från',
    substituteTo: 'ersättare till', principalRoles: 'handlägger åt', version: 'version', kind: 'slag', titleSv: 'rubrik på svenska', titleEn: 'rubrik på engelska', organisationIds: 'parter (tomt: alla)', validFrom: 'gäller från', validTo: 'gäller till',
    clauseId: 'punktens nyckel', clauseSv: 'punkten på svenska', clauseEn: 'punkten på engelska', coversUnitIds: 'enheter (tomt: alla)', weekdays: 'veckodagar', holidays: 'även helgdagar', convenerUserId: 'sammankallande', targetGroups: 'målgrupper (tomt: alla)', areaIds: 'länsdelar (tomt: alla)',
    memberUserId: 'ledamot eller gäst', memberFrom: 'deltar från', memberTo: 'deltar till', guest: 'gäst',
  } as Readonly<Record<string, string>>,
  one: 'Import', oneOf: (register: string) => `Import: ${register.toLowerCase()}`, back: 'Till import och export', execution: 'Visa körningen',
  status: { refused: 'Filen har fel', unchanged: 'Inget att ändra', ready: 'Förhandsgranskad', running: 'Läses in', done: 'Inläst', outdated: 'Registret hann ändras', failed: 'Avbruten' } satisfies Record<ImportStatus, string>,
  statusAbout: {
    refused: 'Inget är ändrat. Rätta felen i filen och förhandsgranska den igen.', unchanged: 'Registret är redan så som filen säger.', ready: 'Inget är ändrat än. Läs igenom ändringarna och läs sedan in filen.',
    running: 'Du kan lämna sidan; inläsningen fortsätter. Allt börjar gälla på en gång när den är klar.', done: 'Allt i filen gäller nu.',
    outdated: 'Någon ändrade registret efter förhandsgranskningen. Inget ur filen har börjat gälla. Förhandsgranska den igen.', failed: 'Inläsningen stannade på ett fel hos oss. Inget ur filen har börjat gälla. Försök igen, eller anmäl felet.',
  } satisfies Record<ImportStatus, string>,
  apply: (count: number) => (count === 1 ? 'Läs in 1 ändring' : `Läs in ${count} ändringar`), beginning: 'Börjar …', progress: (written: number, total: number) => `${written} av ${total} rader`,
  faults: 'Fel', faultsTitle: 'Fel i filen', line: 'Rad', whole: 'hela filen', first: (shown: number, all: number) => `De första ${shown} av ${all}.`,
  changesTitle: 'Det här ändras', changesDone: 'Det här ändrades', row: 'Nyckel', what: 'Vad', fromTo: 'Från och till', kind: { added: 'Nya', changed: 'Ändrade', ended: 'Tas ur bruk' }, untouched: 'Oförändrade', empty: 'tomt', changedCell: (from: string, to: string) => `${from} → ${to}`,
  fault: {
    'not-text': 'Filen är ingen textfil. Spara den som CSV.', 'too-large': 'Filen är större än 4 MB. Dela upp den.', 'empty-file': 'Filen har inga rader.', 'too-many-rows': 'Filen har för många rader. Dela upp den.',
    'quote-open': 'Ett citattecken saknar slut.', 'quote-inside': 'Det står text efter ett avslutande citattecken.', 'column-unknown': 'Kolumnen finns inte.', 'column-twice': 'Kolumnen står två gånger.', 'column-missing': 'Kolumnen saknas.',
    'too-many-cells': 'Raden har fler celler än första raden.', 'value-missing': 'Värdet saknas.', 'value-wrong': 'Värdet går inte att använda.', 'value-too-long': 'Värdet är för långt.', 'row-twice': 'Raden finns två gånger i filen.',
    'lines-disagree': 'Raderna med samma nyckel säger olika.',
  } satisfies Record<FileOnly, string>, write: (what: string) => `Skrivs som ${what}.`, mailAddress: 'en e-postadress', faultTitle: 'Fel',
}, {
  title: 'Import and export', lead: 'Fetch a register as a file for spreadsheets, change it and read it in again. You see what changes before anything does.',
  register: 'Register', file: 'File', when: 'When', by: 'By', state: 'State', ended: 'Ended', earlier: 'Latest imports', none: 'Nothing has been imported yet.',
  registers: { organisations: 'Organisations', units: 'Units', users: 'Users', roles: 'Roles', areas: 'Areas', agreements: 'Agreements', suppliers: 'On-call suppliers', onCallTimes: 'On-call times', groups: 'Groups' },
  export: 'Fetch the register as a file', preview: 'Preview the file', promise: 'The preview changes nothing.',
  fileAbout: (rows: number) => `CSV, with semicolons, commas or tabs. At most ${rows} rows and 4 MB.`,
  registerMissing: 'Choose a register.', fileMissing: 'Choose a file.', fileUnreadable: 'The file could not be read.',
  formTitle: 'What the file looks like', formAbout: 'The first line has the names of the columns as they stand here. Rows that are not in the file stay as they are. A row goes out of use with active = no or an end date; it is never removed, because cases may refer to it. Several values in a cell have | between them. Cells that begin with =, +, - or @ get an apostrophe in front when they are fetched, so that no spreadsheet calculates them; reading takes it off again.',
  column: 'Column', means: 'Means', written: 'Written as', needed: 'Must be filled in', yes: 'yes', no: 'no',
  form: { text: 'text', identifier: 'key: A–Z, a–z, 0–9, _ and -', choice: 'one of: ', choices: 'some of: ', identifiers: 'keys', flag: 'yes or no', date: 'date, YYYY-MM-DD', time: 'time, HH:MM', number: 'whole number', numbers: 'whole numbers (weekday: 1 is Monday)' },
  columns: {
    id: 'key', name: 'name', type: 'type of party', own: 'our own organisation', areas: 'areas', active: 'in use', organisationId: 'organisation', language: 'language', mailbox: 'function mailbox', managerMailbox: 'manager’s mailbox',
    phone: 'phone', postalAddress: 'postal address', part: 'part of the organisation', title: 'title', mail: 'mail', unitId: 'unit', role: 'role', userId: 'user', from: 'from', to: 'to', substituteUserId: 'substitute', substituteFrom: 'substitute from',
    substituteTo: 'substitute to', principalRoles: 'acts for', version: 'version', kind: 'kind', titleSv: 'title in Swedish', titleEn: 'title in English', organisationIds: 'parties (empty: all)', validFrom: 'valid from', validTo: 'valid to',
    clauseId: 'key of the clause', clauseSv: 'clause in Swedish', clauseEn: 'clause in English', coversUnitIds: 'units (empty: all)', weekdays: 'weekdays', holidays: 'public holidays as well', convenerUserId: 'convener', targetGroups: 'target groups (empty: all)', areaIds: 'county parts (empty: all)',
    memberUserId: 'member or guest', memberFrom: 'takes part from', memberTo: 'takes part to', guest: 'guest',
  },
  one: 'Import', oneOf: (register: string) => `Import: ${register.toLowerCase()}`, back: 'To import and export', execution: 'Show the execution',
  status: { refused: 'The file has faults', unchanged: 'Nothing to change', ready: 'Previewed', running: 'Reading in', done: 'In force', outdated: 'The register was changed', failed: 'Stopped' },
  statusAbout: {
    refused: 'Nothing has changed. Mend the faults in the file and preview it again.', unchanged: 'The register already is as the file says.', ready: 'Nothing has changed yet. Read the changes, then read the file in.',
    running: 'You can leave the page; the import goes on. Everything takes effect at once when it is done.', done: 'Everything in the file is in force.',
    outdated: 'Somebody changed the register after the preview. Nothing of the file has taken effect. Preview it again.', failed: 'The import stopped on a fault of ours. Nothing of the file has taken effect. Try again, or report the fault.',
  },
  apply: (count: number) => (count === 1 ? 'Read in 1 change' : `Read in ${count} changes`), beginning: 'Beginning …', progress: (written: number, total: number) => `${written} of ${total} rows`,
  faults: 'Faults', faultsTitle: 'Faults in the file', line: 'Line', whole: 'the whole file', first: (shown: number, all: number) => `The first ${shown} of ${all}.`,
  changesTitle: 'This changes', changesDone: 'This changed', row: 'Key', what: 'What', fromTo: 'From and to', kind: { added: 'New', changed: 'Changed', ended: 'Out of use' }, untouched: 'Untouched', empty: 'empty', changedCell: (from: string, to: string) => `${from} → ${to}`,
  fault: {
    'not-text': 'The file is no text file. Save it as CSV.', 'too-large': 'The file is larger than 4 MB. Divide it.', 'empty-file': 'The file has no rows.', 'too-many-rows': 'The file has too many rows. Divide it.',
    'quote-open': 'A quotation mark has no end.', 'quote-inside': 'There is text after a closing quotation mark.', 'column-unknown': 'There is no such column.', 'column-twice': 'The column is there twice.', 'column-missing': 'The column is missing.',
    'too-many-cells': 'The line has more cells than the first line.', 'value-missing': 'The value is missing.', 'value-wrong': 'The value cannot be used.', 'value-too-long': 'The value is too long.', 'row-twice': 'The row is twice in the file.',
    'lines-disagree': 'The lines with the same key do not agree.',
  }, write: (what: string) => `Written as ${what}.`, mailAddress: 'a mail address', faultTitle: 'Fault',
});

const isOfFile = (code: string): code is FileOnly => code in importTexts.sv.fault;
export const faultText = (code: FaultCode): string => (isOfFile(code) ? importTexts().fault[code] : registerFaultTexts()[code]);

const mailColumns: readonly string[] = ['mail', 'mailbox', 'managerMailbox'];
/** What a cell that cannot be used, or is empty, should have instead; nothing where that goes without saying. */
export function wantedOf(register: FileRegister, key: string | null, code: FaultCode): string {
  const text = importTexts();
  const column = fileColumns[register].find((one) => one.key === key);
  if (column === undefined || (code !== 'value-wrong' && code !== 'value-missing')) return '';
  if (mailColumns.includes(column.key)) return text.write(text.mailAddress);
  return column.form === 'text' ? '' : text.write(`${text.form[column.form]}${column.choices?.join(', ') ?? ''}`);
}
