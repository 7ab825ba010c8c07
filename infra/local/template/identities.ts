import { createHash } from 'node:crypto';
import { asText } from './json.ts';

/** Where a resource stands: what its generated names and ARNs are made of. */
export interface Place {
  readonly stack: string;
  readonly logicalId: string;
  readonly region: string;
  readonly accountId: string;
}

export interface Identity {
  /** What `Ref` gives. */
  readonly physicalId: string;
  readonly arn: string | undefined;
  /** What `Fn::GetAtt` gives, but `Arn`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Property of each type that names the resource, when the template gives one. */
const nameProperty: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
};

/**
 * Name, ARN and attributes of a resource, as CloudFormation's reference documents them for its type.
 * Generated names are stable: the same template and stack give the same names after every start.
 *
 * @param property one of the resource's own properties, resolved
 */
export function identify(type: string, place: Place, property: (name: string) => unknown): Identity {
  const { stack, logicalId, region, accountId } = place;
  const ownName = nameProperty[type];
  const given = ownName === undefined ? undefined : asText(property(ownName));
  const name = given ?? `${stack}-${logicalId}`;
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${accountId}:${rest}`;
  switch (type) {
    case 'AWS::Lambda::Function':
      return { physicalId: name, arn: arn('lambda', `function:${name}`), attributes: {} };
    case 'AWS::Lambda::Version': {
      const version = `${functionArn(asText(property('FunctionName')) ?? '', place)}:1`;
      return { physicalId: version, arn: version, attributes: { FunctionArn: version, Version: '1' } };
    }
    case 'AWS::Lambda::Alias': {
      const alias = `${functionArn(asText(property('FunctionName')) ?? '', place)}:${asText(property('Name')) ?? 'live'}`;
      return { physicalId: alias, arn: alias, attributes: { AliasArn: alias } };
    }
    case 'AWS::Lambda::LayerVersion':
    case 'AWS::Lambda::EventSourceMapping': {
      const id = stableId(stack, logicalId);
      return { physicalId: id, arn: arn('lambda', `event-source-mapping:${id}`), attributes: { Id: id } };
    }
    case 'AWS::DynamoDB::Table':
    case 'AWS::DynamoDB::GlobalTable':
      return { physicalId: name, arn: arn('dynamodb', `table/${name}`), attributes: { StreamArn: arn('dynamodb', `table/${name}/stream/local`), TableId: stableId(stack, logicalId) } };
    case 'AWS::StepFunctions::StateMachine': {
      const machine = arn('states', `stateMachine:${name}`);
      return { physicalId: machine, arn: machine, attributes: { Name: name, StateMachineRevisionId: '1' } };
    }
    case 'AWS::SQS::Queue':
      return { physicalId: `https://sqs.${region}.amazonaws.com/${accountId}/${name}`, arn: arn('sqs', name), attributes: { QueueName: name, QueueUrl: `https://sqs.${region}.amazonaws.com/${accountId}/${name}` } };
    case 'AWS::SNS::Topic':
      return { physicalId: arn('sns', name), arn: arn('sns', name), attributes: { TopicArn: arn('sns', name), TopicName: name } };
    case 'AWS::SecretsManager::Secret':
      return { physicalId: arn('secretsmanager', `secret:${name}-${stableId(stack, logicalId).slice(0, 6)}`), arn: arn('secretsmanager', `secret:${name}-${stableId(stack, logicalId).slice(0, 6)}`), attributes: { Id: name } };
    case 'AWS::S3::Bucket': {
      const bucket = given ?? `${stack}-${logicalId}-${stableId(stack, logicalId).slice(0, 12)}`.toLowerCase().slice(0, 63);
      return { physicalId: bucket, arn: `arn:aws:s3:::${bucket}`, attributes: { DomainName: `${bucket}.s3.amazonaws.com`, RegionalDomainName: `${bucket}.s3.${region}.amazonaws.com` } };
    }
    case 'AWS::KMS::Key': {
      const id = stableId(stack, logicalId);
      return { physicalId: id, arn: arn('kms', `key/${id}`), attributes: { KeyId: id } };
    }
    case 'AWS::IAM::Role':
      return { physicalId: name, arn: `arn:aws:iam::${accountId}:role/${name}`, attributes: { RoleId: stableId(stack, logicalId) } };
    case 'AWS::IAM::ManagedPolicy':
      return { physicalId: `arn:aws:iam::${accountId}:policy/${name}`, arn: `arn:aws:iam::${accountId}:policy/${name}`, attributes: {} };
    case 'AWS::Logs::LogGroup':
      return { physicalId: name, arn: arn('logs', `log-group:${name}:*`), attributes: {} };
    case 'AWS::Events::EventBus':
      return { physicalId: name, arn: arn('events', `event-bus/${name}`), attributes: { Name: name } };
    case 'AWS::Events::Rule':
      return { physicalId: name, arn: arn('events', `rule/${name}`), attributes: {} };
    case 'AWS::Scheduler::ScheduleGroup':
      return { physicalId: name, arn: arn('scheduler', `schedule-group/${name}`), attributes: {} };
    case 'AWS::Scheduler::Schedule':
      return { physicalId: name, arn: arn('scheduler', `schedule/${asText(property('GroupName')) ?? 'default'}/${name}`), attributes: {} };
    case 'AWS::SES::EmailIdentity':
    case 'AWS::SES::ConfigurationSet':
      return { physicalId: name, arn: arn('ses', `${type === 'AWS::SES::EmailIdentity' ? 'identity' : 'configuration-set'}/${name}`), attributes: {} };
    case 'AWS::SSM::Parameter':
      return { physicalId: name, arn: arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`), attributes: { Value: asText(property('Value')) ?? '' } };
    case 'AWS::ApiGatewayV2::Api': {
      const id = stableId(stack, logicalId).slice(0, 10);
      return { physicalId: id, arn: undefined, attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com` } };
    }
    case 'AWS::ApiGatewayV2::Stage':
      return { physicalId: asText(property('StageName')) ?? '$default', arn: undefined, attributes: {} };
    case 'AWS::CloudFront::Distribution': {
      const id = stableId(stack, logicalId).slice(0, 14).toUpperCase();
      return { physicalId: id, arn: `arn:aws:cloudfront::${accountId}:distribution/${id}`, attributes: { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` } };
    }
    case 'AWS::CloudFront::Function': {
      const functionName = asText(property('Name')) ?? name;
      const edge = `arn:aws:cloudfront::${accountId}:function/${functionName}`;
      return { physicalId: edge, arn: edge, attributes: { FunctionARN: edge } };
    }
    case 'AWS::Cognito::UserPool': {
      const id = `${region}_${stableId(stack, logicalId).slice(0, 9)}`;
      return { physicalId: id, arn: arn('cognito-idp', `userpool/${id}`), attributes: { UserPoolId: id, ProviderName: `cognito-idp.${region}.amazonaws.com/${id}`, ProviderURL: `https://cognito-idp.${region}.amazonaws.com/${id}` } };
    }
    default:
      return { physicalId: given ?? stableId(stack, logicalId), arn: undefined, attributes: {} };
  }
}

function functionArn(nameOrArn: string, { region, accountId }: Place): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : `arn:aws:lambda:${region}:${accountId}:function:${nameOrArn}`;
}

function stableId(stack: string, logicalId: string): string {
  return createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 32);
}
