import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * What differs between places and is known only at deployment: CloudFormation parameters, so that one
 * template serves AWS and the embedded runtime alike. An empty text means "the template's own".
 */
export class Parameters {
  readonly mailSender: string;
  readonly #siteOrigin: Optional;
  readonly #oidcIssuer: Optional;
  readonly #oidcClientId: Optional;
  readonly #oidcAcr: Optional;
  readonly #webAclArn: Optional;
  readonly #fileEndpoint: Optional;

  constructor(scope: Construct, defaults: { readonly siteOrigin: string; readonly mailSender: string }) {
    this.#siteOrigin = optional(scope, 'SiteOrigin', 'Origin of the site, as https://brygga.example; empty: the domain that CloudFront gives', defaults.siteOrigin);
    this.#oidcIssuer = optional(scope, 'OidcIssuer', 'Issuer of staff tokens; empty: the user pool of the data stack', '');
    this.#oidcClientId = optional(scope, 'OidcClientId', 'Client id at that issuer; empty: the client of the user pool', '');
    this.#oidcAcr = optional(scope, 'OidcAcr', 'Values of the claim acr that say two factors, blanks between; tokens with another are refused. Empty: not checked, as the user pool wants a second factor of everybody', '');
    this.#webAclArn = optional(scope, 'WebAclArn', 'ACL of the edge stack (its output WebAclArn); infra/deploy.ts passes it on', '');
    this.#fileEndpoint = optional(scope, 'FileEndpoint', 'S3-compatible server that holds the buckets, as http://127.0.0.1:4401; empty: S3 of the region', '');
    this.mailSender = new CfnParameter(scope, 'MailSender', {
      description: 'Address that mails are sent from; verified in SES',
      default: defaults.mailSender,
      allowedPattern: String.raw`[^@\s]+@[^@\s]+\.[^@\s]+`,
    }).valueAsString;
  }

  siteOrigin(own: string): string {
    return this.#siteOrigin.or(own);
  }
  oidcIssuer(own: string): string {
    return this.#oidcIssuer.or(own);
  }
  /** Where the pool's sign-in pages are another origin than its issuer; an issuer of one's own is its own origin. */
  oidcSignInOrigin(own: string): string {
    return this.#oidcIssuer.absentOr(own);
  }
  oidcClientId(own: string): string {
    return this.#oidcClientId.or(own);
  }
  /** Never empty, because it is exported: `any` where none is asked for. */
  get oidcAcr(): string {
    return this.#oidcAcr.or('any');
  }
  /** A bucket's address. A server of one's own has buckets as the first part of the path. */
  bucketUrl(bucketName: string, own: string): string {
    return this.#fileEndpoint.and((endpoint) => `${endpoint}/${bucketName}`, own);
  }
  /** Origin that pages talk to for files. */
  fileOrigin(own: string): string {
    return this.#fileEndpoint.or(own);
  }
  /** `AWS::NoValue` where no ACL is given: on one machine there is no edge. */
  get webAclArn(): string {
    return this.#webAclArn.or(Fn.ref('AWS::NoValue'));
  }
}

interface Optional {
  or(own: string): string;
  /** Something made of what is given. */
  and(made: (given: string) => string, own: string): string;
  /** `own` where nothing is given, else an empty text. */
  absentOr(own: string): string;
}

function optional(scope: Construct, name: string, description: string, byDefault: string): Optional {
  const parameter = new CfnParameter(scope, name, { description, default: byDefault });
  const given = new CfnCondition(scope, `${name}Given`, { expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, '')) });
  return {
    or: (own) => Fn.conditionIf(given.logicalId, parameter.valueAsString, own).toString(),
    and: (made, own) => Fn.conditionIf(given.logicalId, made(parameter.valueAsString), own).toString(),
    absentOr: (own) => Fn.conditionIf(given.logicalId, '', own).toString(),
  };
}
