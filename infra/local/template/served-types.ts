import type { Resource } from './resolved-template.ts';

/** Types that the local runtime acts on, and the part that does. */
const served: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'http',
  'AWS::ApiGatewayV2::Authorizer': 'http',
  'AWS::ApiGatewayV2::Integration': 'http',
  'AWS::ApiGatewayV2::Route': 'http',
  'AWS::ApiGatewayV2::Stage': 'http',
  'AWS::CloudFront::Distribution': 'http',
  'AWS::CloudFront::Function': 'http',
  'AWS::CloudFront::ResponseHeadersPolicy': 'http',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::Events::Rule': 'events',
  'AWS::Lambda::EventInvokeConfig': 'events',
  'AWS::Lambda::EventSourceMapping': 'dynamodb',
  'AWS::Lambda::Function': 'lambda',
  'AWS::GuardDuty::MalwareProtectionPlan': 's3',
  'AWS::S3::Bucket': 'http (the site), s3 (those that send events or are locked)',
  'AWS::SES::ConfigurationSet': 'ses',
  'AWS::SES::ConfigurationSetEventDestination': 'ses',
  'AWS::SES::EmailIdentity': 'ses',
  'AWS::SNS::Subscription': 'events',
  'AWS::SNS::Topic': 'events',
  'AWS::SQS::Queue': 'events (dead letters)',
  'AWS::Scheduler::Schedule': 'events',
  'AWS::SecretsManager::Secret': 'template',
  'AWS::StepFunctions::StateMachine': 'states',
  'Custom::CDKBucketDeployment': 'http (the site)',
};

const permissions = 'who may do what is checked on AWS; here every part runs as the same user';
const watching = 'nothing to watch on one machine: logs lie in the data folder';
const atRest = 'encryption at rest is the machine owner\'s';
const names = 'a name and a certificate on the internet; the local site has its own address';
const issuer = 'sign-in is the local issuer, given to the template by parameters as any issuer is';
const deployment = 'work of a deployment; the local runtime reads the assembly itself';
const copies = 'copies of the data folder are the machine owner\'s';

/** Types that change nothing here, each with its reason. */
const irrelevant: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': watching,
  'AWS::Backup::BackupPlan': copies,
  'AWS::Backup::BackupSelection': copies,
  'AWS::Backup::BackupVault': copies,
  'AWS::CDK::Metadata': deployment,
  'AWS::CertificateManager::Certificate': names,
  'AWS::CloudFront::CachePolicy': 'nothing is cached between the page and the local server',
  'AWS::CloudFront::OriginAccessControl': permissions,
  'AWS::CloudFront::OriginRequestPolicy': 'the local distribution passes every header on',
  'AWS::CloudTrail::Trail': watching,
  'AWS::CloudWatch::Alarm': watching,
  'AWS::CloudWatch::CompositeAlarm': watching,
  'AWS::CloudWatch::Dashboard': watching,
  'AWS::Cognito::LogDeliveryConfiguration': issuer,
  'AWS::Cognito::ManagedLoginBranding': issuer,
  'AWS::Cognito::UserPool': issuer,
  'AWS::Cognito::UserPoolClient': issuer,
  'AWS::Cognito::UserPoolDomain': issuer,
  'AWS::Cognito::UserPoolGroup': issuer,
  'AWS::Cognito::UserPoolResourceServer': issuer,
  'AWS::Cognito::UserPoolRiskConfigurationAttachment': issuer,
  'AWS::Cognito::UserPoolUICustomizationAttachment': issuer,
  'AWS::Events::EventBusPolicy': permissions,
  'AWS::IAM::InstanceProfile': permissions,
  'AWS::IAM::ManagedPolicy': permissions,
  'AWS::IAM::Policy': permissions,
  'AWS::IAM::Role': permissions,
  'AWS::IAM::ServiceLinkedRole': permissions,
  'AWS::KMS::Alias': atRest,
  'AWS::KMS::Key': atRest,
  'AWS::Lambda::Alias': 'there is one version of each function: the assembly\'s',
  'AWS::Lambda::LayerVersion': 'functions are bundled whole; the only layer is the deployment\'s own',
  'AWS::Lambda::Permission': permissions,
  'AWS::Lambda::Version': 'there is one version of each function: the assembly\'s',
  'AWS::Logs::Delivery': watching,
  'AWS::Logs::DeliveryDestination': watching,
  'AWS::Logs::DeliverySource': watching,
  'AWS::Logs::LogGroup': watching,
  'AWS::Logs::MetricFilter': watching,
  'AWS::Logs::ResourcePolicy': permissions,
  'AWS::Route53::RecordSet': names,
  'AWS::S3::BucketPolicy': permissions,
  'AWS::SNS::TopicPolicy': permissions,
  'AWS::SQS::QueuePolicy': permissions,
  'AWS::SSM::Parameter': 'a value for other stacks; references to it are resolved',
  'AWS::Scheduler::ScheduleGroup': 'a folder of schedules',
  'AWS::SecretsManager::ResourcePolicy': permissions,
  'AWS::SecretsManager::RotationSchedule': 'the local secret is random and known to this machine alone',
  'AWS::WAFv2::LoggingConfiguration': watching,
  'AWS::WAFv2::WebACL': 'a guard against the internet; the local site listens on the loopback address alone',
  'AWS::WAFv2::WebACLAssociation': 'a guard against the internet; the local site listens on the loopback address alone',
  'Custom::AWS': deployment,
  'Custom::CrossRegionExportReader': 'its values are resolved from the stack that writes them',
  'Custom::CrossRegionExportWriter': 'its values are resolved from the stack that writes them',
  'Custom::DescribeCognitoUserPoolClient': issuer,
  'Custom::S3AutoDeleteObjects': deployment,
};

export class UnservedResource extends Error {
  override readonly name = 'UnservedResource';
  readonly code = 'unserved-resource';
}

/** Why the type is not served, or undefined when a part serves it. */
export function reasonNotServed(type: string): string | undefined {
  return type in served ? undefined : irrelevant[type];
}

/**
 * @throws UnservedResource naming every resource of a type that is neither served nor irrelevant
 */
export function checkServed(resources: readonly Pick<Resource, 'stack' | 'logicalId' | 'type'>[]): void {
  const unknown = resources.filter(({ type }) => !(type in served) && !(type in irrelevant));
  if (unknown.length === 0) return;
  const lines = unknown.map(({ stack, logicalId, type }) => `  ${logicalId} in ${stack}: ${type}`);
  throw new UnservedResource(
    `The template has resources that the local runtime neither serves nor knows to be irrelevant:\n${lines.join('\n')}\nServe the type, or list it with a reason, in infra/local/template/served-types.ts.`,
  );
}
