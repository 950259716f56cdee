import { MeshLambertMaterial, MeshStandardMaterial, type WebGLProgramParametersWithUniforms } from 'three';
import type { Highlight } from '../highlight.ts';
import type { Quality } from '../quality.ts';

const vertexHead = /* glsl */ `
attribute vec4 paint;
attribute float element;
varying vec4 vPaint;
varying float vElement;
varying vec3 vPlace;
`;

const vertexBody = /* glsl */ `
vPaint = vec4(pow(paint.rgb, vec3(2.2)), paint.a);
vElement = element;
vPlace = position;
`;

const fragmentHead = /* glsl */ `
uniform float uChosen;
uniform float uHovered;
uniform float uDim;
uniform float uNight;
uniform vec3 uAccent;
varying vec4 vPaint;
varying float vElement;
varying vec3 vPlace;
`;

/** Colour of the part, a little darker towards the ground, where in the open less of the sky is seen. */
const fragmentColour = /* glsl */ `
float isChosen = step(abs(vElement - uChosen), 0.5);
float isHovered = step(abs(vElement - uHovered), 0.5);
diffuseColor.rgb = vPaint.rgb * mix(0.68, 1.0, smoothstep(-0.5, 4.0, vPlace.z));
float grey = dot(diffuseColor.rgb, vec3(0.3, 0.55, 0.15));
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(grey * 0.82), uDim * (1.0 - isChosen) * 0.7);
`;

/** The chosen thing glows, a flame burns, and at night the windows of houses shine. */
const fragmentGlow = /* glsl */ `
totalEmissiveRadiance += uAccent * (isChosen * 0.22 + isHovered * (1.0 - isChosen) * 0.14);
float isFlame = step(0.99, vPaint.r) * step(vPaint.a, 0.01);
totalEmissiveRadiance += isFlame * vec3(3.2, 1.35, 0.35);
float isGlass = step(0.92, vPaint.a);
float lit = step(0.45, fract(sin(dot(floor(vPlace / vec3(3.2, 3.2, 3.6)), vec3(12.99, 78.23, 37.72))) * 43758.5));
totalEmissiveRadiance += isGlass * lit * uNight * vec3(1.0, 0.72, 0.4) * 0.9;
`;

function weave(shader: WebGLProgramParametersWithUniforms, highlight: Highlight): void {
  Object.assign(shader.uniforms, {
    uChosen: highlight.chosen,
    uHovered: highlight.hovered,
    uDim: highlight.dim,
    uAccent: highlight.accent,
    uNight: highlight.night,
  });
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', `#include <common>\n${vertexHead}`)
    .replace('#include <begin_vertex>', `#include <begin_vertex>\n${vertexBody}`);
  shader.fragmentShader = shader.fragmentShader
    .replace('#include <common>', `#include <common>\n${fragmentHead}`)
    .replace('#include <color_fragment>', `#include <color_fragment>\n${fragmentColour}`)
    .replace('#include <emissivemap_fragment>', `#include <emissivemap_fragment>\n${fragmentGlow}`)
    .replace(
      '#include <roughnessmap_fragment>',
      '#include <roughnessmap_fragment>\nroughnessFactor = mix(0.96, 0.32, vPaint.a);',
    );
}

/** The one material of all models: colour and gloss come with the vertices. */
export function modelMaterial(quality: Quality, highlight: Highlight): MeshStandardMaterial | MeshLambertMaterial {
  const material =
    quality === 'high' ? new MeshStandardMaterial({ metalness: 0, roughness: 1 }) : new MeshLambertMaterial();
  material.onBeforeCompile = (shader) => weave(shader, highlight);
  material.customProgramCacheKey = () => `upwind-model-${quality}`;
  return material;
}
