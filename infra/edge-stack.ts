import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { routes } from '../functions/contracts/routes.ts';
import type { Settings } from './settings.ts';

/** Managed rule groups, in order. Bodies are free text in Swedish, so the size rule counts only: the functions limit bodies themselves. */
const managedRules = [
  { name: 'AWSManagedRulesAmazonIpReputationList', countOnly: [] },
  { name: 'AWSManagedRulesCommonRuleSet', countOnly: ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY'] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', countOnly: [] },
] as const;

/** What CloudFront takes from us-east-1 only: ACL and certificate, no personal data. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { stage, domain, certificateArn } = props.settings;
    const visible = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });
    const acl = new CfnWebACL(this, 'WebAcl', {
      name: `brygga-${stage}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible(`brygga-${stage}`),
      rules: [
        ...managedRules.map(({ name, countOnly }, priority) => ({
          name,
          priority,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })) } },
          visibilityConfig: visible(name),
        })),
        // Only where something can be guessed or sent: a whole ward may write its replies, which are saved as they are typed, from one address.
        rateRule('LimitCodesAndLinks', managedRules.length, 100, [routes['request-code'].path, routes['verify-code'].path, routes['request-new-link'].path], visible('LimitCodesAndLinks')),
        rateRule('LimitIntakes', managedRules.length + 1, 100, [routes['request-intake-code'].path, routes['verify-intake-code'].path], visible('LimitIntakes')),
        rateRule('LimitAddress', managedRules.length + 2, 2000, ['/'], visible('LimitAddress')),
      ],
    });
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn, description: 'Parameter WebAclArn of the application stack' });
    if (domain !== undefined && certificateArn === undefined) {
      const certificate = new Certificate(this, 'Certificate', { domainName: domain, validation: CertificateValidation.fromDns() });
      new CfnOutput(this, 'CertificateArn', { value: certificate.certificateArn, description: 'Put it into the settings as certificateArn' });
    }
  }
}

/** Requests of one address in five minutes under any of some paths. */
function rateRule(name: string, priority: number, limit: number, paths: readonly string[], visibilityConfig: CfnWebACL.VisibilityConfigProperty): CfnWebACL.RuleProperty {
  const under = paths.map((path): CfnWebACL.StatementProperty => ({
    byteMatchStatement: { fieldToMatch: { uriPath: {} }, positionalConstraint: 'STARTS_WITH', searchString: path, textTransformations: [{ priority: 0, type: 'NONE' }] },
  }));
  const [only] = under;
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    visibilityConfig,
    statement: {
      rateBasedStatement: {
        limit,
        aggregateKeyType: 'IP',
        evaluationWindowSec: 300,
        ...(only && { scopeDownStatement: under.length === 1 ? only : { orStatement: { statements: under } } }),
      },
    },
  };
}
