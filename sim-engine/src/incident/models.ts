import type { Model } from '@upwind/scenarios';
import type { CloudPart, CloudRequest } from '../dispersion/cloud-part.ts';
import { denseIntegralCloud } from '../dispersion/dense/dense-cloud.ts';
import { buoyancyOf } from '../dispersion/screening/buoyancy.ts';
import { screeningCloud } from '../dispersion/screening/screening-cloud.ts';
import type { AirborneSource } from '../release/airborne.ts';

/** The models at work on the sources of one chemical: each source by the one that is made for it. */
export function partsOf(request: CloudRequest, model: Model): CloudPart[] {
  const dense: AirborneSource[] = [];
  const others: AirborneSource[] = [];
  for (const source of request.sources) {
    const { regime } = buoyancyOf(source, request.chemical, request.weather.at);
    (model === 'resolved' && regime === 'dense' ? dense : others).push(source);
  }
  return [
    ...(dense.length > 0 ? [denseIntegralCloud({ ...request, sources: dense })] : []),
    ...(others.length > 0 || dense.length === 0 ? [screeningCloud({ ...request, sources: others })] : []),
  ];
}
