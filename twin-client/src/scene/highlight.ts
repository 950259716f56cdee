import { Color, type IUniform } from 'three';

/** Uniforms shared by every material of the models: one write, and the chosen thing is lit everywhere. */
export interface Highlight {
  readonly chosen: IUniform<number>;
  readonly hovered: IUniform<number>;
  /** 0 nothing chosen … 1 the rest is dimmed. */
  readonly dim: IUniform<number>;
  readonly accent: IUniform<Color>;
  readonly night: IUniform<number>;
  /** Light that level ground sends back for an albedo of one: sky and sun together, for materials that are not lit. */
  readonly groundLight: Color;
}

export function createHighlight(): Highlight {
  return {
    chosen: { value: -1 },
    hovered: { value: -1 },
    dim: { value: 0 },
    accent: { value: new Color('#2bbdad') },
    night: { value: 0 },
    groundLight: new Color('#ffffff'),
  };
}
