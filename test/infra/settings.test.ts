import { describe, expect, it } from 'vitest';
import { parseSettings, readNamedSettings, readSettings } from '../../infra/settings.ts';

describe('settings of a stage', () => {
  it('are complete without a file', () => {
    expect(readSettings({})).toEqual({ stage: 'local', region: 'eu-north-1', mailSender: 'brygga@ekdala.example', logRetentionDays: 365, headsLock: 'compliance', originSecretGeneration: 1, tracing: true });
    expect(readSettings({ BRYGGA_STAGE: 'test' })).toMatchObject({ stage: 'test' });
  });
  it('must be named for what is done to a deployment', () => {
    expect(() => readNamedSettings({})).toThrow('BRYGGA_STAGE=<stage>');
    expect(readNamedSettings({ BRYGGA_STAGE: 'test' })).toMatchObject({ stage: 'test' });
  });
  it.each([
    ['a region outside the EU', { region: 'us-east-1' }, 'region'],
    ['a retention that CloudWatch does not know', { logRetentionDays: 100 }, 'logRetentionDays'],
    ['a certificate in another region', { certificateArn: 'arn:aws:acm:eu-north-1:123456789012:certificate/x' }, 'certificateArn'],
    ['a field nobody reads', { logRetention: 30 }, 'logRetention'],
    ['an account that is none', { account: 'secret-account' }, 'account'],
  ])('refuse %s, naming the field and not its value', (_, document, field) => {
    expect(() => parseSettings('test', document)).toThrow(field);
    expect(() => parseSettings('test', document)).not.toThrow('secret-account');
  });
  it.each(['../../etc', 'Prod', ''])('refuse the stage %o', (stage) => {
    expect(() => readSettings({ BRYGGA_STAGE: stage })).toThrow('stage');
  });
});
