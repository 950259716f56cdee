/** Where devices publish: `upwind/v1/<site>/<point>`. */
export const topicFilter = 'upwind/v1/+/+';

const form = /^upwind\/v1\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;

/** Site and point of a topic, or nothing when it is not one of ours. */
export function readTopic(topic: string): { readonly site: string; readonly point: string } | undefined {
  const [, site, point] = form.exec(topic) ?? [];
  return site === undefined || point === undefined ? undefined : { site, point };
}
