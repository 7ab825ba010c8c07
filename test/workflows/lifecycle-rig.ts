import { DatabaseSync } from 'node:sqlite';
import { StepFunctions, type ExecutionStatusChange, type FunctionResult } from '../../infra/local/states/step-functions.ts';
import type { ReportWait } from '../../functions/domain/periodic-report/words.ts';
import type { AwaitedEvent, Machine } from '../../functions/domain/vocabulary.ts';
import { functionArn, resolvedDefinition } from './resolved-definition.ts';

export const day = 24 * 60 * 60 * 1000;
export const start = Date.parse('2026-03-02T08:00:00.000Z');
export const at = (days: number): string => new Date(start + days * day).toISOString();

type Awaits = AwaitedEvent | ReportWait | 'nothing';
interface Step { readonly step: string; readonly at: string }

/** A case as far as its clock is concerned: whose turn it is, and the steps that are due while nothing happens. */
export class ClockedCase {
  awaits: Awaits;
  clockRevision = 1;
  steps: Step[];
  readonly taken: { readonly task: string; readonly step: string; readonly at: string }[] = [];
  readonly handedOver: number[] = [];
  wait: { token: string; until: string } | undefined;

  constructor(awaits: Awaits, steps: readonly Step[]) {
    this.awaits = awaits;
    this.steps = [...steps];
  }

  /** A person's command: changes whose turn it is, and what is due. */
  move(awaits: Awaits, steps: readonly Step[]): void {
    this.awaits = awaits;
    this.steps = [...steps];
    this.clockRevision += 1;
  }

  read(startedAt: string, now: string): object {
    const generationEnds = new Date(Date.parse(startedAt) + 300 * day).toISOString();
    if (this.awaits !== 'nothing' && now >= generationEnds) return { clockRevision: this.clockRevision, awaits: 'nextGeneration', next: null, until: now };
    const next = this.steps.filter(({ step }) => !this.taken.some((taken) => taken.step === step))[0] ?? null;
    const until = next !== null && next.at < generationEnds ? next.at : generationEnds;
    return { clockRevision: this.clockRevision, awaits: this.awaits, next: next !== null && until === next.at ? next : null, until };
  }
}

export const sentSteps: readonly Step[] = [
  { step: 'notAcknowledged', at: at(7) }, { step: 'remindBefore', at: at(23) }, { step: 'remindDue', at: at(30) },
  { step: 'remindAfter', at: at(37) }, { step: 'escalate', at: at(44) }, { step: 'expireLink', at: at(60) },
];
/** From the first code on, only the reply is awaited. */
export const acknowledgedSteps = sentSteps.slice(1);

/** The machines that are a clock; the others have rigs of their own. */
type ClockMachine = Exclude<Machine, 'register-import' | 'archive-export'>;
/** A fresh case of each machine: what is awaited first, and what is due. */
const fresh: Readonly<Record<ClockMachine, () => ClockedCase>> = {
  'outgoing-deviation': () => new ClockedCase('sending', [{ step: 'handlingOverdue', at: at(3) }]),
  'incoming-deviation': () => new ClockedCase('registration', [{ step: 'registrationOverdue', at: at(7) }]),
  'dose-pharmacy': () => new ClockedCase('pharmacyNotification', [{ step: 'pharmacyOverdue', at: at(2) }]),
  'effect-review': () => new ClockedCase('effectReview', [{ step: 'effectReviewDue', at: at(90) }, { step: 'effectReviewOverdue', at: at(97) }, { step: 'effectReviewEscalate', at: at(111) }]),
  escalation: () => new ClockedCase('ladderManagers', [{ step: 'ladderRemind', at: at(14) }, { step: 'ladderOverdue', at: at(21) }, { step: 'ladderEscalate', at: at(28) }]),
  'harm-decision': () => new ClockedCase('harmDecision', [{ step: 'harmDecisionOverdue', at: at(5) }, { step: 'harmDecisionEscalate', at: at(12) }]),
  dispute: () => new ClockedCase('disputeLineManagers', [{ step: 'disputeRemind', at: at(23) }, { step: 'disputeOverdue', at: at(30) }, { step: 'disputeEscalate', at: at(44) }]),
  'periodic-report': () => new ClockedCase('reportDrafting', [{ step: 'draftReport', at: at(5) }]),
};
export const answerSteps: readonly Step[] = [
  { step: 'remindBefore', at: at(23) }, { step: 'remindDue', at: at(30) }, { step: 'remindAfter', at: at(37) }, { step: 'escalate', at: at(44) },
];

/** The synthesized machine on the embedded interpreter, with stand-in tasks on one case and a clock that is stepped. */
export class LifecycleRig {
  readonly case: ClockedCase;
  readonly changes: ExecutionStatusChange[] = [];
  readonly invoked: { readonly task: string; readonly payload: Record<string, unknown> }[] = [];
  readonly failures: { task: string; error: string; times: number }[] = [];
  /** Runs once inside register-wait, before the wait is put: a command that comes between reading and waiting. */
  between: (() => void) | undefined;
  now = start;
  readonly #db = new DatabaseSync(':memory:');
  readonly service: StepFunctions;
  #machineArn = '';
  readonly #machine: ClockMachine;
  readonly name: string;

  constructor(machine: ClockMachine, name = 'case-1-1') {
    this.#machine = machine;
    this.name = name;
    this.case = fresh[machine]();
    this.service = new StepFunctions({
      db: this.#db, now: () => this.now, region: 'eu-north-1', accountId: '000000000000',
      invokeFunction: async (arn, payload) => this.#invoke(arn, payload as Record<string, unknown>),
      onStatusChange: (change) => { this.changes.push(change); },
    });
  }

  async begin(): Promise<void> {
    this.service.start();
    const definition = JSON.stringify(resolvedDefinition(this.#machine));
    this.#machineArn = await this.service.deployStateMachine({ name: `brygga-test-${this.#machine}`, definition, roleArn: 'arn:aws:iam::000000000000:role/machine', type: 'STANDARD' });
    await this.call('StartExecution', { stateMachineArn: this.#machineArn, name: this.name, input: JSON.stringify({ caseId: 'case-1', generation: 1 }) });
    await this.service.idle();
  }

  /** Goes from due instant to due instant, as the runtime's clock does. */
  async advanceTo(days: number): Promise<void> {
    const target = start + days * day;
    for (;;) {
      const due = this.service.nextDue();
      if (due === undefined || due > target) break;
      this.now = Math.max(this.now, due);
      this.service.runDue();
      await this.service.idle();
    }
    this.now = target;
  }

  /** What the relay does after a command: completes the wait that is registered. */
  async signal(): Promise<void> {
    const wait = this.case.wait;
    this.case.wait = undefined;
    if (wait) await this.call('SendTaskSuccess', { taskToken: wait.token, output: '{}' });
    await this.service.idle();
  }

  async command(awaits: Awaits, steps: readonly Step[]): Promise<void> {
    this.case.move(awaits, steps);
    await this.signal();
  }

  call(action: string, input: object): Promise<Record<string, unknown>> {
    return this.service.handle(action, input) as Promise<Record<string, unknown>>;
  }

  get #executionArn(): string {
    return `${this.#machineArn.replace(':stateMachine:', ':execution:')}:${this.name}`;
  }
  async status(): Promise<unknown> {
    return (await this.call('DescribeExecution', { executionArn: this.#executionArn }))['status'];
  }
  async describe(): Promise<Record<string, unknown>> {
    return this.call('DescribeExecution', { executionArn: this.#executionArn });
  }
  /** Names of the states as they were entered. */
  async path(): Promise<readonly string[]> {
    const { events } = await this.call('GetExecutionHistory', { executionArn: this.#executionArn, maxResults: 1000 });
    return (events as { stateEnteredEventDetails?: { name: string } }[]).flatMap(({ stateEnteredEventDetails: entered }) => (entered ? [entered.name] : []));
  }

  async dispose(): Promise<void> {
    await this.service.close();
    this.#db.close();
  }

  #invoke(arn: string, payload: Record<string, unknown>): FunctionResult {
    const task = arn.replace(functionArn(''), '');
    this.invoked.push({ task, payload });
    const failure = this.failures.find((one) => one.task === task && one.times > 0);
    if (failure) {
      failure.times -= 1;
      return { ok: false, errorType: failure.error, errorMessage: 'as the test wants' };
    }
    const result = this.#run(task, payload);
    return { ok: true, payload: result };
  }

  #run(task: string, payload: Record<string, unknown>): unknown {
    const now = String(payload['now']);
    switch (task) {
      case 'read-lifecycle':
      case 'read-report-clock':
        return this.case.read(String(payload['startedAt']), now);
      case 'register-wait': {
        this.between?.();
        this.between = undefined;
        const token = String(payload['token']);
        if (payload['clockRevision'] === this.case.clockRevision) this.case.wait = { token, until: String(payload['until']) };
        else void this.service.handle('SendTaskSuccess', { taskToken: token, output: '{}' });
        return {};
      }
      case 'start-next-generation':
      case 'start-next-report-generation':
        this.case.handedOver.push(Number(payload['generation']) + 1);
        return {};
      default:
        this.case.taken.push({ task, step: String(payload['step']), at: now });
        return {};
    }
  }
}
