import type { AskKind, Category, Harm, LegalBasis, ReplyPart, Status } from '../../../functions/contracts/words.ts';
import { bilingual } from './language.ts';
import { roleWords } from './role-words.ts';

const sv = {
  category: {
    informationTransfer: 'Informationsöverföring', dischargeCoordination: 'Samverkan vid utskrivning', coordinatedPlan: 'SIP och vårdplanering',
    medication: 'Läkemedel', doseDispensing: 'Dosläkemedel', responsibility: 'Ansvar eller kostnad', assistiveDevices: 'Hjälpmedel',
    rehabilitation: 'Rehabilitering', referral: 'Remiss', testing: 'Provtagning', nursingCare: 'Omvårdnad', hygiene: 'Vårdhygien',
    transport: 'Serviceresor och transport', conduct: 'Bemötande', accessibility: 'Tillgänglighet', outOfHours: 'Jourtid',
    physicianSupport: 'Läkarmedverkan', itSystem: 'IT-system', documentation: 'Dokumentation', dental: 'Tandvård', other: 'Annat',
  } satisfies Record<Category, string>,
  harm: {
    risk: 'Risk för skada', nearMiss: 'Tillbud: kunde ha skadat', noHarm: 'Hände, men ingen skada', vardskada: 'Vårdskada', allvarligVardskada: 'Allvarlig vårdskada',
  } satisfies Record<Harm, string>,
  legalBasis: { hsl: 'Hälso- och sjukvård (HSL)', sol: 'Socialtjänst (SoL)', lss: 'Stöd och service (LSS)', unknown: 'Vet inte' } satisfies Record<LegalBasis, string>,
  role: roleWords.sv,
  status: {
    draft: 'Utkast', received: 'Inkommen', registered: 'Registrerad', needsInfo: 'Komplettering', sent: 'Skickad', acknowledged: 'Mottagen',
    investigating: 'Under utredning', investigationDone: 'Utredning klar', answered: 'Besvarad', replyReturned: 'Svar returnerat',
    handedOver: 'Överlämnad', rejected: 'Avvisad', withdrawn: 'Återkallad', closed: 'Avslutad', reopened: 'Återöppnad',
  } satisfies Record<Status, string>,
  part: {
    deviationReceived: 'Så har ni uppfattat avvikelsen', investigation: 'Utredning och grundorsak', acuteActions: 'Akuta åtgärder', systematicActions: 'Systematiska åtgärder', rootCause: 'Grundorsak',
  } satisfies Record<ReplyPart, string>,
  ask: { handOver: 'Överlämna till annan enhet', wrongRecipient: 'Fel mottagare', moreTime: 'Mer tid' } satisfies Record<AskKind, string>,
};

export const vocabulary = bilingual(sv, {
  category: {
    informationTransfer: 'Information transfer', dischargeCoordination: 'Discharge coordination', coordinatedPlan: 'Coordinated plan (SIP)',
    medication: 'Medication', doseDispensing: 'Dose-dispensed medication', responsibility: 'Responsibility or cost', assistiveDevices: 'Assistive devices',
    rehabilitation: 'Rehabilitation', referral: 'Referral', testing: 'Testing', nursingCare: 'Nursing care', hygiene: 'Hygiene',
    transport: 'Transport', conduct: 'Conduct', accessibility: 'Accessibility', outOfHours: 'Out of hours',
    physicianSupport: 'Physician support', itSystem: 'IT system', documentation: 'Documentation', dental: 'Dental care', other: 'Other',
  },
  harm: { risk: 'Risk of harm', nearMiss: 'Near miss: could have harmed', noHarm: 'Happened, but no harm', vardskada: 'Patient harmed', allvarligVardskada: 'Patient seriously harmed' },
  legalBasis: { hsl: 'Health care (HSL)', sol: 'Social services (SoL)', lss: 'Support and service (LSS)', unknown: 'I do not know' },
  role: roleWords.en,
  status: {
    draft: 'Draft', received: 'Received', registered: 'Registered', needsInfo: 'More needed', sent: 'Sent', acknowledged: 'Acknowledged',
    investigating: 'Being investigated', investigationDone: 'Investigation done', answered: 'Answered', replyReturned: 'Reply returned',
    handedOver: 'Handed over', rejected: 'Rejected', withdrawn: 'Withdrawn', closed: 'Closed', reopened: 'Reopened',
  },
  part: { deviationReceived: 'How you understood the deviation', investigation: 'Investigation and root cause', acuteActions: 'Acute actions', systematicActions: 'Systematic actions', rootCause: 'Root cause' },
  ask: { handOver: 'Hand over to another unit', wrongRecipient: 'Wrong recipient', moreTime: 'More time' },
});
