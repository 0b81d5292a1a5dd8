import type { paths } from './schema';

/** The routes that the server describes, by what comes after /desk/api/. */
type Routes = { [Path in keyof paths as Path extends `/desk/api/${infer Route}` ? Route : never]: paths[Path] };

export type Method = 'get' | 'post' | 'put';

/** The routes that know a method. */
export type RouteOf<M extends Method> = { [Route in keyof Routes]: Routes[Route][M] extends { responses: object } ? Route : never }[keyof Routes];

/** What the server does on a route by a method. */
type Operation<M extends Method, Route extends keyof Routes> = Routes[Route][M];

type InPath<O> = O extends { parameters: { path: infer Path extends object } } ? { path: Path } : unknown;
type InQuery<O> = O extends { parameters: { query: infer Query extends object } } ? { query: Query } : O extends { parameters: { query?: infer Query } } ? ([Query] extends [never] ? unknown : { query?: Query }) : unknown;
type InBody<O> = O extends { requestBody: { content: { 'application/json': infer Body } } } ? { body: Body } : unknown;
type All<O> = InPath<O> & InQuery<O> & InBody<O>;

/** What must be given: the names in the path, the query, the body; nothing where there is none of them. */
export type Given<M extends Method, Route extends keyof Routes> = unknown extends All<Operation<M, Route>> ? [] : [given: All<Operation<M, Route>>];

/** What comes back; undefined where that is nothing. */
export type Answer<M extends Method, Route extends keyof Routes> =
  Operation<M, Route> extends { responses: infer Responses }
    ? { [Status in keyof Responses & (200 | 204)]: Responses[Status] extends { content: { 'application/json': infer Body } } ? Body : undefined }[keyof Responses & (200 | 204)]
    : never;
