import type { Status } from '../../../../functions/contracts/words.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { componentTexts } from '../texts.ts';

type Look = readonly [color: 'neutral' | 'info' | 'accent' | 'success' | 'warning' | 'danger', icon: IconName];
const looks: Record<Status, Look> = {
  draft: ['neutral', 'pen'], received: ['info', 'mail'], registered: ['info', 'pen'], needsInfo: ['warning', 'person'], sent: ['accent', 'arrow'],
  acknowledged: ['accent', 'check'], investigating: ['accent', 'clock'], investigationDone: ['accent', 'check'], answered: ['success', 'mail'],
  replyReturned: ['warning', 'arrow'], handedOver: ['warning', 'arrow'], rejected: ['neutral', 'stop'], withdrawn: ['neutral', 'stop'],
  closed: ['neutral', 'lock'], reopened: ['info', 'pen'],
};

/** Colour, icon and word say the same. */
export function StatusTag({ status }: { readonly status: Status }) {
  const [color, icon] = looks[status];
  return <span class="ds-tag" data-color={color}><Icon name={icon} />{vocabulary().status[status]}</span>;
}
export function OverdueTag() {
  return <span class="ds-tag tag-strong" data-color="danger"><Icon name="warning" />{componentTexts().overdue}</span>;
}
export function StoppedTag() {
  return <span class="ds-tag tag-strong" data-color="warning"><Icon name="stop" />{componentTexts().stopped}</span>;
}
