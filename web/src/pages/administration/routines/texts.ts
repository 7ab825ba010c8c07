import { bilingual } from '../../../language/language.ts';

export const routineTexts = bilingual({
  title: 'Rutinen', lead: 'Vem som gör vad, till när, och vad som händer annars. En ny version gäller från ett datum; öppna ärenden behåller den version de öppnades under.',
  versions: 'Versioner', version: 'Version', state: 'Läge', from: 'Gäller från', publishedBy: 'Publicerad av', open: 'Öppna ärenden', beginning: 'från början', until: (date: string) => `till ${date}`, nobody: 'följde med installationen',
  states: { active: 'Gäller', coming: 'Kommande', past: 'Tidigare', withdrawn: 'Återkallad' }, read: (version: number) => `Läs version ${version}`, more: 'Det finns fler öppna ärenden än som räknas.',
  withdraw: 'Återkalla', withdrawVersion: (version: number) => `Återkalla version ${version}`, withdrawn: (version: number) => `Version ${version} är återkallad och kommer inte att gälla.`,
  draft: 'Utkast', draftBy: (name: string, when: string) => `${name} sparade ett utkast ${when}.`, goOn: 'Fortsätt med utkastet', begin: 'Ändra rutinen', reviewDraft: 'Granska och publicera',
  yearly: 'Årlig översyn', due: (date: string, role: string) => `Rutinen ska ses över ${date} av ${role}.`, late: 'Översynen är försenad.', last: (date: string) => `Senast ${date}.`,
  outcome: 'Vad kom ni fram till?', outcomes: { unchanged: 'Rutinen gäller som den är', toBeChanged: 'Rutinen ska ändras' }, note: 'Anteckning', record: 'Anteckna översynen', recorded: 'Översynen är antecknad.',
  log: 'Ändringar', noLog: 'Inget är ändrat sedan installationen.', published: (version: number, date: string) => `publicerade version ${version}, gäller från ${date}`, wasWithdrawn: (version: number) => `återkallade version ${version}`, reviewed: (version: number) => `såg över version ${version}`, changesShown: (count: number) => (count === 1 ? '1 ändring' : `${count} ändringar`),
  back: 'Till rutinens versioner', edit: 'Ändra rutinen', compare: 'Det som skiljer från föregående version', same: 'Inget skiljer.', standsFrom: (date: string) => `Gäller från ${date}`, outgoing: 'Det vi anmäler till andra', incoming: 'Det som kommer in till oss', print: 'Skriv ut', whole: 'Hela rutinen',
}, {
  title: 'The routine', lead: 'Who does what, by when, and what happens if not. A new version stands from a date; open cases keep the version they were opened under.',
  versions: 'Versions', version: 'Version', state: 'State', from: 'In force from', publishedBy: 'Published by', open: 'Open cases', beginning: 'from the beginning', until: (date: string) => `until ${date}`, nobody: 'came with the installation',
  states: { active: 'In force', coming: 'Coming', past: 'Past', withdrawn: 'Withdrawn' }, read: (version: number) => `Read version ${version}`, more: 'There are more open cases than are counted.',
  withdraw: 'Withdraw', withdrawVersion: (version: number) => `Withdraw version ${version}`, withdrawn: (version: number) => `Version ${version} is withdrawn and will not come into force.`,
  draft: 'Draft', draftBy: (name: string, when: string) => `${name} saved a draft ${when}.`, goOn: 'Go on with the draft', begin: 'Change the routine', reviewDraft: 'Review and publish',
  yearly: 'Yearly review', due: (date: string, role: string) => `The routine is to be reviewed on ${date} by ${role}.`, late: 'The review is overdue.', last: (date: string) => `Last on ${date}.`,
  outcome: 'What did you find?', outcomes: { unchanged: 'The routine stands as it is', toBeChanged: 'The routine is to be changed' }, note: 'Note', record: 'Record the review', recorded: 'The review is recorded.',
  log: 'Changes', noLog: 'Nothing has changed since the installation.', published: (version: number, date: string) => `published version ${version}, in force from ${date}`, wasWithdrawn: (version: number) => `withdrew version ${version}`, reviewed: (version: number) => `reviewed version ${version}`, changesShown: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  back: 'To the versions of the routine', edit: 'Change the routine', compare: 'What sets it apart from the version before', same: 'Nothing differs.', standsFrom: (date: string) => `In force from ${date}`, outgoing: 'What we report to others', incoming: 'What comes in to us', print: 'Print', whole: 'The whole routine',
});
