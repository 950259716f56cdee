/** Lays the marched cloud over the picture. */
export const veilVertex = /* glsl */ `
void main() {
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`;

/**
 * The cloud was marched on fewer pixels than the picture has: each pixel takes those of its four neighbours that look
 * equally far, so that the rim of a building stays sharp (joint bilateral upsampling, Kopf et al. 2007).
 */
export const veilFragment = /* glsl */ `
precision highp float;
uniform sampler2D uCloud;
uniform sampler2D uDepth;
uniform vec2 uResolution;
uniform vec2 uNearFar;

float metres(vec2 at) {
  float depth = texture(uDepth, at).r;
  return uNearFar.x * uNearFar.y / (uNearFar.y - depth * (uNearFar.y - uNearFar.x));
}

void main() {
  vec2 at = gl_FragCoord.xy / uResolution;
  ivec2 size = textureSize(uCloud, 0);
  vec2 place = at * vec2(size) - 0.5;
  ivec2 base = ivec2(floor(place));
  vec2 share = place - vec2(base);
  float here = metres(at);
  vec4 sum = vec4(0.0);
  float weights = 0.0;
  for (int n = 0; n < 4; n++) {
    ivec2 corner = ivec2(n & 1, n >> 1);
    ivec2 texel = clamp(base + corner, ivec2(0), size - 1);
    vec2 near = mix(1.0 - share, share, vec2(corner));
    float apart = abs(metres((vec2(texel) + 0.5) / vec2(size)) - here) / here;
    float weight = (near.x * near.y + 0.02) * (0.0005 + exp(-apart * 60.0));
    sum += weight * texelFetch(uCloud, texel, 0);
    weights += weight;
  }
  sum /= weights;
  if (sum.a < 0.002) discard;
  float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
  gl_FragColor = vec4(sum.rgb / sum.a, sum.a);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
  gl_FragColor.rgb += grain / 255.0;
  gl_FragColor.a = clamp(gl_FragColor.a + grain / 255.0, 0.0, 1.0);
}
`;
