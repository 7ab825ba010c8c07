import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery, CfnUserPoolClient, FeaturePlan, Mfa, OAuthScope, StandardThreatProtectionMode, UserPool, UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** Staff accounts where the organisation brings no issuer of its own. Tokens say who; roles come from the store (design.md 1.9). */
export class Identity extends Construct {
  readonly userPool: UserPool;
  readonly issuer: string;
  /** Origin of the sign-in pages and of the token endpoint. */
  readonly signInOrigin: string;

  constructor(scope: Construct, id: string, props: { readonly stage: string }) {
    super(scope, id);
    const { region, account } = Stack.of(this);
    this.userPool = new UserPool(this, 'Staff', {
      userPoolName: `brygga-${props.stage}-staff`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: true, mutable: true }, locale: { required: false, mutable: true } },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: true, tempPasswordValidity: Duration.days(3) },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const prefix = `brygga-${props.stage}-${account}`;
    this.userPool.addDomain('SignIn', { cognitoDomain: { domainPrefix: prefix } });
    this.issuer = `https://cognito-idp.${region}.amazonaws.com/${this.userPool.userPoolId}`;
    this.signInOrigin = `https://${prefix}.auth.${region}.amazoncognito.com`;
  }
}

/** The pages as a public client: authorization code with PKCE, tokens in memory only. */
export function siteClient(scope: Construct, props: { readonly userPool: UserPool; readonly siteOrigin: string }): UserPoolClient {
  const client = new UserPoolClient(scope, 'SiteClient', {
    userPool: props.userPool,
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
      callbackUrls: [`${props.siteOrigin}/signed-in`],
      logoutUrls: [`${props.siteOrigin}/`],
    },
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(8),
  });
  const resource = client.node.defaultChild;
  if (!(resource instanceof CfnUserPoolClient)) throw new Error('The client has no resource');
  // Absent, Cognito would also take passwords directly.
  resource.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
  return client;
}
