import type { CaseAction, CaseView } from '../../../functions/contracts/case.ts';
import { ActionsStory, PartsStory } from './parts-story.tsx';

/** Beside the main line of an outgoing case. */
export function OutgoingParts({ view, acting }: { readonly view: CaseView; readonly acting: boolean }) {
  const writes = (id: CaseAction) => acting && view.allowed.includes(id);
  return <>
    {view.actions.length > 0 && <ActionsStory view={view} planning={false} />}
    <PartsStory view={view} writes={writes} />
  </>;
}
