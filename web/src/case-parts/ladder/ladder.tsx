import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { part } from '../../components/page/part.tsx';
import type { ActionProps } from '../../pages/case/actions/command-form.tsx';

const LadderPanel = part<{ readonly action: ActionProps<AnyCaseView> }>(() => import('./ladder-panel.tsx'));
/** The ladder of the case's routine; nothing where the routine has none. */
export function Ladder(action: ActionProps<AnyCaseView>) {
  return action.view.ladder === null ? null : <LadderPanel action={action} />;
}
