import type { Resource, ResolvedTemplate } from '../../template/resolved-template.ts';
import { HttpApi, type HttpApiDependencies } from '../gateway/http-api.ts';
import { response, type SiteRequest, type SiteResponse } from '../message.ts';
import { flagOf, listOf, recordOf, stringsOf, textOf, UnservedProperty, type Properties } from '../values.ts';
import { compress, type CompressionCache } from './compression.ts';
import { EdgeFunction } from './edge-function.ts';
import { forward, forwardingOf, type Forwarding } from './forwarding.ts';
import { matchesPathPattern } from './path-pattern.ts';
import { applyResponseHeaders, responseHeadersOf, type ResponseHeaders } from './response-headers.ts';
import { SiteBucket } from './site-bucket.ts';

interface Origin {
  readonly domainName: string;
  readonly path: string;
  readonly customHeaders: ReadonlyMap<string, string>;
  readonly answer: (request: SiteRequest, viewer: SiteRequest) => Promise<SiteResponse>;
}

interface Behaviour {
  /** Undefined for the default behaviour. */
  readonly pattern: string | undefined;
  readonly origin: Origin;
  readonly methods: readonly string[];
  readonly compress: boolean;
  readonly forwarding: Forwarding;
  readonly responseHeaders: ResponseHeaders;
  readonly viewerRequest: EdgeFunction | undefined;
}

/** Stands in for one AWS::CloudFront::Distribution: behaviours, origins, policies and its viewer functions. */
export class Distribution {
  readonly #behaviours: readonly Behaviour[];
  readonly #rootObject: string | undefined;
  readonly #compressed: CompressionCache = new Map();

  /** @throws UnservedProperty when the distribution uses a feature that this stand-in does not serve */
  constructor(template: ResolvedTemplate, resource: Resource, dependencies: HttpApiDependencies) {
    const config = recordOf(resource.properties['DistributionConfig']);
    if (listOf(config['CustomErrorResponses']).length > 0) throw new UnservedProperty(resource.logicalId, 'CustomErrorResponses');
    if (config['OriginGroups'] !== undefined && listOf(recordOf(config['OriginGroups'])['Items']).length > 0) {
      throw new UnservedProperty(resource.logicalId, 'OriginGroups');
    }
    const origins = new Map(
      listOf(config['Origins']).map((item) => [textOf(recordOf(item)['Id']) ?? '', originOf(template, resource, recordOf(item), dependencies)]),
    );
    this.#rootObject = textOf(config['DefaultRootObject']);
    this.#behaviours = [...listOf(config['CacheBehaviors']), config['DefaultCacheBehavior']].map((item) =>
      behaviourOf(template, resource, recordOf(item), origins),
    );
  }

  async handle(viewer: SiteRequest): Promise<SiteResponse> {
    const behaviour = this.#behaviours.find((candidate) => candidate.pattern === undefined || matchesPathPattern(candidate.pattern, viewer.path));
    if (!behaviour) return distributionError(404, 'no behaviour');
    const answer = await this.#answer(viewer, behaviour);
    const headers = applyResponseHeaders(answer.headers, behaviour.responseHeaders);
    return { ...answer, headers };
  }

  async #answer(viewer: SiteRequest, behaviour: Behaviour): Promise<SiteResponse> {
    if (!behaviour.methods.includes(viewer.method)) return distributionError(403, 'This distribution does not allow the method.');
    let request = viewer;
    if (this.#rootObject !== undefined && request.path === '/') request = { ...request, path: `/${this.#rootObject}` };
    if (behaviour.viewerRequest) {
      try {
        const result = behaviour.viewerRequest.run(request);
        if ('response' in result) return result.response;
        request = result.request;
      } catch {
        return distributionError(503, 'The function on this behaviour failed.');
      }
    }
    const forwarded = forward(request, behaviour.forwarding, behaviour.origin);
    const answer = await behaviour.origin.answer({ ...forwarded, path: `${behaviour.origin.path}${forwarded.path}` }, viewer);
    return behaviour.compress ? compress(viewer, answer, this.#compressed) : answer;
  }
}

function behaviourOf(template: ResolvedTemplate, resource: Resource, item: Properties, origins: ReadonlyMap<string, Origin>): Behaviour {
  const id = textOf(item['TargetOriginId']) ?? '';
  const origin = origins.get(id);
  if (!origin) throw new UnservedProperty(resource.logicalId, `the origin ${id}`);
  if (listOf(item['LambdaFunctionAssociations']).length > 0) throw new UnservedProperty(resource.logicalId, 'Lambda@Edge');
  const methods = stringsOf(item['AllowedMethods']);
  return {
    pattern: textOf(item['PathPattern']),
    origin,
    methods: methods.length > 0 ? methods : ['GET', 'HEAD'],
    compress: flagOf(item['Compress']),
    forwarding: forwardingOf(template, resource.logicalId, item),
    responseHeaders: responseHeadersOf(template, resource.logicalId, textOf(item['ResponseHeadersPolicyId'])),
    viewerRequest: viewerRequestOf(template, resource, item),
  };
}

function viewerRequestOf(template: ResolvedTemplate, resource: Resource, item: Properties): EdgeFunction | undefined {
  const associations = listOf(item['FunctionAssociations']).map(recordOf);
  const other = associations.find((association) => association['EventType'] !== 'viewer-request');
  if (other) throw new UnservedProperty(resource.logicalId, `a function on ${String(other['EventType'])}`);
  const arn = associations[0]?.['FunctionARN'];
  if (arn === undefined) return undefined;
  const found = template.ofType('AWS::CloudFront::Function').find((candidate) => [candidate.arn, candidate.physicalId].includes(String(arn)));
  if (!found) throw new UnservedProperty(resource.logicalId, `the function ${String(arn)}`);
  return new EdgeFunction(found);
}

function originOf(template: ResolvedTemplate, resource: Resource, item: Properties, dependencies: HttpApiDependencies): Origin {
  const domainName = textOf(item['DomainName']) ?? '';
  const path = textOf(item['OriginPath']) ?? '';
  const customHeaders = new Map(
    listOf(item['OriginCustomHeaders'])
      .map(recordOf)
      .map((header) => [(textOf(header['HeaderName']) ?? '').toLowerCase(), textOf(header['HeaderValue']) ?? '']),
  );
  const [host = ''] = domainName.split('.');
  const api = template.ofType('AWS::ApiGatewayV2::Api').find((candidate) => candidate.physicalId === host);
  if (api && domainName.includes('.execute-api.')) {
    const gateway = new HttpApi(template, api, dependencies);
    return { domainName, path, customHeaders, answer: (request, viewer) => gateway.handle(request, viewer.viewerAddress) };
  }
  const bucket = template.ofType('AWS::S3::Bucket').find((candidate) => domainName.startsWith(`${candidate.physicalId}.s3`));
  if (bucket) {
    const site = new SiteBucket(template, bucket);
    return { domainName, path, customHeaders, answer: async (request) => site.handle(request) };
  }
  throw new UnservedProperty(resource.logicalId, `the origin domain ${domainName}`);
}

function distributionError(status: number, text: string): SiteResponse {
  return response(status, { 'content-type': 'text/html; charset=utf-8', 'x-cache': 'Error from local distribution' }, `<!doctype html><title>${status}</title><p>${text}</p>`);
}
