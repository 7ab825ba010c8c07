/** One thing that `domain.md` section 2 or 3 asks for: a numbered line, split where it asks for several. */
export interface Clause {
  /** Line and letter, as `V4a`; the test that proves it begins with it. */
  readonly id: string;
  readonly text: string;
  /** The issue whose work it is. */
  readonly issue: 2 | 4 | 5 | 6 | 7 | 'aws';
}

/** A clause of these may not be missing. */
export const finishedIssues: readonly Clause['issue'][] = [2, 4, 5, 6];

const lines = (issue: Clause['issue'], texts: Readonly<Record<string, string>>): readonly Clause[] => Object.entries(texts).map(([id, text]) => ({ id, text, issue }));

const unsorted: readonly Clause[] = [
  ...lines(2, {
    V1: 'Party types: municipality, region, pharmacy, transport service, contractor with and without agreement, others',
    V2b: 'Administrators act for a principal: actor and principal are logged',
    V9a: 'Outgoing: the discoverer writes it and hands it to MAS or MAR',
    V9b: 'Outgoing: to Utredare if it concerns a private contractor',
    V9c: 'Outgoing: MAS, MAR or Utredare is lead investigator and sends it; nobody else does',
    V9d: 'Outgoing: MAS or MAR owns it',
    V9e: 'Outgoing: the concerned unit owns what concerns a private contractor',
    V10a: 'A reporter may answer "vet inte" on the external unit',
    V10b: 'Sending is blocked until the external unit is set',
    V11a: 'The reply is registered and shared with those concerned, the reporter among them',
    V11b: 'MAS, MAR or Utredare closes, and nobody else',
    V14a: 'There is a print view',
    V14b: 'The routine a case follows is dated',
    R8c: 'Each case stores the routine\'s document id and version',
    H4a: 'The case number is short and can be read aloud',
    H7b: 'A reply must hold four parts',
    H7c: 'An incomplete reply is returned with a reason',
    H7d: 'The clock goes on while a reply is returned',
    L1a: 'A report is never blocked on what can be added later',
    L1b: 'Mails hold case number and link alone, under a neutral subject',
    L6a: 'The receiver\'s copy never changes after sending',
    L6b: 'No organisation browses another\'s cases',
    L8a: 'The form marks a personal number as it is typed',
    L8b: 'Saving is never blocked by a personal number',
    L8c: 'Sending is blocked by a personal number',
    L8d: '"Not a personal number" lets it pass, and is logged',
    L8f: 'A patient reference is shown on request with a reason, to those who need it',
    L10a: 'Pages have no accessibility violation',
    L10b: 'There is an accessibility statement with a way to give feedback',
  }),
  ...lines(4, {
    V2a: 'There are both directions',
    V3a: 'Incoming: registered by MAS, MAR or Utredare, and nobody else',
    V3b: 'Whoever registers becomes co-investigator automatically',
    V3c: 'The case shows in that person\'s watch list',
    V4a: 'Incoming cases stay on MAS or MAR as owning unit until closed',
    V4b: 'What a contractor with agreement wrote is entered by Utredare',
    V4c: 'What a contractor with agreement wrote is owned at once by the concerned unit',
    V4d: 'What a contractor with agreement wrote has Utredare as co-investigator',
    V4e: 'What a contractor with agreement wrote is not assigned to MAS',
    V5a: 'The manager of the most concerned unit leads the investigation',
    V5b: 'MAS, MAR or Utredare adds other units\' managers as co-investigators',
    V5c: 'The lead investigator adds other units\' managers as co-investigators',
    V5d: 'Every investigator may add more',
    V6a: 'Actions are planned, done and documented',
    V6b: 'No action at all is allowed',
    V7a: 'The lead investigator tells MAS, MAR or Utredare that the investigation is done',
    V7b: 'The lead investigator cannot close',
    V8a: 'Sending the reply closes the case in one transaction',
    V8b: 'The reply is sent by MAS, MAR or Utredare only',
    V8c: 'Sending moves the owning unit to the concerned unit',
    V12a: 'Dose deviations carry a mandatory task with a link to the pharmacy',
    V12b: 'Closing is blocked until the pharmacy\'s reference number is recorded',
    V12c: 'A reason in place of the number lets it close',
    R1a: 'A deviation is registered even when it is already solved',
    R1b: 'Work done under unclear responsibility is recorded',
    R2a: 'Assessing the effect is a step with a date',
    R2b: 'Feedback is a step with a date',
    R3a: 'Which roles register is the routine\'s: others are refused',
    R3b: 'The other system\'s reference is stored',
    R5a: 'A harmed patient is informed before the case can close',
    R5b: 'The information is recorded',
    H5a: 'A supplier sends its account without an account in the system',
    H5b: 'We register what a supplier sent',
    H8b: 'No wanted result needs a new action',
    H8c: 'No wanted result starts a new effect review',
    H9a: 'How the patient is informed is recorded as a decision',
    H9b: 'The patient\'s own views are recorded',
    H9c: 'Whether and how staff get support is recorded',
    H9d: 'Systematic actions are fed back to the staff concerned',
    G6a: 'Care receivers and relatives can file',
    G6b: 'Staff can file',
    G6c: 'Partner organisations can file',
    N1: 'The breached agreement, guideline or individual plan is recorded',
    N2a: 'There are no fields for names of staff',
    N2b: 'A name in free text brings a warning',
    L2a: 'The investigation is structured: course of events, causes, decided actions',
    L2b: 'Every action that is not done at once has a date',
    L3a: 'MAS is told at once of what caused or could have caused serious harm',
    L3b: 'The lex Maria decision and IVO\'s number are recorded',
    L3c: 'Nothing is filed automatically',
    L3d: 'Social care goes by lex Sarah and SAS',
    L3e: 'Closing is blocked until decision and information to the patient are recorded',
    L3f: '"Assessed by the responsible care provider", with its reference, is a way past',
    L4a: 'Information to the patient follows a checklist of six points',
    L4b: 'Who informed whom and when is recorded',
    L4c: 'It is recorded that it was noted in the record',
  }),
  ...lines(5, {
    R4a: 'Identified sending needs consent that lifts secrecy', R4b: 'Without consent a de-identified version may be sent',
    H1: 'The on-call flag is set from calendar and supplier register', H2: 'On-call fields are required', H3: '"Ej kommunens ansvar" is sent or posted, with a dispatch log',
    H4b: '"Noted in the patient record" is a tick', H6a: 'The paper form is versioned and works offline', H6b: 'Late entry keeps the original time, source, version and scan',
    H7a: 'The external investigation goes back to the unit and to MAS', N5a: 'Paper by post is taken in',
    L5a: 'Every read and write is in the access log with action, unit, time, user and patient', L5b: 'Spot checks recur and are documented', L5c: 'There is an extract per patient', L5d: 'Access needs a need to know',
    L7: 'Consent is recorded: status, scope, recipient, by whom, when, withdrawn', L8e: 'A protected identity is hidden even in own lists',
  }),
  ...lines(6, {
    R8b: 'The routine itself is reviewed yearly', G1a: 'The breached agreement and clause is mandatory data', G1b: 'Agreements are versioned with validity dates',
    N3: 'Eligibility goes by geography and party type', N6: 'Rules change without a release',
  }),
  ...lines(7, {
    V13a: 'Statistics go into the yearly patient-safety report', V13b: 'An analysis group meets twice a year', V13c: 'Anyone may propose a case for djupanalys', V13d: 'MAS, MAR and SAS decide on djupanalys',
    R6a: 'Level 1: staff concerned', R6b: 'Level 2: nearest managers, on who, what and how', R6c: 'Level 3: county part by target group, in an incident council', R6d: 'Level 4: strategy group and expert council', R6e: 'Level 5: the steering body decides',
    R7a: 'Only the convener forwards from 3 to 4', R7b: 'The expert council may bring in time-limited guests', R7c: 'The expert council writes a decision basis', R7d: 'The units concerned are told of the decision', R7e: 'The steering body may appoint a working group',
    R8a: 'The compilation is followed up yearly', R9: 'Levels above 2 see de-identified text only', H8a: 'Meetings have an agenda of cases whose actions are to be followed up',
    G2: 'Only recurring shortfalls are reported', G3a: 'The quarterly form is drafted, edited and submitted', G3b: 'A submitted form is locked and versioned', G4: 'Exceptions are routed away as de-identified copies', G5a: 'Feedback comes within 60 days', G5b: 'System faults go on to a county group',
    G7a: 'Disputes climb from line managers to court', G7b: 'The patient-safety part closes separately, the dispute has its own owner', N4: 'Event descriptions are published when both parties approved', N5b: 'A deviation group has meeting notes',
    L9a: 'Retention goes by document type and tenant', L9b: 'Legal hold', L9c: 'Archive export', L9d: 'Mask and release', L11a: 'Yearly statistics are ready before 1 March', L11b: 'No cell below 3 leaves the organisation',
  }),
  ...lines('aws', { L12a: 'Data lie in an EU region', L12b: 'Keys are the customer\'s own', L12c: 'Operators have the least access', L12d: 'There is material for the customer\'s own assessment' }),
];

const letters = 'VRHGNL';
const place = ({ id }: Clause): readonly [number, number, string] => [letters.indexOf(id[0] ?? ''), Number.parseInt(id.slice(1), 10), id];
/** In the order of `domain.md`. */
export const clauses: readonly Clause[] = unsorted.toSorted((one, other) => {
  const [[line, number, id], [otherLine, otherNumber, otherId]] = [place(one), place(other)];
  return line - otherLine || number - otherNumber || id.localeCompare(otherId);
});
