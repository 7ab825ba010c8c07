/**
 * What the embedded runtime knows of the deployed system: every resource of the synthesized
 * template, with intrinsic functions, parameters and conditions already resolved.
 */
export interface Resource {
  /** Name of the stack that declares the resource. */
  readonly stack: string;
  readonly logicalId: string;
  /** CloudFormation type, for example `AWS::Lambda::Function`. */
  readonly type: string;
  /** Properties without intrinsic functions; absent where the template says `AWS::NoValue`. */
  readonly properties: Record<string, unknown>;
  /** What `Ref` gives: a name, an id, a URL or an ARN, as CloudFormation documents for the type. */
  readonly physicalId: string;
  /** What `Fn::GetAtt … Arn` gives (or `Ref`, where that is the ARN); undefined where the type has none. */
  readonly arn: string | undefined;
  readonly metadata: Record<string, unknown>;
}

/** All stacks of one synthesized app, resolved against each other. */
export interface ResolvedTemplate {
  readonly resources: readonly Resource[];
  ofType(type: string): readonly Resource[];
  byArn(arn: string): Resource | undefined;
  /** Resources of different types may share a name; then the last one. `ofType` tells them apart. */
  byPhysicalId(id: string): Resource | undefined;
  /** Outputs of all stacks by output name (`BootstrapFunctionName`, `SiteBucketName`, …). */
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly region: string;
  readonly accountId: string;
  /**
   * Absolute path of a file or folder asset.
   *
   * @param hash the asset's hash, or an object key that starts with it (`<hash>.zip`)
   * @throws Error when the cloud assembly holds no such asset
   */
  assetPath(hash: string): string;
}
