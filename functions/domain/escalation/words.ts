/** Who forwards from a level: whoever handles or leads the case, managers of our units in it, and of a group its convener (R7) or its members. */
export const forwarders = ['handler', 'unitManager', 'convener', 'member'] as const;
export type Forwarder = (typeof forwarders)[number];

/** `any`: the routine's group of that kind; `targetGroupAndArea`: the one for the case's target group and county part (R6). */
export const groupChoices = ['any', 'targetGroupAndArea'] as const;
export type GroupChoice = (typeof groupChoices)[number];

/** Why a case goes up (R6). `ofPrinciple`: structural, or of principle. */
export const climbReasons = ['unsolved', 'ofPrinciple'] as const;
export type ClimbReason = (typeof climbReasons)[number];

/** `climbing`: a level has it; `informing`: decided, and those concerned are to be told; `ended`: back with the staff. */
export const escalationStates = ['climbing', 'informing', 'ended'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** How a case left a level. */
export const stationOutcomes = ['forwarded', 'agreed', 'returned', 'decided', 'informed'] as const;
export type StationOutcome = (typeof stationOutcomes)[number];

/** What people do with a case on the ladder; the names are operation ids. */
export const ladderActions = [
  'read-folder', 'raise-case', 'record-agreement', 'edit-folder', 'forward-case', 'return-case', 'consult-group', 'write-basis', 'decide-escalation', 'inform-of-decision',
] as const;
export type LadderAction = (typeof ladderActions)[number];
export type LadderCommand = Exclude<LadderAction, 'read-folder'>;
