/** Vertices of the box around the gas: the ray's way out of it, in ENU metres. */
export const marchVertex = /* glsl */ `
uniform vec3 uBoxFrom;
uniform vec3 uBoxTo;
varying vec3 vPlace;
void main() {
  vPlace = mix(uBoxFrom, uBoxTo, position);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

/**
 * Follows each ray through the gas. STEPS: most steps a ray takes; LOOKS: how often it looks for gas before; SUNLIT:
 * whether each step asks how much gas lies before the sun. Writes light (premultiplied, linear) and how much is hidden.
 */
export const marchFragment = /* glsl */ `
precision highp float;
precision highp sampler3D;
uniform sampler3D uGasA;
uniform sampler3D uGasB;
uniform sampler3D uCoarseA;
uniform sampler3D uCoarseB;
uniform sampler3D uBillow;
uniform vec3 uFromA;
uniform vec3 uSizeA;
uniform vec3 uCoarseScaleA;
uniform vec3 uFromB;
uniform vec3 uSizeB;
uniform vec3 uCoarseScaleB;
uniform float uBlend;
uniform vec3 uBoxFrom;
uniform vec3 uBoxTo;
uniform vec3 uEye;
uniform sampler2D uDepth;
uniform vec2 uResolution;
uniform mat4 uBack;
uniform float uFirst;
uniform float uThickness;
uniform float uRise;
uniform float uStepM;
uniform vec3 uDrift;
uniform vec3 uAlbedo;
uniform vec3 uSun;
uniform vec3 uSunLight;
uniform vec3 uSkyLight;
uniform vec3 uGroundLight;
uniform vec3 uHaze;
uniform float uHazeDensity;
uniform vec4 uEdge;
varying vec3 vPlace;

float codeAt(vec3 p) {
  float code = texture(uGasA, (p - uFromA) / uSizeA).r;
  if (uBlend > 0.0) code = mix(code, texture(uGasB, (p - uFromB) / uSizeB).r, uBlend);
  return code * 255.0;
}

bool mayHoldGas(vec3 p) {
  float held = texture(uCoarseA, (p - uFromA) / uSizeA * uCoarseScaleA).r;
  return max(held, texture(uCoarseB, (p - uFromB) / uSizeB * uCoarseScaleB).r) > 0.5;
}

/** Doublings of the concentration above the lowest limit → share of light lost per metre. */
float extinction(float doublings) {
  return uThickness * exp2(uRise * min(doublings, 20.0)) * smoothstep(-1.2, 1.6, doublings);
}

/** Fades where the computed ground ends, so that a cloud that leaves it is not cut by a wall. */
float withinGround(vec3 p) {
  vec2 inside = min(p.xy - uEdge.xy, uEdge.zw - p.xy);
  return smoothstep(0.0, 1.0, min(inside.x, inside.y) / 30.0);
}

void main() {
  vec3 ray = normalize(vPlace - uEye);
  vec3 a = (uBoxFrom - uEye) / ray;
  vec3 b = (uBoxTo - uEye) / ray;
  vec3 low = min(a, b);
  vec3 high = max(a, b);
  float enter = max(max(low.x, low.y), max(low.z, 0.0));
  float leave = min(high.x, min(high.y, high.z));
  vec2 at = gl_FragCoord.xy / uResolution;
  vec4 solid = uBack * vec4(vec3(at, texture(uDepth, at).r) * 2.0 - 1.0, 1.0);
  leave = min(leave, distance(solid.xyz / solid.w, uEye));
  gl_FragColor = vec4(0.0);
  if (leave <= enter) return;

  // Where along the ray there may be gas at all.
  float look = (leave - enter) / float(LOOKS);
  float first = leave;
  float last = enter;
  for (int i = 0; i < LOOKS; i++) {
    float t = enter + (float(i) + 0.5) * look;
    if (mayHoldGas(uEye + ray * t)) {
      first = min(first, t - look);
      last = max(last, t + look);
    }
  }
  first = max(first, enter);
  last = min(last, leave);
  float way = last - first;
  if (way <= 0.0) return;

  float steps = clamp(ceil(way / uStepM), 6.0, float(STEPS));
  // Steps are shorter near an eye that stands in the gas or beside it.
  float grow = 3.0 * clamp(1.0 - first / way, 0.0, 1.0);
  float whole = grow > 0.01 ? exp(grow) - 1.0 : 1.0;
  float jitter = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
  float towards = dot(ray, uSun);
  // Henyey and Greenstein (1941) with g = 0.2, 1 where light comes from everywhere.
  float phase = 0.96 / pow(1.04 - 0.4 * towards, 1.5);

  vec3 light = vec3(0.0);
  float through = 1.0;
  float farM = 0.0;
  for (int i = 0; i < STEPS; i++) {
    if (float(i) >= steps || through < 0.015) break;
    float s = (float(i) + 0.5 + (jitter - 0.5) * JITTER) / steps;
    float t = first + way * (grow > 0.01 ? (exp(grow * s) - 1.0) / whole : s);
    float stepM = way / steps * (grow > 0.01 ? grow * exp(grow * s) / whole : 1.0);
    vec3 p = uEye + ray * t;
    float code = codeAt(p);
    if (code < 0.5) continue;
    vec3 q = p - uDrift;
    float billow = texture(uBillow, q / vec3(160.0, 160.0, 70.0)).r * 0.5
      + texture(uBillow, q.yxz / vec3(52.0, 52.0, 30.0)).r * 0.32
      + texture(uBillow, q / vec3(17.0, 17.0, 12.0)).r * 0.18;
    float doublings = (code - uFirst) / 8.0;
    // Billows make the cloud thicker and thinner; at the rim they only take away, so that it ends at its lowest limit.
    float rim = smoothstep(4.0, 0.0, doublings) * (billow - 0.65) * 1.6;
    float lost = extinction(doublings + rim) * exp2((billow - 0.46) * BILLOWING) * withinGround(p);
    if (lost <= 0.0) continue;
#ifdef SUNLIT
    float before = extinction((codeAt(p + uSun * 5.0) - uFirst) / 8.0) * 8.0
      + extinction((codeAt(p + uSun * 16.0) - uFirst) / 8.0) * 16.0;
#else
    float before = lost * 12.0 * (1.0 - clamp((p.z - uBoxFrom.z) / max(1.0, uBoxTo.z - uBoxFrom.z), 0.0, 1.0));
#endif
    // Light that was scattered before comes deeper than the straight beam (Wrenninge, Kulla and Lundqvist 2013).
    float sunny = 0.34 + 0.66 * max(exp(-before), 0.55 * exp(-0.2 * before));
    // Billows catch the light on their crests; the creases between them lie in shade.
    sunny *= 0.6 + 0.85 * billow;
    float up = clamp((p.z - uBoxFrom.z) / max(1.0, uBoxTo.z - uBoxFrom.z), 0.0, 1.0);
    vec3 sky = mix(uGroundLight, uSkyLight, 0.6 + 0.4 * up) * (0.72 + 0.28 * exp(-0.5 * before));
    float hidden = 1.0 - exp(-lost * stepM);
    light += through * hidden * uAlbedo * (uSunLight * sunny * phase + sky);
    farM += through * hidden * t;
    through *= 1.0 - hidden;
  }
  float hides = 1.0 - through;
  if (hides < 0.002) return;
  float haze = exp(-pow(uHazeDensity * farM / hides, 2.0));
  gl_FragColor = vec4(mix(uHaze * hides, light, haze), hides);
}
`;
