/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Runs($after: String, $where: WorkflowRunWhere) {\n    workflowRuns(first: 15, after: $after, where: $where) {\n      nodes {\n        runId\n        status\n        createdAt\n        workstreamId\n        arm\n        usage {\n          totalTokens\n          costUsd\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.RunsDocument,
    "\n  query Run($runId: String!) {\n    workflowRun(runId: $runId) {\n      runId\n      status\n      startedAt\n      finishedAt\n      usage {\n        calls\n        totalTokens\n        costUsd\n      }\n      steps {\n        step\n        status\n        reusedFrom {\n          runId\n        }\n      }\n      questions: records(where: { recordKind: { eq: \"question\" } }) {\n        totalCount\n        nodes {\n          rowId\n          recordKey\n          status\n          question: payloadJson(path: \"question\")\n          answer: payloadJson(path: \"answer\")\n        }\n      }\n      shards {\n        nodes {\n          rowId\n          shardName\n          isActive\n          vectors(first: 0) {\n            totalCount\n          }\n        }\n      }\n      documents {\n        nodes {\n          docId\n          title\n          metadata {\n            primaryDoi\n          }\n        }\n      }\n      retrievalEvents(first: 10) {\n        totalCount\n        nodes {\n          rowId\n          method\n          topK\n          query\n        }\n      }\n    }\n  }\n": typeof types.RunDocument,
    "\n  query Tokens($runId: String!, $after: String) {\n    workflowRun(runId: $runId) {\n      tokenUsage(first: 500, after: $after) {\n        nodes {\n          step\n          model\n          totalTokens\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.TokensDocument,
};
const documents: Documents = {
    "\n  query Runs($after: String, $where: WorkflowRunWhere) {\n    workflowRuns(first: 15, after: $after, where: $where) {\n      nodes {\n        runId\n        status\n        createdAt\n        workstreamId\n        arm\n        usage {\n          totalTokens\n          costUsd\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.RunsDocument,
    "\n  query Run($runId: String!) {\n    workflowRun(runId: $runId) {\n      runId\n      status\n      startedAt\n      finishedAt\n      usage {\n        calls\n        totalTokens\n        costUsd\n      }\n      steps {\n        step\n        status\n        reusedFrom {\n          runId\n        }\n      }\n      questions: records(where: { recordKind: { eq: \"question\" } }) {\n        totalCount\n        nodes {\n          rowId\n          recordKey\n          status\n          question: payloadJson(path: \"question\")\n          answer: payloadJson(path: \"answer\")\n        }\n      }\n      shards {\n        nodes {\n          rowId\n          shardName\n          isActive\n          vectors(first: 0) {\n            totalCount\n          }\n        }\n      }\n      documents {\n        nodes {\n          docId\n          title\n          metadata {\n            primaryDoi\n          }\n        }\n      }\n      retrievalEvents(first: 10) {\n        totalCount\n        nodes {\n          rowId\n          method\n          topK\n          query\n        }\n      }\n    }\n  }\n": types.RunDocument,
    "\n  query Tokens($runId: String!, $after: String) {\n    workflowRun(runId: $runId) {\n      tokenUsage(first: 500, after: $after) {\n        nodes {\n          step\n          model\n          totalTokens\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.TokensDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Runs($after: String, $where: WorkflowRunWhere) {\n    workflowRuns(first: 15, after: $after, where: $where) {\n      nodes {\n        runId\n        status\n        createdAt\n        workstreamId\n        arm\n        usage {\n          totalTokens\n          costUsd\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Runs($after: String, $where: WorkflowRunWhere) {\n    workflowRuns(first: 15, after: $after, where: $where) {\n      nodes {\n        runId\n        status\n        createdAt\n        workstreamId\n        arm\n        usage {\n          totalTokens\n          costUsd\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Run($runId: String!) {\n    workflowRun(runId: $runId) {\n      runId\n      status\n      startedAt\n      finishedAt\n      usage {\n        calls\n        totalTokens\n        costUsd\n      }\n      steps {\n        step\n        status\n        reusedFrom {\n          runId\n        }\n      }\n      questions: records(where: { recordKind: { eq: \"question\" } }) {\n        totalCount\n        nodes {\n          rowId\n          recordKey\n          status\n          question: payloadJson(path: \"question\")\n          answer: payloadJson(path: \"answer\")\n        }\n      }\n      shards {\n        nodes {\n          rowId\n          shardName\n          isActive\n          vectors(first: 0) {\n            totalCount\n          }\n        }\n      }\n      documents {\n        nodes {\n          docId\n          title\n          metadata {\n            primaryDoi\n          }\n        }\n      }\n      retrievalEvents(first: 10) {\n        totalCount\n        nodes {\n          rowId\n          method\n          topK\n          query\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Run($runId: String!) {\n    workflowRun(runId: $runId) {\n      runId\n      status\n      startedAt\n      finishedAt\n      usage {\n        calls\n        totalTokens\n        costUsd\n      }\n      steps {\n        step\n        status\n        reusedFrom {\n          runId\n        }\n      }\n      questions: records(where: { recordKind: { eq: \"question\" } }) {\n        totalCount\n        nodes {\n          rowId\n          recordKey\n          status\n          question: payloadJson(path: \"question\")\n          answer: payloadJson(path: \"answer\")\n        }\n      }\n      shards {\n        nodes {\n          rowId\n          shardName\n          isActive\n          vectors(first: 0) {\n            totalCount\n          }\n        }\n      }\n      documents {\n        nodes {\n          docId\n          title\n          metadata {\n            primaryDoi\n          }\n        }\n      }\n      retrievalEvents(first: 10) {\n        totalCount\n        nodes {\n          rowId\n          method\n          topK\n          query\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Tokens($runId: String!, $after: String) {\n    workflowRun(runId: $runId) {\n      tokenUsage(first: 500, after: $after) {\n        nodes {\n          step\n          model\n          totalTokens\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Tokens($runId: String!, $after: String) {\n    workflowRun(runId: $runId) {\n      tokenUsage(first: 500, after: $after) {\n        nodes {\n          step\n          model\n          totalTokens\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;