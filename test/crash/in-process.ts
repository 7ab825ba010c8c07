import { join } from 'node:path';
import type { Faults } from '../../infra/local/faults.ts';
import { readOrganisation } from '../../infra/local/organisation.ts';
import { startRuntime, type Runtime } from '../../infra/local/runtime.ts';
import { Installation } from '../e2e/installation.ts';
import type { Gate } from './journey.ts';
import { synthesizedApp } from './synthesized-app.ts';

/** The whole system in the test's own process, so that a test holds its faults in its hand. Asked like any installation. */
export class InProcess {
  readonly at = new Installation();
  #runtime: Runtime | undefined;

  async start(faults: Faults = {}): Promise<Runtime> {
    this.#runtime = await startRuntime({
      assembly: synthesizedApp(), data: this.at.folder, port: 0, awsPort: 0, startAt: Date.parse('2026-11-23T08:00:00Z'),
      organisation: readOrganisation(join(import.meta.dirname, '../../workflows/demo/ekdala.json')), routine: 'vaxjo', dynamoDbEndpoint: undefined, faults,
      onBroken: (reason) => {
        throw new Error(reason);
      },
    });
    this.at.meet(this.#runtime.origin, this.#runtime.awsEndpoint);
    return this.#runtime;
  }

  get runtime(): Runtime {
    if (this.#runtime === undefined) throw new Error('Nothing runs');
    return this.#runtime;
  }

  gate(): Gate {
    return { at: this.at, up: () => Promise.resolve(), asked: () => undefined };
  }

  /** The folder stays. */
  async halt(): Promise<void> {
    await this.#runtime?.stop();
    this.#runtime = undefined;
  }

  async remove(): Promise<void> {
    await this.halt();
    await this.at.stop();
  }
}
