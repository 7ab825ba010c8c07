import type { DisputeView } from '../../../../functions/contracts/dispute.ts';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { longDate } from '../../language/dates.ts';
import { language } from '../../language/language.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { disputeTexts } from './texts.ts';

export const ownerName = ({ owner }: Pick<DisputeView, 'owner'>): string => owner.user?.name ?? (owner.role === null ? '' : vocabulary().role[owner.role]);
export const amountText = (amount: number): string => disputeTexts().kronor(new Intl.NumberFormat(language.value === 'sv' ? 'sv-SE' : 'en-GB').format(amount));

/** What a dispute is, whose, and where it has come. */
export function DisputeFacts({ dispute }: { readonly dispute: DisputeView }) {
  const text = disputeTexts();
  const { ended } = dispute;
  return <Facts facts={[
    [text.concerns, text.subject[dispute.subject]], dispute.about !== '' && [text.about, <Written>{dispute.about}</Written>], [text.counterpart, dispute.counterpart.name],
    dispute.amount !== null && [text.amount, amountText(dispute.amount)], [text.owner, ownerName(dispute)], [text.stage, dispute.stageName[language.value] ?? ''],
    ended === null ? [text.due, `${longDate(dispute.dueAt)}${dispute.overdue ? ` (${text.overdue.toLowerCase()})` : ''}`] : [text.ended, text.on(text.outcome[ended.outcome], longDate(ended.decidedAt))],
    ended !== null && ended.reference !== '' && [text.reference, ended.reference], ended !== null && ended.note !== '' && [text.result, <Written>{ended.note}</Written>],
  ]} />;
}
