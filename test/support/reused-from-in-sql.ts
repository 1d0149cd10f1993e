/** The run from which a record took its result, in plain SQL; `of`: the alias of the record. */
export function reusedFrom(of?: string): string {
  const at = of === undefined ? '' : `${of}.`;
  return `coalesce(nullif(${at}reuse_source_run_id, ''), ${at}payload_json -> '_reused_from' ->> 'run_id')`;
}
