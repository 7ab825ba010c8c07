import { Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods, CachePolicy, Distribution, Function as EdgeFunction, FunctionCode, FunctionEventType, FunctionRuntime,
  HeadersFrameOption, HeadersReferrerPolicy, HttpVersion, OriginProtocolPolicy, OriginRequestPolicy, OriginSslPolicy, PriceClass,
  ResponseHeadersPolicy, SecurityPolicyProtocol, ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';

export interface WebSiteProps {
  readonly stage: string;
  /** Folder of the built pages. */
  readonly folder: string;
  readonly apiDomainName: string;
  readonly originSecret: string;
  /** Origins the pages talk to at sign-in and for files. */
  readonly connectTo: readonly string[];
  readonly webAclArn: string;
  readonly domain: string | undefined;
  readonly certificateArn: string | undefined;
  readonly logRetentionDays: number;
}

/** First pattern that matches a file wins; deploy.ts and the embedded runtime read this from the bucket's metadata. */
const cacheControl = [
  { pattern: 'assets/*', value: 'public, max-age=31536000, immutable' },
  { pattern: '*', value: 'no-cache' },
];

/** A path without a dot is a page of the app; custom error pages would turn the API's 404 into index.html. */
const pagesCode = `function handler(event) {
  var request = event.request;
  if (request.uri.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`;

/** Pages and API under one address. */
export class WebSite extends Construct {
  readonly distribution: Distribution;
  readonly bucket: IBucket;
  /** `https://…` of the distribution itself. */
  readonly ownOrigin: string;

  constructor(scope: Construct, id: string, props: WebSiteProps) {
    super(scope, id);
    const logs = this.#bucket( 'Logs', {
      // CloudFront's standard logs write with an ACL and take only S3's own key.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(props.logRetentionDays) }],
    });
    this.bucket = this.#bucket( 'Site', {
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90) }],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'site/',
    });
    const site = new Asset(this, 'Pages', { path: props.folder });
    const bucket = this.bucket.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error('The site bucket has no resource');
    bucket.addMetadata('brygga:site', { asset: site.assetHash, cacheControl });

    const headers = this.#headers(props);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Brygga ${props.stage}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(props.domain !== undefined && props.certificateArn !== undefined && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [props.domain],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn),
      }),
      webAclId: props.webAclArn,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'distribution/',
      logIncludesCookies: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        compress: true,
        functionAssociations: [{
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(this, 'ServePages', {
            functionName: `brygga-${props.stage}-serve-pages`,
            comment: 'Serves the app for every path that is no file',
            code: FunctionCode.fromInline(pagesCode),
            runtime: FunctionRuntime.JS_2_0,
          }),
        }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(props.apiDomainName, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [OriginSslPolicy.TLS_V1_2],
            customHeaders: { 'x-brygga-origin': props.originSecret },
          }),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
          compress: true,
        },
      },
    });
    this.ownOrigin = Fn.join('', ['https://', this.distribution.distributionDomainName]);
  }

  #bucket(id: string, props: BucketProps): IBucket {
    const bucket = new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
    // The library's class and interface disagree under exactOptionalPropertyTypes.
    return bucket as IBucket;
  }

  #headers(props: WebSiteProps): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: `brygga-${props.stage}-${Stack.of(this).region}`,
      comment: 'Strict policy for pages and API alike',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(props.connectTo), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()', override: true },
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
          { header: 'Cross-Origin-Resource-Policy', value: 'same-origin', override: true },
          { header: 'X-Robots-Tag', value: 'noindex', override: true },
        ],
      },
    });
  }
}

function contentSecurityPolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "manifest-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
  ].join('; ');
}
